import { NUO } from '@werkplein/kernel';
import fc from 'fast-check';
import { isInterfaceType, isLeafType, getNamedType } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callers } from './callers.ts';
import { canary } from './canary.ts';
import { gatewayOnly, reachesCaller } from './gateway-only.ts';
import { type AccessGraph, type GraphAnswer, startAccessGraph, subgraphs } from './graph.ts';
import { type Caller, idIn, type World, worlds } from './worlds.ts';

const [almelo, , , wierden, hidden] = worlds as [World, World, World, World, World];
const callerNamed = (name: string): Caller => callers.find((each) => each.name === name) as Caller;
/** Those who may see nothing of a client of Almelo. */
const strangers = [
  'wierden.klantregisseur',
  'wierden.privacyofficer',
  'nuo.accountmanager',
  'nuo.coordinator',
  'nuo.rapporteur',
  'almelo.accountmanager',
  'elsewhere',
].map(callerNamed);

let graph: AccessGraph;
beforeAll(async () => {
  graph = await startAccessGraph('sqlite');
});
afterAll(() => graph.stop());

const ask = (caller: Caller, query: string, variables: Record<string, unknown> = {}): Promise<GraphAnswer> =>
  graph.ask('gateway', caller, { query, variables });
const codes = ({ errors }: GraphAnswer): Set<unknown> => new Set(errors.map(({ extensions }) => extensions['code']));

/** Fields of a client that are a plain value; `id` is what was asked. */
const clientFields = (): string[] => {
  const type = graph.apiSchema.getType('Client');
  return isInterfaceType(type)
    ? Object.values(type.getFields())
        .filter(({ name, type: of }) => name !== 'id' && isLeafType(getNamedType(of)))
        .map(({ name }) => name)
    : [];
};

describe('the same field under another form', () => {
  const forms = (field: string): string[] => [
    `{ client(id: $id) { x: ${field} } }`,
    `{ client(id: $id) { ... on Client { x: ${field} } } }`,
    `{ client(id: $id) { ... on AlmeloClient { x: ${field} } } }`,
    `{ client(id: $id) { ... { ... on Client { ... on AlmeloClient { x: ${field} } } } } }`,
    `{ client(id: $id) { ...F } } fragment F on AlmeloClient { x: ${field} }`,
    `{ client(id: $id) { ...F } } fragment F on Client { ...G } fragment G on AlmeloClient { x: ${field} }`,
    `{ client(id: $id) { y: id z: __typename x: ${field} } }`,
    `{ first: client(id: $id) { id } client(id: $id) { x: ${field} } }`,
    `{ client(id: $id) { x: ${field} @include(if: true) } }`,
  ];

  it('shows nothing to a stranger and everything to the klantregisseur: interface, concrete and named fragments, aliases, directives', async () => {
    const fields = clientFields();
    expect(fields.length).toBeGreaterThan(8);
    for (const field of fields) {
      for (const form of forms(field)) {
        const own = await ask(callerNamed('almelo.klantregisseur'), `query ($id: ID!) ${form}`, { id: almelo.clientId });
        expect([own.errors, own.data.client.x === null], `to its own klantregisseur: ${form}`).toEqual([[], false]);
        for (const stranger of strangers) {
          const { data } = await ask(stranger, `query ($id: ID!) ${form}`, { id: almelo.clientId });
          expect(data.client?.x ?? null, `${stranger.name} ${form}`).toBeNull();
        }
      }
    }
  });

  it('hides a name behind no alias of another: `id: bsn` is refused as `bsn` is', async () => {
    const { data, errors } = await ask(callerNamed('nuo.jobcoach'), 'query ($id: ID!) { client(id: $id) { ... on AlmeloClient { displayName: bsn } } }', {
      id: almelo.clientId,
    });
    expect([data.client.displayName, errors[0]?.extensions['code']]).toEqual([null, 'FORBIDDEN']);
  });
});

describe('from the other side', () => {
  const ways = [
    'query ($name: String!) { employers(filter: { name: $name }) { nodes { placements { nodes { client { id displayName ... on AlmeloClient { birthDate bsn } } participant { id name } } } } } }',
    'query ($placement: ID!) { placement(id: $placement) { client { id displayName placements { nodes { id client { displayName } } } } participant { name client { displayName } } } }',
    'query ($participant: ID!) { participant(id: $participant) { name client { displayName } placements { nodes { client { displayName } } } } }',
    'query ($id: ID!) { client(id: $id) { displayName placements { nodes { id client { displayName } participant { name } employer { name } } } } }',
    '{ werkplein(municipality: "0141") { activePlacementCount placements { nodes { id client { displayName } participant { name } } } } }',
    '{ almelo { activePlacementCount placements { nodes { client { displayName } } } clients { totalCount nodes { displayName } } } }',
  ];
  const variables = { name: `Wereld ${almelo.index}`, placement: idIn(almelo, 'placement'), participant: idIn(almelo, 'participant'), id: almelo.clientId };

  it.each(ways)('a stranger finds no client: %s', async (query) => {
    const wanted = Object.fromEntries(Object.entries(variables).filter(([name]) => query.includes(`$${name}:`)));
    for (const stranger of strangers) {
      const answer = await ask(stranger, query, wanted);
      const escaped: string[] = [];
      canary((marker) => escaped.push(marker))(stranger, almelo, { query, variables: wanted }, answer);
      expect([answer.status, escaped], `for ${stranger.name}`).toEqual([200, []]);
    }
    const own = await ask(callerNamed('almelo.klantregisseur'), query, wanted);
    expect(own.body).toContain('geheim-0141');
  });
});

