import type { Logger } from 'pino';
import type { Clock } from '../clock/index.ts';
import type { Tls } from '../server/tls.ts';
import type { Route } from '../server/route.ts';
import type { SharedKey } from './compare-keys.ts';
import { startCourier } from './courier.ts';
import { letterRoute } from './letter-route.ts';
import type { LetterPost } from './settings.ts';
import type { LetterHandlers, TakingParts } from './take-letter.ts';

/** What an organisation does with letters. */
export interface LetterService {
  /** Its keys and the addresses of the others, read when the process starts. */
  post(): Promise<LetterPost>;
  handlers: LetterHandlers;
  /** Keys of other things that it has in common with some of the others. */
  sharedKeys?: readonly SharedKey[];
}

/** Takes letters in and delivers those that this database wrote, until `stop`. */
export const serveLetters = async (
  { post, handlers, sharedKeys = [] }: LetterService,
  parts: TakingParts & { log: Logger; tls?: Tls | undefined; courierClock?: Clock; lookMs?: number; firstPauseMs?: number },
): Promise<{ routes: Route[]; stop(): Promise<void> }> => {
  const opened = await post();
  const courier = startCourier({ ...parts, clock: parts.courierClock ?? parts.clock, post: opened });
  return { routes: [letterRoute({ ...parts, post: opened, handlers, sharedKeys })], stop: () => courier.stop() };
};
