import { setTimeout as wait } from 'node:timers/promises';
import type { Logger } from 'pino';
import { In } from 'typeorm';
import { ConfigurationError, optionalText, readConfiguration, type Setting } from '../config/index.ts';
import type { Database } from '../persistence/database.ts';
import { AccessEvent } from './access-event.entity.ts';
import { lineSpan, otlpRequest, requestSpan } from './otlp.ts';
import { ProcessingLogLine } from './processing-log.entity.ts';
import { UnshippedLine } from './unshipped-line.entity.ts';

export const shippingSettings = (name: string): Record<string, Setting<string | undefined>> => ({
  [`${name.toUpperCase()}_LOGBOEK_OTLP_URL`]: optionalText(
    `Whole address (…/v1/traces) of a Logboek Dataverwerkingen that takes the lines of ${name} over OTLP/HTTP in JSON; https with NODE_ENV=production. Lines from before it was set stay here. Without it: the table processing_log only.`,
  ),
});

export const shippingUrl = (name: string, env: NodeJS.ProcessEnv = process.env): string | null => {
  const variable = `${name.toUpperCase()}_LOGBOEK_OTLP_URL`;
  const url = readConfiguration(shippingSettings(name), env)[variable];
  if (url === undefined) return null;
  const allowed = env['NODE_ENV'] === 'production' ? ['https:'] : ['https:', 'http:'];
  if (URL.canParse(url) && allowed.includes(new URL(url).protocol)) return url;
  throw new ConfigurationError(`The configuration is not usable:\n  ${variable}: an address with ${allowed.join(' or ')}`);
};

export interface ShippingOptions {
  db: Database;
  url: string;
  /** Name of the system in the logbook: that of the subgraph. */
  service: string;
  /** Address of the gateway, as in the lines. */
  caller: string;
  log: Logger;
  /** How long to wait when there is nothing to send. */
  pollMs?: number;
}

export interface Shipper {
  /** Finishes the batch that is under way; what is left goes after the next start. */
  stop(): Promise<void>;
}

const BATCH = 500;
const POLL_MS = 1000;
const LONGEST_PAUSE_MS = 60_000;
const ANSWER_WITHIN_MS = 10_000;

const post = async (url: string, body: string): Promise<void> => {
  const signal = AbortSignal.timeout(ANSWER_WITHIN_MS);
  const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body, signal, redirect: 'error' });
  const text = await response.text();
  if (!response.ok) throw new Error(`status ${response.status}`);
  const answer = (text === '' ? {} : JSON.parse(text)) as { partialSuccess?: { rejectedSpans?: number | string } };
  // A line that was not taken was not acknowledged: the batch stays, and the log says so until somebody looks.
  const rejected = Number(answer.partialSuccess?.rejectedSpans ?? 0);
  if (rejected > 0) throw new Error(`${rejected} lines rejected`);
};

/** Sends the oldest lines and forgets them when they are acknowledged; gives how many there were. */
const shipBatch = async ({ db, url, service, caller }: ShippingOptions): Promise<number> => {
  const { em } = db.read;
  const ids = (await em.find(UnshippedLine, { order: { id: 'ASC' }, take: BATCH })).map(({ id }) => id);
  if (ids.length === 0) return 0;
  const events = (await em.findBy(AccessEvent, { id: In(ids) })).map((event) => [event.id, requestSpan(event, caller)] as const);
  const lines = (await em.findBy(ProcessingLogLine, { id: In(ids) })).map((line) => [line.id, lineSpan(line)] as const);
  const spans = new Map([...events, ...lines]);
  // A line whose retention has ended meanwhile is no longer there to send.
  const inOrder = ids.flatMap((id) => spans.get(id) ?? []);
  if (inOrder.length > 0) await post(url, otlpRequest(service, inOrder));
  await db.write((tx) => tx.em.delete(UnshippedLine, { id: In(ids) }));
  return ids.length;
};

/**
 * Sends every line of the processing log to the logbook: at least once, oldest first, one batch at a time, so that a slow logbook
 * slows nobody but the shipper. Not the APM exporter: that samples, and may lose what it cannot send.
 */
export const shipLines = (options: ShippingOptions): Shipper => {
  const { log, pollMs = POLL_MS } = options;
  const stopping = new AbortController();
  const stopped = (): boolean => stopping.signal.aborted;
  const pause = (ms: number): Promise<void> => wait(ms, undefined, { signal: stopping.signal }).catch(() => undefined);

  const run = async (): Promise<void> => {
    for (let failures = 0; !stopped(); ) {
      try {
        const sent = await shipBatch(options);
        failures = 0;
        if (sent < BATCH) await pause(pollMs);
      } catch (error) {
        failures += 1;
        log.error({ failures, problem: error instanceof Error ? error.message : String(error) }, 'processing lines not shipped; they wait');
        await pause(Math.min(LONGEST_PAUSE_MS, pollMs * 2 ** failures));
      }
    }
  };
  const running = run();
  return {
    stop: () => {
      stopping.abort();
      return running;
    },
  };
};
