import { dialects } from '@werkplein/kernel/testing';
import { describe, expect, it } from 'vitest';
import { coach, insertOrders, insertPeople, orderRow, participantRow, place, regie, take } from '../orders/service-order.testing.ts';
import type { ServiceOrder } from '../orders/service-order.entity.ts';
import { idOf, nuoForTest, testDemo } from '../testing/index.ts';
import { newPlacement } from '../testing/sheltered.ts';
import { askCounts, askFacts, askParts, setClock } from './figures.testing.ts';

const clientId = idOf('client', 77, '0141');

describe.each(dialects)('orders without an answer on %s', (dialect) => {
  it.each<[string, string, string | null, string, number]>([
    ['is not late on the last day for an answer', '2026-08-10', null, '2026-08-10', 0],
    ['is late on the day after', '2026-08-10', null, '2026-08-11', 1],
    ['is late until the day of the answer', '2026-08-20', 'accept', '2026-08-19', 1],
    ['is not late from the answer on', '2026-08-20', 'accept', '2026-08-20', 0],
    ['is not late once refused', '2026-08-20', 'refuse', '2026-09-30', 0],
    ['is not late once withdrawn', '2026-08-20', 'withdraw', '2026-09-30', 0],
    ['is not late when answered in time', '2026-08-05', 'accept', '2026-09-30', 0],
  ])('one %s', async (_, onDay, step, measuredOn, late) => {
    const time = setClock('2026-08-03T10:00:00Z');
    const nuo = await nuoForTest(dialect, {}, undefined, time.clock);
    const { serviceOrder } = await place(nuo, regie, { clientId, respondBy: '2026-08-10' });
    time.at(`${onDay}T10:00:00Z`);
    if (step)
      expect((await take(nuo, step === 'withdraw' ? regie : coach, step, serviceOrder.id, serviceOrder.version)).__typename).toBe('ServiceOrderChanged');
    expect(await askCounts(nuo, 'OPDRACHTEN_TE_LAAT', { measuredOn })).toMatchObject({ '0141': late, '0189': 0, all: late });
  });

  it('are told as they were known then', async () => {
    const time = setClock('2026-08-03T10:00:00Z');
    const nuo = await nuoForTest(dialect, {}, undefined, time.clock);
    const { serviceOrder } = await place(nuo, regie, { clientId, respondBy: '2026-08-10' });
    time.at('2026-08-12T10:00:00Z');
    await take(nuo, coach, 'accept', serviceOrder.id, serviceOrder.version);
    const late = async (knownAt: string) => (await askCounts(nuo, 'OPDRACHTEN_TE_LAAT', { measuredOn: '2026-08-20', knownAt }))['0141'];
    expect([await late('2026-08-12T09:00:00.000Z'), await late('2026-08-12T10:00:00.000Z')]).toEqual([1, 0]);
  });
});

describe.each(dialects)('the time from an order to a placement on %s', (dialect) => {
  const empty = { ...testDemo(1), contactMoments: [], participants: [], placements: [] };
  /** An order of 1 March for each number of days after which a placement begins under it; null begins none. */
  const world = async (days: readonly (number | null)[], more: Partial<ServiceOrder> = {}, municipality = '0141') => {
    const nuo = await nuoForTest(dialect, empty);
    for (const [n, wait] of days.entries()) {
      const person = participantRow(n, { municipality });
      await nuo.db.write((tx) => insertPeople(tx, person));
      const order = orderRow(n, person, { status: 'IN_PROGRESS', offeredOn: '2026-03-01', ...more });
      await insertOrders(nuo, order);
      const startsOn = new Date(Date.UTC(2026, 2, 1 + (wait ?? 0))).toISOString().slice(0, 10);
      if (wait !== null) await newPlacement(nuo, person.id, { serviceOrderId: order.id, startsOn, municipality, kind: 'REGULAR' });
    }
    return nuo;
  };
  const told = async (days: readonly (number | null)[], more: Partial<ServiceOrder> = {}, asked: object = {}) =>
    askParts(await world(days, more), 'DOORLOOPTIJD_OPDRACHT_TOT_PLAATSING', asked);

  it.each<[string, (number | null)[], number | null, number | undefined, number]>([
    ['one', [10], 10, 10, 0],
    ['an odd number', [30, 10, 20], 20, 30, 0],
    ['an even number', [10, 20, 30, 45], 25, 45, 0],
    ['ten, of which one took long', [1, 2, 3, 4, 5, 6, 7, 8, 9, 300], 5.5, 9, 0],
    ['some that still wait', [10, null, null], 10, 10, 2],
    ['none but those that wait', [null], null, undefined, 1],
  ])('is the median of %s', async (_, days, median, p90, open) => {
    const { '0141': almelo, all } = await told(days);
    const done = days.filter((each) => each !== null);
    const sum = done.reduce((total, each) => total + each, 0);
    for (const one of [almelo, all])
      expect([one?.value, one?.rows['p90'], one?.rows['open'], one?.numerator, one?.rows['aantal']]).toEqual([median, p90, open, sum, done.length]);
  });

  it('counts the first placement of an order, and only when that began in the period', async () => {
    const nuo = await world([10]);
    const [person, order] = [participantRow(0), orderRow(0, participantRow(0))];
    await newPlacement(nuo, person.id, { serviceOrderId: order.id, startsOn: '2026-09-01', municipality: '0141' });
    const autumn = await askParts(nuo, 'DOORLOOPTIJD_OPDRACHT_TOT_PLAATSING', { from: '2026-07-01' });
    expect([autumn.all.value, autumn.all.numerator]).toEqual([null, 0]);
    const facts = await askFacts(nuo, 'DOORLOOPTIJD_OPDRACHT_TOT_PLAATSING', 'NUMERATOR', '0141');
    expect(facts.map(({ contribution }) => contribution)).toEqual([10]);
  });

  it.each<[string, Partial<ServiceOrder>, number]>([
    ['runs', {}, 1],
    ['was refused', { status: 'REFUSED', endsOn: '2026-03-05' }, 0],
    ['ends later', { status: 'ENDED', endsOn: '2026-12-31' }, 1],
    ['is for a training', { service: 'TRAINING' }, 0],
    ['is a concept', { status: 'CONCEPT', offeredOn: null }, 0],
  ])('has an open case of an order that %s', async (_, more, open) => {
    const { all } = await told([null], more, { measuredOn: '2026-06-09' });
    expect([all.rows['open'], all.rows['open_oudste']]).toEqual([open, open === 1 ? 100 : undefined]);
  });

  it('is of all together no median of medians', async () => {
    const nuo = await world([10, 20, 30]);
    const person = participantRow(50, { municipality: '0189' });
    await nuo.db.write((tx) => insertPeople(tx, person));
    const order = orderRow(50, person, { status: 'IN_PROGRESS', offeredOn: '2026-03-01' });
    await insertOrders(nuo, order);
    await newPlacement(nuo, person.id, { serviceOrderId: order.id, startsOn: '2026-06-09', kind: 'REGULAR' });
    const all = await askParts(nuo, 'DOORLOOPTIJD_OPDRACHT_TOT_PLAATSING');
    expect([all['0141']?.value, all['0189']?.value, all.all.value]).toEqual([20, 100, 25]);
  });
});
