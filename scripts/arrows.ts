// Who may import whom (docs/architecture.md): an arrow that is not here does not exist.
import { globSync, readFileSync } from 'node:fs';
import { inRoot } from './lib.ts';

const municipal = '@werkplein/client-regie';
const kernel = '@werkplein/kernel';
const demo = '@werkplein/demo';
// Pure rules of fitting: both sides of the graph must judge alike, and neither may import the other.
const matching = '@werkplein/matching';
// What figures count, in words and as queries on facts: each source computes its part, the gateway combines.
const indicators = '@werkplein/indicators';
// The shapes and codes of the exchange standard, for the adapters on both sides.
const vum = '@werkplein/vum';

const arrows: Record<string, readonly string[]> = {
  'shared/kernel': [],
  'shared/matching': [],
  'shared/indicators': [kernel],
  'shared/vum': [kernel],
  'shared/demo': [kernel],
  // For scripts and tests alone: no arrow leads to it.
  'shared/dev-identity': [kernel],
  'shared/werkplein': [kernel, demo, indicators, matching, vum],
  // Every other folder under subgraphs/ is a municipality.
  ...Object.fromEntries(globSync('subgraphs/*', { cwd: inRoot() }).map((folder) => [folder, [kernel, municipal]])),
  'subgraphs/nuo': [kernel, demo, indicators, matching, vum],
  gateway: [kernel, indicators],
  // The screens know the schema alone.
  web: [],
};

/** File kind → packages it may not import: a rule is pure, a type knows no table. */
const kinds: readonly [RegExp, RegExp, string][] = [
  [/\.rules\.ts$/, /^(typeorm|type-graphql|graphql|node:fs.*|node:net.*|node:http.*)$|\.(store|resolver|entity)\.ts$/, 'a rule has no I/O and no decorators'],
  [/\.types\.ts$/, /^typeorm$|\.(store|resolver)\.ts$/, 'a GraphQL type knows no table'],
  [/\.entity\.ts$/, /^type-graphql$|\.(store|resolver)\.ts$/, 'a row knows no schema'],
];

const importsOf = (file: string): string[] =>
  [...readFileSync(inRoot(file), 'utf8').matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map((match) => match[1] as string);

export const arrowProblems = (): string[] => {
  const problems: string[] = [];
  for (const [folder, allowed] of Object.entries(arrows)) {
    for (const file of globSync(`${folder}/src/**/*.{ts,tsx}`, { cwd: inRoot() })) {
      for (const name of importsOf(file)) {
        const ours = /^@werkplein\/[^/]+/.exec(name)?.[0];
        const test = /\.test\.ts$|\/testing\//.test(file);
        if (ours && !allowed.includes(ours) && !(test && ours === municipal && folder === 'gateway'))
          problems.push(`${file}: ${folder} may not import ${ours}`);
        const climbs = name.startsWith('.') && !new URL(name, `file:///${file}`).pathname.startsWith(`/${folder}/`);
        if (climbs) problems.push(`${file}: ${name} leaves ${folder}; import the package by its name`);
        for (const [kind, forbidden, why] of kinds) if (kind.test(file) && forbidden.test(name)) problems.push(`${file}: may not import ${name} (${why})`);
      }
    }
  }
  return problems;
};
