import { createHash } from 'node:crypto';
import { parseText, type RequestContext, runCommand } from '@werkplein/kernel';
import { publish } from '../events/publish.ts';
import { checkInput } from '../input.ts';
import { takeTurn, turnOf } from '../turns.ts';
import { QuarterReport } from './report.entity.ts';
import { lastEdition } from './report.store.ts';
import type { StoredReport, StoreReportInput } from './report.types.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/**
 * Keeps a report that the gateway made of every source. What was asked is what makes two requests the same: a repeat is made anew, and gets the
 * report of the first. One quarter has one report, until another edition is asked for with a reason.
 */
export const storeReport = (ctx: RequestContext, { made, ...input }: StoreReportInput): Promise<StoredReport> => {
  const { municipality, year, quarter } = input;
  const checking = checkInput();
  const reason = checking.optional('reason', input.reason, (text) => parseText(text, { max: 300 }));
  if ((input.acceptMissing || input.replace) && reason === null)
    checking.problem('reason', 'Zeg waarom u vastlegt terwijl er iets ontbreekt, of waarom er een nieuwe uitgave komt.');
  checking.done();
  return runCommand<StoredReport>(ctx, 'QuarterReportFreeze', input, async (tx) => {
    const answering = (outcome: StoredReport['outcome'], reportId: string | null) => ({
      answer: { __typename: 'StoredReport' as const, outcome, reportId, missingSources: made.missingSources },
      subjectIds: reportId === null ? [] : [reportId],
    });
    await takeTurn(tx, turnOf('report', `${municipality} ${year} ${quarter}`));
    const last = await lastEdition(tx, municipality, year, quarter);
    if (last && !input.replace) return answering('EXISTS', last.id);
    if (made.lines === 0) return answering('NOTHING_AGREED', null);
    const complete = made.missingSources.length === 0;
    if (!complete && !input.acceptMissing) return answering('INCOMPLETE', null);
    const id = ctx.newId();
    await tx.em.insert(QuarterReport, {
      id,
      municipality,
      year,
      quarter,
      edition: (last?.edition ?? 0) + 1,
      measuredOn: made.measuredOn,
      knownAt: made.knownAt,
      complete,
      missingSources: made.missingSources,
      reason: complete && !last ? null : reason,
      frozenAt: ctx.clock(),
      frozenById: ctx.principal.employeeId,
      frozenByName: ctx.principal.displayName,
      document: made.document,
      hash: sha256(made.document),
      reporterDocument: made.reporterDocument,
      reporterHash: sha256(made.reporterDocument),
    });
    await publish(tx, ctx, 'QuarterReportFrozen', id, null);
    return answering('FROZEN', id);
  });
};
