import type { Logger } from 'pino';
import { Refused } from '../server/refused.ts';
import { checkRequest, readBody } from '../server/request.ts';
import { send } from '../server/response.ts';
import type { Route } from '../server/route.ts';
import { LETTER_HEADER, type VerifyLetter } from './letter-statement.ts';
import { type LetterHandlers, LetterRefused, takeLetter, type TakingParts } from './take-letter.ts';

export const LETTERS_PATH = '/letters';
const BODY_LIMIT = 1024 * 1024;
/** The letter is understood and will never be taken: trying again is of no use. */
export const REFUSED_STATUS = 422;

export interface LetterRouteOptions extends TakingParts {
  verify: VerifyLetter;
  handlers: LetterHandlers;
  log: Logger;
}

/** `POST /letters` for the other organisations. Answers when the effect is committed. */
export const letterRoute = ({ verify, handlers, log, ...parts }: LetterRouteOptions): Route => ({
  method: 'POST',
  handles: (path) => path === LETTERS_PATH,
  answer: async (request, response) => {
    checkRequest(request);
    const body = await readBody(request, BODY_LIMIT);
    const statement = request.headers[LETTER_HEADER];
    const letter = typeof statement === 'string' ? await verify(statement, body) : null;
    if (!letter) throw new Refused('UNAUTHENTICATED');
    const { sender, id, kind } = letter;
    try {
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
