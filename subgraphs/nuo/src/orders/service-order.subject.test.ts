import { dialects } from '@werkplein/kernel/testing';
import { describe, expect, it } from 'vitest';
import { Colleague } from '../colleagues/colleague.entity.ts';
import { Participant } from '../participants/participant.entity.ts';
import { Responsibility } from '../responsibility/responsibility.entity.ts';
import { command } from '../testing/colleagues.ts';
import { nuoForTest, type TestNuo, testId } from '../testing/index.ts';
import { ServiceOrder, ServiceOrderEvent } from './service-order.entity.ts';
import { insertOrders, insertPeople, ofUwv, orderRow, participantRow } from './service-order.testing.ts';

const officer = 'nuo.privacyofficer';
const long = (n: number) => participantRow(n, { registeredOn: '2010-01-01' });
const filled = async (dialect: (typeof dialects)[number]): Promise<TestNuo> => {
  const nuo = await nuoForTest(dialect, { colleagues: [{ id: 'ann', organisation: 'nuo', name: 'Ann', leavesOn: '2016-06-01' }] });
  await nuo.db.write((tx) => insertPeople(tx, long(1), long(2), { ...ofUwv(3), registeredOn: '2010-01-01' }));
  await insertOrders(
    nuo,
    // Its ten years are over; those of the second end on its last day of yesterday, so it stays one day more.
    orderRow(1, long(1), { status: 'REFUSED', startsOn: '2016-05-01', endsOn: '2016-05-01', reason: 'Vol' }),
    orderRow(2, long(2), { status: 'COMPLETED', startsOn: '2016-05-01', endsOn: '2016-08-03' }),
    orderRow(3, ofUwv(3), { status: 'IN_PROGRESS', startsOn: '2015-01-01' }),
  );
  await nuo.db.write(async ({ em }) => {
    const step = { byId: 'nuo:ann', organisation: 'nuo', fromStatus: 'OFFERED', reference: null, at: new Date('2016-05-01T09:00:00Z') } as const;
    for (const n of [1, 2, 3])
      await em.insert(ServiceOrderEvent, { ...step, id: testId(43, n), orderId: testId(41, n), version: 1, step: 'refuse', toStatus: 'REFUSED', text: 'Vol' });
    const term = { role: 'JOBCOACH', colleagueId: 'nuo:ann', standIn: false, startsOn: '2016-01-01', openFor: null } as const;
    await em.insert(Responsibility, { ...term, id: testId(42, 1), participantId: long(1).id, endsOn: '2016-05-01' });
    await em.insert(Responsibility, { ...term, id: testId(42, 2), participantId: long(2).id, endsOn: '2016-08-02' });
  });
  return nuo;
};
const retain = async (nuo: TestNuo, dryRun = false): Promise<Record<string, number>> => {
  const { parts } = await command(nuo, officer, 'runRetention', { dryRun }, '... on RetentionReport { parts { title rows } }');
  return Object.fromEntries(parts.flatMap(({ title, rows }: { title: string; rows: number }) => (rows > 0 ? [[title, rows]] : [])));
};

describe.each(dialects)('what is kept of orders on %s', (dialect) => {
  it('goes when its term is over, with its steps and who was responsible; the person after the last, and then the colleague', async () => {
    const nuo = await filled(dialect);
    const first = { Opdrachten: 1, 'Stappen van opdrachten': 1, 'Wie verantwoordelijk was': 2 };
    // A trial removes nothing, so the person is still held by what would go.
    expect(await retain(nuo, true)).toEqual(first);
    expect(await retain(nuo)).toEqual({ ...first, 'Inschrijving als deelnemer': 1 });
    expect((await nuo.db.read.em.find(ServiceOrder)).map(({ id }) => id)).toEqual([testId(41, 2), testId(41, 3)]);
    // The second has an order of which the last day of the term is today; the third an order in progress.
    expect((await nuo.db.read.em.find(Participant)).map(({ id }) => id)).toEqual([long(2).id, ofUwv(3).id]);
    expect(await retain(nuo)).toEqual({});
    expect(await nuo.db.read.em.countBy(Colleague, { id: 'nuo:ann' })).toBe(1);
    await nuo.db.write(async ({ em }) => {
      await em.query('DELETE FROM service_order_event');
      await em.query('DELETE FROM service_order');
    });
    expect(await retain(nuo)).toEqual({ 'Inschrijving als deelnemer': 2, 'Collega’s die weg zijn': 1 });
  });

  it('is given to the person, and erased with the rest', async () => {
    const nuo = await filled(dialect);
    const access = async (id: string) =>
      JSON.parse((await nuo.ask(officer, 'query ($id: ID!) { participantSubjectAccess(id: $id) { json } }', { id })).data.participantSubjectAccess.json);
    const own = await access(long(1).id);
    const rows = Object.fromEntries(own.data.map(({ table, rows: some }: { table: string; rows: object[] }) => [table, some]));
    expect(rows['service_order']).toMatchObject([{ Dienst: 'MEDIATION', Status: 'REFUSED', Reden: 'Vol', 'Laatste dag': '2016-05-01' }]);
    expect(rows['service_order_event']).toMatchObject([{ Stap: 'refuse', Namens: 'nuo', Toelichting: 'Vol' }]);
    expect(rows['responsibility']).toMatchObject([{ Rol: 'JOBCOACH', Medewerker: 'nuo:ann' }]);
    expect(own.recipients).toMatchObject([
      { organisation: 'Almelo', what: 'plaatsingen' },
      { organisation: 'Almelo', what: 'opdrachten' },
    ]);
    expect((await access(ofUwv(3).id)).recipients).toMatchObject([{ organisation: 'UWV', what: 'opdrachten' }]);
    const erased = await command(
      nuo,
      officer,
      'eraseParticipant',
      { subjectId: long(1).id, ground: 'NO_LONGER_NEEDED', dryRun: false },
      '... on Erased { parts { title rows } }',
    );
    expect(erased.parts.filter(({ rows: n }: { rows: number }) => n > 0).map(({ title }: { title: string }) => title)).toEqual([
      'Stappen van opdrachten',
      'Opdrachten',
      'Wie verantwoordelijk was',
      'Inschrijving als deelnemer',
    ]);
    expect(await nuo.db.read.em.countBy(ServiceOrder, { participantId: long(1).id })).toBe(0);
  });
});
