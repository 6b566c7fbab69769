import { newIds } from '@werkplein/kernel';
import { dialects } from '@werkplein/kernel/testing';
import { describe, expect, it } from 'vitest';
import { insertOrders, insertPeople, ofUwv, orderRow, participantRow, take } from '../orders/service-order.testing.ts';
import { nuoParameterImport } from '../parameters/nuo-parameter.import.ts';
import { command } from '../testing/colleagues.ts';
import { nuoForTest, testDemo, type TestNuo } from '../testing/index.ts';
import { askCounts, askFacts, askParts, setClock } from './figures.testing.ts';

const coach = 'nuo.jobcoach';
const at = (employeeId: string) => ({ employeeId, organisation: 'nuo' });
const colleagues = ['ann', 'bob', 'cas'].map((id) => ({ id, organisation: 'nuo', name: `Collega ${id}`, leavesOn: null }));

describe.each(dialects)('hand-overs at the NUO on %s', (dialect) => {
  const world = async () => {
    const time = setClock('2026-08-03T10:00:00Z');
    const nuo = await nuoForTest(dialect, { ...testDemo(0), colleagues }, undefined, time.clock);
    const person = participantRow(1);
    await nuo.db.write((tx) => insertPeople(tx, person));
    return { nuo, time, person };
  };
  const assign = async (nuo: TestNuo, participantId: string, who: string, instead: string | null, startsOn: string, role = 'JOBCOACH') => {
    const input = { participantId, role, colleague: at(who), startsOn, ...(instead && { instead: at(instead) }) };
    const answer = await command(nuo, coach, 'assignResponsible', input, '... on ResponsibleAssigned { responsibility { id } }');
    expect(answer.__typename).toBe('ResponsibleAssigned');
    return answer.responsibility.id as string;
  };
  const counts = (nuo: TestNuo, asked: object = {}) => askCounts(nuo, 'OVERDRACHTEN_PER_CLIENT', asked);

  it('are none at the first who answers, and one at each who follows', async () => {
    const { nuo, person } = await world();
    await assign(nuo, person.id, 'ann', null, '2026-08-03');
    expect((await counts(nuo))['all']).toBe(0);
    await assign(nuo, person.id, 'bob', 'ann', '2026-09-01');
    await assign(nuo, person.id, 'cas', null, '2026-09-01', 'WERKLEIDER');
    await assign(nuo, person.id, 'ann', 'cas', '2026-09-01', 'WERKLEIDER');
    expect(await counts(nuo)).toMatchObject({ '0141': 1, '0189': 0, all: 1 });
    await assign(nuo, person.id, 'cas', 'bob', '2026-10-01');
    const told = await askParts(nuo, 'OVERDRACHTEN_PER_CLIENT');
    expect([told['0141']?.numerator, told['0141']?.rows['meeste_nuo']]).toEqual([2, 2]);
    expect(await askFacts(nuo, 'OVERDRACHTEN_PER_CLIENT', 'NUMERATOR', '0141')).toHaveLength(2);
    expect(await counts(nuo, { until: '2026-09-30' })).toMatchObject({ '0141': 1 });
  });

  it.each<[string, string, number]>([
    ['of 14 days is none', '2026-08-23', 0],
    ['of 15 days is one, and the way back another', '2026-08-24', 2],
  ])('by a replacement %s', async (_, until, expected) => {
    const { nuo, person } = await world();
    const responsibilityId = await assign(nuo, person.id, 'ann', null, '2026-08-03');
    const stand = { responsibilityId, colleague: at('bob'), from: '2026-08-10', until };
    expect((await command(nuo, coach, 'planStandIn', stand)).__typename).toBe('StandInPlanned');
    expect((await counts(nuo))['0141']).toBe(expected);
  });

  it('by a replacement follow the term of its day, once another was set', async () => {
    const { nuo, time, person } = await world();
    const responsibilityId = await assign(nuo, person.id, 'ann', null, '2026-08-03');
    await command(nuo, coach, 'planStandIn', { responsibilityId, colleague: at('bob'), from: '2026-08-10', until: '2026-08-20' });
    time.at('2026-09-01T10:00:00Z');
    const term = { code: 'STAND_IN_DAYS_MAX', value: 7, unit: 'DAYS', validUntil: null, confirmed: true, source: 'Test', note: null } as const;
    const set = (validFrom: string, version: string) =>
      nuo.db.write((tx) => nuoParameterImport.write(tx, [{ ...term, validFrom, version }], { clock: time.clock, newId: newIds('nuo', time.clock) }));
    await set('2026-08-15', '2026-12');
    const later = (await counts(nuo))['0141'];
    await set('2026-08-01', '2026-12b');
    expect([later, (await counts(nuo))['0141'], (await counts(nuo, { knownAt: '2026-08-31T00:00:00.000Z' }))['0141']]).toEqual([0, 2, 0]);
  });

  it('that were planned and never came are none, for whoever knows', async () => {
    const { nuo, time, person } = await world();
    await assign(nuo, person.id, 'ann', null, '2026-08-03');
    await assign(nuo, person.id, 'bob', 'ann', '2026-09-01');
    time.at('2026-08-10T10:00:00Z');
    await assign(nuo, person.id, 'ann', 'bob', '2026-08-15');
    expect([(await counts(nuo, { knownAt: '2026-08-10T09:59:59.000Z' }))['0141'], (await counts(nuo))['0141']]).toEqual([1, 0]);
  });

  it('count an order that was handed back, and nobody but clients of a Werkplein', async () => {
    const { nuo, person } = await world();
    const other = ofUwv(2);
    await nuo.db.write((tx) => insertPeople(tx, other));
    for (const [n, whose] of [person, other].entries()) {
      await insertOrders(nuo, orderRow(n, whose, { status: 'IN_PROGRESS' }));
      expect((await take(nuo, coach, 'handBack', orderRow(n, whose).id, 1)).__typename).toBe('ServiceOrderChanged');
    }
    expect(await counts(nuo)).toMatchObject({ '0141': 1, all: 1 });
  });

  it('of everything that somebody hands over are one for each', async () => {
    const { nuo, person } = await world();
    const second = participantRow(3, { municipality: '0189' });
    await nuo.db.write((tx) => insertPeople(tx, second));
    for (const { id } of [person, second]) await assign(nuo, id, 'ann', null, '2026-08-03');
    const all = { from: at('ann'), to: at('bob'), onDay: '2026-08-10' };
    expect((await command(nuo, 'nuo.coordinator', 'handOverEverything', all)).__typename).toBe('EverythingHandedOver');
    expect(await counts(nuo)).toMatchObject({ '0141': 1, '0189': 1, all: 2 });
  });
});
