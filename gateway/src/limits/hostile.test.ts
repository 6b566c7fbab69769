import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestGraph, type TestGraph } from '../testing/graph.ts';
import { nest, repeat } from '../testing/limits.ts';

// Documents that hang or kill a gateway without limits, and the ways around them.

let graph: TestGraph;
beforeAll(async () => {
  graph = await startTestGraph();
  // Code is compiled at its first run; that is not what is measured.
  for (let n = 0; n < 20; n++) await send('{ employers { name placements { client { name } } } }');
});
afterAll(() => graph.stop());

const send = async (query: string, more: object = {}): Promise<{ status: number; codes: unknown[] }> => {
  const response = await fetch(`${graph.gateway.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${await graph.issuer.token('nuo.coordinator')}` },
    body: JSON.stringify({ query, ...more }),
  });
  const { errors = [] } = (await response.json()) as { errors?: { extensions: { code: string } }[] };
  return { status: response.status, codes: errors.map(({ extensions }) => extensions.code) };
};

const close = (levels: number): string => ' }'.repeat(levels);
const turns = (levels: number, inner = 'id'): string => `{ ${nest('placements { client', levels, inner)}${close(levels)} }`;
/** Each level spreads the next one twice: 2^levels fields from a few lines. */
const doubled = (levels: number, body: (next: string) => string, end: string, on = 'Employer', root = 'employers'): string =>
  `{ ${root} { ...F0 } } ${repeat(levels, (n) => `fragment F${n} on ${on} { ${body(`...F${n + 1}`)} }`)} fragment F${levels} on ${on} { ${end} }`;
const deepList = (levels: number): string => `${'['.repeat(levels)}1${']'.repeat(levels)}`;
const deepObject = (levels: number): string => `${'{a:'.repeat(levels)}1${'}'.repeat(levels)}`;

const TOO_COMPLEX = 'TOO_COMPLEX';
const [INVALID, UNPARSED] = ['GRAPHQL_VALIDATION_FAILED', 'GRAPHQL_PARSE_FAILED'];

