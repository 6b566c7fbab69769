import {
  buildSettings,
  ConfigurationError,
  demoIssuer,
  drainSettings,
  GATEWAY_PORT,
  gatewayKeySettings,
  IDENTITY_PORT,
  type Municipality,
  metricsSettings,
  municipalities,
  NUO,
  NUO_PORT,
  optionalText,
  port,
  positive,
  readConfiguration,
  type Setting,
  setting,
  text,
  tracingSettings,
} from '@werkplein/kernel';
import { z } from 'zod';
import { type Execution, executions } from './execution/federation.ts';
import { type Hardening, hardeningProblems, hardeningSettings, readHardening } from './hardening.ts';
import { readIssuers, type TokenIssuer } from './identity/issuers.ts';
import { readWeb, type WebConfig, webSettings } from './web/index.ts';

/** A subgraph outside this process: its name and the port that it has when nothing else is said. */
export interface SubgraphPlace {
  name: string;
  defaultPort: number;
}

export const subgraphPlaces = (taking: readonly Municipality[] = municipalities): SubgraphPlace[] => [
  { name: NUO, defaultPort: NUO_PORT },
  ...taking.map(({ field, defaultPort }) => ({ name: field, defaultPort })),
];

const urlName = (name: string): string => `${name.toUpperCase()}_URL`;
const portName = (name: string): string => `${name.toUpperCase()}_PORT`;

const ownSettings = {
  ...buildSettings,
  ...drainSettings,
  GATEWAY_PORT: port('Port of the gateway.', GATEWAY_PORT),
  COMPANION_PORT: port('Port of the companion, when another router than ours is before the subgraphs (docs/other-routers.md).', 4020),
  GATEWAY_HOST: text('Address on which the gateway listens, and its companion.', '127.0.0.1'),
  SUPERGRAPH_FILE: text('The supergraph that is served; a changed file is served without a restart.', 'schema/supergraph.graphql'),
  EXECUTION: setting(
    z.enum(executions).default('compiled'),
    'Who carries out a query plan: compiled, or stock for that of @apollo/gateway itself, for comparison and emergency.',
  ),
  SUBGRAPH_TIMEOUT_MS: positive('How long one fetch from a subgraph may take, in milliseconds; five times as long for figures and reports.', 2000),
  INTROSPECTION: { ...optionalText('Whether the schema can be asked for: true or false.'), fallback: 'true; false with NODE_ENV=production' },
  NODE_ENV: text('`production` closes what is open for development: demo keys, introspection, measuring headers.', 'development'),
  TOKEN_ISSUERS: {
    ...optionalText(
      'JSON array of the identity providers whose tokens are taken: issuer, organisations (codes it may speak for), and when wanted audience, jwksUri, clients (allowed azp), acrValues (levels of assurance that are enough), scopes (all required) and oins (OIN to code); see docs/security.md. Required with NODE_ENV=production.',
    ),
    fallback: 'the identity provider for development',
  },
  IDENTITY_PORT: port('Port of the identity provider for development, trusted without TOKEN_ISSUERS; never used with NODE_ENV=production.', IDENTITY_PORT),
  GATEWAY_PRIVATE_KEY: optionalText(
    'Ed25519 private JWK (JSON) with which the gateway signs its statements to the subgraphs; required with NODE_ENV=production. Without it: the demo key under KEYS_DIR.',
  ),
  KEYS_DIR: gatewayKeySettings.KEYS_DIR,
  LOG_LEVEL: gatewayKeySettings.LOG_LEVEL,
  ...metricsSettings('gateway'),
  ...metricsSettings('companion'),
  ...tracingSettings,
  ...hardeningSettings,
  ...webSettings,
};

const urlSettings = (places: readonly SubgraphPlace[]): Record<string, Setting<string | undefined>> =>
  Object.fromEntries(
    places.map(({ name, defaultPort }) => [
      urlName(name),
      {
        ...optionalText(`Where the ${name} subgraph answers; without it this machine, on ${portName(name)}.`),
        fallback: `http://127.0.0.1:${defaultPort}/graphql`,
      },
    ]),
  );

/** Every setting of the gateway; `docs/configuration.md` is generated from it. */
export const gatewaySettings: Record<string, Setting<unknown>> = { ...ownSettings, ...urlSettings(subgraphPlaces()) };

export interface GatewayConfig extends Hardening {
  port: number;
  host: string;
  companionPort: number;
  supergraphFile: string;
  execution: Execution;
  subgraphTimeoutMs: number;
  introspection: boolean;
  production: boolean;
  tokenIssuers: TokenIssuer[];
  gatewayPrivateKey: string | undefined;
  keysDir: string;
  logLevel: string;
  subgraphUrls: Record<string, string>;
  /** Null where no screens are served. */
  web: WebConfig | null;
}

const isHttp = (url: string): boolean => URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);

/** Reads the environment once; refuses with every problem in one message. */
export const readGatewayConfig = (env: NodeJS.ProcessEnv = process.env, places: readonly SubgraphPlace[] = subgraphPlaces()): GatewayConfig => {
  const own = readConfiguration(ownSettings, env);
  const urls = readConfiguration(urlSettings(places), env);
  const ports = readConfiguration(Object.fromEntries(places.map(({ name, defaultPort }) => [portName(name), port(`Port of ${name}.`, defaultPort)])), env);
  const production = own.NODE_ENV === 'production';
  const problems = [
    ...Object.entries(urls).flatMap(([name, url]) => (url === undefined || isHttp(url) ? [] : [`${name}: give an http or https address`])),
    ...hardeningProblems(own),
    ...(own.INTROSPECTION === undefined || /^(true|false)$/.test(own.INTROSPECTION) ? [] : ['INTROSPECTION: give true or false']),
    ...(['TOKEN_ISSUERS', 'GATEWAY_PRIVATE_KEY'] as const).flatMap((name) =>
      production && own[name] === undefined ? [`${name}: required with NODE_ENV=production`] : [],
    ),
  ];
  if (problems.length > 0) throw new ConfigurationError(`The configuration is not usable:\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
  return {
    ...readHardening(own, production),
    port: own.GATEWAY_PORT,
    host: own.GATEWAY_HOST,
    companionPort: own.COMPANION_PORT,
    supergraphFile: own.SUPERGRAPH_FILE,
    execution: own.EXECUTION,
    subgraphTimeoutMs: own.SUBGRAPH_TIMEOUT_MS,
    introspection: own.INTROSPECTION === undefined ? !production : own.INTROSPECTION === 'true',
    production,
    tokenIssuers: readIssuers(own.TOKEN_ISSUERS ?? [demoIssuer(own.IDENTITY_PORT)], production),
    gatewayPrivateKey: own.GATEWAY_PRIVATE_KEY,
    keysDir: own.KEYS_DIR,
    logLevel: own.LOG_LEVEL,
    web: readWeb(own, production, { gatewayPort: own.GATEWAY_PORT, identityPort: own.IDENTITY_PORT }),
    subgraphUrls: Object.fromEntries(places.map(({ name }) => [name, urls[urlName(name)] ?? `http://127.0.0.1:${ports[portName(name)]}/graphql`])),
  };
};
