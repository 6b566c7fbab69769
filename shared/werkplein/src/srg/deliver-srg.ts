import { createHash } from 'node:crypto';
import { rename, rm, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { InvalidValue, localDay, type RequestContext, runCommand } from '@werkplein/kernel';
import type { BsnVault } from '../bsn/index.ts';
import { clientActivity } from '../clients/client.activities.ts';
import { inputReader } from '../clients/input.ts';
import { type Collected, collectSrg } from './collect-srg.ts';
import { srgRecords } from './srg.adapter.ts';
import { SrgDeliveryRow } from './srg-delivery.entity.ts';
import { daysOfMonth, type RejectedUse } from './srg.rules.ts';

export interface SrgFields {
  requestId: string;
  month: string;
}

export interface SrgReport {
  __typename: 'SrgReport';
  month: string;
  persons: number;
  provisions: number;
  subsidies: number;
  outside: number;
  rejectedCount: number;
  /** The first of them. */
  rejected: RejectedUse[];
  /** Name of the file; null of a dry run. */
  file: string | null;
  digest: string | null;
}

const REJECTED_SHOWN = 100;
/** Holds BSNs: for whoever runs it only. */
const OWN = { mode: 0o600 };

export const parseMonth = (text: string, today: string): string => {
  if (!/^20[0-9]{2}-(0[1-9]|1[0-2])$/.test(text)) throw new InvalidValue('een maand, geschreven als JJJJ-MM');
  if (daysOfMonth(text).last >= today) throw new InvalidValue('een maand die voorbij is');
  return text;
};

const reportOf = (month: string, { persons, rejected, outside }: Collected): SrgReport => ({
  __typename: 'SrgReport',
  month,
  persons: persons.length,
  provisions: persons.reduce((sum, { provisions }) => sum + provisions.length, 0),
  subsidies: persons.reduce((sum, { subsidies }) => sum + subsidies.length, 0),
  outside,
  rejectedCount: rejected.length,
  rejected: rejected.slice(0, REJECTED_SHOWN),
  file: null,
  digest: null,
});

const readMonth = (ctx: RequestContext, text: string): string => {
  const reader = inputReader(['input']);
  const month = reader.read(['month'], () => parseMonth(text, localDay(ctx.clock())));
  reader.refuse();
  return month;
};

/** What a delivery would hold and what it would leave out; nothing is written. Of those who are named the look is logged. */
export const tryOutSrg = async (ctx: RequestContext, input: SrgFields): Promise<{ report: SrgReport; rejected: RejectedUse[] }> => {
  const month = readMonth(ctx, input.month);
  const collected = await collectSrg(ctx.db.read, month);
  const report = reportOf(month, collected);
  await runCommand<SrgReport>(
    ctx,
    'tryOutSrg',
    input,
    async () => ({ answer: report, subjectIds: [], persons: report.rejected.map(({ clientId }) => clientId) }),
    clientActivity(ctx, 'leveren-srg'),
  );
  return { report, rejected: collected.rejected };
};

/**
 * Writes the delivery of a month to `file`. Everybody in it gets a line in the processing log in the transaction of the command, and only after
 * that does the file get its name: what cannot be logged is not delivered.
 */
export const deliverSrg = async (
  ctx: RequestContext,
  vault: BsnVault,
  input: SrgFields,
  file: string,
): Promise<{ report: SrgReport; rejected: RejectedUse[] }> => {
  const month = readMonth(ctx, input.month);
  const collected = await collectSrg(ctx.db.read, month);
  const writtenAt = ctx.clock();
  const content = `${srgRecords(vault, { municipality: ctx.home, month, writtenAt }, collected)
    .map((record) => JSON.stringify(record))
    .join('\n')}\n`;
  const digest = createHash('sha256').update(content).digest('hex');
  const part = `${file}.${ctx.newId().slice(-12)}.part`;
  let written = false;
  try {
    await writeFile(part, content, OWN);
    const wanted: SrgReport = { ...reportOf(month, collected), file: basename(file), digest };
    const persons = new Set([...collected.persons.map(({ client }) => client.id), ...wanted.rejected.map(({ clientId }) => clientId)]);
    const report = await runCommand<SrgReport>(
      ctx,
      'deliverSrg',
      input,
      async (tx) => {
        const id = ctx.newId();
        const { persons: people, provisions, subsidies, outside, rejectedCount } = wanted;
        const counts = { persons: people, provisions, subsidies, outside, rejected: rejectedCount };
        const { employeeId: writtenById } = ctx.principal;
        await tx.em.insert(SrgDeliveryRow, { id, month, file: basename(file), digest, ...counts, writtenById, writtenAt });
        written = true;
        return { answer: wanted, subjectIds: [id], persons: [...persons] };
      },
      clientActivity(ctx, 'leveren-srg'),
    );
    // A repeat gives the first answer, and its file is there.
    if (written) await rename(part, file);
    return { report, rejected: collected.rejected };
  } finally {
    await rm(part, { force: true });
  }
};
