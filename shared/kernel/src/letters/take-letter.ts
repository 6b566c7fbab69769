import type { z } from 'zod';
import { type Outcome, recordEffect } from '../commands/index.ts';
import { organisationName } from '../municipalities/index.ts';
import type { Database } from '../persistence/database.ts';
import { isUniqueViolation } from '../persistence/errors.ts';
import type { WriteTx } from '../persistence/transactions.ts';
import { type RequestContext, requestContext } from '../server/context.ts';
import { childOf } from '../trace/index.ts';
import { LetterIn } from './letter.entity.ts';
import type { StatedLetter } from './letter-statement.ts';

/** Thrown by a handler: this letter can never have its effect. Nothing is written, and the sender's functional administration sees `code`. */
export class LetterRefused extends Error {
  override name = 'LetterRefused';
  constructor(readonly code: string) {
    super(code);
  }
}

/** What a letter did, for the audit and the processing log. */
export type LetterEffect = Omit<Outcome<unknown>, 'answer'>;

/** What one organisation does with one kind of letter. */
export interface LetterHandler<B = never> {
  body: z.ZodType<B>;
  /** Runs in the transaction that takes the letter in. The principal is the sending organisation, which has no role here. */
  take(tx: WriteTx, ctx: RequestContext, body: B, letter: StatedLetter): Promise<LetterEffect>;
}

/** Kind → what is done with it; any other kind is refused. */
export type LetterHandlers = Readonly<Record<string, LetterHandler>>;

export const letterHandler = <B>(handler: LetterHandler<B>): LetterHandler => handler as unknown as LetterHandler;

/** Whose database takes letters in. */
export type TakingParts = Pick<RequestContext, 'db' | 'clock' | 'newId' | 'home' | 'logging'>;

/** Those who write letters are organisations: what one of them may do here, its handlers say. */
const senderContext = (parts: TakingParts, { sender, kind, trace }: StatedLetter): RequestContext =>
  requestContext({
    ...parts,
    principal: { employeeId: 'letter', displayName: `Brief van ${organisationName(sender)}`, organisation: sender, roles: [] },
    trace: childOf(trace),
    operation: `letter ${kind}`,
    purpose: null,
  });

const insertOnce = async (tx: WriteTx, row: LetterIn): Promise<boolean> => {
  const { sender, id } = row;
  if (await tx.em.existsBy(LetterIn, { sender, id })) return false;
  await tx.em.insert(LetterIn, row);
  return true;
};

const parse = (handler: LetterHandler, body: string): never => {
  try {
    return handler.body.parse(JSON.parse(body));
  } catch {
    throw new LetterRefused('BAD_BODY');
  }
};

/** Takes a letter in with its effect, in one transaction; of the same letter again, also at once, there is one effect. */
export const takeLetter = async (parts: TakingParts, handlers: LetterHandlers, letter: StatedLetter, body: string): Promise<'TAKEN' | 'KNOWN'> => {
  const handler = Object.hasOwn(handlers, letter.kind) ? handlers[letter.kind] : undefined;
  if (!handler) throw new LetterRefused('UNKNOWN_KIND');
  const parsed = parse(handler, body);
  const { sender, id, kind } = letter;
  const take = (db: Database): Promise<'TAKEN' | 'KNOWN'> =>
    db.write(async (tx) => {
      if (!(await insertOnce(tx, { sender, id, kind, takenAt: parts.clock() }))) return 'KNOWN';
      const ctx = senderContext(parts, letter);
      await recordEffect(tx, ctx, `letter ${kind}`, await handler.take(tx, ctx, parsed, letter));
      return 'TAKEN';
    });
  try {
    return await take(parts.db);
  } catch (error) {
    // Two of the same at once: the other has committed.
    if (isUniqueViolation(error) && (await parts.db.read.em.existsBy(LetterIn, { sender, id }))) return 'KNOWN';
    throw error;
  }
};
