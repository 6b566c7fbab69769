import { type RequestContext, runCommand } from '@werkplein/kernel';
import { MoreThan, Raw } from 'typeorm';
import { Employer } from '../employers/employer.entity.ts';
import { notMerged } from '../reads.ts';
import type { DuplicatesScanned, ScanDuplicatesInput } from './duplicate.types.ts';
import { indexEmployers, renameKeys } from './match.store.ts';
import { raiseSignals } from './signal.store.ts';

const BATCH = 500;

/** One batch of all employers in the order of their ids: a scan can stop and go on anywhere. */
export const scanDuplicates = (ctx: RequestContext, input: ScanDuplicatesInput): Promise<DuplicatesScanned> =>
  runCommand(ctx, 'DuplicatesScan', input, async (tx) => {
    const employers = await tx.em.find(Employer, {
      where: { id: MoreThan(input.after ?? ''), mergedIntoId: Raw(notMerged) },
      order: { id: 'ASC' },
      take: BATCH,
    });
    const ids = employers.map(({ id }) => id);
    await renameKeys(tx, employers);
    await indexEmployers(tx, ids);
    const raised = ids.length === 0 ? [] : await raiseSignals(tx, ctx, ids);
    const last = ids.at(-1) ?? null;
    const remaining = last === null ? 0 : await tx.em.countBy(Employer, { id: MoreThan(last), mergedIntoId: Raw(notMerged) });
    const next = remaining === 0 ? null : last;
    return { answer: { __typename: 'DuplicatesScanned' as const, employers: ids.length, raised: raised.length, remaining, next }, subjectIds: [] };
  });
