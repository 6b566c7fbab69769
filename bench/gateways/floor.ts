// The floor: a server written by hand for these questions alone, with the same fetches and no GraphQL. What a gateway spends above it is its own.
import { municipalities } from '@werkplein/kernel';
import { Pool } from 'undici';
import { serve } from './server.ts';

const ports = JSON.parse(process.env['SUBGRAPH_PORTS'] ?? '{}') as Record<string, number>;
const pools = new Map(Object.entries(ports).map(([name, port]) => [name, new Pool(`http://127.0.0.1:${port}`, { connections: 64 })]));
// A Map keeps this order, of which an object would put 1700, a whole number, first.
const byCode = new Map<string, [subgraph: string, name: string]>(municipalities.map(({ code, field, name }) => [code, [field, name]]));

/* oxlint-disable typescript/no-explicit-any -- answers of any shape */
const ask = async (subgraph: string, query: string, variables: object, authorization: string): Promise<any> => {
  const { body } = await (pools.get(subgraph) as Pool).request({
    path: '/graphql',
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization },
    body: JSON.stringify({ query, variables }),
  });
  return ((await body.json()) as any).data;
};
type Ask = (subgraph: string, query: string, variables: object) => Promise<any>;

const employers = async (first: number, askSub: Ask): Promise<object> => {
  const { employers: found } = await askSub(
    'nuo',
    `{employers(first:${first}){nodes{name kvkNumber contactMoments(last:2){nodes{occurredAt organisation{name}}} placements(first:4){nodes{kind client{id}}}}}}`,
    {},
  );
  const wanted = new Map<string, Set<string>>();
  const placements = found.nodes.flatMap((each: any) => each.placements.nodes);
  for (const { client } of placements) {
    const code = client.id.slice(0, 4);
    if (!wanted.has(code)) wanted.set(code, new Set());
    (wanted.get(code) as Set<string>).add(client.id);
  }
  const people = new Map<string, any>();
  await Promise.all(
    [...wanted].map(async ([code, ids]) => {
      const [subgraph, name] = byCode.get(code) as [string, string];
      const list = [...ids];
      const { _entities } = await askSub(
        subgraph,
        `query($representations:[_Any!]!){_entities(representations:$representations){...on ${name}Client{displayName klantregisseur{name}}}}`,
        { representations: list.map((id) => ({ __typename: `${name}Client`, id })) },
      );
      for (const [at, id] of list.entries()) people.set(id, _entities[at]);
    }),
  );
  for (const each of placements) each.client = { id: each.client.id, ...people.get(each.client.id) };
  return { employers: found };
};

const dashboard = async (askSub: Ask): Promise<object> => {
  const representations = [...byCode.keys()].map((municipality) => ({ __typename: 'Werkplein', municipality }));
  const [{ _entities: counts }, ...own] = await Promise.all([
    askSub('nuo', 'query($representations:[_Any!]!){_entities(representations:$representations){...on Werkplein{activePlacementCount}}}', { representations }),
    ...[...byCode].map(async ([municipality, [subgraph, name]]) => {
      const { _entities } = await askSub(
        subgraph,
        `query($representations:[_Any!]!){_entities(representations:$representations){...on ${name}Werkplein{name phone}}}`,
        { representations: [{ __typename: `${name}Werkplein`, municipality }] },
      );
      return _entities[0];
    }),
  ]);
  return { werkpleinen: [...byCode.keys()].map((municipality, at) => ({ municipality, ...counts[at], ...own[at] })) };
};

const client = async (id: string, askSub: Ask): Promise<object> => {
  const [subgraph, name] = byCode.get(id.slice(0, 4)) as [string, string];
  const [{ _entities: person }, { _entities: at }] = await Promise.all([
    askSub(subgraph, `query($representations:[_Any!]!){_entities(representations:$representations){...on ${name}Client{displayName}}}`, {
      representations: [{ __typename: `${name}Client`, id }],
    }),
    askSub('nuo', 'query($representations:[_Any!]!){_entities(representations:$representations){...on Client{placements{nodes{kind employer{name}}}}}}', {
      representations: [{ __typename: 'Client', id }],
    }),
  ]);
  return { client: { id, ...person[0], ...at[0] } };
};

const answer = async ({ query, variables }: { query: string; variables: any }, askSub: Ask): Promise<object> => {
  if (query.startsWith('query Employers')) return employers(Number(/first: (\d+)/.exec(query)?.[1]), askSub);
  if (query.startsWith('query Dashboard')) return dashboard(askSub);
  if (query.startsWith('query Client')) return client(variables.id, askSub);
  return askSub('nuo', query, variables);
};

await serve(async (body, request) => {
  const authorization = String(request.headers.authorization);
  return JSON.stringify({ data: await answer(JSON.parse(body), (subgraph, query, variables) => ask(subgraph, query, variables, authorization)) });
}, Number(process.env['PORT']));
