import { fixedClock } from '@werkplein/kernel';
import { dialects, newAsking } from '@werkplein/kernel/testing';
import { getNamedType, type GraphQLObjectType, type GraphQLOutputType, isObjectType } from 'graphql';
import { describe, expect, it } from 'vitest';
import { partOfField } from '../clients/client.parts.ts';
import { DossierRow } from '../dossiers/dossier.entity.ts';
import { loggingStatements, moduleFor, registered, requestId, type TestWerkplein, testDay, werkpleinForTest } from '../testing/index.ts';
import { dossierCommand, nothingRuns } from '../testing/dossiers.ts';
import { DisclosureRow } from './disclosure.entity.ts';
import { type DisclosurePart, disclosureParts } from './disclosure.rules.ts';

const kept = 'disclosure { id parts purpose note validFrom validUntil withdrawnAt version recordedBy { name } }';
const document = {
  shareWithNuo: `mutation ($input: ShareWithNuoInput!) { almelo { shareWithNuo(input: $input) { __typename
    ... on DisclosureSaved { ${kept} } ... on AlreadyShared { ${kept} } ... on DossierClosed { closedOn } } } }`,
  changeDisclosure: `mutation ($input: ChangeDisclosureInput!) { almelo { changeDisclosure(input: $input) { __typename
    ... on DisclosureSaved { ${kept} } ... on DisclosureVersionConflict { currentVersion } ... on StepRefused { from } } } }`,
  withdrawDisclosure: 'mutation ($input: WithdrawDisclosureInput!) { almelo { withdrawDisclosure(input: $input) { __typename ... on StepRefused { from } } } }',
};
const command = async ({ ask }: TestWerkplein, name: keyof typeof document, input: object, user = 'almelo.klantregisseur') => {
  const answer = await ask(user, document[name], { input: { requestId: requestId(), ...input } });
  return { ...answer, result: answer.data?.almelo?.[name] };
};
const until = '2027-05-31';
const sharing = (served: TestWerkplein, clientId: string, more: object = {}, user?: string) =>
  command(served, 'shareWithNuo', { clientId, parts: ['NAME'], purpose: 'BEMIDDELING', until, ...more }, user);

const entity = (selection: string) => `query ($r: [_Any!]!) { _entities(representations: $r) { ... on AlmeloClient { ${selection} } } }`;
const reading = async ({ ask }: TestWerkplein, user: string, selection: string, ...ids: string[]) => {
  const answer = await ask(user, entity(selection), { r: ids.map((id) => ({ __typename: 'AlmeloClient', id })) });
  return { ...answer, clients: answer.data._entities };
};
const shared = 'sharedWithNuo { day parts foundAsCandidate fields { field shared value part } }';
const log = 'query ($id: ID!) { almelo { clientAccessLog(clientId: $id) { nodes { organisation { code } } } } }';
interface Field {
  field: string;
  shared: boolean;
  value: string | null;
  part: string | null;
}

