// A graph of so many municipalities, made of the schema of one: what it costs to compose, to load, and to plan for the first time. One line of JSON.
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Schema, operationFromDocument } from '@apollo/federation-internals';
import { ApolloGateway } from '@apollo/gateway';
import type { QueryPlanner } from '@apollo/query-planner';
import { compose, directorySdl } from '@werkplein/gateway';
import { parse } from 'graphql';
import { kindsOfWork } from '../gateways/work.ts';

process.env['APOLLO_TELEMETRY_DISABLED'] = 'true';
const root = resolve(import.meta.dirname, '../..');
const schema = (name: string): string => readFileSync(join(root, `schema/${name}.graphql`), 'utf8');
const count = Number(process.argv[2]);

const places = Array.from({ length: count }, (_, at) => ({
  code: String(1000 + at),
  name: `Plaats${at}`,
  field: `plaats${at}`,
  defaultPort: 0,
}));
const almelo = schema('almelo');
const sdls = Object.fromEntries([
  ['nuo', schema('nuo')],
  ['directory', directorySdl(places)],
  ...places.map(({ name, field }) => [field, almelo.replaceAll(/(?<!`0141` )Almelo/g, name).replaceAll('almelo', field)]),
]) as Record<string, string>;

const cpu = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};
const timed = async <T>(work: () => T | Promise<T>): Promise<[result: T, ms: number]> => {
  const before = cpu();
  const result = await work();
  return [result, Math.round(cpu() - before)];
};

const [supergraphSdl, composed] = await timed(() => compose(sdls));
const gateway = new ApolloGateway({
  supergraphSdl,
  queryPlannerConfig: { debug: { pathsLimit: 200 } },
  buildService: () => ({ process: async () => ({ data: null }) }) as never,
});
const [, loaded] = await timed(() => gateway.load());

// What the executor of the gateway takes too (gateway/src/execution/compiled/executor.ts).
const { apiSchema, queryPlanner } = gateway as unknown as { apiSchema: Schema; queryPlanner: QueryPlanner };
const planned = async (query: string): Promise<number | string> => {
  try {
    const [, ms] = await timed(() => queryPlanner.buildQueryPlan(operationFromDocument(apiSchema, parse(query))));
    return ms;
  } catch (error) {
    return (error as Error).message.slice(0, 80);
  }
};
const answer = {
  municipalities: count,
  compose: composed,
  load: loaded,
  supergraphMB: supergraphSdl.length / 1e6,
  employers: await planned(kindsOfWork['employers']?.(0).query ?? ''),
  oneClient: await planned(kindsOfWork['client']?.(0).query ?? ''),
  dashboard: await planned('{ werkpleinen { municipality activePlacementCount } }'),
  memoryMB: Math.round(process.memoryUsage().rss / 1e6),
};
process.stdout.write(`${JSON.stringify(answer)}\n`);
await gateway.stop();