const documents: [name: string, code: string, query: string, more?: object][] = [
  ['three turns of the interface cycle, in 64 bytes', TOO_COMPLEX, '{placements{client{placements{client{placements{client{id}}}}}}}'],
  ['10 turns', TOO_COMPLEX, turns(10)],
  ['15 turns', TOO_COMPLEX, turns(15)],
  ['25 turns', TOO_COMPLEX, turns(25)],
  ['turns that an alias hides', TOO_COMPLEX, '{a:placements{b:client{c:placements{d:client{e:placements{f:client{id}}}}}}}'],
  [
    'turns that a fragment hides',
    TOO_COMPLEX,
    '{placements{client{...A}}} fragment A on Client{placements{client{...B}}} fragment B on Client{placements{client{id}}}',
  ],
  ['turns through concrete types', TOO_COMPLEX, '{placements{client{... on AlmeloClient{placements{client{... on WierdenClient{placements{client{id}}}}}}}}}'],
  ['list fragments, depth 8', TOO_COMPLEX, doubled(8, (next) => `a: placements { client { id } } ${next} b: placements { client { id } } ${next}`, 'id')],
  ['object fragments, 2^14', TOO_COMPLEX, doubled(14, (next) => `${next} name ${next}`, 'id')],
  ['object fragments, 2^17', TOO_COMPLEX, doubled(17, (next) => `${next} name ${next}`, 'id')],
  ['object fragments, 2^60', TOO_COMPLEX, doubled(60, (next) => `${next} name ${next}`, 'id')],
  ['interface fragments, 2^9', TOO_COMPLEX, doubled(9, (next) => `${next} placements { id } ${next}`, 'id', 'Client', 'client(id: "1")')],
  ['fragments that spread themselves', INVALID, '{ employers { ...A } } fragment A on Employer { ...B } fragment B on Employer { ...A }'],
  ['a fragment that spreads itself a level down', INVALID, '{ placements { ...A } } fragment A on Placement { client { placements { ...A } } }'],
  ['100 root aliases', TOO_COMPLEX, `{ ${repeat(100, (n) => `a${n}: employers { id }`)} }`],
  ['1,000 root aliases', TOO_COMPLEX, `{ ${repeat(1000, (n) => `a${n}: placements { client { id } }`)} }`],
  ['aliases of __typename', TOO_COMPLEX, `{ ${repeat(500, (n) => `a${n}: __typename`)} }`],
  ['800 inline fragments on an abstract type', TOO_COMPLEX, `{ client(id: "1") { ${repeat(800, () => '... on Client { id }')} } }`],
  ['20,000 fields of one name', TOO_COMPLEX, `{ ${'me '.repeat(20_000)} }`],
  ['50 x 50 inline fragments', TOO_COMPLEX, `{ ${repeat(50, () => `... on Query { ${'... on Query { employers { id } } '.repeat(50)} }`)} }`],
  ['a selection 4,000 deep', TOO_COMPLEX, `${'{a'.repeat(4000)}${'}'.repeat(4000)}`],
  ['a list 900 deep as an argument', INVALID, `{ client(id: ${deepList(900)}) { id } }`],
  ['an object 600 deep as an argument', TOO_COMPLEX, `{ client(id: ${deepObject(600)}) { id } }`],
  ['a type 900 deep of a variable', INVALID, `query ($a: ${'['.repeat(900)}Int${']'.repeat(900)}) { me { id } }`],
  ['500 unknown directives', TOO_COMPLEX, `{ me { id ${'@aa '.repeat(1000)} } }`],
  ['100 unknown directives', INVALID, `{ me { id ${'@aa '.repeat(100)} } }`],
  ['400 unknown fields', INVALID, `{ ${repeat(400, (n) => `x${n}`)} }`],
  ['400 variables', INVALID, `query (${repeat(400, (n) => `$a${n}: Int`)}) { me { id } }`],
  ['400 fragments that nothing uses', TOO_COMPLEX, `{ me { id } } ${repeat(400, (n) => `fragment F${n} on Query { __typename }`)}`],
  ['200 fragments that nothing uses', INVALID, `{ me { id } } ${repeat(200, (n) => `fragment F${n} on Query { __typename }`)}`],
  ['100 operations', 'OPERATION_RESOLUTION_FAILURE', repeat(100, (n) => `query Q${n} { me { id } }`)],
  ['an operation that is not there', 'OPERATION_RESOLUTION_FAILURE', 'query A { me { id } }', { operationName: 'B' }],
  ['an operation named like a property of every object', 'OPERATION_RESOLUTION_FAILURE', 'query A { me { id } }', { operationName: '__proto__' }],
  ['80 KB of comments', UNPARSED, '#'.repeat(80_000)],
  ['90 KB of one name', INVALID, `{ ${'a'.repeat(90_000)} }`],
  ['a block string of 90 KB', INVALID, `{ client(id: """${' \\n'.repeat(20_000)}""", x: 1) { id } }`],
  ['a string that does not end', UNPARSED, `{ client(id: "${'a'.repeat(90_000)}`],
  ['a schema', INVALID, 'type Query { a: Int }'],
  ['a subscription', 'OPERATION_RESOLUTION_FAILURE', 'subscription { employers { id } }'],
  ['an aliased prototype', INVALID, '{ __proto__: employers { constructor: nothing } }'],
  ['a field named like a property of every object', INVALID, '{ constructor { prototype } }'],
  ['two commands behind aliases', 'ONE_COMMAND', 'mutation { almelo { a: end b: end } }'],
  ['the door of the subgraphs', INVALID, '{ _service { sdl } _entities(representations: []) { __typename } }'],
  ['rows without end', TOO_COMPLEX, `{ ${repeat(11, (n) => `a${n}: employers { placements { id } }`)} }`],
];

describe('a hostile document', () => {
  it.each(documents)('%s is refused as %s', async (name, code, query, more) => {
    const before = process.cpuUsage();
    const { status, codes } = await send(query, more);
    const { user, system } = process.cpuUsage(before);
    const cpuMs = (user + system) / 1000;
    process.stdout.write(`${cpuMs.toFixed(0).padStart(4)} ms cpu  ${String(query.length).padStart(6)} B  ${name}\n`);
    expect([status, [...new Set(codes)]]).toEqual([400, [code]]);
    // Of the whole process: asking, the issuer's signature and the answer too. Seconds would mean that a limit came too late.
    expect(cpuMs).toBeLessThan(1000);
    expect((await send('{ __typename }')).status).toBe(200);
  });

  it.each<[string, string, number]>([
    ['more than 100 KB', JSON.stringify({ query: `{ me { id } } #${'x'.repeat(110_000)}` }), 413],
    ['JSON 40,000 deep', `{"query":"{ me { id } }","variables":${deepList(40_000)}}`, 400],
    ['a variable 10,000 deep', `{"query":"query ($id: ID!) { client(id: $id) { id } }","variables":{"id":${deepList(10_000)}}}`, 400],
    ['broken JSON', '{"query":', 400],
    ['no object', '"query"', 400],
    ['null', 'null', 400],
    ['nothing', '', 400],
    ['a query that is no text', '{"query":{"a":1}}', 400],
    ['variables in a text', '{"query":"{ me { id } }","variables":"{"}', 400],
    ['bytes that are no text', '\u0000\uFFFF', 400],
  ])('a body of %s is refused', async (_, body, expected) => {
    const response = await fetch(`${graph.gateway.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${await graph.issuer.token('nuo.coordinator')}` },
      body,
    });
    expect([response.status, Object.keys((await response.json()) as object)]).toEqual([expected, ['errors']]);
  });

  it('leaves every object as it was', () => {
    expect(Object.getOwnPropertyNames(Object.prototype)).toHaveLength(12);
  });
});
