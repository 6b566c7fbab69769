import { buildSchema } from 'graphql';
import { describe, expect, it } from 'vitest';
import { common, untold } from './changelog.ts';
import { changesBetween } from './compare.ts';
import { announcementProblems, brokenPromises, deprecationPage, deprecationsOf, overdue } from './deprecations.ts';
import { policyChanges } from './policy.ts';
import { unusedOf, usageOf } from './usage.ts';

const BASE = `
  type Query { clients(first: Int = 20, state: State, filter: Filter): [Client!]!  me: Me }
  interface Client { id: ID!  name: String }
  type AlmeloClient implements Client { id: ID!  name: String  score: Int! }
  type WierdenClient implements Client { id: ID!  name: String }
  type Me { id: ID!  roles: [String!]! }
  input Filter { name: String  states: [State!] }
  enum State { OPEN CLOSED }
  type Mutation { end(input: EndInput!): Ended! }
  input EndInput { client: ID!  reason: String }
  union Ended = Done | Refused
  type Done { at: String! }
  type Refused { why: String! }
`;
const documents = new Map([
  ['Names', 'query Names { clients(first: 5) { id name } }'],
  ['Scores', 'query Scores($filter: Filter) { clients(filter: $filter) { ... on AlmeloClient { score } } }'],
  ['End', 'mutation End($input: EndInput!) { end(input: $input) { __typename ... on Done { at } } }'],
]);
const base = buildSchema(BASE);
const changed = (...edits: [string, string][]) => buildSchema(edits.reduce((sdl, [from, to]) => sdl.replaceAll(from, to), BASE));

describe('a change of the schema', () => {
  it.each<[string, [string, string][], string, string, string[]]>([
    ['a field that goes', [['score: Int!', 'other: Int!']], 'breaking', 'AlmeloClient.score', ['Scores']],
    ['a field that nobody asks goes', [['roles: [String!]!', '']], 'breaking', 'Me.roles', []],
    [
      'a field of an interface goes',
      [
        ['name: String }', '}'],
        ['name: String  score', 'score'],
      ],
      'breaking',
      'WierdenClient.name',
      ['Names'],
    ],
    ['a field may be null', [['score: Int!', 'score: Int']], 'breaking', 'AlmeloClient.score', ['Scores']],
    ['a field has another type', [['score: Int!', 'score: String!']], 'breaking', 'AlmeloClient.score', ['Scores']],
    ['an argument goes', [['first: Int = 20, ', '']], 'breaking', 'Query.clients.first', ['Names']],
    ['an argument must be given', [['first: Int = 20,', 'first: Int!,']], 'breaking', 'Query.clients.first', ['Names']],
    ['a part of an input that travels as a variable goes', [['reason: String', '']], 'breaking', 'EndInput.reason', ['End']],
    ['a part of an input must be given', [['reason: String', 'reason: String!']], 'breaking', 'EndInput.reason', ['End']],
    ['a value of an enum goes', [['OPEN CLOSED', 'OPEN']], 'breaking', 'State.CLOSED', ['Scores']],
    [
      'a type goes',
      [
        ['type Me { id: ID!  roles: [String!]! }', ''],
        ['me: Me', ''],
      ],
      'breaking',
      'Me',
      [],
    ],
    ['a result goes', [['Done | Refused', 'Done']], 'breaking', 'Ended', ['End']],
    ['a new result', [['Done | Refused', 'Done | Refused | Me']], 'dangerous', 'Ended', ['End']],
    ['a new value', [['OPEN CLOSED', 'OPEN CLOSED WAITING']], 'dangerous', 'State.WAITING', []],
    ['another default', [['first: Int = 20', 'first: Int = 50']], 'dangerous', 'Query.clients.first', ['Names']],
    ['a new field', [['type Me { id: ID! ', 'type Me { id: ID! name: String ']], 'safe', 'Me.name', []],
    [
      'never null',
      [['type WierdenClient implements Client { id: ID!  name: String', 'type WierdenClient implements Client { id: ID!  name: String!']],
      'safe',
      'WierdenClient.name',
      ['Names'],
    ],
  ])('%s', async (_, edits, level, coordinate, asked) => {
    expect(await changesBetween(base, changed(...edits), documents)).toContainEqual({ level, coordinate, message: expect.any(String), documents: asked });
  });

  it('of words alone is none', async () => {
    expect(await changesBetween(base, changed(['type Me {', '"Who asks." type Me {']), documents)).toEqual([]);
  });

  it('is seen beside a description that is new', async () => {
    const changes = await changesBetween(base, changed(['type Me {', '"Who asks." type Me {'], ['roles: [String!]!', '']), documents);
    expect(changes.map(({ coordinate }) => coordinate)).toEqual(['Me.roles']);
  });

  it('that adds a type is one change, not one for each of its fields', async () => {
    const changes = await changesBetween(base, changed(['type Me {', 'type You { id: ID! of(day: String!): Int } type Me {']), documents);
    expect(changes.map(({ level, coordinate }) => [level, coordinate])).toEqual([['safe', 'You']]);
  });

  it('shows what breaks before what does not', async () => {
    const changes = await changesBetween(base, changed(['OPEN CLOSED', 'OPEN WAITING'], ['type Me { id: ID! ', 'type Me { id: ID! name: String ']), documents);
    expect(changes.map(({ level }) => level)).toEqual(['breaking', 'dangerous', 'safe']);
  });
});

