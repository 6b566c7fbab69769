import type { ReadTx, WriteTx } from '../persistence/transactions.ts';
import { LetterOut } from './letter.entity.ts';

/** SQL: an earlier letter to the same addressee about the same thing is still to arrive. */
const behindAnother =
  "EXISTS (SELECT 1 FROM letter_out e WHERE e.addressee = l.addressee AND e.aggregateId = l.aggregateId AND e.entry < l.entry AND e.state IN ('WAITING', 'REFUSED'))";

/** Letters that may go now: of each thing the first that has not arrived. */
export const dueLetters = ({ em }: ReadTx, addressee: string, now: Date, limit: number): Promise<LetterOut[]> =>
  em
    .createQueryBuilder(LetterOut, 'l')
    .where("l.addressee = :addressee AND l.state = 'WAITING' AND l.nextTryAt <= :now", { addressee, now })
    .andWhere(`NOT ${behindAnother}`)
    .orderBy('l.entry')
    .limit(limit)
    .getMany();

/** Makes the next try ours until `until`; false when another process was first. */
export const claimTry = async ({ em }: WriteTx, { entry, tries }: LetterOut, until: Date): Promise<boolean> =>
  (await em.update(LetterOut, { entry, tries, state: 'WAITING' }, { tries: tries + 1, nextTryAt: until })).affected === 1;

/** It has arrived: its body is theirs now. */
export const markDelivered = ({ em }: WriteTx, { entry }: LetterOut, endedAt: Date): Promise<unknown> =>
  em.update(LetterOut, { entry }, { state: 'DELIVERED', body: null, problem: null, endedAt });

/** The try that was ours failed; a letter that was sent again by hand meanwhile stays as it is. */
export const markFailed = ({ em }: WriteTx, { entry, tries }: LetterOut, change: Pick<LetterOut, 'state' | 'problem' | 'nextTryAt'>): Promise<unknown> =>
  em.update(LetterOut, { entry, tries: tries + 1, state: 'WAITING' }, change);
