import { createHash, createHmac, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { ConfigurationError, firstFile, gatewayKeySettings, NUO, optionalText, readConfiguration, type SharedKey } from '@werkplein/kernel';

const VARIABLE = 'PERSON_TOKEN_KEY';
const KEY_BYTES = 32;

/** The one setting that the Werkpleinen share, and that the NUO may never have. */
export const personTokenSettings = {
  [VARIABLE]: optionalText(
    `Key of the tokens by which the NUO sees that two participants are one person, without a BSN: base64 of ${KEY_BYTES} bytes, the same at the four Werkpleinen, never at the NUO; after a change the new key first, then a comma and the old one. Required with NODE_ENV=production; without it a demo key under KEYS_DIR.`,
  ),
};

/** A keyed one-way hash of a BSN, for one purpose: that one person is not placed twice at the NUO. */
export interface PersonTokens {
  /** Under every key, the newest first: while keys are changed the other Werkpleinen may still use the old one. */
  of(bsn: string): string[];
  /** Of the newest key. */
  keyId(): string;
  /** By which another Werkplein sees whether it has the same. */
  shared: SharedKey;
  /** Reads the keys now, so that a process with wrong keys does not start. */
  check(): void;
}

/** The keys from the environment, newest first; without them a demo key, never in production. */
const personTokenKeys = (env: NodeJS.ProcessEnv = process.env): Buffer[] => {
  const refuse = (why: string): never => {
    throw new ConfigurationError(`The configuration is not usable:\n  ${VARIABLE}: ${why}`);
  };
  const given = readConfiguration(personTokenSettings, env)[VARIABLE];
  if (given === undefined && env['NODE_ENV'] === 'production') return refuse(`required (base64 of ${KEY_BYTES} bytes).`);
  const demo = (): string => {
    const path = join(readConfiguration(gatewayKeySettings, env).KEYS_DIR, 'person-token.key');
    return firstFile(path, () => randomBytes(KEY_BYTES).toString('base64'));
  };
  const keys = (given ?? demo()).split(',').map((text) => Buffer.from(text.trim(), 'base64'));
  return keys.every((key) => key.length === KEY_BYTES) ? keys : refuse(`base64 of ${KEY_BYTES} bytes`);
};

const keyIdOf = (key: Buffer): string => createHash('sha256').update(key).digest('hex').slice(0, 8);

/** Keys are read at first use. */
export const personTokens = (read: () => Buffer[] = () => personTokenKeys()): PersonTokens => {
  let known: Buffer[] | undefined;
  const keys = (): Buffer[] => (known ??= read());
  return {
    of: (bsn) => keys().map((key) => `${keyIdOf(key)}.${createHmac('sha256', key).update(`person|placement|${bsn}`).digest('hex')}`),
    keyId: () => keyIdOf(keys()[0] as Buffer),
    shared: {
      setting: VARIABLE,
      sharedWith: (organisation) => organisation !== NUO,
      fingerprints: (question) => keys().map((key) => createHmac('sha256', key).update(`compared|${question}`).digest('hex')),
      advice:
        'Tot dan ziet niemand dat een deelnemer van de een en een van de ander een mens zijn. Spreek af welke geldt, zet die bij alle Werkpleinen vooraan, herstart, en voer `npm run tell-person-tokens` uit.',
    },
    check: () => void keys(),
  };
};
