import { createHmac, createSecretKey, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { firstFile } from '../config/first-file.ts';
import { ConfigurationError, optionalText, readConfiguration, type Setting } from '../config/index.ts';

/** The name of a person in the processing log of one organisation: without its key neither found nor joined with another's. */
export type Pseudonym = (subjectId: string) => string;

export interface Pseudonyms {
  /** Under the newest key: for what is written. */
  pseudonym: Pseudonym;
  /** Under every key, newest first: for what is looked up, as rows from before a change of keys stay as they are. */
  everyPseudonym(subjectId: string): string[];
}

const KEY_BYTES = 32;

export const pseudonyms = (bytes: Buffer): Pseudonym => {
  // Made once: from bytes it is made anew for each person, which takes six times as long as the pseudonym.
  const key = createSecretKey(bytes);
  return (subjectId) => createHmac('sha256', key).update(`data-subject|${subjectId}`).digest('hex');
};

/** The pseudonyms of one organisation; the first key writes, every key finds. */
export const keyedPseudonyms = (keys: readonly Buffer[]): Pseudonyms => {
  const every = keys.map(pseudonyms);
  const [first] = every;
  if (!first) throw new Error('There is no pseudonym key.');
  return { pseudonym: first, everyPseudonym: (subjectId) => every.map((each) => each(subjectId)) };
};

export const pseudonymSettings = (name: string): Record<string, Setting<string | undefined>> => ({
  [`${name.toUpperCase()}_PSEUDONYM_KEY`]: optionalText(
    `Key of the pseudonyms in the processing log of ${name}: base64 of 32 bytes, another for each organisation; after a change the new key first, then a comma and the old one, for as long as lines under the old one are kept. It also keys the fingerprints of commands. Required with NODE_ENV=production.`,
  ),
});

/** Demo key of one organisation, made at the first start. */
const demoKey = (folder: string, name: string): string => firstFile(join(folder, `${name}-pseudonym.key`), () => randomBytes(KEY_BYTES).toString('base64'));

/** The keys from the environment, newest first; without them a demo key under `keysDir`, never in production. */
export const pseudonymKeys = async (name: string, keysDir: string, env: NodeJS.ProcessEnv = process.env): Promise<Buffer[]> => {
  const variable = `${name.toUpperCase()}_PSEUDONYM_KEY`;
  const unusable = (why: string): ConfigurationError => new ConfigurationError(`The configuration is not usable:\n  ${variable}: ${why}`);
  const given = readConfiguration(pseudonymSettings(name), env)[variable];
  if (given === undefined && env['NODE_ENV'] === 'production') throw unusable(`required (base64 of ${KEY_BYTES} bytes).`);
  const keys = (given ?? demoKey(keysDir, name)).split(',').map((text) => Buffer.from(text.trim(), 'base64'));
  if (keys.some((key) => key.length !== KEY_BYTES)) throw unusable(`base64 of ${KEY_BYTES} bytes`);
  return keys;
};
