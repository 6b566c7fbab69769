export { checkCertificate } from './check-certificate.ts';
export { checkClock } from './check-clock.ts';
export { checkRights } from './check-database.ts';
export { checkDisk, checkRedis } from './check-place.ts';
export { checkSettings } from './check-settings.ts';
export { checkOrganisation } from './check-organisation.ts';
export { checkVersion } from './check-version.ts';
export { examineSubgraph } from './examine-subgraph.ts';
export { exitCodeOf, type Finding, reportText, well, worry, wrong } from './finding.ts';