describe('what no document uses', () => {
  it('is named, and what is asked by an interface is asked of its types', () => {
    expect(unusedOf(base, usageOf(base, documents))).toEqual({
      fields: ['Query.me', 'Me.id', 'Me.roles', 'Refused.why'],
      arguments: ['Query.clients.state'],
    });
  });
});

describe('the changelog', () => {
  const places = [
    { name: 'Almelo', field: 'almelo' },
    { name: 'Wierden', field: 'wierden' },
  ];
  const breaks = (...coordinates: string[]) => coordinates.map((coordinate) => ({ level: 'breaking' as const, coordinate, message: '', documents: [] }));
  const page = (text: string, day = '2026-11-30') => `# Changes\n\n## ${day}\n\n${text}\n\n## 2026-11-29\n\n**Breaking:** \`Old.field\` is gone.\n`;

  it.each<[string, string, string[], string[]]>([
    ['names it', '**Breaking:** `Me.roles` is gone.', ['Me.roles'], []],
    ['says nothing', 'Faster.', ['Me.roles'], ['Me.roles']],
    ['names it without saying that it breaks', '`Me.roles` is gone.', ['Me.roles'], ['Me.roles']],
    ['names another that begins the same', '**Breaking:** `Me.rolesOf` and `OtherMe.roles`.', ['Me.roles'], ['Me.roles']],
    ['names a part of it only', '**Breaking:** `Query.clients`', ['Query.clients.first'], ['Query.clients.first']],
    ['names one of two', '**Breaking:** `Me.roles` is gone.', ['Me.roles', 'Me.id'], ['Me.id']],
    ['names it for every Werkplein', '**Breaking:** `‹Gemeente›Client.name` is gone.', ['AlmeloClient.name', 'WierdenClient.name'], []],
    ['names it for one as example', '**Breaking:** `AlmeloClient.name` is gone.', ['AlmeloClient.name', 'WierdenClient.name'], []],
    ['names it in an older day', '', ['Old.field'], ['Old.field']],
  ])('that %s', (_, text, coordinates, missing) => {
    expect(untold(breaks(...coordinates), page(text), null, places)).toEqual(missing);
  });

  it('is held to what is new in it since the schema that is compared with', () => {
    const before = page('**Breaking:** `Me.roles` is gone.');
    expect(untold(breaks('Me.roles'), before, before, places)).toEqual(['Me.roles']);
    expect(untold(breaks('Me.id'), `${before}**Breaking:** \`Me.id\``, before, places)).toEqual([]);
  });

  it('asks nothing of what does not break', () => {
    expect(untold([{ level: 'dangerous', coordinate: 'A.b', message: '', documents: [] }], page(''), null, places)).toEqual([]);
  });

  it('knows the fields of a Werkplein by one name', () => {
    expect(common('Query.almelo AlmeloClient.almeloId Placement.confirmationAtWierden', places)).toBe(
      'Query.‹gemeente› ‹Gemeente›Client.almeloId Placement.confirmationAt‹Gemeente›',
    );
  });
});

