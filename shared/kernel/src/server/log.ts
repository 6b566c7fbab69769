import pino, { type DestinationStream, type Logger } from 'pino';

export type { Logger } from 'pino';

/** Structured logs of one process, a JSON line each. */
export const newLogger = (name: string, level: string, to?: DestinationStream): Logger => pino({ name, level }, ...(to ? [to] : []));
