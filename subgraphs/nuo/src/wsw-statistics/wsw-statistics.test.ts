import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AuditEvent, CommandRequest, fixedClock, NUO, OutboxEvent, ProcessingLogLine, requestContext } from '@werkplein/kernel';
import { demoUser, dialects, testLogging } from '@werkplein/kernel/testing';
import { describe, expect, it, onTestFinished } from 'vitest';
import { IndicationHandicap } from '../indications/indication.entity.ts';
import { Participant } from '../participants/participant.entity.ts';
import { EmploymentTerms } from '../sheltered-work/employment.entity.ts';
import { command } from '../testing/colleagues.ts';
import { nuoForTest, testClock, testDemo, type TestNuo, testId } from '../testing/index.ts';
import { indicationRow, newEmployment, newPlacement, newWorker } from '../testing/sheltered.ts';
import { nuoVault } from '../wsw-workers/nuo-vault.ts';
import { Residence, WswWorker } from '../wsw-workers/wsw-worker.entity.ts';
import { Indication } from '../indications/indication.entity.ts';
import { WswDelivery } from './wsw-delivery.entity.ts';
import { wswStatisticsTask } from './wsw-statistics.task.ts';

const beheer = 'nuo.functioneelbeheerder';
const golden = (name: string): string => readFileSync(join(import.meta.dirname, 'golden', name), 'utf8');
const shown = `... on WswStatisticsDelivered { deliveryId period municipality written rejected dueOn sha256 content rejections { participantId problems { field name } } } ... on HalfYearNotOver { lastDay }`;
const deliver = (nuo: TestNuo, input: object, user = beheer, show = shown) => command(nuo, user, 'deliverWswStatistics', { period: '20261', ...input }, show);

interface Made {
  bsn: string | null;
  responsible?: string;
}

/** Five made-up workers with BSNs that RvIG publishes for tests, one of them without; ids in the order of the numbers. */
const population = async (nuo: TestNuo): Promise<string[]> => {
  const made: Made[] = [
    { bsn: '999990019' },
    { bsn: '999993653', responsible: '0141' },
    { bsn: '999994669' },
    { bsn: null },
    { bsn: '999992740', responsible: '0141' },
  ];
  const ids: string[] = [];
  for (const [n, { bsn, responsible = '0189' }] of made.entries()) {
    const id = await newWorker(
      nuo,
      null,
      { birthDate: `197${n}-03-0${n + 1}`, gender: n % 2 === 0 ? 'MALE' : 'FEMALE', firstRequestedOn: '2003-05-01' },
      responsible,
    );
    ids.push(id);
    await nuo.db.write(async ({ em }) => {
      if (bsn !== null) await em.update(WswWorker, { id }, nuoVault.seal(id, bsn));
      const indication = {
        ...indicationRow(id),
        requestedOn: '2018-10-01',
        decidedOn: '2019-01-15',
        validUntil: '2029-01-15',
        category: n === 1 ? ('ERNSTIG' as const) : ('MATIG' as const),
      };
      await em.insert(Indication, indication);
      await em.insert(IndicationHandicap, { id: testId(90, n), indicationId: indication.id, position: 1, code: `10${n}` });
      await em.insert(Residence, {
        id: testId(91, n),
        participantId: id,
        municipality: '1742',
        validFrom: '2000-01-01',
        validUntil: null,
        recordedAt: new Date('2026-01-01T00:00:00Z'),
        replacedAt: null,
      });
    });
  }
  const [first, second, third, fourth, fifth] = ids as [string, string, string, string, string];
  await newEmployment(nuo, first, { startsOn: '2004-01-01' }, { validFrom: '2021-01-01', payingMunicipality: '0141', hoursPerWeek: 35.5 });
  await newPlacement(nuo, first, { kind: 'SECONDMENT_GROUP', startsOn: '2025-01-01' });
  const dienst = await newEmployment(
    nuo,
    second,
    { startsOn: '2004-02-01', endsOn: '2026-02-28', state: 'ENDED', responsibleMunicipality: '0141' },
    { payingMunicipality: '0141' },
  );
  await newEmployment(
    nuo,
    second,
    { kind: 'WSW_BEGELEID_WERKEN_ART7', startsOn: '2026-03-01', continuesId: dienst.id, responsibleMunicipality: '0141' },
    { hoursPerWeek: 28, paidWagePct: 99.5, formalEmployer: null },
  );
  await newEmployment(nuo, third, {
    startsOn: '2004-03-01',
    endsOn: '2026-05-31',
    state: 'ENDED',
    endReason: 'DEATH_ILLNESS_OR_PENSION',
    destination: 'PENSION',
  });
  await newEmployment(nuo, fourth, { startsOn: '2004-04-01' });
  await newEmployment(nuo, fifth, {
    startsOn: '2004-05-01',
    endsOn: '2026-04-30',
    state: 'ENDED',
    endReason: 'OWN_REQUEST',
    destination: 'NO_WSW_PLACE',
    responsibleMunicipality: '0141',
  });
  // Not of the population: beschut werk, and who had no Wsw employment when it closed.
  await newEmployment(nuo, await newWorker(nuo), { kind: 'BESCHUT_10B' });
  await newEmployment(nuo, await newWorker(nuo, {}, { inClosingPopulation: false }));
  return ids;
};

