import { auditSettings, configuredAuditSigner } from '../audit/audit-keys.ts';
import { startSealer } from '../audit/sealer.ts';
import { type Clock, systemClock } from '../clock/index.ts';
import { buildInfo, buildSettings } from '../config/build-info.ts';
import { drainMs, drainSettings } from '../config/drain.ts';
import { ConfigurationError, optionalText, port, readConfiguration, text } from '../config/index.ts';
import { demoKeyPair } from '../identity/keys.ts';
import { readPublicKeys } from '../identity/public-keys.ts';
import { REMEMBERED_MS, statementVerifier, type VerifyStatement } from '../identity/statement.ts';
import { usedOnceTogether } from '../identity/used-once.ts';
import { newIds } from '../ids/index.ts';
import { type LetterService, serveLetters } from '../letters/service.ts';
import { certificateMetric } from '../observability/certificates.ts';
import { type Logger, logLevel, newLogger } from '../observability/log.ts';
import { metricsSettings, startObserving, tracingSettings } from '../observability/settings.ts';
import { type Database, type Entity, type Migration, openDatabase } from '../persistence/database.ts';
import { configuredDatabase, databaseSettings } from '../persistence/settings.ts';
import { keyedPseudonyms, pseudonymKeys, pseudonymSettings } from '../processing/pseudonyms.ts';
import { shipLines, shippingSettings, shippingUrl } from '../processing/ship-lines.ts';
import type { ProcessingLogging } from './context.ts';
import type { Route } from './route.ts';
import type { Subgraph } from './schema.ts';
import { startSubgraph } from './subgraph.ts';
import { readTls, tlsSettings } from './tls.ts';

export interface ProcessParts {
  db: Database;
  clock: Clock;
  verify: VerifyStatement;
  logging: ProcessingLogging;
  log: Logger;
}

/** What a process does besides answering the graph. */
export interface Service {
  routes: readonly Route[];
  stop(): Promise<void>;
}

export interface SubgraphProcess {
  /** Subgraph name: `nuo`, `almelo`, …; also the audience of the gateway's statements and the prefix of its variables. */
  name: string;
  home: string;
  defaultPort: number;
  subgraph: Subgraph;
  entities: readonly Entity[];
  migrations: readonly Migration[];
  /** What it does with letters of and to other organisations. */
  letters?: LetterService;
  serve?(parts: ProcessParts): Promise<Service>;
}

/** Settings of one subgraph process; each municipality runs its own. */
export const subgraphSettings = (name: string, defaultPort: number) => {
  const prefix = name.toUpperCase();
  return {
    [`${prefix}_PORT`]: port(`Port of the ${name} subgraph.`, defaultPort),
    [`${prefix}_HOST`]: text(`Address on which the ${name} subgraph listens.`, '127.0.0.1'),
    ...databaseSettings(name),
    ...tlsSettings(
      prefix,
      `certificate with which the ${name} subgraph answers by TLS.`,
      `who signs the certificate of the gateway; with it the ${name} subgraph answers only who shows one.`,
    ),
    ...pseudonymSettings(name),
    ...auditSettings(name),
    ...shippingSettings(name),
    ...metricsSettings(name),
  };
};

export const gatewayKeySettings = {
  ...buildSettings,
  ...drainSettings,
  GATEWAY_PUBLIC_KEY: optionalText(
    'Ed25519 public JWK (JSON) of the gateway, or a JSON array or JWK set of several while its key is changed; required with NODE_ENV=production. Without it: the demo key under KEYS_DIR.',
  ),
  GATEWAY_URL: text('Address of the gateway as the processing log names it: the application that asks.', 'http://127.0.0.1:4000/graphql'),
  STATEMENTS_REDIS_URL: optionalText(
    'Redis in which several processes of one subgraph remember together which statements of the gateway were used; without it, and while it is away, each remembers its own.',
  ),
  KEYS_DIR: text('Folder of the demo keys, made at the first start; never used with NODE_ENV=production.', 'data/keys'),
  LOG_LEVEL: logLevel,
  ...tracingSettings,
};

/** The embedded or configured database of a subgraph, opened; a task may take longer than a question. */
export const openSubgraphDatabase = (
  { name, entities, migrations }: Pick<SubgraphProcess, 'name' | 'entities' | 'migrations'>,
  use: 'service' | 'task',
): Promise<Database> => openDatabase({ ...configuredDatabase(name, use), entities, migrations });

