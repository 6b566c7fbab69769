// What the tests of this folder read: its files, and the settings that the programs have.
import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { GATEWAY_PORT, municipalities, NUO, NUO_PORT } from '@werkplein/kernel';
import { expect } from 'vitest';
import { parseAllDocuments } from 'yaml';

export const root = join(import.meta.dirname, '..');
export const textOf = (file: string): string => readFileSync(join(root, file), 'utf8');
export const yamlOf = (file: string): unknown => {
  const [document, ...more] = parseAllDocuments(textOf(file), { merge: true });
  expect({ file, wrong: [...(document?.errors ?? []), ...more] }).toEqual({ file, wrong: [] });
  // Ours: nobody else writes it.
  return document?.toJS({ maxAliasCount: -1 });
};
/** The names in an example of an environment file, which holds no value. */
export const namesIn = (file: string): string[] => {
  const lines = textOf(file).split('\n');
  expect({ file, filled: lines.filter((line) => !/^(#.*|\w+=)?$/.test(line)) }).toEqual({ file, filled: [] });
  return lines.flatMap((line) => (line.endsWith('=') ? [line.slice(0, -1)] : []));
};

export const organisations = [NUO, ...municipalities.map(({ field }) => field)];
export const programs = ['gateway', ...organisations];
export const ports = new Map([['gateway', GATEWAY_PORT], [NUO, NUO_PORT], ...municipalities.map(({ field, defaultPort }) => [field, defaultPort] as const)]);
/** In the image of the gateway, with its settings, when another router is in its place. */
export const COMPANION = 'companion';
export const placeOf = (program: string): string => (organisations.includes(program) ? `subgraphs/${program}` : program);
export const { version, optionalDependencies } = JSON.parse(textOf('package.json')) as { version: string; optionalDependencies: Record<string, string> };

/** What docs/configuration.md says of each setting of a program. */
const settingsOf = (program: string): Map<string, string> => {
  const shared = ['Every subgraph', ...(program === NUO ? [] : ['every Werkplein, the same at each'])];
  const titles = new Set(organisations.includes(program) ? [...shared, program] : ['gateway']);
  const parts = textOf('docs/configuration.md').split('\n## ');
  const tables = parts.filter((part) => titles.has(part.split('\n', 1)[0] as string)).join('\n');
  return new Map([...tables.matchAll(/^\| `(\w+)` \| .*? \| (.*) \|$/gm)].map(([, name = '', meaning = '']) => [name, meaning]));
};

/** The settings exist, and none is missing that production needs: those that it refuses to start without, and its own database. */
export const expectSettings = (program: string, given: readonly string[]): void => {
  const known = settingsOf(program);
  const prefix = program.toUpperCase();
  // Its own post it need not be told; a companion serves no screens.
  const ofItself = new Set([`${prefix}_LETTERS_URL`, `${prefix}_LETTER_PUBLIC_KEYS`, ...(program === COMPANION ? ['WEB_ORIGIN'] : [])]);
  const needed = [...known].flatMap(([name, meaning]) =>
    name === `${prefix}_DATABASE_URL` || (/required .*with NODE_ENV=production/i.test(meaning) && !ofItself.has(name)) ? [name] : [],
  );
  const wrong = { unknown: given.filter((name) => name !== 'PROGRAM' && !known.has(name)), missing: needed.filter((name) => !given.includes(name)) };
  expect(needed.length).toBeGreaterThan(1);
  expect({ program, ...wrong }).toEqual({ program, unknown: [], missing: [] });
};

export interface Service {
  command?: string[];
  environment: Record<string, string>;
  networks: string[];
  ports?: string[];
  stop_grace_period?: string;
}
export interface Compose {
  services: Record<string, Service>;
  networks: Record<string, { internal?: boolean } | null>;
}

export interface Kustomization {
  namespace?: string;
  resources: string[];
  configMapGenerator?: { literals: string[] }[];
  images?: { name: string; newTag: string }[];
}
export interface Container {
  image: string;
  resources: { limits: object; requests: object };
  securityContext: object;
  ports?: { containerPort: number }[];
}
export interface Workload {
  kind: string;
  spec: { template: { metadata: { labels: object }; spec: { containers: Container[]; terminationGracePeriodSeconds: number } } };
}

export const folder = 'ops/kubernetes';
export const inBase = (file: string): unknown => yamlOf(`${folder}/base/${file}`);
export const folders = globSync(`${folder}/**/kustomization.yaml`, { cwd: root }).map((file) => dirname(file));
export const kustomizations = new Map(folders.map((each) => [each, yamlOf(`${each}/kustomization.yaml`) as Kustomization]));
export const literals = (...of: string[]): Record<string, string> =>
  Object.fromEntries(
    of.flatMap((each) =>
      (kustomizations.get(`${folder}/${each}`)?.configMapGenerator ?? []).flatMap((map) =>
        map.literals.map((line) => line.split(/=(.*)/s) as [string, string]),
      ),
    ),
  );
