import { dialects } from '@werkplein/kernel/testing';
import { describe, expect, it } from 'vitest';
import { DoelgroepRow } from '../doelgroep/doelgroep.entity.ts';
import { disclosed, loggingStatements, registered, requestId, type TestWerkplein, testDay, werkpleinForTest } from '../testing/index.ts';
import { CandidateRow } from './candidate.entity.ts';

const profile = {
  visibility: 'NUO',
  informedOn: '2026-11-01',
  occupations: [{ code: '1234', text: 'Groenmedewerker' }],
  hoursMin: 16,
  hoursMax: 24,
  postcode4: '7607',
  maxTravelKm: 15,
  workingLevel: 2,
  drivingLicences: ['B'],
};
const save = `mutation ($input: SaveCandidateInput!) { almelo { saveCandidate(input: $input) {
  __typename
  ... on AlmeloCandidateSaved { candidate { id version visibility occupations { code text } inDoelgroepregister client { displayName } } }
  ... on CandidateVersionConflict { currentVersion }
} } }`;
const withdraw = `mutation ($input: WithdrawCandidateInput!) { almelo { withdrawCandidate(input: $input) { __typename ... on AlmeloCandidateWithdrawn { candidate { id } } } } }`;
const byId = `query ($r: [_Any!]!) { _entities(representations: $r) { ... on AlmeloCandidate { id occupations { text } postcode4 client { displayName } } } }`;

const saving = (served: TestWerkplein, clientId: string, more: object = {}, user = 'almelo.klantregisseur') =>
  served.ask(user, save, { input: { requestId: requestId(), clientId, ...profile, ...more } });
const saved = async (served: TestWerkplein, clientId: string, more: object = {}): Promise<string> => {
  const { data, errors } = await saving(served, clientId, more);
  if (errors) throw new Error(JSON.stringify(errors));
  return data.almelo.saveCandidate.candidate.id as string;
};
const reading = (served: TestWerkplein, user: string, ...ids: string[]) =>
  served.ask(user, byId, { r: ids.map((id) => ({ __typename: 'AlmeloCandidate', id })) });

