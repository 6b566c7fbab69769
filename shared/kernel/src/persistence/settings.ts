import { readFileSync } from 'node:fs';
import { ConfigurationError, databaseUrl, flag, optionalText, positive, readConfiguration } from '../config/index.ts';
import type { DatabaseOptions } from './database.ts';

const names = (name: string) => {
  const own = (suffix: string): string => `${name.toUpperCase()}_DATABASE_${suffix}`;
  return {
    url: own('URL'),
    pool: own('POOL'),
    queue: own('QUEUE'),
    seconds: own('STATEMENT_SECONDS'),
    longer: own('LONGER_STATEMENT_SECONDS'),
    ca: own('CA_FILE'),
    cert: own('CERT_FILE'),
    key: own('KEY_FILE'),
    plaintext: own('PLAINTEXT'),
  };
};

/** Settings of the database of one subgraph. */
export const databaseSettings = (name: string) => {
  const of = names(name);
  return {
    [of.url]: databaseUrl(`Database of the ${name} subgraph: file:<path>, mariadb://… or mysql://….`, `file:data/${name}.sqlite`),
    [of.pool]: positive(`MariaDB connections of the ${name} subgraph.`, 10),
    [of.queue]: positive('How many statements wait for a MariaDB connection; who comes above it is told to come back (UNAVAILABLE).', 1000),
    [of.seconds]: positive('After how many seconds MariaDB ends a statement of a question (TOO_SLOW).', 2),
    [of.longer]: positive('The same of a command, a figure and what runs by itself; tasks at the command line and migrations get an hour.', 10),
    [of.ca]: optionalText(
      `PEM file: who signs the certificate of MariaDB; with it the connection is TLS, and the certificate must name the host. With NODE_ENV=production MariaDB on another machine is not used without it, unless ${of.plaintext} is true.`,
    ),
    [of.cert]: optionalText(`PEM file: certificate that the ${name} subgraph shows to MariaDB.`),
    [of.key]: optionalText('PEM file: the private key of that certificate.'),
    [of.plaintext]: flag('Whether MariaDB on another machine may be used without TLS in production: only where nobody else is on the network.', false),
  };
};

/** What a statement of a task at the command line may take. */
const TASK_S = 3600;

const hostOf = (url: string): string => (url.startsWith('file:') ? 'localhost' : new URL(url).hostname);
const isHere = (host: string): boolean => /^(localhost|127\.[\d.]+|\[::1\])$/.test(host);

/** Where and how the database of one subgraph is opened, as the environment says; refuses what would send its rows over a network in the clear. */
export const configuredDatabase = (
  name: string,
  use: 'service' | 'task',
  env: NodeJS.ProcessEnv = process.env,
): Omit<DatabaseOptions, 'entities' | 'migrations'> => {
  const of = names(name);
  const given = readConfiguration(databaseSettings(name), env) as Record<string, string | number | boolean | undefined>;
  const [url, ca, cert, key] = [of.url, of.ca, of.cert, of.key].map((each) => given[each] as string | undefined) as [string, ...(string | undefined)[]];
  const unusable = (variable: string, why: string): never => {
    throw new ConfigurationError(`The configuration is not usable:\n  ${variable}: ${why}`);
  };
  if ((cert === undefined) !== (key === undefined)) unusable(of.cert, `goes with ${of.key}`);
  if (ca === undefined && cert !== undefined) unusable(of.ca, `needed beside ${of.cert}`);
  if (env['NODE_ENV'] === 'production' && ca === undefined && !isHere(hostOf(url)) && given[of.plaintext] !== true)
    unusable(of.ca, `needed for MariaDB on another machine; ${of.plaintext}=true says that its network is yours alone`);
  // mysql2 would look for `localhost` in the certificate.
  if (ca !== undefined && /^[\d.]+$|^\[/.test(hostOf(url))) unusable(of.url, `with ${of.ca}, name the host and not its address`);
  const read = (variable: string, file: string): string => {
    try {
      return readFileSync(file, 'utf8');
    } catch {
      return unusable(variable, 'this file is not there, or may not be read');
    }
  };
  return {
    url,
    poolSize: given[of.pool] as number,
    queueLimit: given[of.queue] as number,
    statementSeconds: use === 'task' ? { question: TASK_S, longer: TASK_S } : { question: given[of.seconds] as number, longer: given[of.longer] as number },
    ...(ca !== undefined && {
      tls: { ca: read(of.ca, ca), ...(cert !== undefined && key !== undefined && { cert: read(of.cert, cert), key: read(of.key, key) }) },
    }),
  };
};
