import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import type { RequestContext } from '@werkplein/kernel';
import type { BsnVault } from '../bsn/index.ts';
import { deliverSrg, type SrgReport, tryOutSrg } from './deliver-srg.ts';
import { type RejectedUse, type SrgRejection, srgRejections } from './srg.rules.ts';

const usage = 'Say which month, and where it goes or that it is a dry run: --month 2026-10 --out <file.jsonl>|--dry-run';
/** Some were left out: the rest was written, and the caller's script can tell. */
const SOME_REJECTED = 2;

const textOf = ({ month, persons, provisions, subsidies, outside, file, digest }: SrgReport, rejected: readonly RejectedUse[]): string => {
  const reasons = [...Map.groupBy(rejected, ({ reason }) => reason)].map(([reason, some]) => `${some.length} keer: ${srgRejections[reason as SrgRejection]}`);
  return [
    `${month}: ${persons} personen, ${provisions} voorzieningen, ${subsidies} loonkostensubsidies; ${outside} cliënten vallen buiten de statistiek.`,
    file === null ? 'Niet geschreven (proef).' : `Geschreven: ${file}, SHA-256 ${digest}.`,
    `${rejected.length} weggelaten.`,
    ...reasons,
  ].join('\n');
};

/** `main.js srg`: the delivery of a month to a file, with what was left out beside it. A BSN is in the file alone. */
export const srgTask =
  (vault: BsnVault) =>
  async (ctx: RequestContext, args: readonly string[]): Promise<string> => {
    const { values } = parseArgs({
      args: [...args],
      options: { month: { type: 'string' }, out: { type: 'string' }, 'dry-run': { type: 'boolean', default: false } },
    });
    const { month, out } = values;
    if (month === undefined || (out === undefined) === !values['dry-run']) throw new Error(usage);
    const input = { requestId: randomUUID(), month };
    const { report, rejected } = out === undefined ? await tryOutSrg(ctx, input) : await deliverSrg(ctx, vault, input, out);
    if (out !== undefined && rejected.length > 0)
      await writeFile(
        `${out}.rejected.json`,
        `${JSON.stringify(
          rejected.map((each) => ({ ...each, text: srgRejections[each.reason] })),
          null,
          2,
        )}\n`,
        { mode: 0o600 },
      );
    if (rejected.length > 0) process.exitCode = SOME_REJECTED;
    return textOf(report, rejected);
  };
