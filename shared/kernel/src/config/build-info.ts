import { readFileSync } from 'node:fs';
import { optionalText, readConfiguration } from './index.ts';

export const buildSettings = {
  BUILD_COMMIT: { ...optionalText('Commit of which this was built, as `/health/version` and the log say it; the images set it.'), fallback: 'not said' },
};

export interface BuildInfo {
  /** Of the release: year, month and number (docs/releases.md). */
  version: string;
  /** Null where the build did not say it. */
  commit: string | null;
}

/** Which release this process is. */
export const buildInfo = (env: NodeJS.ProcessEnv = process.env): BuildInfo => {
  // The root of the project, from src as from dist; an image has the file as well.
  const { version } = JSON.parse(readFileSync(new URL('../../../../package.json', import.meta.url), 'utf8')) as { version: string };
  return { version, commit: readConfiguration(buildSettings, env).BUILD_COMMIT ?? null };
};
