import type { Logger } from 'pino';
import { Refused } from '../server/refused.ts';
import { checkRequest, readBody } from '../server/request.ts';
import { send } from '../server/response.ts';
import type { Route } from '../server/route.ts';
import { answerToCompare, COMPARE_KEYS, type SharedKey } from './compare-keys.ts';
import { LETTER_HEADER } from './letter-statement.ts';
import type { LetterPost } from './settings.ts';
import { type LetterHandlers, LetterRefused, takeLetter, type TakingParts } from './take-letter.ts';

export const LETTERS_PATH = '/letters';
const BODY_LIMIT = 1024 * 1024;
/** The letter is understood and will never be taken: trying again is of no use. */
export const REFUSED_STATUS = 422;

export interface LetterRouteOptions extends TakingParts {
  post: LetterPost;
  handlers: LetterHandlers;
  sharedKeys: readonly SharedKey[];
  log: Logger;
}

/** `POST /letters` for the other organisations. Answers when the effect is committed. */
export const letterRoute = ({ post, handlers, sharedKeys, log, ...parts }: LetterRouteOptions): Route => ({
  method: 'POST',
  handles: (path) => path === LETTERS_PATH,
  answer: async (request, response) => {
    checkRequest(request);
    const body = await readBody(request, BODY_LIMIT);
    const statement = request.headers[LETTER_HEADER];
    const letter = typeof statement === 'string' ? await post.verify(statement, body) : null;
    if (!letter) throw new Refused('UNAUTHENTICATED');
    const { sender, id, kind } = letter;
    try {
      if (kind === COMPARE_KEYS) {
        const answer = await answerToCompare(post, sharedKeys, letter, body);
        return send(response, 200, answer.body, { [LETTER_HEADER]: answer.statement });
      }
      send(response, 200, JSON.stringify({ status: await takeLetter(parts, handlers, letter, body) }));
    } catch (error) {
      if (!(error instanceof LetterRefused)) {
        log.error({ sender, letter: id, kind, error }, 'letter failed');
        throw error;
      }
      log.warn({ sender, letter: id, kind, code: error.code }, 'letter refused');
      send(response, REFUSED_STATUS, JSON.stringify({ code: error.code }));
    }
  },
});
