import { addDays, type Cursor, decodeCursor, localDay, type Page, pageSize, parameterOn, type RequestContext, scopeOf, toPage } from '@werkplein/kernel';
import { showingPersonnelFile } from '../activities.ts';
import { nuoParameters } from '../parameters/index.ts';
import { groupBy, loadById, rowsBy } from '../reads.ts';
import { wswKinds } from '../sheltered-work/employment.machine.ts';
import { Indication } from './indication.entity.ts';
import { viewIndications } from './indication.policy.ts';
import { requestReindicationBy } from './indication.rules.ts';

/** Indications of a participant, the latest first. */
export const indicationsOf = async (ctx: RequestContext, participantId: string): Promise<Indication[]> => {
  const rows = await ctx.load('indications', participantId, async (ids) => {
    const found = await rowsBy(ctx.db.read, Indication, 'participantId', ids);
    return groupBy(
      found.toSorted((a, b) => (a.decidedOn > b.decidedOn ? -1 : 1)),
      (row) => row.participantId,
    );
  });
  if (rows && rows.length > 0) ctx.processed(participantId, showingPersonnelFile);
  return rows ?? [];
};

export const loadIndication = async (ctx: RequestContext, id: string): Promise<Indication | null> => {
  const row = await loadById(ctx, 'indication', Indication, id);
  if (row) ctx.processed(row.participantId, showingPersonnelFile);
  return row;
};

export interface DueReindication {
  participantId: string;
  indication: Indication;
  requestBy: string;
  late: boolean;
}

export interface DueReindications extends Page<DueReindication> {
  termWeeks: number | null;
  source: string | null;
}

const employed = `EXISTS (SELECT 1 FROM sheltered_employment e WHERE e.participantId = i.participantId AND e.kind IN (:...kinds) AND e.state = 'AGREED'
  AND e.startsOn <= :today AND (e.endsOn IS NULL OR e.endsOn >= :today)`;
const latest = 'NOT EXISTS (SELECT 1 FROM indication later WHERE later.participantId = i.participantId AND later.decidedOn > i.decidedOn)';

/** Re-indications of people at work that must be asked for within so many days, or should have been; a Werkplein sees those for whom it is responsible. */
export const reindicationsDue = async (
  ctx: RequestContext,
  { within, municipality, first, after }: { within: number; municipality?: string | null; first: number; after?: string | null | undefined },
): Promise<DueReindications> => {
  const size = pageSize(first);
  const cursor = decodeCursor(after);
  const today = localDay(ctx.clock());
  const term = parameterOn(await nuoParameters(ctx), 'REINDICATION_REQUEST_TERM', today);
  if (!term) return { ...toPage<DueReindication>([], size, () => ['', '']), termWeeks: null, source: null };
  const own = scopeOf(ctx.principal, viewIndications) === 'all' ? null : ctx.principal.organisation;
  // A request is due when the day by which it is made is: that day lies the term before the last day of the indication.
  const until = addDays(today, within + 7 * term.value);
  const query = ctx.db.read.em
    .createQueryBuilder(Indication, 'i')
    .where('i.reindicationRequestedOn IS NULL AND i.validUntil <= :until', { until })
    .andWhere(latest)
    .andWhere(
      `${employed}${own === null ? '' : ' AND e.responsibleMunicipality = :own'}${municipality ? ' AND e.responsibleMunicipality = :municipality' : ''})`,
      { kinds: wswKinds, today, own, municipality },
    );
  if (cursor) query.andWhere('i.validUntil >= :day AND (i.validUntil > :day OR i.id > :id)', { day: cursor[0], id: cursor[1] });
  const rows = await query
    .orderBy('i.validUntil')
    .addOrderBy('i.id')
    .limit(size + 1)
    .getMany();
  const due = rows.map((indication): DueReindication => {
    const requestBy = requestReindicationBy(indication.validUntil, term.value);
    return { participantId: indication.participantId, indication, requestBy, late: requestBy < today };
  });
  const page = toPage(due, size, ({ indication }): Cursor => [indication.validUntil, indication.id]);
  for (const { participantId } of page.nodes) ctx.processed(participantId, showingPersonnelFile);
  return { ...page, termWeeks: term.value, source: term.source };
};
