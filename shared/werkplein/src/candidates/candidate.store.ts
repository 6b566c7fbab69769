import { homeOf, localDay, mayDo, type ReadTx, type RequestContext } from '@werkplein/kernel';
import type { SelectQueryBuilder } from 'typeorm';
import { showingCandidate } from '../clients/client.activities.ts';
import type { DoelgroepRow } from '../doelgroep/doelgroep.entity.ts';
import { valueOn } from '../doelgroep/doelgroep.rules.ts';
import { doelgroepPeriods } from '../doelgroep/doelgroep.store.ts';
import { CandidateRow } from './candidate.entity.ts';
import { readCandidate, seesSharedOnly } from './candidate.policy.ts';

/** The candidates that this reader may see: never a withdrawn one, and of another organisation's only the shared ones. */
export const visibleCandidates = (ctx: RequestContext, notWithdrawn = 'candidate.withdrawnOn IS NULL'): SelectQueryBuilder<CandidateRow> => {
  const query = ctx.db.read.em.createQueryBuilder(CandidateRow, 'candidate').where(notWithdrawn);
  return seesSharedOnly(ctx) ? query.andWhere(`candidate.visibility IN ('NUO', 'REGION_VUM')`) : query;
};

/** The candidate, whose showing will be in the log. */
export const shownCandidate = (ctx: RequestContext, row: CandidateRow): CandidateRow => {
  ctx.processed(row.clientId, showingCandidate(ctx, seesSharedOnly(ctx)));
  return row;
};
const shown = (ctx: RequestContext, row: CandidateRow | null): CandidateRow | null => row && shownCandidate(ctx, row);

const visibleBy = (ctx: RequestContext, column: 'id' | 'clientId', key: string): Promise<CandidateRow | null> =>
  ctx.load(`candidate:${column}`, key, async (keys) => {
    // Found by their keys, and not by the index in which nearly all are not withdrawn.
    const rows = await visibleCandidates(ctx, '(candidate.withdrawnOn IS NULL) = 1').andWhere(`candidate.${column} IN (:...keys)`, { keys }).getMany();
    return new Map(rows.map((row) => [row[column], row]));
  });

/** A candidate as this reader may see it, or null. */
export const loadCandidate = async (ctx: RequestContext, id: string): Promise<CandidateRow | null> =>
  homeOf(id) === ctx.home && mayDo(ctx.principal, readCandidate, ctx.home) ? shown(ctx, await visibleBy(ctx, 'id', id)) : null;

export const candidateOf = async (ctx: RequestContext, clientId: string): Promise<CandidateRow | null> =>
  shown(ctx, await visibleBy(ctx, 'clientId', clientId));

export const candidateOfClient = (tx: ReadTx, clientId: string): Promise<CandidateRow | null> => tx.em.findOneBy(CandidateRow, { clientId });

/** Whether somebody with these doelgroep periods counts for the banenafspraak; null when that is not known for sure. */
export const registeredOn = (periods: readonly DoelgroepRow[], day: string): boolean | null => {
  const value = valueOn(periods, 'DOELGROEPREGISTER', day);
  return value === 'JA' ? true : value === 'NEE' ? false : null;
};

export const inDoelgroepregister = async (ctx: RequestContext, clientId: string): Promise<boolean | null> =>
  registeredOn(await doelgroepPeriods(ctx, clientId), localDay(ctx.clock()));
