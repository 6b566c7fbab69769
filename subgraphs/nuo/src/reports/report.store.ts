import { type ReadTx, type RequestContext, scopeOf } from '@werkplein/kernel';
import { readExactFigures, viewReports } from '@werkplein/indicators';
import type { FindOptionsWhere } from 'typeorm';
import { loadById } from '../reads.ts';
import { QuarterReport } from './report.entity.ts';

const limitOf = (ctx: RequestContext): string | null => (scopeOf(ctx.principal, viewReports) === 'all' ? null : ctx.principal.organisation);

/** The report, or null when absent or another municipality's. */
export const loadReport = async (ctx: RequestContext, id: string): Promise<QuarterReport | null> => {
  const row = await loadById(ctx, 'quarterReport', QuarterReport, id);
  const own = limitOf(ctx);
  return row && (own === null || row.municipality === own) ? row : null;
};

export interface ReportsAsked {
  municipality?: string | null | undefined;
  year?: number | null | undefined;
  quarter?: number | null | undefined;
}

const MOST = 100;

/** The latest first, of those that this principal may see. */
export const listReports = async (ctx: RequestContext, { municipality, year, quarter }: ReportsAsked): Promise<QuarterReport[]> => {
  const own = limitOf(ctx);
  if (own !== null && municipality && municipality !== own) return [];
  const of = municipality ?? own;
  const where: FindOptionsWhere<QuarterReport> = { ...(of !== null && { municipality: of }), ...(year && { year }), ...(quarter && { quarter }) };
  return ctx.db.read.em.find(QuarterReport, { where, order: { year: 'DESC', quarter: 'DESC', municipality: 'ASC', edition: 'DESC' }, take: MOST });
};

/** The last edition of a quarter, or null. */
export const lastEdition = ({ em }: ReadTx, municipality: string, year: number, quarter: number): Promise<QuarterReport | null> =>
  em.findOne(QuarterReport, { where: { municipality, year, quarter }, order: { edition: 'DESC' } });

/** The document that this principal may see, with its hash. */
export const documentFor = (ctx: RequestContext, row: QuarterReport): { document: string; hash: string } =>
  scopeOf(ctx.principal, readExactFigures) === null ? { document: row.reporterDocument, hash: row.reporterHash } : { document: row.document, hash: row.hash };
