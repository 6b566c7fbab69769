import type { WriteTx } from '../persistence/transactions.ts';
import type { RequestContext } from '../server/context.ts';
import { traceparentOf } from '../trace/index.ts';
import { LetterOut } from './letter.entity.ts';

/** Announced by a transaction that wrote letters. */
export const LETTERS = 'letters';

export interface Letter {
  /** `nuo` or a CBS code. */
  to: string;
  /** By which the addressee knows what to do with it. */
  kind: string;
  /** What it is about: the caller holds its lock, so that letters about it stand in the order of what happened. */
  aggregateId: string;
  /** JSON. No BSN in clear: what is for the addressee's eyes only is sealed first. */
  body: object;
}

/** Writes a letter in the transaction of its effect: both are there, or neither. The courier delivers it at least once. */
export const writeLetter = async (
  tx: WriteTx,
  { newId, clock, trace }: Pick<RequestContext, 'newId' | 'clock' | 'trace'>,
  { to, kind, aggregateId, body }: Letter,
): Promise<void> => {
  const now = clock();
  await tx.em.insert(LetterOut, {
    id: newId(),
    addressee: to,
    kind,
    aggregateId,
    body: JSON.stringify(body),
    writtenAt: now,
    traceparent: traceparentOf(trace),
    state: 'WAITING',
    tries: 0,
    nextTryAt: now,
    problem: null,
    endedAt: null,
  });
  tx.announces.add(LETTERS);
};
