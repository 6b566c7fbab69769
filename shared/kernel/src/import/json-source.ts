import { readFile, rm, stat, writeFile } from 'node:fs/promises';
import { z } from 'zod';
import { ImportError } from './import-error.ts';
import type { ImportSource, Rejected, SourceRow } from './source.ts';
import type { JsonImportSpec } from './spec.ts';

/** `line` is the place in the list, from 1. */
interface JsonRow extends SourceRow {
  item: unknown;
}

/** The list is read as a whole; more than this wants a file in parts. */
const BYTES_MAX = 100_000_000;

/** What a rejected file holds, so that a mended one can be imported again. */
const rejectedItem = z.strictObject({ nummer: z.number(), redenen: z.string(), bericht: z.unknown() });

const readList = async (file: string): Promise<unknown[]> => {
  let text: string;
  try {
    if ((await stat(file)).size > BYTES_MAX) throw new ImportError('Het bestand is groter dan 100 MB. Verdeel de lijst over meer bestanden.');
    text = await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof ImportError) throw error;
    throw new ImportError('Het bestand is niet te lezen: bestaat het, en mag u het lezen?', { cause: error });
  }
  let list: unknown;
  try {
    list = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new ImportError('Het bestand is geen geldige JSON.', { cause: error });
  }
  if (!Array.isArray(list)) throw new ImportError('Het bestand moet één JSON-lijst zijn: [ … ].');
  return list;
};

async function* batchesOf(rows: readonly JsonRow[], size: number): AsyncGenerator<JsonRow[]> {
  for (let i = 0; i < rows.length; i += size) yield rows.slice(i, i + size);
}

/** Throws ImportError when the file is no JSON list. */
export const jsonSource = async <T>(spec: JsonImportSpec<T>, file: string, rejectedFile: string): Promise<ImportSource<T, JsonRow>> => {
  const rows = (await readList(file)).map((item, i): JsonRow => ({ line: i + 1, item: rejectedItem.safeParse(item).data?.bericht ?? item }));
  await rm(rejectedFile, { force: true });
  const rejected: Rejected<JsonRow>[] = [];
  return {
    rows: rows.length,
    batches: (size) => batchesOf(rows, size),
    parse: ({ item }) => spec.readItem(item),
    reasons: (problems) => problems.map(({ path, message }) => (path.length === 0 ? message : `${path.join('.')}: ${message}`)).join('; '),
    rejects: {
      add: async (some) => void rejected.push(...some),
      close: async () => {
        if (rejected.length === 0) return;
        const items = rejected.map(({ line, reasons, item }) => ({ nummer: line, redenen: reasons, bericht: item }));
        // Personal data: for whoever runs the import only.
        await writeFile(rejectedFile, `${JSON.stringify(items, null, 2)}\n`, { mode: 0o600 });
      },
    },
  };
};
