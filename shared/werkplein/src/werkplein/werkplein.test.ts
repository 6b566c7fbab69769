import { type Municipality, municipalities } from '@werkplein/kernel';
import { databaseForTest, dialects } from '@werkplein/kernel/testing';
import { type DefinitionNode, parse, print, visit } from 'graphql';
import { describe, expect, it } from 'vitest';
import { factsFor, moduleFor, werkpleinForTest } from '../testing/index.ts';
import { createWerkplein } from './create-werkplein.ts';

const nameOf = (node: DefinitionNode | { name: { value: string } }): string => ('name' in node ? (node.name?.value ?? '') : '');
/** The SDL with one name for all municipalities, sorted again. */
const neutral = (sdl: string): string => {
  const replaced = municipalities.reduce((text, { name, field }) => text.replaceAll(name, 'X').replaceAll(field, 'x'), sdl);
  const document = visit(parse(replaced), {
    UnionTypeDefinition: (node) => ({ ...node, types: [...(node.types ?? [])].sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1)) }),
  });
  return [...document.definitions]
    .sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1))
    .map((node) => print(node))
    .join('\n');
};

describe('the schema of a Werkplein', () => {
  it('is the same for the four but for their names', () => {
    const [first, ...others] = municipalities.map(({ field }) => neutral(moduleFor(field).subgraph.sdl));
    for (const other of others) expect(other).toBe(first);
  });

  it('does not change when a fifth is made in the same process, and holds no type of another', () => {
    const before = moduleFor('almelo').subgraph.sdl;
    const dinkelland: Municipality = { code: '1774', name: 'Dinkelland', field: 'dinkelland', defaultPort: 4999 };
    const fifth = createWerkplein(factsFor(dinkelland)).subgraph.sdl;
    expect(fifth).toContain('type DinkellandClient implements Client @key(fields: "id")');
    expect(fifth.replaceAll('`0141` Almelo', '')).not.toMatch(/Almelo|Twenterand|Tubbergen|Wierden/);
    expect(neutral(fifth.replaceAll('Dinkelland', 'Almelo').replaceAll('dinkelland', 'almelo'))).toBe(neutral(before));
    expect(createWerkplein(moduleFor('almelo').facts).subgraph.sdl).toBe(before);
  });

  it('returns its own types from its own fields, never a bare interface', () => {
    const { schema } = moduleFor('wierden').subgraph;
    const returned = Object.values(schema.getTypeMap()).flatMap((type) =>
      type.name.startsWith('Wierden') && 'getFields' in type
        ? Object.values(type.getFields()).map(({ type: field }) => String(field).replace(/[[\]!]/g, ''))
        : [],
    );
    expect(returned).not.toEqual(expect.arrayContaining([expect.stringMatching(/^(Client|ClientConnection|Werkplein)$/)]));
  });

  it('guards every command and every list', () => {
    expect(Object.fromEntries([...moduleFor('almelo').subgraph.actions].map(([coordinate, { name }]) => [coordinate, name]))).toMatchObject({
      'Query.almelo': 'werkplein.read',
      'Mutation.almelo': 'client.command',
      AlmeloClient: 'client.read',
      AlmeloWerkplein: 'werkplein.read',
      'AlmeloWerkplein.clients': 'client.list',
      'AlmeloWerkplein.caseload': 'client.list',
      'AlmeloWerkplein.clientAccessLog': 'client.readAccessLog',
      'AlmeloClient.bsn': 'client.readWhole',
      'AlmeloClient.birthDate': 'client.readWhole',
      'AlmeloClient.dossier': 'client.readWhole',
      'AlmeloClient.ownReference': 'client.readWhole',
    });
  });
});

describe.each(dialects)('a Werkplein on %s', (dialect) => {
  it('has the tables that its entities describe', async () => {
    const { entities, migrations } = moduleFor('almelo');
    const db = await databaseForTest(dialect, { entities, migrations });
    expect(await db.drift()).toEqual([]);
  });

  it('answers for its own code only', async () => {
    const { ask } = await werkpleinForTest(dialect);
    const { data } = await ask(
      'nuo.accountmanager',
      `{ _entities(representations: [{ __typename: "AlmeloWerkplein", municipality: "0141" }, { __typename: "AlmeloWerkplein", municipality: "0189" }]) {
        ... on AlmeloWerkplein { name oin address { city } provisionsCatalogue { code maxMonths } terms { planWithinWeeks } } } }`,
    );
    expect(data._entities).toEqual([
      {
        name: 'Werkplein Almelo',
        oin: '00000099000000000001',
        address: { city: 'Almelo' },
        provisionsCatalogue: [{ code: 'JOBCOACH', maxMonths: null }],
        terms: { planWithinWeeks: 8 },
      },
      null,
    ]);
  });
});
