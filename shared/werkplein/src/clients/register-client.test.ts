import { AuditEvent, fixedClock } from '@werkplein/kernel';
import { dialects } from '@werkplein/kernel/testing';
import { describe, expect, it } from 'vitest';
import { DossierRow } from '../dossiers/dossier.entity.ts';
import { person, registerDocument, registered, requestId, werkpleinForTest } from '../testing/index.ts';
import { ClientRow } from './client.entity.ts';

const correctDocument = `mutation ($input: CorrectClientInput!) { almelo { correctClient(input: $input) {
  __typename
  ... on AlmeloClientCorrected { client { id displayName bsn version } }
  ... on ClientVersionConflict { currentVersion }
  ... on AlmeloClientAlreadyRegistered { matchedOn client { id } }
} } }`;

describe.each(dialects)('registering a client on %s', (dialect) => {
  it('gives the client with an open dossier of the caller, and the last four digits of the BSN', async () => {
    const { ask } = await werkpleinForTest(dialect);
    const { data } = await ask('almelo.klantregisseur', registerDocument, { input: person({ bsn: '999990019' }) });
    expect(data.almelo.registerClient).toEqual({
      __typename: 'AlmeloClientRegistered',
      client: {
        id: expect.stringMatching(/^0141:/),
        displayName: 'Jan van der Bérg',
        bsn: '*****0019',
        version: 1,
        dossier: { status: 'REGISTERED', klantregisseur: { id: 'demo-almelo-klantregisseur' } },
      },
    });
  });

  it('names the first client to whoever sends the same BSN or own number again', async () => {
    const served = await werkpleinForTest(dialect);
    const id = await registered(served, { bsn: '999990019', ownReference: 'A-1' });
    for (const [same, matchedOn] of [
      [{ bsn: '999990019' }, 'BSN'],
      [{ ownReference: 'A-1' }, 'OWN_REFERENCE'],
    ] as const) {
      const { data } = await served.ask('almelo.klantregisseur', registerDocument, { input: person(same) });
      expect(data.almelo.registerClient).toEqual({ __typename: 'AlmeloClientAlreadyRegistered', matchedOn, client: { id } });
    }
    expect(await served.db.read.em.count(ClientRow)).toBe(1);
  });

  it('is refused when the holidays of its first term are not known, and writes nothing', async () => {
    const { ask, db } = await werkpleinForTest(dialect, fixedClock('2035-12-20T10:00:00Z'));
    const document =
      'mutation ($input: RegisterClientInput!) { almelo { registerClient(input: $input) { __typename ... on LawParameterMissing { code day } } } }';
    const { data } = await ask('almelo.klantregisseur', document, { input: person() });
    expect(data.almelo.registerClient).toEqual({ __typename: 'LawParameterMissing', code: 'PUBLIC_HOLIDAY', day: '2036-01-01' });
    expect([await db.read.em.count(ClientRow), await db.read.em.count(DossierRow)]).toEqual([0, 0]);
  });

  it('makes one client of ten at once with the same BSN, and all ten hear of that one', async () => {
    const { ask, db } = await werkpleinForTest(dialect);
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => ask('almelo.klantregisseur', registerDocument, { input: person({ bsn: '999993653' }) })),
    );
    const results = answers.map(({ data, errors }) => data?.almelo.registerClient ?? errors);
    expect(new Set(results.map(({ client }) => client?.id)).size).toBe(1);
    expect(results.filter(({ __typename }) => __typename === 'AlmeloClientRegistered')).toHaveLength(1);
    expect([await db.read.em.count(ClientRow), await db.read.em.count(DossierRow)]).toEqual([1, 1]);
  });

  it('answers a repeated request alike, with one row and one audit row', async () => {
    const { ask, db } = await werkpleinForTest(dialect);
    const input = person({ bsn: '999990019' });
    const first = await ask('almelo.klantregisseur', registerDocument, { input });
    const again = await ask('almelo.klantregisseur', registerDocument, { input });
    expect(again.data).toEqual(first.data);
    expect(await db.read.em.count(ClientRow)).toBe(1);
    const audit = await db.read.em.find(AuditEvent);
    expect(audit.map(({ action, subjectIds }) => ({ action, subjectIds }))).toEqual([
      { action: 'registerClient', subjectIds: [first.data.almelo.registerClient.client.id] },
    ]);
  });

  it('names every problem with its path, repeats no value, and writes nothing', async () => {
    const { ask, db } = await werkpleinForTest(dialect);
    const address = { street: '', houseNumber: 0, postcode: '0000', city: 'Almelo' };
    const input = person({ givenNames: ' ', birthDate: '2030-02-30', bsn: '999990018', address, klantregisseur: { id: '', name: 'K' } });
    const { errors } = await ask('almelo.klantregisseur', registerDocument, { input });
    const { code, problems } = errors?.[0]?.extensions ?? {};
    expect(code).toBe('BAD_INPUT');
    expect(problems.map(({ path }: { path: string[] }) => path.join('.'))).toEqual([
      'input.givenNames',
      'input.birthDate',
      'input.bsn',
      'input.address.street',
      'input.address.houseNumber',
      'input.address.postcode',
      'input.klantregisseur.id',
    ]);
    expect(JSON.stringify(errors)).not.toContain('999990018');
    expect([await db.read.em.count(ClientRow), await db.read.em.count(AuditEvent)]).toEqual([0, 0]);
  });

  it.each(['wierden.klantregisseur', 'nuo.accountmanager', 'nuo.jobcoach', 'almelo.rapporteur', 'almelo.privacyofficer'])('is not for %s', async (user) => {
    const { ask, db } = await werkpleinForTest(dialect);
    const { errors } = await ask(user, registerDocument, { input: person() });
    expect(errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
    expect(await db.read.em.count(ClientRow)).toBe(0);
  });
});

