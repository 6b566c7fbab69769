import { readFile } from 'node:fs/promises';
import { buildInfo, checkCertificate, checkRedis, checkSettings, type Finding, well, wrong } from '@werkplein/kernel';
import { readGatewayConfig } from '../config.ts';
import { readRegistry } from '../documents/registry.ts';
import { statementSigner } from '../identity/keys.ts';
import { apiSchema } from '../supergraph/api-schema.ts';
import { checkSubgraph } from './check-subgraph.ts';

const checkSupergraph = async (file: string): Promise<Finding> => {
  try {
    await apiSchema(await readFile(file, 'utf8'));
    return well('supergraph', `${file} is te gebruiken`);
  } catch {
    return wrong('supergraph', `${file} is niet te lezen of te gebruiken`, 'Zet het bestand van deze versie terug (schema/supergraph.graphql).');
  }
};

/** Looks at the installation of the gateway, by the settings of this process, and at the subgraphs as the gateway sees them. */
export const examineGateway = async (): Promise<Finding[]> => {
  const config = () => readGatewayConfig();
  const settings = await checkSettings([
    config,
    () => statementSigner(config()),
    async () => (config().trustedDocuments === 'off' ? null : readRegistry(config().trustedDocumentsFile)),
  ]);
  const version = well('versie', buildInfo().version);
  // What cannot be read cannot be looked at.
  if (settings.some(({ grade }) => grade !== 'goed')) return [version, ...settings];
  const { supergraphFile, subgraphUrls, tls, subgraphTls } = config();
  const sign = await statementSigner(config());
  const redis = ['RATE_LIMIT_REDIS_URL', 'WEB_SESSION_REDIS_URL'].flatMap((setting) => {
    const url = process.env[setting];
    return url === undefined || url === '' ? [] : [checkRedis(setting, url)];
  });
  const subgraphs = Object.entries(subgraphUrls).map(([name, url]) => checkSubgraph(name, url, subgraphTls, sign));
  return [
    version,
    ...settings,
    await checkSupergraph(supergraphFile),
    ...(tls ? checkCertificate('certificaat voor gebruikers', tls, new Date()) : []),
    ...(subgraphTls ? checkCertificate('certificaat voor organisaties', subgraphTls, new Date()) : []),
    ...(await Promise.all(redis)),
    ...(await Promise.all(subgraphs)).flat(),
  ];
};