describe.each(dialects)('a candidate on %s', (dialect) => {
  it('is the profile of a client under an id of its own', async () => {
    const served = await werkpleinForTest(dialect);
    const clientId = await registered(served);
    const { data } = await saving(served, clientId);
    const { candidate } = data.almelo.saveCandidate;
    expect(candidate).toEqual({
      id: expect.stringMatching(/^0141:/),
      version: 1,
      visibility: 'NUO',
      occupations: profile.occupations,
      inDoelgroepregister: null,
      client: { displayName: 'Jan van der Bérg' },
    });
    expect(candidate.id).not.toBe(clientId);
  });

  it.each([
    ['INTERNAL', 'almelo.klantregisseur', true, true],
    ['INTERNAL', 'almelo.accountmanager', true, false],
    ['INTERNAL', 'nuo.accountmanager', false, false],
    ['NUO', 'nuo.accountmanager', true, false],
    ['NUO', 'nuo.jobcoach', true, false],
    ['REGION_VUM', 'nuo.coordinator', true, false],
  ])('shared as %s is for %s: profile %s, identity %s', async (visibility, user, profileShown, identityShown) => {
    const served = await werkpleinForTest(dialect);
    const id = await saved(served, await registered(served), { visibility });
    const { data } = await reading(served, user, id);
    const found = data._entities[0];
    expect([found?.postcode4 === '7607', found?.client?.displayName === 'Jan van der Bérg']).toEqual([profileShown, identityShown]);
  });

  it.each(['wierden.klantregisseur', 'wierden.accountmanager', 'nuo.rapporteur', 'almelo.rapporteur'])('is not for %s', async (user) => {
    const served = await werkpleinForTest(dialect);
    const id = await saved(served, await registered(served));
    const { data, errors } = await reading(served, user, id);
    expect([data._entities[0], errors?.[0]?.extensions['code']]).toEqual([null, 'FORBIDDEN']);
  });

  it('shows the NUO who it is only by a disclosure', async () => {
    const served = await werkpleinForTest(dialect);
    const clientId = await registered(served);
    const id = await saved(served, clientId);
    await disclosed(served, clientId);
    const { data } = await reading(served, 'nuo.jobcoach', id);
    expect(data._entities[0].client).toEqual({ displayName: 'Jan van der Bérg' });
  });

  it('is found by nobody after it was withdrawn, and opens again under the same id', async () => {
    const served = await werkpleinForTest(dialect);
    const clientId = await registered(served);
    const id = await saved(served, clientId);
    const withdrawing = () => served.ask('almelo.klantregisseur', withdraw, { input: { requestId: requestId(), clientId } });
    expect((await withdrawing()).data.almelo.withdrawCandidate).toEqual({ __typename: 'AlmeloCandidateWithdrawn', candidate: null });
    expect((await withdrawing()).data.almelo.withdrawCandidate.__typename).toBe('NoCandidate');
    expect((await reading(served, 'almelo.klantregisseur', id)).data._entities).toEqual([null]);
    expect(await saved(served, clientId, { expectedVersion: 2 })).toBe(id);
  });

  it('keeps the first of two savers at once, and tells the other the version', async () => {
    const served = await werkpleinForTest(dialect);
    const clientId = await registered(served);
    const kinds = (await Promise.all([saving(served, clientId), saving(served, clientId)])).map(({ data }) => String(data.almelo.saveCandidate.__typename));
    expect(new Set(kinds)).toEqual(new Set(['AlmeloCandidateSaved', 'CandidateVersionConflict']));
    expect(await served.db.read.em.count(CandidateRow)).toBe(1);
  });

  it('counts for the banenafspraak as the dossier says today', async () => {
    const served = await werkpleinForTest(dialect);
    const clientId = await registered(served);
    const source = { source: 'test', recordedAt: new Date('2026-01-01T00:00:00Z'), supersededAt: null, validUntil: null };
    await served.db.write((tx) =>
      tx.em.insert(DoelgroepRow, { id: '0141:axis', clientId, axis: 'DOELGROEPREGISTER', value: 'JA', validFrom: '2026-01-01', ...source }),
    );
    const { data } = await saving(served, clientId);
    expect(data.almelo.saveCandidate.candidate.inDoelgroepregister).toBe(true);
  });

  it('refuses what cannot be, all in one answer, and writes nothing', async () => {
    const served = await werkpleinForTest(dialect);
    const clientId = await registered(served);
    const wrong = { informedOn: null, hoursMin: 24, hoursMax: 16, postcode4: '0607', maxTravelKm: 151, workingLevel: 7, drivingLicences: ['B', 'X'] };
    const { errors } = await saving(served, clientId, { ...wrong, occupations: [{ text: '' }] });
    expect(errors?.[0]?.extensions['problems'].map(({ path }: { path: string[] }) => path.slice(1).join('.')).toSorted()).toEqual([
      'drivingLicences.1',
      'hoursMax',
      'informedOn',
      'maxTravelKm',
      'occupations.0.text',
      'postcode4',
      'workingLevel',
    ]);
    expect(await served.db.read.em.count(CandidateRow)).toBe(0);
  });

  it('takes one statement however many are asked, beside the logging', async () => {
    const served = await werkpleinForTest(dialect);
    const ids = [];
    for (let i = 0; i < 5; i += 1) ids.push(await saved(served, await registered(served)));
    const query = byId.replace(' client { displayName }', '');
    const many = await served.ask('nuo.accountmanager', query, { r: ids.map((id) => ({ __typename: 'AlmeloCandidate', id })) });
    expect(many.statements).toBe(1 + loggingStatements);
    expect(many.data._entities).toHaveLength(5);
  });

  it.each(['nuo.jobcoach', 'wierden.klantregisseur', 'almelo.accountmanager'])('is not for %s to save', async (user) => {
    const served = await werkpleinForTest(dialect);
    const { errors } = await saving(served, await registered(served), { informedOn: testDay }, user);
    expect(errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
  });
});

const demand = {
  occupation: { code: '1234', text: 'Groen' },
  hoursMin: 20,
  hoursMax: 32,
  postcode4: '7641',
  workingLevelMin: 1,
  drivingLicences: [],
  offersAdaptation: false,
  offersGuidance: false,
  onlyDoelgroepregister: false,
};
const supply = 'supply { candidateId facts { occupations { text } hoursMin postcode4 inDoelgroepregister } }';
const fitting =
  'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Vacancy { candidatesOfAlmelo(first: 5) { score distanceKm misses candidate { id } } } } }';

describe.each(dialects)('candidates for a vacancy on %s', (dialect) => {
  const found = async (served: TestWerkplein, user: string, more: object = {}, passedOverCandidateIds: string[] = []) => {
    const vacancy = { __typename: 'Vacancy', id: 'nuo:1', demand: { ...demand, ...more }, passedOverCandidateIds };
    const answer = await served.ask(user, fitting, { r: [vacancy] });
    return { ...answer, ids: answer.data._entities[0]?.candidatesOfAlmelo?.map((match: { candidate: { id: string } }) => match.candidate.id) };
  };

  it('are those in reach who may be seen, best first, without those passed over', async () => {
    const served = await werkpleinForTest(dialect);
    const near = await saved(served, await registered(served), { postcode4: '7642' });
    const far = await saved(served, await registered(served));
    const own = await saved(served, await registered(served), { visibility: 'INTERNAL' });
    await saved(served, await registered(served), { maxTravelKm: 2 });
    await saved(served, await registered(served), { occupations: [{ text: 'Bakker' }] });
    expect((await found(served, 'nuo.accountmanager')).ids).toEqual([near, far]);
    expect(new Set((await found(served, 'almelo.accountmanager')).ids)).toEqual(new Set([near, far, own]));
    expect((await found(served, 'nuo.accountmanager', {}, [near])).ids).toEqual([far]);
  });

  it('are the same when a router leaves out what the vacancy does not ask', async () => {
    const served = await werkpleinForTest(dialect);
    const id = await saved(served, await registered(served));
    const nothing = { hoursMin: null, hoursMax: null, postcode4: null, workingLevelMin: null, occupation: { code: null, text: 'Groenmedewerker' } };
    const leftOut = { ...Object.fromEntries(Object.keys(nothing).map((name) => [name, undefined])), occupation: { text: 'Groenmedewerker' } };
    const [given, without] = [await found(served, 'nuo.accountmanager', nothing), await found(served, 'nuo.accountmanager', leftOut)];
    expect(given.ids).toEqual([id]);
    expect(without.data).toEqual(given.data);
  });

  it('take the same number of statements however many there are, the register only when it is asked for', async () => {
    const served = await werkpleinForTest(dialect);
    const asked = async (more: object) => (await found(served, 'nuo.accountmanager', more)).statements - loggingStatements;
    await saved(served, await registered(served));
    const one = [await asked({}), await asked({ onlyDoelgroepregister: true })];
    for (let i = 0; i < 4; i += 1) await saved(served, await registered(served));
    expect([await asked({}), await asked({ onlyDoelgroepregister: true })]).toEqual(one);
    expect(one).toEqual([1, 2]);
  });

  it('hand over what they offer to whom it may be seen by, and nothing that a caller makes up', async () => {
    const served = await werkpleinForTest(dialect);
    const id = await saved(served, await registered(served));
    const made = { __typename: 'CandidateSupply', candidateId: id, facts: { occupations: [{ text: 'Verzonnen' }], hoursMin: 1 } };
    const asked = (user: string) =>
      served.ask(
        user,
        `query ($r: [_Any!]!) { _entities(representations: $r) { ... on AlmeloCandidate { ${supply} } ... on CandidateSupply { candidateId } } }`,
        {
          r: [{ __typename: 'AlmeloCandidate', id }, made],
        },
      );
    const [shown, invented] = (await asked('nuo.accountmanager')).data._entities;
    expect([shown.supply, invented]).toEqual([
      { candidateId: id, facts: { occupations: [{ text: 'Groenmedewerker' }], hoursMin: 16, postcode4: '7607', inDoelgroepregister: null } },
      null,
    ]);
    expect((await asked('wierden.klantregisseur')).data._entities).toEqual([null, null]);
  });

  it.each(['wierden.klantregisseur', 'nuo.rapporteur'])('are not for %s', async (user) => {
    const served = await werkpleinForTest(dialect);
    await saved(served, await registered(served));
    const { ids, errors } = await found(served, user);
    expect([ids, errors?.[0]?.extensions['code']]).toEqual([undefined, 'FORBIDDEN']);
  });
});
