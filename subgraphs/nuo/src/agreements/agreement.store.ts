import { type RequestContext, scopeOf, type WriteTx } from '@werkplein/kernel';
import { viewAgreements } from '@werkplein/indicators';
import type { FindOptionsWhere } from 'typeorm';
import { groupBy, loadById, rowsBy } from '../reads.ts';
import { AgreementVersion, ManualValue, PerformanceAgreement } from './agreement.entity.ts';

/** The municipality to which this principal is limited here, or null for all. */
export const limitOf = (ctx: RequestContext): string | null => (scopeOf(ctx.principal, viewAgreements) === 'all' ? null : ctx.principal.organisation);

/** The agreement, or null when absent or another municipality's. */
export const loadAgreement = async (ctx: RequestContext, id: string): Promise<PerformanceAgreement | null> => {
  const row = await loadById(ctx, 'agreement', PerformanceAgreement, id);
  const own = limitOf(ctx);
  return row && (own === null || row.municipality === own) ? row : null;
};

/** The agreements of a year, of one municipality or of all that this principal may see, by municipality and indicator. */
export const listAgreements = async (ctx: RequestContext, year: number, municipality: string | null): Promise<PerformanceAgreement[]> => {
  const own = limitOf(ctx);
  if (own !== null && municipality !== null && municipality !== own) return [];
  const of = municipality ?? own;
  const where: FindOptionsWhere<PerformanceAgreement> = { year, ...(of !== null && { municipality: of }) };
  return ctx.db.read.em.find(PerformanceAgreement, { where, order: { municipality: 'ASC', indicator: 'ASC' } });
};

/** Every version of the terms, oldest first. */
export const versionsOf = async (ctx: RequestContext, agreementId: string): Promise<AgreementVersion[]> =>
  (await ctx.load('agreementVersions', agreementId, async (ids) =>
    groupBy(
      (await rowsBy(ctx.db.read, AgreementVersion, 'agreementId', ids)).toSorted((a, b) => a.number - b.number),
      (row) => row.agreementId,
    ),
  )) ?? [];

/** Of two of one instant the one that was replaced came first. */
const byRecording = (a: ManualValue, b: ManualValue): number =>
  a.recordedAt.getTime() - b.recordedAt.getTime() || Number(a.replacedAt === null) - Number(b.replacedAt === null) || (a.id < b.id ? -1 : 1);

/** Everything that was recorded by hand, oldest first; what was replaced too. */
export const manualValuesOf = async (ctx: RequestContext, agreementId: string): Promise<ManualValue[]> =>
  (await ctx.load('manualValues', agreementId, async (ids) =>
    groupBy((await rowsBy(ctx.db.read, ManualValue, 'agreementId', ids)).toSorted(byRecording), (row) => row.agreementId),
  )) ?? [];

/** Held until the transaction ends; null when absent or another municipality's. */
export const lockAgreement = async (tx: WriteTx, own: string | null, id: string): Promise<PerformanceAgreement | null> =>
  tx.em.findOne(PerformanceAgreement, {
    where: { id, ...(own !== null && { municipality: own }) },
    ...(tx.dialect === 'mariadb' && { lock: { mode: 'pessimistic_write' as const } }),
  });
