import { dialects } from '@werkplein/kernel/testing';
import { describe, expect, it } from 'vitest';
import { idOf, nuoForTest, testDemo, type TestNuo } from '../testing/index.ts';
import { Participant } from '../participants/participant.entity.ts';
import { Person } from '../persons/person.entity.ts';
import { Placement } from './placement.entity.ts';
import type { PlacementState } from './placement-states.rules.ts';

const coach = 'nuo.jobcoach';
const clients = `{ employer(id: "${idOf('employer', 0)}") { name placements { nodes { municipality client { id } participant { id } } } } }`;
const entities = `query ($of: [_Any!]!) { _entities(representations: $of) { __typename ... on Client { id placements { nodes { id } } } ... on Werkplein { municipality activePlacementCount placements { nodes { id } } } } }`;
const wierdenClient = { __typename: 'Client', id: idOf('client', 1, '0189') };
const almeloClient = { __typename: 'Client', id: idOf('client', 0, '0141') };

const register = async (nuo: TestNuo, requestId: string, input: object) =>
  nuo.ask(
    coach,
    'mutation ($input: RegisterParticipantInput!) { nuo { registerParticipant(input: $input) { ... on ParticipantRegistered { alreadyKnown participant { id name client { id } } } } } }',
    {
      input: { requestId, ...input },
    },
  );
