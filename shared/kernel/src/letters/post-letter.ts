import { Agent, request } from 'undici';
import type { Tls } from '../server/tls.ts';
import { newSpanId, readTraceparent, type Trace } from '../trace/index.ts';
import type { LetterOut } from './letter.entity.ts';
import { REFUSED_STATUS } from './letter-route.ts';
import { LETTER_HEADER, type SignLetter } from './letter-statement.ts';

/** What became of one try. A problem is a code; a refusal is final, anything else passes. */
export type Try = { delivered: true } | { delivered: false; refused: boolean; problem: string };

/** Connects to the other organisations as this one, on connections that stay. */
export const letterAgent = (tls?: Tls): Agent => new Agent({ ...(tls && { connect: { ...tls, minVersion: 'TLSv1.2' as const } }) });

const ANSWER_WITHIN_MS = 10_000;
const ANSWER_LIMIT = 10_000;
const TOO_LARGE = 413;
const codeForm = /^[A-Z][A-Z_]{1,39}$/;

const codeIn = (text: string): string => {
  try {
    const { code } = JSON.parse(text.slice(0, ANSWER_LIMIT)) as { code?: unknown };
    return typeof code === 'string' && codeForm.test(code) ? code : 'REFUSED';
  } catch {
    return 'REFUSED';
  }
};

const failed = (problem: string, refused = false): Try => ({ delivered: false, refused, problem });

/** Sends a letter once, with a statement of its own. */
export const postLetter = async (dispatcher: Agent, url: string, sign: SignLetter, letter: LetterOut): Promise<Try> => {
  const { id, addressee, kind, aggregateId } = letter;
  const body = letter.body ?? '';
  const trace: Trace = { traceId: (readTraceparent(letter.traceparent) as Trace).traceId, spanId: newSpanId() };
  try {
    const answer = await request(url, {
      method: 'POST',
      dispatcher,
      body,
      headers: { 'content-type': 'application/json', [LETTER_HEADER]: sign(addressee, { id, kind, aggregateId, trace }, body) },
      signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
    });
    const text = await answer.body.text();
    if (answer.statusCode === 200) return { delivered: true };
    if (answer.statusCode === REFUSED_STATUS) return failed(codeIn(text), true);
    return failed(`STATUS_${answer.statusCode}`, answer.statusCode === TOO_LARGE);
  } catch {
    return failed('UNREACHABLE');
  }
};
