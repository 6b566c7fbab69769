// npm run generate: writes everything that is derived from the code; `npm run check` fails when one of them differs.
import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Action, StateMachine } from '@werkplein/kernel';
import type { GraphQLSchema } from 'graphql';
import { build, inRoot, kernel } from './lib.ts';
import { licencePage } from './licences.ts';
import { fieldTable, permissionTable } from './permissions.ts';
import { deprecationPage } from './schema/deprecations.ts';
import { usageOf } from './schema/usage.ts';
import { webFiles, webRegistry } from './web-documents.ts';
import { configurationPage, errorPage, type EventKind, eventPage, indicatorPage, purposePage, statePage } from './pages.ts';

interface Nuo {
  nuoSubgraph: Part;
  eventCatalogue: Readonly<Record<string, EventKind>>;
  stateMachines: readonly StateMachine[];
}

const nuo = async (): Promise<Nuo> => (await import(pathToFileURL(inRoot('subgraphs/nuo/dist/index.js')).href)) as Nuo;

interface Part {
  schema: GraphQLSchema;
  sdl: string;
  actions: ReadonlyMap<string, Action>;
}

const subgraphs = async (): Promise<Map<string, Part>> => {
  const { municipalities } = await kernel();
  const { nuoSubgraph } = await nuo();
  const parts = new Map<string, Part>([['nuo', nuoSubgraph]]);
  for (const { field } of municipalities) {
    const { werkplein } = (await import(pathToFileURL(inRoot(`subgraphs/${field}/dist/index.js`)).href)) as { werkplein: () => { subgraph: Part } };
    parts.set(field, werkplein().subgraph);
  }
  return parts;
};

/** The operations that production answers besides those of the screens, by name: one for each file of `documents/`. */
const documents = (): Record<string, string> =>
  Object.fromEntries(globSync('documents/*.graphql', { cwd: inRoot() }).map((file) => [basename(file, '.graphql'), readFileSync(inRoot(file), 'utf8')]));

const statePages = async (): Promise<[string, string][]> => {
  const { stateMachines } = await import('@werkplein/client-regie');
  return [...stateMachines, ...(await nuo()).stateMachines].map((machine) => [`docs/states/${machine.name}.md`, statePage(machine)]);
};

const contents = async (): Promise<Map<string, string>> => {
  const { apiSchema, buildRegistry, compose, directoryActions, directorySchema, directorySdl } = await import('@werkplein/gateway');
  const { municipalities } = await kernel();
  const directory: Part = { schema: directorySchema(municipalities), sdl: directorySdl(municipalities), actions: directoryActions(municipalities) };
  const parts = new Map([['directory', directory], ...(await subgraphs())]);
  const sdls = Object.fromEntries([...parts].map(([name, { sdl }]) => [name, sdl]));
  const supergraph = compose(sdls);
  const schema = await apiSchema(supergraph);
  const screens = await webFiles(schema, municipalities);
  const screenDocuments = webRegistry(
    screens,
    municipalities.map(({ field }) => field),
  );
  const trusted = { ...documents(), ...screenDocuments };
  return new Map([
    ...Object.entries(sdls).map(([name, sdl]) => [`schema/${name}.graphql`, sdl] as const),
    ['schema/supergraph.graphql', supergraph],
    ['schema/trusted-documents.json', await buildRegistry(trusted, supergraph)],
    ...screens,
    ['docs/errors.md', await errorPage()],
    ['docs/purposes.md', await purposePage()],
    ['docs/events.md', await eventPage((await nuo()).eventCatalogue)],
    ['docs/indicators.md', await indicatorPage()],
    ['docs/configuration.md', await configurationPage()],
    ['docs/deprecations.md', deprecationPage(schema, usageOf(schema, new Map(Object.entries(trusted))))],
    ['docs/licences.md', licencePage()],
    ...(await statePages()),
    ['docs/permissions.csv', await permissionTable(parts)],
    ['docs/permissions-fields.csv', await fieldTable(parts)],
  ]);
};

const committed = (path: string): string | null => {
  try {
    return readFileSync(inRoot(path), 'utf8');
  } catch {
    return null;
  }
};

export const drift = async (): Promise<string[]> =>
  [...(await contents())].flatMap(([path, content]) =>
    committed(path) === content ? [] : [`${path} differs from what the code gives; run npm run generate and commit it`],
  );

export const covariance = async (): Promise<string[]> => {
  const { covarianceProblems } = await import('@werkplein/gateway');
  return [...(await subgraphs())].flatMap(([name, { sdl }]) => covarianceProblems(sdl).map((problem) => `${name}: ${problem}`));
};

if (import.meta.main) {
  build();
  for (const [path, content] of await contents()) {
    if (committed(path) === content) continue;
    mkdirSync(dirname(inRoot(path)), { recursive: true });
    writeFileSync(inRoot(path), content);
    process.stdout.write(`written: ${path}\n`);
  }
}
