import { buildSchema, Kind, type OperationDefinitionNode, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { limitedGraph, repeat } from '../testing/limits.ts';
import { costOf, UNSIZED_ROWS } from './cost.ts';
import { openOperation } from './document.ts';

const schema = buildSchema(`
  type Query { employers(first: Int! = 50, after: String): EmployerConnection employer(id: ID!): Employer feed(first: Int): [Employer!] both(first: Int, last: Int): EmployerConnection }
  type EmployerConnection { nodes: [Employer!]! edges: [EmployerEdge!]! pageInfo: PageInfo! }
  type EmployerEdge { node: Employer! }
  type Employer { id: ID! name: String! tags: [String!]! branches: [Branch!]! placements(last: Int! = 10): PlacementConnection }
  type Branch { city: String }
  type PlacementConnection { nodes: [Placement!]! }
  type Placement { id: ID! employer: Employer }
  type PageInfo { endCursor: String }
  type Mutation { nuo: Commands }
  type Commands { plan: Employer stop: Boolean }
`);

const operationOf = (source: string) => {
  const document = parse(source);
  return { document, operation: document.definitions.find(({ kind }) => kind === Kind.OPERATION_DEFINITION) as OperationDefinitionNode };
};
const cost = (source: string, variables: Record<string, unknown> = {}): number => {
  const { document, operation } = operationOf(source);
  return costOf(openOperation(schema, document, operation), variables);
};

describe('the cost of an operation', () => {
  it.each<[string, string, number, Record<string, unknown>?]>([
    ['a leaf costs nothing', '{ __typename }', 0],
    ['one object is one', '{ employer(id: 1) { name tags } }', 1],
    ['a page is its rows and itself', '{ employers(first: 7) { nodes { id } } }', 8],
    ['the default of the schema counts', '{ employers { nodes { id } } }', 51],
    ['edges count as nodes do, and pageInfo for one', '{ employers(first: 7) { edges { node { id } } pageInfo { endCursor } } }', 1 + 7 + 7 + 1],
    ['a list with a size of its own', '{ feed(first: 7) { id } }', 7],
    ['a list without a page counts for ten', '{ employer(id: 1) { branches { city } } }', 1 + UNSIZED_ROWS],
    ['a page without any size counts for ten', '{ feed { id } }', UNSIZED_ROWS],
    ['of two sizes the larger counts', '{ both(first: 3, last: 7) { nodes { id } } }', 8],
    ['levels multiply', '{ employers(first: 7) { nodes { placements(last: 3) { nodes { id } } } } }', 1 + 7 + 7 + 21],
    ['a variable counts', 'query ($n: Int!) { employers(first: $n) { nodes { id } } }', 8, { n: 7 }],
    ['the default of a variable counts', 'query ($n: Int! = 7) { employers(first: $n) { nodes { id } } }', 8],
    ['a variable with a default counts for what is given', 'query ($n: Int! = 7) { employers(first: $n) { nodes { id } } }', 4, { n: 3 }],
    ['a value that does not fit counts as if it were not given', 'query ($n: Int!) { employers(first: $n) { nodes { id } } }', 51, { n: 'many' }],
    ['a negative size is none', '{ employers(first: -7) { nodes { id } } }', 1],
    ['an alias counts again', '{ a: employers(first: 7) { nodes { id } } b: employers(first: 7) { nodes { id } } }', 16],
    ['a fragment counts where it is used', '{ a: employer(id: 1) { ...F } b: employer(id: 2) { ...F } } fragment F on Employer { branches { city } }', 22],
    ['a command counts for ten', 'mutation { nuo { plan { id } } }', 11],
  ])('%s', (_, source, expected, variables) => {
    expect(cost(source, variables)).toBe(expected);
  });

  it('does not overflow', () => {
    const levels = (n: number): string => (n === 0 ? 'id' : `placements(last: 2000000000) { nodes { employer { ${levels(n - 1)} } } }`);
    expect(cost(`{ employer(id: 1) { ${levels(6)} } }`)).toBe(Number.MAX_SAFE_INTEGER);
    expect(cost('query ($n: Int!) { employers(first: $n) { nodes { id } } }', { n: Number.MAX_VALUE })).toBe(Number.MAX_SAFE_INTEGER);
  });

  it('is counted of the largest operation that is opened, and refused of fragments that would open to a billion fields', async () => {
    const { schema: real } = await limitedGraph();
    const bomb = (levels: number) =>
      `{ employers { ...F0 } } ${repeat(levels, (n) => `fragment F${n} on Employer { a: placements { client { id } } ...F${n + 1} b: placements { client { id } } ...F${n + 1} }`)} fragment F${levels} on Employer { placements { id } }`;
    const wide = `{ ${repeat(650, (n) => `a${n}: employers { placements { id } }`)} }`;
    for (const [name, source, refused] of [
      ['wide operation', wide, false],
      ['fragments of 7 levels', bomb(7), false],
      ['fragments of 30 levels', bomb(30), true],
    ] as const) {
      const { document, operation } = operationOf(source);
      const times = Array.from({ length: 15 }, () => {
        const began = performance.now();
        const count = () => costOf(openOperation(real, document, operation), {});
        if (refused) expect(count).toThrow('te groot');
        else expect(count()).toBeGreaterThan(0);
        return performance.now() - began;
      }).sort((a, b) => a - b);
      process.stdout.write(`opening and cost of the ${name}: ${times[7]?.toFixed(3)} ms (median of 15)\n`);
    }
  });
});