describe.each(dialects)('placements on %s', (dialect) => {
  it('show the client to uitvoering, to regie only their own, and to others not at all', async () => {
    const nuo = await nuoForTest(dialect, testDemo(1));
    const seen = async (user: string) => {
      const { data, errors } = await nuo.ask(user, clients);
      expect(data.employer.name).toBe('Bedrijf 0000 B.V.');
      const nodes = data.employer.placements.nodes as { client: { id: string } | null }[];
      return { clients: new Set(nodes.map(({ client }) => client?.id ?? null)), codes: [...new Set(errors?.map(({ extensions }) => extensions['code']))] };
    };
    expect(await seen(coach)).toEqual({ clients: new Set([almeloClient.id, wierdenClient.id]), codes: [] });
    expect(await seen('wierden.klantregisseur')).toEqual({ clients: new Set([wierdenClient.id, null]), codes: [] });
    expect(await seen('wierden.kwaliteitsmedewerker')).toEqual({ clients: new Set([wierdenClient.id, null]), codes: [] });
    expect(await seen('wierden.accountmanager')).toEqual({ clients: new Set([null]), codes: ['FORBIDDEN'] });
    expect(await seen('nuo.accountmanager')).toEqual({ clients: new Set([null]), codes: ['FORBIDDEN'] });
  });

  it('are added to clients and Werkpleinen that others own, within one’s own municipality', async () => {
    const nuo = await nuoForTest(dialect, testDemo(3));
    const of = [wierdenClient, almeloClient, { __typename: 'Werkplein', municipality: '0189' }, { __typename: 'Werkplein', municipality: '0141' }];
    const all = await nuo.ask(coach, entities, { of });
    expect(all.errors).toBeUndefined();
    expect(all.data._entities.map((entity: { placements: { nodes: unknown[] } }) => entity.placements.nodes.length)).toEqual([1, 1, 3, 3]);
    const own = await nuo.ask('wierden.klantregisseur', entities, { of });
    // Another municipality's is not there, as an unknown one is not.
    expect(own.data._entities.map((entity: { placements: { nodes: unknown[] } } | null) => entity?.placements.nodes.length)).toEqual([
      1,
      undefined,
      3,
      undefined,
    ]);
    expect(own.errors).toBeUndefined();
    expect(own.data._entities[2].activePlacementCount).toBe(3);
    const refused = await nuo.ask('wierden.accountmanager', entities, { of });
    expect(refused.errors?.map(({ extensions }) => extensions['code'])).toEqual(['FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN']);
    const none = await nuo.ask(coach, entities, {
      of: [
        { __typename: 'Client', id: 'nuo:1' },
        { __typename: 'Client', id: idOf('client', 9) },
      ],
    });
    expect(none.data._entities).toEqual([null, null]);
  });

  it('give entities of their own to other subgraphs', async () => {
    const nuo = await nuoForTest(dialect, testDemo(2));
    const of = [
      { __typename: 'Employer', id: idOf('employer', 1) },
      { __typename: 'ContactMoment', id: idOf('moment', 2) },
      { __typename: 'Placement', id: idOf('placement', 3) },
      { __typename: 'Participant', id: idOf('participant', 2) },
    ];
    const { data } = await nuo.ask(
      coach,
      'query ($of: [_Any!]!) { _entities(representations: $of) { ... on Employer { id } ... on ContactMoment { id } ... on Placement { id } ... on Participant { id } } }',
      { of },
    );
    expect(data._entities).toEqual(of.map(({ id }) => ({ id })));
  });

  it('count only what runs: not what is proposed, planned, rejected or cancelled', async () => {
    const nuo = await nuoForTest(dialect, testDemo(1));
    const document = `{ employer(id: "${idOf('employer', 0)}") { activePlacementCount placements(activeOn: "2026-07-31") { nodes { id } } } }`;
    for (const [status, count] of Object.entries({ PROPOSED: 1, AGREED: 1, REJECTED: 1, PLANNED: 1, CANCELLED: 1, ACTIVE: 2, INTERRUPTED: 2 } as const)) {
      await nuo.db.write(({ em }) => em.update(Placement, { id: idOf('placement', 0) }, { status: status as PlacementState }));
      const { employer } = (await nuo.ask(coach, document)).data;
      expect([status, employer.activePlacementCount, employer.placements.nodes.length]).toEqual([status, count, count]);
    }
    await nuo.db.write(({ em }) => em.update(Placement, { id: idOf('placement', 0) }, { status: 'ENDED', endedOn: '2026-07-31' }));
    const { employer } = (await nuo.ask(coach, document)).data;
    expect([employer.activePlacementCount, employer.placements.nodes.length]).toEqual([1, 2]);
  });

  it('register a participant once, also when several do so at once, each with a person', async () => {
    const nuo = await nuoForTest(dialect, testDemo(1));
    const clientId = idOf('client', 50, '1700');
    const known = (await Promise.all([1, 2, 3].map((i) => register(nuo, `request-${i}`, { clientId, municipality: '1700' })))).map(
      ({ data }) => data.nuo.registerParticipant,
    );
    expect(new Set(known.map(({ participant }) => participant.id)).size).toBe(1);
    expect(known.filter(({ alreadyKnown }) => !alreadyKnown)).toHaveLength(1);
    const people = await nuo.db.read.em.find(Participant);
    expect(new Set((await nuo.db.read.em.find(Person)).map(({ id }) => id))).toEqual(new Set(people.map(({ personId }) => personId)));
  });

  it('page from the latest start', async () => {
    const nuo = await nuoForTest(dialect, testDemo(3));
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const { data } = await nuo.ask(
        coach,
        'query ($of: [_Any!]!, $after: String) { _entities(representations: $of) { ... on Werkplein { placements(first: 2, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } } } } }',
        {
          of: [{ __typename: 'Werkplein', municipality: '0189' }],
          after,
        },
      );
      const { nodes, pageInfo } = data._entities[0].placements;
      seen.push(...nodes.map(({ id }: { id: string }) => id));
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    } while (after !== null);
    expect(seen).toEqual([5, 3, 1].map((n) => idOf('placement', n)));
  });
});

describe.each(dialects)('participants on %s', (dialect) => {
  it('have a name for uitvoering only, and are absent for another municipality', async () => {
    const nuo = await nuoForTest(dialect, testDemo(1));
    const { participant } = (await register(nuo, 'request-1', { municipality: '0189', name: 'Wsw Medewerker' })).data.nuo.registerParticipant;
    expect(participant).toMatchObject({ name: 'Wsw Medewerker', client: null });
    const query = `{ own: participant(id: "${idOf('participant', 1)}") { client { id } } other: participant(id: "${idOf('participant', 0)}") { id } named: participant(id: "${participant.id}") { id name } }`;
    const regie = await nuo.ask('wierden.klantregisseur', query);
    expect(regie.data).toEqual({ own: { client: { id: wierdenClient.id } }, other: null, named: { id: participant.id, name: null } });
    expect(regie.errors?.map(({ extensions, path }) => [extensions['code'], path?.[1]])).toEqual([['FORBIDDEN', 'name']]);
    const manager = await nuo.ask('nuo.accountmanager', query);
    expect(new Set(manager.errors?.map(({ extensions }) => extensions['code']))).toEqual(new Set(['FORBIDDEN']));
  });
});