describe('a deprecation', () => {
  const deprecated = (reason: string) => changed(['score: Int!', `score: Int! @deprecated(reason: "${reason}")`]);
  const good = 'Use name. Since 2026-11-29, gone on 2027-03-01.';

  it.each<[string, string, string | null]>([
    ['as it should be', good, null],
    ['without days', 'Use name.', 'without its days'],
    ['without its last day', 'Use name. Since 2026-11-29.', 'without its days'],
    ['with a day that does not exist', 'Since 2026-11-29, gone on 2027-02-30.', '2027-02-30 is no day'],
    ['at short notice', 'Since 2026-11-29, gone on 2026-12-24.', 'after 25 days'],
  ])('%s', (_, reason, problem) => {
    expect(announcementProblems(deprecationsOf(deprecated(reason)))).toEqual(problem === null ? [] : [expect.stringContaining(problem)]);
  });

  it('of an argument, a part of an input or a value is seen as well', () => {
    const schema = changed(
      ['state: State', `state: State @deprecated(reason: "${good}")`],
      ['reason: String', `reason: String @deprecated(reason: "${good}")`],
      ['OPEN CLOSED', `OPEN CLOSED @deprecated(reason: "${good}")`],
    );
    expect(deprecationsOf(schema).map(({ coordinate }) => coordinate)).toEqual(['EndInput.reason', 'Query.clients.state', 'State.CLOSED']);
  });

  it.each<[string, ReturnType<typeof buildSchema>, string, string[]]>([
    ['gone the day before', changed(['score: Int!', '']), '2027-02-28', ['AlmeloClient.score is gone before 2027-03-01, the day that was announced']],
    ['gone on its day', changed(['score: Int!', '']), '2027-03-01', []],
    [
      'gone with its type',
      changed(['type AlmeloClient implements Client { id: ID!  name: String  score: Int! }', '']),
      '2027-01-01',
      [expect.any(String) as never],
    ],
    [
      'to go sooner',
      deprecated('Use name. Since 2026-11-29, gone on 2027-02-28.'),
      '2027-01-01',
      ['AlmeloClient.score would go on 2027-02-28; 2027-03-01 was announced'],
    ],
    ['to go later', deprecated('Use name. Since 2026-11-29, gone on 2027-06-01.'), '2027-01-01', []],
    ['kept after all', base, '2027-01-01', []],
  ])('is a promise: %s', (_, after, today, broken) => {
    expect(brokenPromises(deprecated(good), after, today)).toEqual(broken);
  });

  it('is reported when its day has come, and stands on the page until then', () => {
    const schema = deprecated(good);
    expect([overdue(deprecationsOf(schema), '2027-02-28'), overdue(deprecationsOf(schema), '2027-03-01')]).toEqual([
      [],
      ['AlmeloClient.score could go since 2027-03-01'],
    ]);
    expect(deprecationPage(schema, usageOf(schema, documents))).toContain('| 2027-03-01 | 2026-11-29 | `AlmeloClient.score` | Use name. | Scores |');
    expect(deprecationPage(base, new Map())).toContain('Nothing is announced.');
  });
});

describe('who may', () => {
  const table = (...rows: string[]) => `subgraph,action,what,guards,nuo.coordinator,werkplein.rapporteur\n${rows.join('\n')}\n`;
  const read = 'nuo,a.read,"Zien, en meer","A.b A.c",all,own';

  it.each<[string, string[], string[], string[]]>([
    ['stays', [read], [read], []],
    ['comes and goes', [read], ['nuo,b.read,x,"",all,'], ['- nuo a.read', '+ nuo b.read']],
    ['reaches further', [read], [read.replace('own', 'all')], ['~ nuo a.read: werkplein.rapporteur: own → all']],
    ['is taken away', [read], [read.replace('own', '')], ['~ nuo a.read: werkplein.rapporteur: own → nothing']],
    ['guards something else', [read], [read.replace('A.c', 'A.d')], ['~ nuo a.read: guards: -A.c +A.d']],
  ])('%s', (_, before, after, lines) => {
    expect(policyChanges(table(...before), table(...after))).toEqual(lines);
  });

  it('sees a role that is new', () => {
    const wider = table(read).replace('rapporteur', 'rapporteur,nuo.jobcoach').replace(',all,own', ',all,own,all');
    expect(policyChanges(table(read), wider)).toEqual(['~ nuo a.read: nuo.jobcoach: nothing → all']);
  });
});
