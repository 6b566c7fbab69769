import { dialects } from '@werkplein/kernel/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callers } from './callers.ts';
import { type AccessGraph, type GraphAnswer, type Question, startAccessGraph } from './graph.ts';
import { type Caller, candidateIdOf, clientIdOf, idIn, type World, worlds } from './worlds.ts';

const [almelo, , , , hidden] = worlds as [World, World, World, World, World];
const unknown = (code: string): string => clientIdOf(code, 999);
const callerNamed = (name: string): Caller => callers.find((each) => each.name === name) as Caller;

/** All that a caller can tell two answers apart by, beside the id that was asked; which of two organisations answers first is chance. */
const traits = ({ status, body, statements }: GraphAnswer, id: string) => {
  const { data, errors = [] } = JSON.parse(body.replaceAll(id, '‹id›')) as { data: unknown; errors?: unknown[] };
  return { status, data, errors: errors.map((error) => JSON.stringify(error)).sort(), statements: statements?.split(', ').sort() };
};

const throughGateway = (id: string): Question => ({
  query: 'query ($id: ID!) { client(id: $id) { __typename id displayName birthDate bsn dossier { status } doelgroep { day } placements { nodes { id } } } }',
  variables: { id },
});
const ofAlmelo = (id: string): Question => ({
  query:
    'query ($r: [_Any!]!) { _entities(representations: $r) { __typename ... on AlmeloClient { id displayName birthDate bsn dossier { status } doelgroep { day } } } }',
  variables: { r: [{ __typename: 'AlmeloClient', id }] },
});
/** Of a candidate nobody but its own Werkplein and the NUO knows that there is one. */
const candidateThroughGateway = (id: string): Question => ({
  query:
    'query ($id: ID!) { candidate(id: $id) { __typename id hoursMin occupations { text } proposals { nodes { id } } supply { fittingVacancies { score } } } }',
  variables: { id },
});
const candidateOf =
  (type: string, selection: string) =>
  (id: string): Question => ({
    query: `query ($r: [_Any!]!) { _entities(representations: $r) { __typename ... on ${type} { id ${selection} } } }`,
    variables: { r: [{ __typename: type, id }] },
  });
const ofNuo = (id: string): Question => ({
  query: 'query ($r: [_Any!]!) { _entities(representations: $r) { __typename ... on Client { id placements { nodes { id } pageInfo { hasNextPage } } } } }',
  variables: { r: [{ __typename: 'Client', id }] },
});

describe.each(dialects)('whether a client exists, on %s', (dialect) => {
  let graph: AccessGraph;
  beforeAll(async () => {
    graph = await startAccessGraph(dialect);
  });
  afterAll(() => graph.stop());

  const strangers = callers.filter(({ organisation }) => organisation !== almelo.municipality.code && organisation !== 'nuo').map(({ name }) => name);
  const told = async (where: string, caller: string, question: (id: string) => Question, id: string) =>
    traits(await graph.ask(where, callerNamed(caller), question(id)), id);

  it('is the same to everyone of another municipality as for an id that nobody has, through the gateway, at the Werkplein and at the NUO', async () => {
    for (const stranger of strangers) {
      for (const [where, question] of [
        ['gateway', throughGateway],
        ['almelo', ofAlmelo],
        ['nuo', ofNuo],
      ] as const)
        expect(await told(where, stranger, question, almelo.clientId), `${where} ${stranger}`).toEqual(await told(where, stranger, question, unknown('0141')));
    }
  });

  it('is not told by an id of a wrong form either: the same answer at the Werkplein and the NUO, nothing and no statement at the gateway', async () => {
    for (const stranger of strangers) {
      for (const [where, question] of [
        ['almelo', ofAlmelo],
        ['nuo', ofNuo],
      ] as const)
        expect(await told(where, stranger, question, '0141:x'), `${where} ${stranger}`).toEqual(await told(where, stranger, question, almelo.clientId));
      const { data, errors, statements } = await graph.ask('gateway', callerNamed(stranger), throughGateway('0141:x'));
      expect([data, errors, statements]).toEqual([{ client: null }, [], null]);
    }
  });

  it('is told of no candidate either, nor of one that is not shared with the NUO', async () => {
    const nobody = candidateIdOf('0141', 999);
    const ways = [
      ['gateway', candidateThroughGateway],
      ['almelo', candidateOf('AlmeloCandidate', 'hoursMin client { id }')],
      ['nuo', candidateOf('Candidate', 'proposals { nodes { id } }')],
    ] as const;
    for (const stranger of strangers) {
      for (const [where, question] of ways)
        expect(await told(where, stranger, question, almelo.candidateId), `${where} ${stranger}`).toEqual(await told(where, stranger, question, nobody));
    }
    const [, [, atAlmelo]] = ways;
    for (const role of ['accountmanager', 'coordinator', 'jobcoach'])
      expect(await told('almelo', `nuo.${role}`, atAlmelo, hidden.candidateId)).toEqual(await told('almelo', `nuo.${role}`, atAlmelo, nobody));
    const seen = await told('almelo', 'nuo.coordinator', atAlmelo, almelo.candidateId);
    expect(seen.data).not.toEqual((await told('almelo', 'nuo.coordinator', atAlmelo, nobody)).data);
  });

  it('is the same to the NUO for a client that is not disclosed as for nobody', async () => {
    for (const role of ['jobcoach', 'trajectbegeleider', 'werkleider', 'detacheringsconsulent', 'accountmanager', 'rapporteur'])
      expect(await told('almelo', `nuo.${role}`, ofAlmelo, hidden.clientId)).toEqual(await told('almelo', `nuo.${role}`, ofAlmelo, unknown('0141')));
  });

  it('shows in no participant and no access log of another municipality', async () => {
    const participant = (id: string): Question => ({
      query: 'query ($id: ID!) { participant(id: $id) { id client { id } placements { nodes { id } } } }',
      variables: { id },
    });
    const log = (id: string): Question => ({
      query: 'query ($id: ID!) { wierden { clientAccessLog(clientId: $id) { nodes { purpose } pageInfo { endCursor } } } }',
      variables: { id },
    });
    const nobody = `${idIn(almelo, 'participant').slice(0, -3)}999`;
    for (const where of ['gateway', 'nuo'])
      expect(await told(where, 'wierden.klantregisseur', participant, idIn(almelo, 'participant'))).toEqual(
        await told(where, 'wierden.klantregisseur', participant, nobody),
      );
    for (const where of ['gateway', 'wierden'])
      expect(await told(where, 'wierden.privacyofficer', log, almelo.clientId)).toEqual(await told(where, 'wierden.privacyofficer', log, unknown('0141')));
  });

  it('shows to those who may see the client: the same questions tell them apart', async () => {
    for (const [where, question] of [
      ['gateway', throughGateway],
      ['almelo', ofAlmelo],
    ] as const) {
      const known = await told(where, 'almelo.klantregisseur', question, almelo.clientId);
      expect(known.data).not.toEqual((await told(where, 'almelo.klantregisseur', question, unknown('0141'))).data);
    }
  });
});
