import { type Outcome, runCommand } from '../commands/index.ts';
import { fault } from '../errors/index.ts';
import type { RequestContext } from '../server/context.ts';
import { LetterOut, type LetterState } from './letter.entity.ts';
import type { LetterInput } from './letter.types.ts';
import { LETTERS } from './write-letter.ts';

type Ended = { __typename: 'LetterEnded'; letterId: string; state: LetterState };
type Done = 'LetterSentAgain' | 'LetterSetAside';
export type ChangeLetterAnswer<D extends Done> = { __typename: D; letterId: string } | Ended;

/** Changes a letter that has not arrived; who was first, the courier or we, the database decides. */
const changeLetter = <D extends Done>(
  ctx: RequestContext,
  command: string,
  done: D,
  input: LetterInput,
  change: Partial<LetterOut>,
): Promise<ChangeLetterAnswer<D>> =>
  runCommand<ChangeLetterAnswer<D>>(ctx, command, input, async (tx): Promise<Outcome<ChangeLetterAnswer<D>>> => {
    const { letterId } = input;
    const subjectIds = [letterId];
    const { affected = 0 } = await tx.em
      .createQueryBuilder()
      .update(LetterOut)
      .set(change)
      .where("id = :letterId AND state IN ('WAITING', 'REFUSED')", { letterId })
      .execute();
    tx.announces.add(LETTERS);
    if (affected > 0) return { answer: { __typename: done, letterId }, subjectIds };
    const row = await tx.em.findOneBy(LetterOut, { id: letterId });
    if (!row) throw fault('NOT_FOUND');
    return { answer: { __typename: 'LetterEnded', letterId, state: row.state }, subjectIds };
  });

/** Tries a letter again at once, with as many tries as a new one. */
export const sendLetterAgain = (ctx: RequestContext, input: LetterInput): Promise<ChangeLetterAnswer<'LetterSentAgain'>> =>
  changeLetter(ctx, 'sendLetterAgain', 'LetterSentAgain', input, { state: 'WAITING', tries: 0, problem: null, nextTryAt: ctx.clock() });

/** Gives a letter up, so that what comes after it can go. What it says goes with it. */
export const setLetterAside = (ctx: RequestContext, input: LetterInput): Promise<ChangeLetterAnswer<'LetterSetAside'>> =>
  changeLetter(ctx, 'setLetterAside', 'LetterSetAside', input, { state: 'SET_ASIDE', body: null, endedAt: ctx.clock() });