const made = async (dialect: 'sqlite' | 'mariadb') => {
  const nuo = await nuoForTest(dialect, testDemo(1));
  const ids = await population(nuo);
  // The one of beschut werk has no Wsw employment, and is no part of the statistics.
  await nuo.db.write(async ({ em }) => {
    const beschut = (await em.find(WswWorker)).filter(({ id }) => !ids.includes(id));
    for (const { id } of beschut) await em.update(WswWorker, { id }, { inClosingPopulation: false });
  });
  return { nuo, ids };
};

describe.each(dialects)('the delivery of the Wsw statistics on %s', (dialect) => {
  it('is the golden file: valid records, and those left out with their fields', async () => {
    const { nuo, ids } = await made(dialect);
    const answer = await deliver(nuo, {});
    expect(answer).toMatchObject({ __typename: 'WswStatisticsDelivered', period: '20261', municipality: null, written: 5, rejected: 1, dueOn: '2026-08-11' });
    expect(answer.content).toBe(golden('20261.txt'));
    expect(answer.rejections).toEqual([{ participantId: ids[3], problems: [{ field: 4, name: 'BSN' }] }]);
    expect((await deliver(nuo, { layout: 'CSV' })).content).toBe(golden('20261.csv'));
    expect(await nuo.db.read.em.find(WswDelivery)).toMatchObject([{ period: '20261', written: 5, rejected: 1 }, { written: 5 }]);
  });

  it('is of the municipality that is responsible: its own, whatever it asks', async () => {
    const { nuo } = await made(dialect);
    const whole = golden('20261.txt').split('\r\n').filter(Boolean);
    const almelo = await deliver(nuo, {}, 'almelo.functioneelbeheerder');
    expect([almelo.municipality, almelo.written, almelo.rejected]).toEqual(['0141', 3, 0]);
    expect(almelo.content.split('\r\n').filter(Boolean)).toEqual(whole.filter((line) => line.slice(5, 10) === '00141'));
    expect((await deliver(nuo, { municipality: '0141' }, 'wierden.functioneelbeheerder')).paths).toEqual(['municipality']);
    expect((await deliver(nuo, { municipality: '0189' })).written).toBe(2);
    const listed = async (user: string) =>
      (await nuo.ask(user, '{ wswDeliveries(period: "20261") { municipality written organisation { code } } }')).data?.wswDeliveries;
    expect(await listed('almelo.functioneelbeheerder')).toEqual([{ municipality: '0141', written: 3, organisation: { code: '0141' } }]);
    expect(await listed(beheer)).toHaveLength(2);
    for (const user of ['nuo.detacheringsconsulent', 'nuo.privacyofficer', 'nuo.rapporteur', 'almelo.klantregisseur', 'almelo.kwaliteitsmedewerker'])
      expect((await deliver(nuo, {}, user)).code).toBe('FORBIDDEN');
  });

  it('is tried first: counts and what is wrong, and nothing goes out', async () => {
    const { nuo } = await made(dialect);
    const answer = await deliver(nuo, { dryRun: true });
    expect(answer).toMatchObject({ deliveryId: null, written: 5, rejected: 1, content: null });
    expect(answer.rejections).toHaveLength(1);
    expect(await nuo.db.read.em.count(WswDelivery)).toBe(0);
    expect(await deliver(nuo, { period: '20262' })).toEqual({ __typename: 'HalfYearNotOver', lastDay: '2026-12-31' });
    expect((await deliver(nuo, { period: '20262', dryRun: true })).__typename).toBe('WswStatisticsDelivered');
    expect(await deliver(nuo, { period: '20271', dryRun: true })).toMatchObject({ __typename: 'HalfYearNotOver' });
    expect((await deliver(nuo, { period: '2026', municipality: 'x' })).paths).toEqual(['period', 'municipality']);
  });

  it('has a line in the log for each person and a row in the audit, and its BSN nowhere but in the file', async () => {
    const { nuo, ids } = await made(dialect);
    await deliver(nuo, {}, beheer, '... on WswStatisticsDelivered { deliveryId }');
    const lines = (await nuo.db.read.em.find(ProcessingLogLine)).filter(({ processingActivityId }) => processingActivityId.endsWith('leveren-wsw-statistiek'));
    expect(new Set(lines.map(({ dataSubjectId }) => dataSubjectId)).size).toBe(ids.length);
    expect(await nuo.db.read.em.find(AuditEvent)).toMatchObject([
      { action: 'WswStatisticsDeliver', purpose: 'UITVOERING_WSW', employeeId: 'demo-nuo-functioneelbeheerder' },
    ]);
    const tables = nuo.db.read.em.connection.entityMetadatas.map(({ tableName }) => tableName);
    for (const table of tables)
      expect(JSON.stringify(await nuo.db.read.em.query<object[]>(`SELECT * FROM ${table}`))).not.toMatch(/99999(0019|3653|4669|2740)/);
    expect((await nuo.db.read.em.find(CommandRequest)).every(({ answer }) => answer !== null)).toBe(true);
    expect((await nuo.db.read.em.find(OutboxEvent)).map(({ type }) => type)).toEqual(['WswStatisticsDelivered']);
  });

  it('sent again is the same file, also after other terms became known; after another correction it says no file', async () => {
    const { nuo, ids } = await made(dialect);
    const again = { requestId: 'statistics-again' };
    const first = await deliver(nuo, again);
    await nuo.db.write(async ({ em }) => {
      const later = new Date(testClock().getTime() + 1000);
      const known = await em.findOneByOrFail(EmploymentTerms, { hoursPerWeek: 35.5 });
      await em.update(EmploymentTerms, { id: known.id }, { replacedAt: later });
      await em.insert(EmploymentTerms, { ...known, id: testId(92, 1), hoursPerWeek: 20, recordedAt: later });
    });
    expect(await deliver(nuo, again)).toEqual(first);
    expect(await nuo.db.read.em.count(WswDelivery)).toBe(1);
    await nuo.db.write(({ em }) => em.update(WswWorker, { id: ids[0] as string }, { gender: 'FEMALE' }));
    expect(await deliver(nuo, again)).toMatchObject({ deliveryId: first.deliveryId, sha256: first.sha256, content: null });
  });

  it('Q33: is the operation of its page', async () => {
    const { nuo, ids } = await made(dialect);
    const document = readFileSync(join(import.meta.dirname, '../../../../docs/questions/q33-wsw-statistics.graphql'), 'utf8');
    const { data, errors } = await nuo.ask(beheer, document, { input: { requestId: 'question-33', period: '20261', dryRun: true } });
    expect(errors).toBeUndefined();
    expect(data.nuo.deliverWswStatistics).toMatchObject({
      written: 5,
      rejected: 1,
      rejections: [{ participantId: ids[3], problems: [{ field: 4, message: 'Ontbreekt.' }] }],
    });
  });

  it('takes the same statements however many people', async () => {
    const { nuo } = await made(dialect);
    const statements = async (requestId: string) =>
      (
        await nuo.ask(
          beheer,
          `mutation ($input: DeliverWswStatisticsInput!) { nuo { deliverWswStatistics(input: $input) { ... on WswStatisticsDelivered { written } } } }`,
          { input: { requestId, period: '20261', dryRun: true } },
        )
      ).statements;
    await statements('statements-0');
    const few = await statements('statements-1');
    for (let i = 0; i < 5; i += 1) await newEmployment(nuo, await newWorker(nuo));
    expect(await statements('statements-2')).toBe(few);
  });

  it('is written at the command line, whole and for its owner only, with what was left out beside it', async () => {
    const { nuo, ids } = await made(dialect);
    const folder = mkdtempSync(join(tmpdir(), 'wsw-'));
    const before = process.exitCode;
    onTestFinished(() => {
      process.exitCode = before;
      rmSync(folder, { recursive: true });
    });
    const out = join(folder, '20261.txt');
    let id = 0;
    const ctx = () =>
      requestContext({
        principal: demoUser(beheer),
        db: nuo.db,
        clock: fixedClock('2026-08-12T10:00:00Z'),
        newId: () => `nuo:task-${(id += 1)}`,
        home: NUO,
        trace: { traceId: '0'.repeat(31).concat('1'), spanId: '0'.repeat(15).concat('1'), parentSpanId: '' },
        operation: 'Test',
        purpose: null,
        logging: testLogging(NUO),
      });
    const printed = await wswStatisticsTask(ctx(), ['--period', '20261', '--out', out]);
    expect(printed).toBe(`5 records, 1 afgekeurd; geschreven naar ${out}; uiterlijk 2026-08-11 (te laat)`);
    expect(readFileSync(out, 'utf8')).toBe(golden('20261.txt'));
    expect(statSync(out).mode & 0o777).toBe(0o600);
    expect(readFileSync(`${out}.rejected.csv`, 'utf8')).toBe(`deelnemer;kenmerk;naam;reden\n${ids[3]};4;BSN;Ontbreekt.\n`);
    expect(process.exitCode).toBe(2);
    expect(await wswStatisticsTask(ctx(), ['--period', '20261', '--municipality', '0141', '--dry-run'])).toContain(
      '3 records, 0 afgekeurd; proef, niets geleverd',
    );
    await expect(wswStatisticsTask(ctx(), ['--period', '20262', '--out', out])).rejects.toThrow('2026-12-31');
    await expect(wswStatisticsTask(ctx(), ['--period', '20261'])).rejects.toThrow('Usage');
    expect(await nuo.db.read.em.count(WswDelivery)).toBe(1);
    expect(await nuo.db.read.em.countBy(Participant, { id: ids[0] as string })).toBe(1);
  });
});