describe.each(dialects)('sharing a client with the NUO on %s', (dialect) => {
  it('shows the NUO the parts until the day, the second time by the first answer', async () => {
    const served = await werkpleinForTest(dialect);
    const clientId = await registered(served);
    expect((await reading(served, 'nuo.jobcoach', 'displayName', clientId)).clients).toEqual([null]);
    const input = { requestId: requestId(), parts: ['KLANTREGISSEUR', 'NAME', 'NAME'], note: 'Voor de leerwerklijn' };
    const { result } = await sharing(served, clientId, input);
    expect(result).toEqual({
      __typename: 'DisclosureSaved',
      disclosure: {
        id: expect.stringMatching(/^0141:/),
        parts: ['NAME', 'KLANTREGISSEUR'],
        purpose: 'BEMIDDELING',
        note: 'Voor de leerwerklijn',
        validFrom: testDay,
        validUntil: until,
        withdrawnAt: null,
        version: 1,
        recordedBy: { name: 'Demo klantregisseur Almelo' },
      },
    });
    expect((await sharing(served, clientId, input)).result).toEqual(result);
    expect(await served.db.read.em.count(DisclosureRow)).toBe(1);
    expect((await reading(served, 'nuo.jobcoach', 'displayName address { city }', clientId)).clients).toEqual([
      { displayName: 'Jan van der Bérg', address: null },
    ]);
  });

  it('ends with the dossier, and so does the profile as a candidate', async () => {
    const served = await werkpleinForTest(dialect);
    const clientId = await registered(served);
    await sharing(served, clientId);
    const profile = { clientId, visibility: 'REGION_VUM', informedOn: '2026-11-01', occupations: [{ text: 'Inpakker' }] };
    const save = 'mutation ($input: SaveCandidateInput!) { almelo { saveCandidate(input: $input) { ... on AlmeloCandidateSaved { candidate { id } } } } }';
    const { data } = await served.ask('almelo.klantregisseur', save, { input: { requestId: requestId(), ...profile } });
    const { id } = data.almelo.saveCandidate.candidate;
    const seen = async () => {
      const r = [
        { __typename: 'AlmeloClient', id: clientId },
        { __typename: 'AlmeloCandidate', id },
      ];
      const both = 'query ($r: [_Any!]!) { _entities(representations: $r) { ... on AlmeloClient { id } ... on AlmeloCandidate { id } } }';
      return (await served.ask('nuo.jobcoach', both, { r })).data._entities;
    };
    expect(await seen()).toEqual([{ id: clientId }, { id }]);
    const closed = await dossierCommand(served, 'closeDossier', { clientId, outflow: 'MOVED', confirmed: nothingRuns });
    expect(closed.result.__typename).toBe('AlmeloDossierChanged');
    expect(await seen()).toEqual([null, null]);
    expect(await served.db.read.em.findOneByOrFail(DisclosureRow, { clientId })).toMatchObject({ version: 2, withdrawnAt: new Date(`${testDay}T10:00:00Z`) });
    const access = 'query ($id: ID!) { almelo { subjectAccess(clientId: $id) { json } } }';
    const given = await served.ask('almelo.privacyofficer', access, { id: clientId });
    expect(JSON.parse(given.data.almelo.subjectAccess.json).recipients).toMatchObject([{ organisation: 'NUO', from: testDay, until: testDay }]);
  });

  it('is one disclosure a client, also of two at once', async () => {
    const served = await werkpleinForTest(dialect);
    const clientId = await registered(served);
    const both = await Promise.all([sharing(served, clientId), sharing(served, clientId, { parts: ['CONTACT'] })]);
    expect(both.map(({ result }) => String(result.__typename)).toSorted()).toEqual(['AlreadyShared', 'DisclosureSaved']);
    expect(both[0]?.result.disclosure).toEqual(both[1]?.result.disclosure);
    expect(await served.db.read.em.count(DisclosureRow)).toBe(1);
  });

  it.each([
    ['yesterday', { until: '2026-11-22' }, ['until']],
    ['a day past the longest term', { until: '2027-11-23' }, ['until']],
    ['no part and no day', { parts: [], until: 'x' }, ['parts', 'until']],
    ['a note that is too long', { note: 'x'.repeat(301) }, ['note']],
  ])('is refused for %s, and nothing is written', async (_, more, paths) => {
    const served = await werkpleinForTest(dialect);
    const { errors } = await sharing(served, await registered(served), more);
    expect(errors?.[0]?.extensions['problems'].map(({ path }: { path: string[] }) => path.slice(1).join('.'))).toEqual(paths);
    expect(await served.db.read.em.count(DisclosureRow)).toBe(0);
  });

  it.each(['2026-11-23', '2027-11-22'])('can end on %s', async (day) => {
    const served = await werkpleinForTest(dialect);
    expect((await sharing(served, await registered(served), { until: day })).result.disclosure.validUntil).toBe(day);
  });

  it.each(['nuo.jobcoach', 'nuo.coordinator', 'wierden.klantregisseur', 'almelo.accountmanager', 'almelo.privacyofficer'])('is not for %s', async (user) => {
    const served = await werkpleinForTest(dialect);
    const clientId = await registered(served);
    for (const name of ['shareWithNuo', 'changeDisclosure', 'withdrawDisclosure'] as const) {
      const input = {
        shareWithNuo: { parts: ['NAME'], purpose: 'BEMIDDELING', until },
        changeDisclosure: { expectedVersion: 1, until },
        withdrawDisclosure: {},
      };
      expect((await command(served, name, { clientId, ...input[name] }, user)).errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
    }
    await sharing(served, clientId, { parts: disclosureParts });
    const { clients, errors } = await reading(served, user, 'disclosures { id } sharedWithNuo { day }', clientId);
    expect([clients[0]?.disclosures ?? null, clients[0]?.sharedWithNuo ?? null]).toEqual([null, null]);
    expect(errors?.map(({ extensions }) => extensions['code'])).toContain('FORBIDDEN');
  });

  it('needs an open dossier, and a purpose that the NUO may have', async () => {
    const served = await werkpleinForTest(dialect);
    const clientId = await registered(served);
    expect((await sharing(served, clientId, { purpose: 'BESLUITVORMING' })).errors).toHaveLength(1);
    await served.db.write(({ em }) => em.update(DossierRow, { clientId }, { openClientId: null, status: 'CLOSED', closedOn: testDay }));
    expect((await sharing(served, clientId)).result).toEqual({ __typename: 'DossierClosed', closedOn: testDay });
    expect((await sharing(served, '0141:01900000-0000-7000-8000-000000000001')).errors?.[0]?.extensions['code']).toBe('NOT_FOUND');
  });

  it('changes from one moment to the next, and keeps what was shown before', async () => {
    const served = await werkpleinForTest(dialect);
    const clientId = await registered(served);
    const first = (await sharing(served, clientId, { parts: ['NAME', 'CONTACT'] })).result.disclosure;
    const change = (expectedVersion: number, more: object) => command(served, 'changeDisclosure', { clientId, expectedVersion, ...more });
    const both = await Promise.all([change(1, { parts: ['NAME'] }), change(1, { parts: ['NAME'] })]);
    expect(both.map(({ result }) => String(result.__typename)).toSorted()).toEqual(['DisclosureSaved', 'DisclosureVersionConflict']);
    const { clients } = await reading(served, 'nuo.jobcoach', 'displayName address { city }', clientId);
    expect(clients).toEqual([{ displayName: 'Jan van der Bérg', address: null }]);
    expect((await change(2, { until: '2026-12-01', note: 'korter' })).result.disclosure).toMatchObject({ id: first.id, version: 3, validUntil: '2026-12-01' });
    expect((await change(3, {})).errors?.[0]?.extensions['code']).toBe('BAD_INPUT');
    expect((await change(3, { until: '2027-11-23' })).errors?.[0]?.extensions['code']).toBe('BAD_INPUT');
    const history = await reading(served, 'almelo.klantregisseur', 'disclosures { id parts validUntil changedInto withdrawnAt }', clientId);
    expect(history.clients[0].disclosures).toEqual([
      { id: first.id, parts: ['NAME'], validUntil: '2026-12-01', changedInto: null, withdrawnAt: null },
      { id: expect.any(String), parts: ['NAME'], validUntil: until, changedInto: first.id, withdrawnAt: '2026-11-23T10:00:00.000Z' },
      { id: expect.any(String), parts: ['NAME', 'CONTACT'], validUntil: until, changedInto: first.id, withdrawnAt: '2026-11-23T10:00:00.000Z' },
    ]);
  });

  it('ends between two requests: the next read shows nothing', async () => {
    const served = await werkpleinForTest(dialect);
    const clientId = await registered(served);
    await sharing(served, clientId, { parts: disclosureParts });
    const asNuo = async () => (await reading(served, 'nuo.jobcoach', 'id displayName doelgroep { day }', clientId)).clients[0];
    expect(await asNuo()).toMatchObject({ id: clientId, displayName: 'Jan van der Bérg' });
    expect((await command(served, 'withdrawDisclosure', { clientId })).result).toEqual({ __typename: 'DisclosureWithdrawn' });
    expect(await asNuo()).toBeNull();
    expect((await command(served, 'withdrawDisclosure', { clientId })).result).toEqual({ __typename: 'StepRefused', from: 'WITHDRAWN' });
    expect((await command(served, 'changeDisclosure', { clientId, expectedVersion: 2, until })).result).toEqual({
      __typename: 'StepRefused',
      from: 'WITHDRAWN',
    });
    const never = await registered(served);
    expect((await command(served, 'withdrawDisclosure', { clientId: never })).result).toEqual({ __typename: 'NotShared' });
    expect((await sharing(served, clientId)).result.__typename).toBe('DisclosureSaved');
  });

  it('can be shared anew when the last day has been', async () => {
    const served = await werkpleinForTest(dialect, fixedClock('2026-11-23T10:00:00Z'));
    const clientId = await registered(served);
    await served.db.write(({ em }) =>
      em.insert(DisclosureRow, {
        id: '0141:past',
        clientId,
        parts: ['NAME'],
        purpose: 'BEMIDDELING',
        validFrom: '2026-01-01',
        validUntil: '2026-11-22',
        version: 1,
      }),
    );
    expect((await sharing(served, clientId)).result.__typename).toBe('DisclosureSaved');
  });
});

const clientType = moduleFor('almelo').subgraph.schema.getType('AlmeloClient') as GraphQLObjectType;
const everythingOf = (type: GraphQLOutputType, above: string[]): string => {
  const named = getNamedType(type);
  if (!isObjectType(named)) return '';
  const inner = Object.values(named.getFields()).filter((field) => !above.includes(getNamedType(field.type).name));
  return `{ ${inner.map((field) => `${field.name} ${everythingOf(field.type, [...above, getNamedType(field.type).name])}`).join(' ')} }`;
};
const everything = everythingOf(clientType, ['AlmeloClient']).slice(1, -1);
const subsets = Array.from({ length: 2 ** disclosureParts.length }, (_, bits) => disclosureParts.filter((__, i) => bits & (1 << i)));

describe.each(dialects)('what the NUO sees on %s', (dialect) => {
  it('is said field by field as the jobcoach reads it, for every choice of parts', async () => {
    const served = await werkpleinForTest(dialect);
    for (const parts of subsets) {
      const clientId = await registered(served, { ownReference: `A-${parts.join('')}` });
      if (parts.length > 0) await sharing(served, clientId, { parts });
      const { clients, errors } = await reading(served, 'almelo.klantregisseur', shared, clientId);
      expect(errors).toBeUndefined();
      const { fields, ...rest } = clients[0].sharedWithNuo as { fields: Field[] };
      expect(rest).toEqual({ day: testDay, parts, foundAsCandidate: false });

      const nuo = await reading(served, 'nuo.jobcoach', everything, clientId);
      const refused = new Set(nuo.errors?.map(({ path }) => path?.[2]));
      const seen = Object.keys(clientType.getFields()).map((field) => [
        field,
        nuo.clients[0] !== null && !refused.has(field) ? JSON.stringify(nuo.clients[0][field]) : null,
      ]);
      expect(fields.map(({ field, value }) => [field, value])).toEqual(seen);
      expect(fields.filter((each) => each.shared).map(({ field }) => field)).toEqual(seen.filter(([, value]) => value !== null).map(([field]) => field));
      for (const { field, shared: visible, part } of fields)
        if (part !== null) expect([field, visible]).toEqual([field, parts.includes(part as DisclosurePart)]);
    }
  });

  it('never holds a field without a part, beside the number, the profile and what an appointed expert measures', async () => {
    const served = await werkpleinForTest(dialect);
    const clientId = await registered(served);
    await sharing(served, clientId, { parts: disclosureParts });
    const { clients } = await reading(served, 'almelo.klantregisseur', shared, clientId);
    const { fields } = clients[0].sharedWithNuo as { fields: Field[] };
    expect(fields.filter(({ shared: visible, part }) => visible && part === null).map(({ field }) => field)).toEqual([
      'candidate',
      'id',
      'loonwaardebepalingen',
    ]);
    expect(fields.filter(({ shared: visible, part }) => visible && part !== null).map(({ field }) => field)).toEqual(Object.keys(partOfField).toSorted());
  });

  it('is asked without a line that the NUO looked, and in as many statements for a client with more', async () => {
    const served = await werkpleinForTest(dialect);
    const asked = async (clientId: string) => (await reading(served, 'almelo.klantregisseur', shared, clientId)).statements - loggingStatements;
    const one = await registered(served);
    await sharing(served, one, { parts: disclosureParts });
    const two = await registered(served);
    await sharing(served, two, { parts: disclosureParts });
    for (let version = 1; version < 4; version += 1) await command(served, 'changeDisclosure', { clientId: two, expectedVersion: version, until });
    const [first, second] = [await asked(one), await asked(two)];
    expect([first, second]).toEqual([7, 7]);
    const askers = async () => {
      const { data } = await served.ask('almelo.klantregisseur', log, { id: one }, { ...newAsking(), purpose: 'RECHTEN_BETROKKENE' });
      return data.almelo.clientAccessLog.nodes.map(({ organisation }: { organisation: { code: string } }) => organisation.code);
    };
    expect(await askers()).not.toContain('nuo');
    await reading(served, 'nuo.jobcoach', 'displayName', one);
    expect(await askers()).toContain('nuo');
  });
});
