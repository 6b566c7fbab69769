import { type Cursor, decodeCursor, localDay, type Page, pageSize, type RequestContext, toPage, type WriteTx } from '@werkplein/kernel';
import { In } from 'typeorm';
import { planningWorkplaces } from '../activities.ts';
import { loadById } from '../reads.ts';
import { ShelteredEmployment } from '../sheltered-work/employment.entity.ts';
import { FallbackClaim } from './fallback-claim.entity.ts';
import type { ClaimState } from './fallback-claim.machine.ts';

/** States in which a claim can still lead to a place. */
const liveStates = ['OPEN', 'RESERVED', 'SHORTAGE'] as const;
const isLive = (state: ClaimState): boolean => (liveStates as readonly ClaimState[]).includes(state);

/** A claim ends with its employment: from the day after the last one it counts as ended, whatever the row says. */
export const effectiveState = ({ state }: { state: ClaimState }, employment: { endsOn: string | null } | null, today: string): ClaimState =>
  isLive(state) && employment?.endsOn != null && employment.endsOn < today ? 'ENDED' : state;

/** Claims end with the employment: a reserved place is free again. */
export const lapseClaims = async ({ em }: WriteTx, employmentId: string): Promise<void> => {
  await em.update(
    FallbackClaim,
    { employmentId, state: In([...liveStates]) },
    { state: 'ENDED', workplaceId: null, note: 'Einde van het dienstverband', version: () => 'version + 1' },
  );
};

/** Claims go on with the employment in another form. */
export const moveClaims = async ({ em }: WriteTx, employmentId: string, nextId: string): Promise<void> => {
  await em.update(FallbackClaim, { employmentId, state: In([...liveStates]) }, { employmentId: nextId, version: () => 'version + 1' });
};

const asOfToday = async (ctx: RequestContext, claim: FallbackClaim): Promise<FallbackClaim> => {
  ctx.processed(claim.participantId, planningWorkplaces);
  const employment = await loadById(ctx, 'shelteredEmployment', ShelteredEmployment, claim.employmentId);
  return { ...claim, state: effectiveState(claim, employment, localDay(ctx.clock())) };
};

export const loadClaim = async (ctx: RequestContext, id: string): Promise<FallbackClaim | null> => {
  const claim = await loadById(ctx, 'fallbackClaim', FallbackClaim, id);
  return claim && asOfToday(ctx, claim);
};

/** What sorts after every day: claims of who is still seconded out. */
const NEVER = '9999-12-31';

/** Claims of employments that run, who needs a place first, first. */
export const listClaims = async (
  ctx: RequestContext,
  state: ClaimState | null,
  { first, after }: { first: number; after?: string | null | undefined },
): Promise<Page<FallbackClaim>> => {
  const size = pageSize(first);
  const cursor = decodeCursor(after);
  const query = ctx.db.read.em
    .createQueryBuilder(FallbackClaim, 'c')
    .innerJoin(ShelteredEmployment, 'e', 'e.id = c.employmentId')
    .where('c.state IN (:...states)', { states: state === null ? liveStates : [state] })
    .addSelect(`COALESCE(c.neededFrom, '${NEVER}')`, 'needed');
  if (state === null || isLive(state)) query.andWhere('(e.endsOn IS NULL OR e.endsOn >= :today)', { today: localDay(ctx.clock()) });
  if (cursor) {
    query.andWhere(`COALESCE(c.neededFrom, '${NEVER}') >= :day AND (COALESCE(c.neededFrom, '${NEVER}') > :day OR c.id > :id)`, {
      day: cursor[0],
      id: cursor[1],
    });
  }
  const rows = await query
    .orderBy('needed')
    .addOrderBy('c.id')
    .limit(size + 1)
    .getMany();
  const page = toPage(rows, size, (row): Cursor => [row.neededFrom ?? NEVER, row.id]);
  return { ...page, nodes: await Promise.all(page.nodes.map((claim) => asOfToday(ctx, claim))) };
};
