import { buildInfo } from '../config/build-info.ts';
import { type Finding, well, worry } from './finding.ts';

/** Compares the version that another program says it is of with ours. */
export const checkVersion = (subject: string, version: string | undefined): Finding => {
  const own = buildInfo().version;
  if (version === own) return well(subject, `antwoordt, versie ${version}`);
  return worry(
    subject,
    `antwoordt, maar is van versie ${version ?? 'onbekend'} en wij van ${own}`,
    'Werk bij wat achterloopt: zie ops/runbooks/VersionsDiffer.md.',
  );
};
