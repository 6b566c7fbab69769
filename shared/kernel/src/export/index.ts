import { open, rename, rm } from 'node:fs/promises';
import type { Problem } from '../errors/index.ts';

/** One item of a list for others: what it says, what it cannot say, and what is wrong with it by their rules. */
export interface Exported {
  value: object;
  losses: readonly string[];
  problems: readonly Problem[];
}

export interface ExportSummary {
  written: number;
  /** Not valid by the receiver's rules, and so left out. */
  refused: number;
  /** Text → in how many items. */
  notes: Record<string, number>;
}

/** Writes one JSON list. The file appears when it is whole: a broken run leaves none behind, nor half of one. */
export const writeJsonList = async (
  file: string,
  batches: AsyncIterable<readonly Exported[]>,
  onProgress?: (items: number) => void,
): Promise<ExportSummary> => {
  const summary: ExportSummary = { written: 0, refused: 0, notes: {} };
  const note = (text: string): void => void (summary.notes[text] = (summary.notes[text] ?? 0) + 1);
  const part = `${file}.part`;
  // May hold personal data: for whoever runs the export only.
  const handle = await open(part, 'w', 0o600);
  try {
    for await (const batch of batches) {
      let text = '';
      for (const { value, losses, problems } of batch) {
        for (const each of losses) note(each);
        for (const { path, message } of problems) note(`Niet geldig en weggelaten: ${path.join('.')}: ${message}`);
        if (problems.length > 0) summary.refused += 1;
        else {
          text += `${summary.written === 0 ? '[\n' : ',\n'}${JSON.stringify(value)}`;
          summary.written += 1;
        }
      }
      await handle.writeFile(text);
      onProgress?.(summary.written + summary.refused);
    }
    await handle.writeFile(summary.written === 0 ? '[]\n' : '\n]\n');
    await handle.close();
    await rename(part, file);
  } catch (error) {
    await handle.close().catch(() => undefined);
    await rm(part, { force: true });
    throw error;
  }
  return summary;
};
