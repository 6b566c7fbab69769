import { expect, it } from 'vitest';
import { judge, limitedGraph, nest } from '../testing/limits.ts';
import { turns } from './turns.ts';

const cycle = (turnCount: number) => `{ ${nest('placements { client', turnCount, 'id').replaceAll('} }', '} }')}${' }'.repeat(turnCount)} }`;

it.each<[string, string, string | null]>([
  ['one turn', cycle(1), null],
  ['two turns', cycle(2), null],
  ['three turns: the 76 bytes', cycle(3), 'TOO_COMPLEX'],
  [
    'three turns through concrete types',
    `{ client(id: "1") { ... on AlmeloClient { placements { client { ... on WierdenClient { placements { client { id } } } } } } } }`,
    'TOO_COMPLEX',
  ],
  [
    'three turns through fragments',
    '{ placements { ...P } } fragment P on Placement { client { placements { ...Q } } } fragment Q on Placement { client { placements { id } } }',
    'TOO_COMPLEX',
  ],
  ['three turns under aliases', '{ a: placements { b: client { c: placements { d: client { e: placements { id } } } } } }', 'TOO_COMPLEX'],
  [
    'the same entity often, on different paths',
    '{ a: placements { client { id } } b: placements { client { id } } c: placements { client { id } } employers { placements { client { id } } } }',
    null,
  ],
  ['a Werkplein and its clients with placements', '{ almelo { clients { nodes { placements { client { id } } } } } }', null],
  ['introspection, as deep as it is', '{ __schema { types { fields { type { ofType { ofType { ofType { name } } } } } } } }', null],
])('%s', async (_, document, refusal) => {
  const { families } = await limitedGraph();
  expect(
    await judge(
      turns(() => families),
      document,
    ),
  ).toBe(refusal);
});

it('knows a keyed interface and all its types as one family, and other entities by name', async () => {
  const { families } = await limitedGraph();
  const of = (name: string) => [...(families.get(name) ?? [])];
  expect([of('Client'), of('AlmeloClient'), of('WierdenWerkplein'), of('Placement'), of('AlmeloClientConnection'), of('ClientConnection')]).toEqual([
    ['Client'],
    ['Client'],
    ['Werkplein'],
    ['Placement'],
    [],
    [],
  ]);
});