describe('what fits a candidate', () => {
  const found = 'supply { fittingVacancies(first: 1) { score vacancy { id } } }';
  const ofCandidate = 'query ($candidate: ID!) { candidate(id: $candidate)';
  const ways: [string, string][] = [
    ['by the interface', `${ofCandidate} { ${found} } }`],
    ['by the type of the municipality', `${ofCandidate} { ... on AlmeloCandidate { ${found} } } }`],
    ['by the types of two municipalities', `${ofCandidate} { ... on AlmeloCandidate { hoursMin ${found} } ... on WierdenCandidate { ${found} } } }`],
    [
      'by fragments in fragments',
      `${ofCandidate} { ...F } } fragment F on Candidate { ... on AlmeloCandidate { ...G } } fragment G on Candidate { id ${found} }`,
    ],
    ['beside what the NUO knows', `${ofCandidate} { proposals { nodes { id } } ${found} } }`],
    ['by a proposal', `query ($proposal: ID!) { proposal(id: $proposal) { candidate { ${found} } } }`],
    ['by a proposal, of the type', `query ($proposal: ID!) { proposal(id: $proposal) { candidate { ... on AlmeloCandidate { ${found} } } } }`],
    ['by the proposals of a vacancy', `query ($offered: ID!) { vacancy(id: $offered) { proposals { nodes { candidate { id ${found} } } } } }`],
    ['by the proposals of an employer', `query ($daughter: ID!) { employer(id: $daughter) { proposals { nodes { candidate { ${found} } } } } }`],
    ['by a plan', `query ($plan: ID!) { contactPlan(id: $plan) { candidates { ${found} } } }`],
    ['by the client', `query ($client: ID!) { client(id: $client) { candidate { ${found} } } }`],
    [
      'by the client, of the type',
      `query ($client: ID!) { client(id: $client) { ... on AlmeloClient { candidate { ... on AlmeloCandidate { ${found} } } } } }`,
    ],
    ['by the clients of a Werkplein', `query ($own: String!) { almelo { clients(filter: { ownReference: $own }) { nodes { candidate { ${found} } } } } }`],
    ['by what fits a vacancy', `query ($vacancy: ID!) { vacancy(id: $vacancy) { candidatesOfAlmelo { candidate { ${found} } } } }`],
  ];
  const { candidateId: candidate, clientId: client, ownReference: own } = almelo;
  const rows = Object.fromEntries((['proposal', 'offered', 'daughter', 'plan', 'vacancy'] as const).map((kind) => [kind, idIn(almelo, kind)]));
  const byProposalsOnly = new Set(['nuo.coordinator', 'almelo.accountmanager']);

  it.each(ways)('is found %s, and by no stranger', async (way, query) => {
    const variables = Object.fromEntries(Object.entries({ ...rows, candidate, client, own }).filter(([name]) => query.includes(`$${name}:`)));
    const klantregisseur = await ask(callerNamed('almelo.klantregisseur'), query, variables);
    expect(klantregisseur.errors).toEqual([]);
    expect(klantregisseur.body).toContain(`"vacancy":{"id":"${rows['vacancy']}"}`);
    for (const name of ['wierden.klantregisseur', 'wierden.privacyofficer', 'nuo.rapporteur', 'elsewhere', 'almelo.privacyofficer'])
      expect((await ask(callerNamed(name), query, variables)).body, `for ${name}`).not.toContain('"score"');
    const mediators = /client/i.test(way) ? [] : byProposalsOnly;
    for (const name of mediators) expect((await ask(callerNamed(name), query, variables)).body, `for ${name}`).toContain('"score"');
  });

  it('shows nobody by what it is handed over', async () => {
    for (const facts of ['candidateId', 'facts { hoursMin }'])
      expect((await ask(callerNamed('almelo.klantregisseur'), `${ofCandidate} { supply { ${facts} } } }`, { candidate })).status).toBe(400);
  });
});

