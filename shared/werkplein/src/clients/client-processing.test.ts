import { AccessEvent, type Database, newIds, ProcessingLogLine, pseudonyms, systemClock } from '@werkplein/kernel';
import { dialects, newAsking, testPseudonymKey } from '@werkplein/kernel/testing';
import { beforeEach, describe, expect, it } from 'vitest';
import { disclosed, person, registerDocument, registered, type TestWerkplein, werkpleinForTest } from '../testing/index.ts';

const list = '{ almelo { clients(first: 200) { nodes { id displayName bsn } } } }';
const entities = 'query ($of: [_Any!]!) { _entities(representations: $of) { ... on AlmeloClient { id displayName } } }';
const references = (...ids: string[]) => ({ of: ids.map((id) => ({ __typename: 'AlmeloClient', id })) });
const pseudonym = pseudonyms(testPseudonymKey('0141'));
const activityOf = (code: string): string => `https://register.almelo.invalid/verwerkingen/${code}`;
const lines = (db: Database) => db.read.em.find(ProcessingLogLine, { order: { id: 'ASC' } });
const events = (db: Database) => db.read.em.find(AccessEvent, { order: { id: 'ASC' } });
const clear = (db: Database) => db.write(async (tx) => void (await tx.em.deleteAll(ProcessingLogLine), await tx.em.deleteAll(AccessEvent)));

