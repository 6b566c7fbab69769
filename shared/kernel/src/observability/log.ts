import pino, { type DestinationStream, type Logger } from 'pino';
import { z } from 'zod';
import { setting } from '../config/index.ts';
import { loggable, withoutNumbers } from './loggable.ts';

export type { Logger } from 'pino';

export const logLevel = setting(
  z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
  'Level of the structured logs: trace, debug, info (with a line for each request), warn, error, fatal or silent.',
  'info',
);

/** Lines wait so long, or until so many bytes are together: a write for each line doubles what a line costs. The end of the process writes what is left. */
const FLUSH_MS = 250;
const FLUSH_BYTES = 4096;
/** Nobody logs these; whoever would by mistake logs that it was one. */
const never = ['authorization', 'body', 'bsn', 'headers', 'input', 'password', 'principal', 'statement', 'token', 'variables'];

const standardOutput = (): DestinationStream => pino.destination({ dest: 1, sync: false, minLength: FLUSH_BYTES, periodicFlush: FLUSH_MS });

/**
 * Structured logs of one process, a JSON line each, without personal data: `error` is what `loggable` leaves of it,
 * `problem` a text without long numbers, and what may never be logged is left out under its name.
 */
export const newLogger = (name: string, level: string, to: DestinationStream = standardOutput()): Logger =>
  pino(
    {
      name,
      level,
      serializers: { error: loggable, err: loggable, problem: (text: unknown) => (typeof text === 'string' ? withoutNumbers(text) : typeof text) },
      redact: { paths: never, censor: '…' },
    },
    to,
  );
