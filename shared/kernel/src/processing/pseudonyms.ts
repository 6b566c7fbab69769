import { createHmac, randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ConfigurationError, optionalText, readConfiguration, type Setting } from '../config/index.ts';

/** The name of a person in the processing log of one organisation: without its key neither found nor joined with another's. */
export type Pseudonym = (subjectId: string) => string;

const KEY_BYTES = 32;

export const pseudonyms =
  (key: Buffer): Pseudonym =>
  (subjectId) =>
    createHmac('sha256', key).update(`data-subject|${subjectId}`).digest('hex');

export const pseudonymSettings = (name: string): Record<string, Setting<string | undefined>> => ({
  [`${name.toUpperCase()}_PSEUDONYM_KEY`]: optionalText(
    `Key of the pseudonyms in the processing log of ${name}: base64 of 32 bytes, another for each organisation. It also keys the fingerprints of commands. After a change earlier lines of a person are no longer found, and a repeat of an earlier command is refused. Required with NODE_ENV=production.`,
  ),
});

/** Demo key of one organisation, made at the first start. */
const demoKey = async (folder: string, name: string): Promise<string> => {
  const path = join(folder, `${name}-pseudonym.key`);
  await mkdir(folder, { recursive: true });
  // wx: of two first starts at once one writes, the other reads what it wrote.
  await writeFile(path, randomBytes(KEY_BYTES).toString('base64'), { mode: 0o600, flag: 'wx' }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  return readFile(path, 'utf8');
};

/** The key from the environment; without it a demo key under `keysDir`, never in production. */
export const pseudonymKey = async (name: string, keysDir: string, env: NodeJS.ProcessEnv = process.env): Promise<Buffer> => {
  const variable = `${name.toUpperCase()}_PSEUDONYM_KEY`;
  const given = readConfiguration(pseudonymSettings(name), env)[variable];
  if (given === undefined && env['NODE_ENV'] === 'production') {
    throw new ConfigurationError(`The configuration is not usable:\n  ${variable}: required (base64 of ${KEY_BYTES} bytes).`);
  }
  const key = Buffer.from(given ?? (await demoKey(keysDir, name)), 'base64');
  if (key.length !== KEY_BYTES) throw new ConfigurationError(`The configuration is not usable:\n  ${variable}: base64 of ${KEY_BYTES} bytes`);
  return key;
};