describe.each(dialects)('the processing log of clients on %s', (dialect) => {
  let served: TestWerkplein;
  let ids: string[];
  const fill = async (count: number): Promise<void> => {
    ids = [];
    for (let index = 0; index < count; index += 1) ids.push(await registered(served, { familyName: 'Opvallend' }));
    await clear(served.db);
  };
  beforeEach(async () => {
    served = await werkpleinForTest(dialect);
  });

  it('has a line for each of 40 clients in a list, and one access event', async () => {
    await fill(39);
    ids.push(await registered(served, { familyName: 'Opvallend', bsn: '999990019' }));
    await clear(served.db);
    const asking = { ...newAsking(), operation: 'Caseload' };
    const { data } = await served.ask('almelo.klantregisseur', list, {}, asking);
    expect(data.almelo.clients.nodes).toHaveLength(40);

    const logged = await lines(served.db);
    const [event, ...more] = await events(served.db);
    expect(more).toEqual([]);
    expect(event).toMatchObject({
      traceId: asking.trace.traceId,
      parentSpanId: asking.trace.spanId,
      employeeId: 'demo-almelo-klantregisseur',
      organisation: '0141',
      operation: 'Caseload',
      action: 'raadplegen-client',
      purpose: 'BEGELEIDING_NAAR_WERK',
      decision: 'ALLOWED',
      subjectCount: 40,
    });
    expect([...(event?.subjectIds ?? [])].sort()).toEqual([...ids].sort());
    expect(logged.map(({ dataSubjectId }) => dataSubjectId).sort()).toEqual(ids.map(pseudonym).sort());
    expect(new Set(logged.map(({ spanId }) => spanId)).size).toBe(40);
    for (const line of logged) {
      expect(line).toMatchObject({
        traceId: asking.trace.traceId,
        parentSpanId: event?.spanId,
        status: 'Ok',
        name: 'Raadplegen van een cliënt',
        startTime: new Date('2026-11-23T10:00:00Z'),
        endTime: new Date('2026-11-23T10:00:00Z'),
        processingActivityId: activityOf('raadplegen-client'),
        dataSubjectIdType: 'client-id',
        foreignOperationProcessor: 'http://gateway.invalid/graphql',
      });
      expect(line.spanId).toMatch(/^[\da-f]{16}$/);
    }
    expect(JSON.stringify(logged)).not.toMatch(/demo-|klantregisseur|Opvallend|999990019|0019"/);
    for (const id of ids) expect(JSON.stringify(logged)).not.toContain(id);
  });

  it('has one line for a client that is asked for twice, and none for a total without clients', async () => {
    await fill(1);
    await served.ask('almelo.klantregisseur', `{ almelo { clients { nodes { id } } caseload { nodes { id } } } }`);
    expect(await lines(served.db)).toHaveLength(1);
    await served.ask('almelo.klantregisseur', '{ almelo { clients { totalCount } name } }');
    expect([(await lines(served.db)).length, (await events(served.db)).length]).toEqual([1, 1]);
  });

  it('says that a client was provided to the NUO, and has no line of those that were not', async () => {
    await fill(3);
    const [shared, kept] = ids as [string, string, string];
    await disclosed(served, shared);
    const asking = { ...newAsking(), purpose: 'BEMIDDELING' as const };
    const absent = newIds('0141', systemClock)();
    await served.ask('nuo.jobcoach', entities, references(shared, kept, absent), asking);
    const logged = await lines(served.db);
    expect(logged.map(({ dataSubjectId, processingActivityId }) => [dataSubjectId, processingActivityId])).toEqual([
      [pseudonym(shared), activityOf('verstrekken-client-nuo')],
    ]);
    const [seen, refused] = await events(served.db).then((all) => [...all].sort((a, b) => (a.decision < b.decision ? -1 : 1)));
    expect(seen).toMatchObject({ decision: 'ALLOWED', organisation: 'nuo', purpose: 'BEMIDDELING', subjectIds: [shared] });
    expect(refused).toMatchObject({ decision: 'DENIED', action: 'client.read Client', subjectCount: 2, subjectIds: [kept, absent] });
    await clear(served.db);

    for (const user of ['wierden.klantregisseur', 'nuo.accountmanager', 'almelo.rapporteur']) {
      await served.ask(user, entities, references(shared));
      await served.ask(user, list);
    }
    await served.ask('nuo.jobcoach', entities, references(kept));
    expect(await lines(served.db)).toEqual([]);
    expect(new Set((await events(served.db)).map(({ decision }) => decision))).toEqual(new Set(['DENIED']));
  });

  it.each(['wierden.klantregisseur', 'nuo.jobcoach'])(
    'has no line of a hundred clients that are refused to %s, and one audit row with fifty ids',
    async (user) => {
      const newId = newIds('0141', systemClock);
      const asked = Array.from({ length: 100 }, newId);
      await served.ask(user, entities, references(...asked, '999990019', 'x'));
      expect(await lines(served.db)).toEqual([]);
      const [event, ...more] = await events(served.db);
      expect([more, event?.decision, event?.action, event?.subjectIds.length]).toEqual([
        [],
        'DENIED',
        user.startsWith('nuo') ? 'client.read Client' : 'client.read AlmeloClient',
        50,
      ]);
      expect(event?.subjectCount).toBe(user.startsWith('nuo') ? 100 : 102);
      expect(JSON.stringify(event)).not.toContain('999990019');
    },
  );

  it('counts the fields that are not disclosed in one row', async () => {
    await fill(1);
    await disclosed(served, ids[0] as string);
    const fields =
      'query ($of: [_Any!]!) { _entities(representations: $of) { ... on AlmeloClient { displayName address { city } bsn birthDate klantregisseur { name } } } }';
    await served.ask('nuo.jobcoach', fields, references(ids[0] as string));
    const refused = (await events(served.db)).filter(({ decision }) => decision === 'DENIED');
    expect(refused.map(({ action, subjectCount, subjectIds }) => [action, subjectCount, ...subjectIds].join(', ')).toSorted()).toEqual([
      `client.read Client.CONTACT Client.KLANTREGISSEUR, 2, ${ids[0]}`,
      `client.readWhole AlmeloClient.bsn AlmeloClient.birthDate, 2, ${ids[0]}`,
    ]);
  });

  it('has the line of a command once, also when it is sent again', async () => {
    const input = person();
    const register = () => served.ask('almelo.klantregisseur', registerDocument, { input });
    const [first, ...repeats] = [await register(), await register(), await register()];
    for (const repeat of repeats) expect(repeat.data).toEqual(first?.data);
    const made = (await lines(served.db)).map(({ processingActivityId }) => processingActivityId);
    // The answer shows the client again with every repeat: that is a reading.
    expect(made.sort()).toEqual([activityOf('inschrijven-client'), activityOf('raadplegen-client'), activityOf('raadplegen-client')]);
    expect((await events(served.db)).map(({ action }) => action).sort()).toEqual(['inschrijven-client', 'raadplegen-client', 'raadplegen-client']);
  });

  it.each(['processing_log', 'access_event'])('refuses the answer when %s cannot be written', async (table) => {
    await fill(1);
    await served.db.write((tx) => tx.em.query(`DROP TABLE ${table}`));
    const { status, body } = await served.send('almelo.klantregisseur', list);
    expect([status, JSON.parse(body)]).toEqual([503, { errors: [{ message: expect.any(String), extensions: { code: 'PROCESSING_LOG_UNAVAILABLE' } }] }]);
    expect(body).not.toMatch(/Opvallend|0141:/);

    const before = await served.db.read.em.query('SELECT COUNT(*) AS clients FROM client');
    const command = await served.send('almelo.klantregisseur', registerDocument, { input: person({ familyName: 'Ongezien' }) });
    expect(JSON.parse(command.body).errors[0].extensions.code).toBe('PROCESSING_LOG_UNAVAILABLE');
    expect(command.body).not.toContain('Ongezien');
    expect(await served.db.read.em.query('SELECT COUNT(*) AS clients FROM client')).toEqual(before);
    expect((await served.ask('almelo.klantregisseur', '{ almelo { name } }')).data.almelo.name).toBe('Werkplein Almelo');
  });

  it('refuses a command whose audit row cannot be written, with nothing done and nothing told', async () => {
    await served.db.write((tx) => tx.em.query('DROP TABLE audit_event'));
    const command = await served.send('almelo.klantregisseur', registerDocument, { input: person({ familyName: 'Ongezien' }) });
    expect(JSON.parse(command.body).errors[0].extensions).toEqual({ code: 'INTERNAL', reference: expect.any(String) });
    expect(command.body).not.toMatch(/Ongezien|audit_event/);
    for (const table of ['client', 'dossier', 'processing_log', 'command_request'])
      expect(await served.db.read.em.query(`SELECT * FROM ${table}`), `of ${table}`).toEqual([]);
  });
});
