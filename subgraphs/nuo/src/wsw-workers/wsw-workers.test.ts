import { randomBytes } from 'node:crypto';
import { Writable } from 'node:stream';
import { AccessEvent, AuditEvent, bsnVaultAt, newLogger, NUO, rotateBsnKeys } from '@werkplein/kernel';
import { databaseForTest, dialects, serveForTest } from '@werkplein/kernel/testing';
import { describe, expect, it, onTestFinished } from 'vitest';
import { nuoEntities, nuoMigrations, nuoSubgraph, nuoVault, WswWorker } from '../index.ts';
import { Participant } from '../participants/participant.entity.ts';
import { command } from '../testing/colleagues.ts';
import { idOf, nuoForTest, testClock, testDemo, type TestNuo } from '../testing/index.ts';
import { Residence } from './wsw-worker.entity.ts';

const consultant = 'nuo.detacheringsconsulent';
const bsn = '999990019';
const other = '999993653';
const person = {
  name: 'Wsw Medewerker',
  municipality: '0189',
  bsn,
  birthDate: '1970-02-03',
  gender: 'FEMALE',
  inClosingPopulation: true,
  firstRequestedOn: '1999-05-01',
  residence: '0189',
  residesSince: '2010-01-01',
};
const shown =
  'participant { id name municipality wswWorker { bsn birthDate gender inClosingPopulation firstRequestedOn version residences { municipality validFrom validUntil } } }';
const register = (nuo: TestNuo, more: object = {}, user = consultant) =>
  command(
    nuo,
    user,
    'registerWswWorker',
    { ...person, ...more },
    `... on WswWorkerRegistered { alreadyKnown ${shown} } ... on NoWswInflow { closedOn } ... on BsnOfAnother { participant { id } }`,
  );
const correct = (nuo: TestNuo, input: object) =>
  command(
    nuo,
    consultant,
    'correctWswWorker',
    input,
    `... on WswWorkerCorrected { ${shown} } ... on WswWorkerVersionConflict { currentVersion } ... on BsnOfAnother { participant { id } }`,
  );
const byBsn = (nuo: TestNuo, number: string, user = consultant) =>
  nuo.ask(user, 'query ($bsn: String!) { wswWorkerByBsn(bsn: $bsn) { id wswWorker { bsn } } }', { bsn: number });