/** With what a subgraph logs the processing of personal data and seals its audit; `caller` is the application that asks. */
export const processLogging = async ({ name, home }: Pick<SubgraphProcess, 'name' | 'home'>, keysDir: string, caller: string): Promise<ProcessingLogging> => ({
  ...keyedPseudonyms(await pseudonymKeys(name, keysDir)),
  caller,
  shipped: shippingUrl(name) !== null,
  audit: await configuredAuditSigner(name, home, keysDir),
});

const publicKey = async (given: string | undefined, keysDir: string) =>
  given === undefined ? (await demoKeyPair(keysDir, 'gateway')).publicJwk : readPublicKeys(given);

/** Runs a subgraph until SIGTERM or SIGINT: opens, migrates, serves, drains. */
export const runSubgraph = async (options: SubgraphProcess): Promise<void> => {
  const { name, home, defaultPort, subgraph } = options;
  // In the order in which they end: what was begun last does first, the database at the end.
  const running: (() => Promise<void>)[] = [];
  const stop = async (): Promise<void> => {
    for (const end of running) await end();
  };
  try {
    const own = readConfiguration(subgraphSettings(name, defaultPort)) as Record<string, string | number>;
    const { GATEWAY_PUBLIC_KEY, GATEWAY_URL, STATEMENTS_REDIS_URL, KEYS_DIR, LOG_LEVEL } = readConfiguration(gatewayKeySettings);
    const drain = drainMs();
    const log = newLogger(name, LOG_LEVEL);
    const together = STATEMENTS_REDIS_URL === undefined ? undefined : usedOnceTogether(STATEMENTS_REDIS_URL, `werkplein:${name}:statement`, REMEMBERED_MS, log);
    running.unshift(async () => together?.stop());
    await together?.ready();
    const verify = await statementVerifier(await publicKey(GATEWAY_PUBLIC_KEY, KEYS_DIR), 'gateway', name, together?.fresh);
    const logbook = shippingUrl(name);
    const logging = await processLogging(options, KEYS_DIR, GATEWAY_URL);
    const observing = await startObserving(name);
    running.unshift(() => observing.stop());
    const db = await openSubgraphDatabase(options, 'service');
    running.unshift(() => db.close());
    const ran = await db.migrate();
    const prefix = name.toUpperCase();
    const tls = readTls(prefix, own);
    certificateMetric(observing.registry, { answers: tls });
    const parts = { db, clock: systemClock, log };
    const sealer = startSealer({ ...parts, signer: logging.audit });
    running.unshift(() => sealer.stop());
    const services: Service[] = [];
    const begin = (service: Service | undefined): void => {
      if (!service) return;
      services.push(service);
      running.unshift(() => service.stop());
    };
    begin(await options.serve?.({ ...parts, verify, logging }));
    begin(options.letters && (await serveLetters(options.letters, { ...parts, home, logging, tls, newId: newIds(home, systemClock) })));
    const server = await startSubgraph({
      subgraph,
      home,
      db,
      clock: systemClock,
      verify,
      logging,
      port: own[`${prefix}_PORT`] as number,
      host: own[`${prefix}_HOST`] as string,
      tls,
      log,
      routes: services.flatMap(({ routes }) => routes),
      observing,
    });
    const shipper = logbook === null ? null : shipLines({ db, url: logbook, service: name, caller: GATEWAY_URL, log });
    log.info({ url: server.url, dialect: db.dialect, migrations: ran.length, ...buildInfo() }, 'ready');
    stopOnSignal(async () => {
      log.info({ drainMs: drain }, 'stopping');
      await server.stop(drain);
      await shipper?.stop();
      await stop();
      log.info('stopped');
    });
  } catch (error) {
    failStart(name, error);
    // A taken port, or tables that cannot be made: what runs already would keep this process alive.
    await stop().catch(() => undefined);
  }
};

/** Runs `stop` once, at the first SIGTERM or SIGINT. */
export const stopOnSignal = (stop: () => Promise<void>): void => {
  let stopping = false;
  const once = (): void => {
    if (stopping) return;
    stopping = true;
    stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on('SIGTERM', once);
  process.on('SIGINT', once);
};

export const failStart = (name: string, error: unknown): void => {
  const message = error instanceof ConfigurationError || !(error instanceof Error) ? String(error) : error.message;
  process.stderr.write(`${name} cannot start. ${message}\n`);
  process.exitCode = 1;
};
