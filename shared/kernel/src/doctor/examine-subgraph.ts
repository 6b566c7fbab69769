import { existsSync } from 'node:fs';
import { systemClock } from '../clock/index.ts';
import { buildInfo } from '../config/build-info.ts';
import { readConfiguration } from '../config/index.ts';
import type { LetterService } from '../letters/service.ts';
import { configuredPost } from '../letters/settings.ts';
import { configuredDatabase } from '../persistence/settings.ts';
import { sqlitePath } from '../persistence/sqlite.ts';
import { gatewayKeySettings, processLogging, type SubgraphProcess, subgraphSettings } from '../server/process.ts';
import { readTls, type Tls } from '../server/tls.ts';
import { checkCertificate } from './check-certificate.ts';
import { checkDatabase } from './check-database.ts';
import { checkOrganisation } from './check-organisation.ts';
import { checkDisk, checkRedis } from './check-place.ts';
import { checkSettings } from './check-settings.ts';
import { type Finding, well } from './finding.ts';

export interface Examined extends SubgraphProcess {
  checkKeys?(): void;
}

const checkOrganisations = async ({ post, sharedKeys = [] }: LetterService, tls: Tls | undefined): Promise<Finding[]> => {
  const opened = await post();
  const found = [...opened.parties.keys()].map((code) => checkOrganisation(opened, code, sharedKeys, tls));
  return (await Promise.all(found)).flat();
};

/** Looks at the installation of one subgraph and at the other organisations as it sees them, by the settings of this process, and changes nothing but demo keys that are not there yet. */
export const examineSubgraph = async (program: Examined): Promise<Finding[]> => {
  const { name, home, defaultPort, entities, migrations, letters } = program;
  const own = () => readConfiguration(subgraphSettings(name, defaultPort));
  const shared = () => readConfiguration(gatewayKeySettings);
  const settings = await checkSettings([
    own,
    shared,
    () => readTls(name.toUpperCase(), own()),
    () => configuredDatabase(name, 'service'),
    () => program.checkKeys?.(),
    () => processLogging(program, shared().KEYS_DIR, shared().GATEWAY_URL),
    () => letters && configuredPost(home, shared().KEYS_DIR),
  ]);
  const version = well('versie', buildInfo().version);
  // What cannot be read cannot be looked at.
  if (settings.some(({ grade }) => grade !== 'goed')) return [version, ...settings];
  const tls = readTls(name.toUpperCase(), own());
  const options = { ...configuredDatabase(name, 'service'), entities, migrations };
  const redis = (['STATEMENTS_REDIS_URL', 'EVENTS_REDIS_URL'] as const).flatMap((setting) => {
    const url = setting === 'EVENTS_REDIS_URL' && name !== 'nuo' ? undefined : process.env[setting];
    return url === undefined || url === '' ? [] : [checkRedis(setting, url)];
  });
  const file = options.url.startsWith('file:') ? sqlitePath(options.url) : null;
  return [
    version,
    ...settings,
    ...(tls ? checkCertificate('certificaat', tls, systemClock()) : []),
    ...(file !== null && existsSync(file) ? [checkDisk(file)] : []),
    ...(await checkDatabase(options, entities, systemClock)),
    ...(await Promise.all(redis)),
    ...(letters ? await checkOrganisations(letters, tls) : []),
  ];
};