describe.each(dialects)('a Wsw worker on %s', (dialect) => {
  it('is registered with a BSN that is shown masked, and found by it', async () => {
    const nuo = await nuoForTest(dialect);
    const answer = await register(nuo);
    expect(answer).toMatchObject({
      __typename: 'WswWorkerRegistered',
      alreadyKnown: false,
      participant: {
        name: 'Wsw Medewerker',
        municipality: '0189',
        wswWorker: {
          bsn: '*****0019',
          birthDate: '1970-02-03',
          gender: 'FEMALE',
          firstRequestedOn: '1999-05-01',
          version: 1,
          residences: [{ municipality: '0189', validFrom: '2010-01-01', validUntil: null }],
        },
      },
    });
    const found = await byBsn(nuo, bsn);
    expect(found.data.wswWorkerByBsn).toEqual({ id: answer.participant.id, wswWorker: { bsn: '*****0019' } });
    expect((await byBsn(nuo, other)).data.wswWorkerByBsn).toBeNull();
    expect((await byBsn(nuo, '999990018')).errors?.[0]?.extensions['problems'][0].path).toEqual(['bsn']);
  });

  it('is one, registered twice or by two at once', async () => {
    const nuo = await nuoForTest(dialect);
    const answers = await Promise.all(Array.from({ length: 6 }, () => register(nuo)));
    expect(new Set(answers.map(({ participant }) => participant.id)).size).toBe(1);
    expect(answers.filter(({ alreadyKnown }) => !alreadyKnown)).toHaveLength(1);
    const { em } = nuo.db.read;
    expect([await em.count(WswWorker), await em.count(Participant), await em.count(Residence)]).toEqual([1, 1, 1]);
  });

  it('can be a participant who is there, and has a number that no other has', async () => {
    const nuo = await nuoForTest(dialect, testDemo(1));
    const [first, second] = [idOf('participant', 0), idOf('participant', 1)];
    const attach = (participantId: string, more: object = {}) => register(nuo, { name: undefined, municipality: undefined, participantId, ...more });
    expect((await attach(first)).participant.id).toBe(first);
    expect(await attach(second)).toEqual({ __typename: 'BsnOfAnother', participant: { id: first } });
    expect(await attach(first, { bsn: other })).toEqual({ __typename: 'BsnOfAnother', participant: { id: first } });
    await attach(second, { bsn: other });
    expect(await correct(nuo, { participantId: second, expectedVersion: 1, bsn })).toEqual({ __typename: 'BsnOfAnother', participant: { id: first } });
    expect(await correct(nuo, { participantId: second, expectedVersion: 7, gender: 'MALE' })).toMatchObject({ currentVersion: 1 });
    expect((await correct(nuo, { participantId: second, expectedVersion: 1, gender: 'MALE' })).participant.wswWorker).toMatchObject({
      gender: 'MALE',
      bsn: '*****3653',
      version: 2,
    });
    expect(await attach('nuo:gone', { bsn: '999994669' })).toMatchObject({ paths: ['participantId'] });
  });

  it('was employed under the Wsw when it closed', async () => {
    const nuo = await nuoForTest(dialect);
    expect(await register(nuo, { inClosingPopulation: false })).toEqual({ __typename: 'NoWswInflow', closedOn: '2014-12-31' });
    expect(await nuo.db.read.em.count(Participant)).toBe(0);
  });

  it('lives in a municipality from a day on, whoever pays or is responsible', async () => {
    const nuo = await nuoForTest(dialect);
    const { participant } = await register(nuo);
    const move = (municipality: string, from: string) =>
      command(nuo, consultant, 'recordResidence', { participantId: participant.id, municipality, from }, `... on ResidenceRecorded { ${shown} }`);
    await move('1742', '2024-07-01');
    expect((await move('0141', '2020-03-01')).participant).toMatchObject({
      municipality: '0189',
      wswWorker: {
        residences: [
          { municipality: '0189', validFrom: '2010-01-01', validUntil: '2020-02-29' },
          { municipality: '0141', validFrom: '2020-03-01', validUntil: '2024-06-30' },
          { municipality: '1742', validFrom: '2024-07-01', validUntil: null },
        ],
      },
    });
    expect(await move('0141', '2027-01-01')).toMatchObject({ paths: ['from'] });
  });

  it('is refused with every problem at once, and to who keeps no personnel files', async () => {
    const nuo = await nuoForTest(dialect, testDemo(1));
    const wrong = { bsn: '999990018', birthDate: '2027-01-01', residence: 'Almelo', residesSince: 'x', name: '', municipality: '1' };
    expect((await register(nuo, wrong)).paths).toEqual(['bsn', 'birthDate', 'residesSince', 'residence', 'name', 'municipality']);
    await register(nuo);
    for (const user of ['nuo.jobcoach', 'nuo.accountmanager', 'nuo.functioneelbeheerder', 'almelo.klantregisseur', 'wierden.kwaliteitsmedewerker']) {
      expect(await register(nuo, {}, user)).toMatchObject({ code: 'FORBIDDEN' });
      expect((await byBsn(nuo, bsn, user)).errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
    }
    for (const user of ['nuo.jobcoach', 'almelo.klantregisseur']) {
      const asked = await nuo.ask(user, `{ participant(id: "${idOf('participant', 0)}") { municipality wswWorker { birthDate } } }`);
      expect(asked.data.participant).toEqual({ municipality: '0141', wswWorker: null });
      expect(asked.errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
    }
  });

  it('takes the same statements however many are shown', async () => {
    const nuo = await nuoForTest(dialect, testDemo(3));
    for (const [i, number] of [bsn, other, '999994669'].entries())
      await register(nuo, { name: undefined, municipality: undefined, participantId: idOf('participant', i), bsn: number });
    const ask = (ids: string[]) =>
      nuo.ask(consultant, `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Participant { wswWorker { bsn residences { municipality } } } } }`, {
        r: ids.map((id) => ({ __typename: 'Participant', id })),
      });
    const [one, three] = [await ask([idOf('participant', 0)]), await ask([0, 1, 2].map((n) => idOf('participant', n)))];
    expect(three.data._entities.map((each: { wswWorker: { bsn: string } }) => each.wswWorker.bsn)).toEqual(['*****0019', '*****3653', '*****4669']);
    expect(three.statements).toBe(one.statements);
  });
});

/** Everything that the database holds, as text. */
const databaseText = async ({ db }: TestNuo): Promise<string> => {
  const tables = db.read.em.connection.entityMetadatas.map(({ tableName }) => tableName);
  return JSON.stringify(await Promise.all(tables.map((table) => db.read.em.query<object[]>(`SELECT * FROM ${table}`))));
};

describe.each(dialects)('the BSN of a Wsw worker on %s', (dialect) => {
  it('is in no answer, error, log, audit or table, whatever is done with it', async () => {
    const lines: string[] = [];
    const sink = new Writable({ write: (chunk: Buffer, _encoding, done) => (lines.push(chunk.toString()), done()) });
    const db = await databaseForTest(dialect, { entities: nuoEntities, migrations: nuoMigrations });
    const served = await serveForTest('nuo', 'nuo', nuoSubgraph, db, testClock, { log: newLogger('nuo', 'trace', sink) });
    onTestFinished(() => served.server.stop());
    const nuo = { ...served, db };
    const answers: unknown[] = [];
    const keep = async (answer: Promise<unknown>) => answers.push(await answer);
    await keep(register(nuo));
    await keep(register(nuo));
    await keep(register(nuo, { birthDate: bsn }));
    await keep(register(nuo, { bsn: `${bsn} ` }));
    await keep(register(nuo, {}, 'almelo.klantregisseur'));
    const { id } = (await nuo.db.read.em.find(Participant))[0] as Participant;
    await keep(correct(nuo, { participantId: id, expectedVersion: 9, bsn }));
    await keep(correct(nuo, { participantId: id, expectedVersion: 1, bsn: other }));
    await keep(byBsn(nuo, other));
    await keep(byBsn(nuo, `${bsn}x`));
    await keep(nuo.ask('nuo.privacyofficer', `{ participantSubjectAccess(id: "${id}") { json html } }`));
    expect(JSON.stringify(answers)).toContain('*****3653');
    const before = await databaseText(nuo);
    await nuo.db.write(({ em }) => em.query('ALTER TABLE wsw_worker RENAME TO wsw_worker_gone'));
    const fault = await register(nuo);
    expect(fault.code).toBe('INTERNAL');
    expect(lines.join('')).toContain('request failed');
    for (const text of [JSON.stringify([answers, fault]), lines.join(''), before]) expect(text).not.toMatch(/999990019|999993653/);
    expect((await nuo.db.read.em.find(AuditEvent)).length).toBeGreaterThan(1);
    expect(await nuo.db.read.em.count(AccessEvent)).toBeGreaterThan(0);
  });

  it('is sealed again under new keys, and then needs the old ones no more', async () => {
    const nuo = await nuoForTest(dialect, testDemo(1));
    const keys = { keys: [randomBytes(32)], indexKeys: [randomBytes(32)] };
    const place = { home: NUO, name: NUO, table: 'wsw_worker' };
    const id = idOf('participant', 0);
    const facts = { birthDate: null, gender: null, inClosingPopulation: true, firstRequestedOn: null, version: 1 };
    await nuo.db.write(({ em }) => em.insert(WswWorker, { id, ...facts, ...bsnVaultAt(place, () => keys).seal(id, bsn) }));
    expect((await byBsn(nuo, bsn)).data.wswWorkerByBsn).toBeNull();
    const newest = (name: string): Buffer => Buffer.from(process.env[name] as string, 'base64');
    const both = bsnVaultAt(place, () => ({ keys: [newest('NUO_BSN_KEY'), ...keys.keys], indexKeys: [newest('NUO_BSN_INDEX_KEY'), ...keys.indexKeys] }));
    expect([await rotateBsnKeys(nuo.db, both, WswWorker), await rotateBsnKeys(nuo.db, both, WswWorker)]).toEqual([1, 0]);
    expect((await byBsn(nuo, bsn)).data.wswWorkerByBsn).toEqual({ id, wswWorker: { bsn: '*****0019' } });
    expect(nuoVault.currentKeyId()).toBe(both.currentKeyId());
  });
});