describe.each(dialects)('correcting a client on %s', (dialect) => {
  it('changes the named fields only, and asks for the version that was read', async () => {
    const served = await werkpleinForTest(dialect);
    const clientId = await registered(served, { bsn: '999990019' });
    const correct = async (more: object) =>
      (await served.ask('almelo.kwaliteitsmedewerker', correctDocument, { input: { requestId: requestId(), clientId, ...more } })).data.almelo.correctClient;
    expect(await correct({ expectedVersion: 1, familyName: 'Dijk', prefix: null, bsn: '999993653' })).toEqual({
      __typename: 'AlmeloClientCorrected',
      client: { id: clientId, displayName: 'Jan Dijk', bsn: '*****3653', version: 2 },
    });
    expect(await correct({ expectedVersion: 1, familyName: 'Elders' })).toEqual({ __typename: 'ClientVersionConflict', currentVersion: 2 });
    expect(await served.db.read.em.findOneByOrFail(ClientRow, { id: clientId })).toMatchObject({ familyName: 'Dijk', searchName: 'dijk jan', city: 'Almelo' });
  });

  it('refuses the BSN of another client and names that client', async () => {
    const served = await werkpleinForTest(dialect);
    const [one, two] = [await registered(served, { bsn: '999990019' }), await registered(served)];
    const input = { requestId: requestId(), clientId: two, expectedVersion: 1, bsn: '999990019' };
    const { data } = await served.ask('almelo.klantregisseur', correctDocument, { input });
    expect(data.almelo.correctClient).toEqual({ __typename: 'AlmeloClientAlreadyRegistered', matchedOn: 'BSN', client: { id: one } });
  });

  it('lets one of five corrections at once through', async () => {
    const served = await werkpleinForTest(dialect);
    const clientId = await registered(served);
    const answers = await Promise.all(
      Array.from({ length: 5 }, (_, index) =>
        served.ask('almelo.klantregisseur', correctDocument, { input: { requestId: requestId(), clientId, expectedVersion: 1, givenNames: `Jan${index}` } }),
      ),
    );
    const kinds = answers.map(({ data }) => data.almelo.correctClient.__typename as string).sort();
    expect(kinds).toEqual(['AlmeloClientCorrected', ...Array<string>(4).fill('ClientVersionConflict')]);
  });

  it('does not find a client that is not here', async () => {
    const { ask } = await werkpleinForTest(dialect);
    const input = { requestId: requestId(), clientId: '0141:00000000-0000-7000-8000-000000000000', expectedVersion: 1 };
    expect((await ask('almelo.klantregisseur', correctDocument, { input })).errors?.[0]?.extensions['code']).toBe('NOT_FOUND');
  });
});
