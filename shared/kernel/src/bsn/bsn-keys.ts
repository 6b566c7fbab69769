import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { firstFile } from '../config/first-file.ts';
import { ConfigurationError, optionalText, readConfiguration } from '../config/index.ts';
import { gatewayKeySettings } from '../server/process.ts';

/** The first of each seals; every key opens and finds, so that a new key can be put in front of the old one. */
export interface BsnKeys {
  keys: Buffer[];
  indexKeys: Buffer[];
}

/** Settings of one organisation's BSN keys. */
export const bsnSettings = (name: string) => {
  const prefix = name.toUpperCase();
  return {
    [`${prefix}_BSN_KEY`]: optionalText(
      `Key that seals the BSN in the ${name} database: base64 of 32 bytes; after a change the new key first, then a comma and the old one. Required with NODE_ENV=production.`,
    ),
    [`${prefix}_BSN_INDEX_KEY`]: optionalText(
      `Key of the blind index by which a BSN is found in the ${name} database: base64 of 32 other bytes; after a change the new key first, then a comma and the old one. Required with NODE_ENV=production.`,
    ),
  };
};

const KEY_BYTES = 32;

const decode = (name: string, text: string): Buffer => {
  const key = Buffer.from(text.trim(), 'base64');
  if (key.length !== KEY_BYTES) throw new ConfigurationError(`The configuration is not usable:\n  ${name}: base64 of ${KEY_BYTES} bytes`);
  return key;
};

/** Demo keys of one organisation, made at the first start. */
const demoKeys = (folder: string, name: string): { key: string; indexKey: string } => {
  const fresh = () => JSON.stringify({ key: randomBytes(KEY_BYTES).toString('base64'), indexKey: randomBytes(KEY_BYTES).toString('base64') });
  return JSON.parse(firstFile(join(folder, `${name}-bsn.json`), fresh)) as { key: string; indexKey: string };
};

/** Keys from the environment; without them demo keys under KEYS_DIR, never in production. */
export const bsnKeys = (name: string, env: NodeJS.ProcessEnv = process.env): BsnKeys => {
  const keyName = `${name.toUpperCase()}_BSN_KEY`;
  const indexName = `${name.toUpperCase()}_BSN_INDEX_KEY`;
  const given = readConfiguration(bsnSettings(name), env) as Record<string, string | undefined>;
  let key = given[keyName];
  let indexKey = given[indexName];
  if (key === undefined || indexKey === undefined) {
    if (env['NODE_ENV'] === 'production' || key !== indexKey) {
      throw new ConfigurationError(`The configuration is not usable:\n  ${keyName} and ${indexName}: both are required (base64 of 32 bytes).`);
    }
    const demo = demoKeys(readConfiguration(gatewayKeySettings, env).KEYS_DIR, name);
    key = demo.key;
    indexKey = demo.indexKey;
  }
  const keys = key.split(',').map((each) => decode(keyName, each));
  const indexKeys = indexKey.split(',').map((each) => decode(indexName, each));
  if (keys.some((each) => indexKeys.some((other) => other.equals(each))))
    throw new ConfigurationError(`The configuration is not usable:\n  ${indexName}: must differ from ${keyName}`);
  return { keys, indexKeys };
};
