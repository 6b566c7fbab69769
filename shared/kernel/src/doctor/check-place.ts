import { statfsSync } from 'node:fs';
import { dirname } from 'node:path';
import { createClient } from '@redis/client';
import { within } from '../server/within.ts';
import { type Finding, well, worry, wrong } from './finding.ts';

const WITHIN_MS = 3000;
const LITTLE = 0.1;
const GONE = 0.02;

/** How full the disk is on which `file` stands. */
export const checkDisk = (file: string): Finding => {
  try {
    const { bavail, blocks } = statfsSync(dirname(file));
    const free = bavail / blocks;
    const found = `${Math.round(free * 100)} % van de schijf is vrij`;
    if (free < GONE) return wrong('schijf', found, 'Maak nu ruimte: een database zonder ruimte neemt niets meer aan.');
    return free < LITTLE ? worry('schijf', found, 'Maak ruimte, of vergroot de schijf.') : well('schijf', found);
  } catch {
    return wrong('schijf', 'de map van de database is er niet', 'Maak de map, of verander de instelling van de database.');
  }
};

/** Whether Redis answers; `setting` names the address, which may hold a password. */
export const checkRedis = async (setting: string, url: string): Promise<Finding> => {
  const client = createClient({ url, disableOfflineQueue: true, socket: { reconnectStrategy: false, connectTimeout: WITHIN_MS } });
  client.on('error', () => undefined);
  try {
    await within(
      WITHIN_MS,
      client.connect().then(() => client.ping()),
    );
    return well(setting, 'Redis antwoordt');
  } catch {
    return wrong(setting, 'Redis geeft geen antwoord', 'Zie ops/runbooks/RedisAway.md.');
  } finally {
    client.destroy();
  }
};
