import type { DemoContactAttempt } from '@werkplein/demo';
import { insertRows, stateAllFacts, type WriteTx } from '@werkplein/kernel';
import { demoKnowing, morningOf, notLoaded } from '../demo-knowing.ts';
import { ContactAttempt } from './contact-attempt.entity.ts';
import { attemptFacts, CONTACT_ATTEMPT } from './contact-attempt.facts.ts';

/** Known on their own day; each is an attempt of one try. */
export const writeContactAttempts = async (tx: WriteTx, demos: readonly DemoContactAttempt[]): Promise<void> => {
  const rows = (await notLoaded(tx, ContactAttempt, demos)).map(
    ({ employerId, by, at, ...demo }): ContactAttempt => ({
      ...demo,
      at: new Date(at),
      employerAliasId: employerId,
      employeeId: by.id,
      organisation: by.organisation,
    }),
  );
  await insertRows(tx, ContactAttempt, rows);
  const knowing = { ...demoKnowing, knownSince: ({ validFrom }: { validFrom: string }) => morningOf(validFrom) };
  await stateAllFacts(tx, knowing, [CONTACT_ATTEMPT], new Map(rows.map((row) => [row.attemptId, attemptFacts([row])])));
};