describe('what `_entities` is given', () => {
  const entities = (where: string, caller: Caller | null, representations: object[], selection: string): Promise<GraphAnswer> =>
    graph.ask(where, caller, { query: `query ($r: [_Any!]!) { _entities(representations: $r) { ${selection} } }`, variables: { r: representations } });

  it('answers nobody without a statement, neither `_entities` nor `_service`', async () => {
    for (const name of subgraphs.keys())
      for (const query of ['{ _service { sdl } }', '{ _entities(representations: []) { __typename } }', '{ __typename }'])
        expect((await graph.ask(name, null, { query })).status).toBe(401);
    expect((await ask(callerNamed('nuo.jobcoach'), '{ _service { sdl } }')).status).toBe(400);
    expect((await ask(callerNamed('nuo.jobcoach'), '{ _entities(representations: []) { __typename } }')).status).toBe(400);
  });

  it('takes no id of another type or another municipality', async () => {
    const select = '... on AlmeloClient { id displayName bsn }';
    const ids = [wierden.clientId, idIn(almelo, 'employer'), idIn(almelo, 'participant'), 'x', ''];
    const representations = [
      ...ids.map((id) => ({ __typename: 'AlmeloClient', id })),
      { __typename: 'AlmeloClient', id: null },
      { __typename: 'AlmeloClient' },
    ];
    const { data } = await entities('almelo', callerNamed('almelo.klantregisseur'), representations, select);
    expect(data._entities).toEqual(representations.map(() => null));
    const nuo = await entities(
      NUO,
      callerNamed('nuo.jobcoach'),
      [
        { __typename: 'Employer', id: idIn(almelo, 'participant') },
        { __typename: 'Participant', id: idIn(almelo, 'employer') },
        { __typename: 'Placement', id: almelo.clientId },
        { __typename: 'Client', id: idIn(almelo, 'participant') },
      ],
      '__typename',
    );
    expect(nuo.data._entities).toEqual([null, null, null, null]);
  });

  it('believes nothing that a representation claims beside its key', async () => {
    const claims = fc.dictionary(
      fc.constantFrom(
        'displayName',
        'bsn',
        'birthDate',
        'municipality',
        'clientId',
        'client',
        'disclosed',
        'organisation',
        'klantregisseur',
        'roles',
        'name',
        'openClientId',
      ),
      fc.oneof(fc.string(), fc.constantFrom('0141', '0189', 'nuo', almelo.clientId), fc.boolean(), fc.constant({ id: 'demo-wierden-klantregisseur' })),
    );
    const targets = [
      ['almelo', { __typename: 'AlmeloClient', id: almelo.clientId }, '... on AlmeloClient { id displayName birthDate bsn klantregisseur { id } }'],
      ['almelo', { __typename: 'AlmeloClient', id: hidden.clientId }, '... on AlmeloClient { id displayName birthDate bsn dossier { status } }'],
      [NUO, { __typename: 'Participant', id: idIn(almelo, 'participant') }, '... on Participant { id name municipality client { id } }'],
      [NUO, { __typename: 'Placement', id: idIn(almelo, 'placement') }, '... on Placement { id municipality client { id } participant { name } }'],
      [NUO, { __typename: 'Client', id: almelo.clientId }, '... on Client { id placements { nodes { id } } }'],
      [NUO, { __typename: 'CandidateSupply', candidateId: wierden.candidateId }, '... on CandidateSupply { fittingVacancies { score } }'],
      [NUO, { __typename: 'Candidate', id: almelo.candidateId }, '... on Candidate { id proposals { nodes { id } } }'],
      [NUO, { __typename: 'Werkplein', municipality: '0141' }, '... on Werkplein { activePlacementCount }'],
    ] as const;
    const who = ['wierden.klantregisseur', 'nuo.jobcoach', 'nuo.accountmanager', 'almelo.klantregisseur', 'elsewhere'].map(callerNamed);
    const honest = new Map<string, string>();
    let asked = 0;
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...targets), fc.constantFrom(...who), claims, async ([where, representation, select], caller, claimed) => {
        const key = JSON.stringify([where, representation, caller.name]);
        if (!honest.has(key)) honest.set(key, (await entities(where, caller, [representation], select)).body);
        const forged = await entities(where, caller, [{ ...claimed, ...representation }], select);
        asked += 1;
        expect(forged.body).toBe(honest.get(key));
      }),
      { numRuns: 400, seed: 20261124 },
    );
    expect(asked).toBe(400);
  });
});

