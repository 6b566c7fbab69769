import type { Logger } from 'pino';
import type { Clock } from '../clock/index.ts';
import { optionalText, positive, readConfiguration, text } from '../config/index.ts';
import type { Database } from '../persistence/database.ts';
import { openOutbox, type Outbox } from './outbox.ts';
import { noWakeUp, redisWakeUp } from './wake-up.ts';

/** Settings of the events of one subgraph. */
export const eventSettings = (name: string) => ({
  EVENTS_REDIS_URL: optionalText(
    'Redis by which processes tell each other of new events (redis://… or rediss://…). Without it, and while it is away, each process looks every second.',
  ),
  [`${name.toUpperCase()}_EVENTS_DAYS`]: positive(`How many days the events of ${name} are kept: whoever was away longer reads the whole anew.`, 90),
  [`${name.toUpperCase()}_EVENTS_SOURCE`]: text(
    `URN in \`source\` of every event of ${name}: its OIN and system (NL GOV profile for CloudEvents).`,
    `urn:nld:systeem:werkplein-graph-${name}`,
  ),
});

/** The outbox of a process, as the environment says. */
export const openConfiguredOutbox = async (name: string, { db, clock, log }: { db: Database; clock: Clock; log: Logger }) => {
  const settings = readConfiguration(eventSettings(name)) as Record<string, string | number | undefined>;
  const redis = settings['EVENTS_REDIS_URL'] as string | undefined;
  const wakeUp = redis === undefined ? noWakeUp : redisWakeUp(redis, `werkplein:${name}:outbox`, log);
  const outbox: Outbox = await openOutbox({ db, clock, wakeUp, log, keepDays: settings[`${name.toUpperCase()}_EVENTS_DAYS`] as number });
  return { outbox, source: settings[`${name.toUpperCase()}_EVENTS_SOURCE`] as string };
};
