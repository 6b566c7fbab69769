import { randomUUID } from 'node:crypto';
import { rename, rm, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { localDay, type RequestContext, writeProcessing } from '@werkplein/kernel';
import { deliverWswStatistics } from './deliver-wsw-statistics.ts';
import { type Delivery, fileOf, loadDelivery } from './make-delivery.ts';
import { wswFields, type WswLayout, wswLayouts } from './wsw-layout.ts';

// With BSN: for whoever runs the task only.
const OWN = { mode: 0o600 };

const usage = `Usage: wsw-statistics --period 20261 --out <file> [--municipality 0141] [--layout ${Object.keys(wswLayouts).join('|')}] [--dry-run]`;

/** What is wrong, a line for each field of each record, beside the file. */
const rejectedText = ({ rejected }: Delivery): string =>
  rejected
    .flatMap(({ participantId, problems }) =>
      problems.map(({ field, message }) => `${participantId};${field};${wswFields.find(({ number }) => number === field)?.name ?? ''};${message}\n`),
    )
    .join('');

/** The whole file or none. */
const save = async (file: string, content: string): Promise<void> => {
  const part = `${file}.part`;
  try {
    await writeFile(part, content, OWN);
    await rename(part, file);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
};

/** `wsw-statistics` at the command line: writes the file, and beside it `<file>.rejected.csv` when records were left out. */
export const wswStatisticsTask = async (ctx: RequestContext, args: readonly string[]): Promise<string> => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      period: { type: 'string' },
      municipality: { type: 'string' },
      out: { type: 'string' },
      layout: { type: 'string', default: 'FIXED_WIDTH' },
      'dry-run': { type: 'boolean', default: false },
    },
  });
  const { period, municipality, out, layout } = values;
  const dryRun = values['dry-run'];
  if (period === undefined || (out === undefined && !dryRun) || !(layout in wswLayouts)) throw new Error(usage);
  const given = { requestId: randomUUID(), period, municipality: municipality ?? null, dryRun, layout: layout as WswLayout };
  const answer = await deliverWswStatistics(ctx, given);
  if (answer.__typename === 'HalfYearNotOver') throw new Error(`Dit halfjaar loopt tot en met ${answer.lastDay}; proefdraaien kan met --dry-run.`);
  const delivery = await loadDelivery(ctx, period, answer.municipality, new Date(answer.at));
  await ctx.db.write((tx) => writeProcessing(tx, ctx, ctx.recorder.pending()));
  if (out !== undefined && !dryRun) await save(out, fileOf(delivery, given.layout).content);
  if (out !== undefined && delivery.rejected.length > 0) await save(`${out}.rejected.csv`, `deelnemer;kenmerk;naam;reden\n${rejectedText(delivery)}`);
  if (answer.rejected > 0) process.exitCode = 2;
  const where = dryRun ? 'proef, niets geleverd' : `geschreven naar ${out}`;
  const late = answer.dueOn !== null && answer.dueOn < localDay(ctx.clock()) ? ' (te laat)' : '';
  return `${answer.written} records, ${answer.rejected} afgekeurd; ${where}; uiterlijk ${answer.dueOn ?? 'onbekend'}${late}`;
};