describe('what can be asked indirectly', () => {
  const regie = callerNamed('wierden.klantregisseur');

  it('tells a filter that hits from one that does not to no stranger', async () => {
    const query =
      'query ($filter: ClientFilter!) { almelo { clients(filter: $filter) { totalCount pageInfo { hasNextPage } } caseload(filter: $filter) { totalCount } } }';
    for (const stranger of strangers) {
      const hit = await ask(stranger, query, { filter: { bsn: almelo.bsn } });
      const miss = await ask(stranger, query, { filter: { bsn: wierden.bsn } });
      expect([hit.body, hit.statements], `for ${stranger.name}`).toEqual([miss.body, miss.statements]);
      expect(codes(hit)).toEqual(new Set(['FORBIDDEN']));
    }
    const own = await ask(callerNamed('almelo.klantregisseur'), query, { filter: { bsn: almelo.bsn } });
    expect(own.data.almelo.clients.totalCount).toBe(1);
  });

  it('counts no clients of another municipality', async () => {
    const { data } = await ask(regie, '{ werkpleinen { municipality activePlacementCount placements { nodes { id } } } }');
    expect(data.werkpleinen).toEqual([
      ...['0141', '1700', '0183'].map((municipality) => ({ municipality, activePlacementCount: null, placements: null })),
      { municipality: '0189', activePlacementCount: 2, placements: { nodes: [{ id: idIn(wierden, 'movedPlacement') }, { id: idIn(wierden, 'placement') }] } },
    ]);
  });

  it("opens nothing with the cursor of another's page", async () => {
    const clients = 'query ($after: String) { field { clients(first: 1, after: $after) { nodes { id } pageInfo { endCursor } } } }';
    const page = await ask(callerNamed('almelo.klantregisseur'), clients.replace('field', 'almelo'));
    const cursor = page.data.almelo.clients.pageInfo.endCursor as string;
    expect(cursor).toBeTruthy();
    const own = await ask(regie, clients.replace('field', 'wierden'), { after: cursor });
    expect(own.data.wierden.clients.nodes.filter(({ id }: { id: string }) => !id.startsWith('0189:'))).toEqual([]);
    expect((await ask(regie, clients.replace('field', 'almelo'), { after: cursor })).data.almelo.clients).toBeNull();
    const placements =
      'query ($after: String) { werkplein(municipality: "0141") { placements(first: 1, after: $after) { nodes { id } pageInfo { endCursor } } } }';
    const theirs = await ask(callerNamed('almelo.klantregisseur'), placements);
    const after = theirs.data.werkplein.placements.pageInfo.endCursor as string;
    expect((await ask(regie, placements, { after })).data.werkplein.placements).toBeNull();
  });

  it('says the type of any id from its form alone', async () => {
    const typename = async (caller: Caller, id: string) => (await ask(caller, 'query ($id: ID!) { client(id: $id) { __typename } }', { id })).body;
    for (const stranger of [...strangers, callerNamed('nuo.jobcoach')])
      expect(await typename(stranger, hidden.clientId)).toBe(await typename(stranger, hidden.clientId.replace(/\d{3}$/, '999')));
  });
});

it('the canary notices a client that reaches a stranger', async () => {
  const query = 'query ($name: String!) { almelo { clients { nodes { displayName } } } me { id } employers(filter: { name: $name }) { nodes { id } } }';
  const answer = await ask(callerNamed('almelo.klantregisseur'), query, { name: 'Wereld' });
  const reports: string[] = [];
  for (const caller of [callerNamed('almelo.klantregisseur'), callerNamed('wierden.klantregisseur')])
    canary((marker, { name }) => reports.push(`${name} ${marker}`))(caller, almelo, { query }, answer);
  expect(reports.length).toBeGreaterThan(0);
  expect(reports.every((report) => report.startsWith('wierden.klantregisseur'))).toBe(true);
});

describe('what only the gateway may ask', () => {
  it('is the parts of figures and funnels of every subgraph, and is in no schema of callers', () => {
    const expected = [...subgraphs.keys()].flatMap((name) => ['FigureFacts', 'FigureParts', 'FunnelPart'].map((part) => `${name}${part}`));
    expect([...gatewayOnly].toSorted()).toEqual(expected.toSorted());
    expect(Object.keys(graph.apiSchema.getQueryType()?.getFields() ?? {}).filter((name) => gatewayOnly.has(name))).toEqual([]);
  });

  it('is left out of what the canary looks at, under any name, and what stands beside it is not', () => {
    const answer = { status: 200, body: '', statements: null, errors: [], data: { x: { candidateIds: ['secret'] }, employers: ['shown'] } };
    const query = 'query ($asked: FunnelPartInput!) { x: almeloFunnelPart(asked: $asked) { candidateIds } employers { id } }';
    expect(reachesCaller({ query }, answer)).toBe('{"data":{"employers":["shown"]},"errors":[]}');
    expect(reachesCaller({ query: '{ x: almelo { name } employers { id } }' }, { ...answer, body: 'all' })).toBe('all');
  });
});
