import { decodeCursor, Fact, localDay, type Page, pageSize, type RequestContext, toPage } from '@werkplein/kernel';
import { showingClient } from '../clients/client.activities.ts';
import { OUTFLOW } from '../dossiers/dossier.facts.ts';
import { OUTFLOW_FOLLOW_UP } from './follow-up.facts.ts';
import { workReasons } from './follow-up.rules.ts';

/** Outflow to work whose term is over and of which nobody knows whether it lasts. */
export interface FollowUpDue {
  clientId: string;
  dossierId: string;
  closedOn: string;
  /** Last day of the term. */
  termEndedOn: string;
}

/** What DUURZAME_UITSTROOM_26W counts as unknown, told from the same facts: the one that waits longest first. */
export const followUpsDue = async (ctx: RequestContext, { first, after }: { first: number; after?: string | null }): Promise<Page<FollowUpDue>> => {
  const size = pageSize(first);
  const cursor = decodeCursor(after);
  const query = ctx.db.read.em
    .createQueryBuilder(Fact, 'f')
    .where('f.kind = :kind AND f.withdrawnAt IS NULL AND f.code IN (:...codes)', { kind: OUTFLOW, codes: workReasons })
    .andWhere('f.validUntil <= :today', { today: localDay(ctx.clock()) })
    .andWhere(`NOT EXISTS (SELECT 1 FROM fact g WHERE g.cause = f.ref AND g.kind = '${OUTFLOW_FOLLOW_UP}' AND g.code <> 'UNKNOWN' AND g.withdrawnAt IS NULL)`);
  if (cursor) query.andWhere('f.validUntil >= :day AND (f.validUntil > :day OR f.id > :id)', { day: cursor[0], id: cursor[1] });
  const rows = await query
    .orderBy('f.validUntil')
    .addOrderBy('f.id')
    .limit(size + 1)
    .getMany();
  const { nodes, pageInfo } = toPage(rows, size, ({ validUntil, id }) => [validUntil as string, id]);
  for (const { subject } of nodes) ctx.processed(subject as string, showingClient(ctx));
  return {
    pageInfo,
    nodes: nodes.map(({ subject, ref, validFrom, validUntil }) => ({
      clientId: subject as string,
      dossierId: ref,
      closedOn: validFrom,
      termEndedOn: validUntil as string,
    })),
  };
};
