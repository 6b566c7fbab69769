import { z } from 'zod';
import { buildInfo } from '../config/build-info.ts';
import { type Trace, childOf } from '../trace/index.ts';
import type { StatedLetter } from './letter-statement.ts';
import type { LetterPost } from './settings.ts';
import { LetterRefused } from './take-letter.ts';

// How one organisation sees whether another has the keys that it must have, and neither sees a key of the other: each seals a text that only the right
// key opens, and of a key that both must have goes a keyed hash. It goes as letters go, so it asks what they need; nothing is kept of it.

/** A key that some organisations must have alike. */
export interface SharedKey {
  setting: string;
  sharedWith(organisation: string): boolean;
  /** Of every key that is in use, the newest first; of another question they are others. */
  fingerprints(question: string): string[];
  /** What to do when the other has another, in Dutch. */
  advice: string;
}

/** Kinds of the question and of its answer: neither is taken for the other, or for a letter. */
export const COMPARE_KEYS = 'CompareKeys';
export const KEYS_COMPARED = 'KeysCompared';
/** What they are about, where a letter names a row. */
export const ABOUT_KEYS = 'keys';

const questionSchema = z.object({ sealed: z.string() });
export const comparedSchema = z.object({
  version: z.string(),
  /** Whether what we sealed could be opened. */
  opened: z.boolean(),
  /** The id of the question, sealed for us. */
  sealed: z.string(),
  /** Setting → fingerprints; of what is shared with us only. */
  shared: z.record(z.string(), z.array(z.string())),
});
export type Compared = z.infer<typeof comparedSchema>;

export interface Signed {
  body: string;
  statement: string;
}

export const askToCompare = async ({ parties, sign }: LetterPost, to: string, id: string, trace: Trace): Promise<Signed> => {
  const body = JSON.stringify({ sealed: await parties.get(to)?.seal(id) });
  return { body, statement: sign(to, { id, kind: COMPARE_KEYS, aggregateId: ABOUT_KEYS, trace }, body) };
};

/** Answers whom the letters' keys have shown to be another organisation. */
export const answerToCompare = async (
  { unseal, parties, sign }: LetterPost,
  sharedKeys: readonly SharedKey[],
  { sender, id, trace }: StatedLetter,
  question: string,
): Promise<Signed> => {
  let sealed: string;
  try {
    ({ sealed } = questionSchema.parse(JSON.parse(question)));
  } catch {
    throw new LetterRefused('BAD_BODY');
  }
  const shared = sharedKeys.filter(({ sharedWith }) => sharedWith(sender)).map(({ setting, fingerprints }) => [setting, fingerprints(id)] as const);
  const compared: Compared = {
    version: buildInfo().version,
    opened: (await unseal(sealed)) === id,
    sealed: (await parties.get(sender)?.seal(id)) ?? '',
    shared: Object.fromEntries(shared),
  };
  const body = JSON.stringify(compared);
  return { body, statement: sign(sender, { id, kind: KEYS_COMPARED, aggregateId: ABOUT_KEYS, trace: childOf(trace) }, body) };
};

/** The answer of `from` to the question `id`; null when it is not signed by a key that we have of it. */
export const readCompared = async ({ verify }: LetterPost, from: string, id: string, { body, statement }: Signed): Promise<Compared | null> => {
  const stated = await verify(statement, body);
  if (stated?.sender !== from || stated.id !== id || stated.kind !== KEYS_COMPARED) return null;
  return comparedSchema.parse(JSON.parse(body));
};
