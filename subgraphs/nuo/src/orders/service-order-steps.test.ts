import { everyTriple } from '@werkplein/kernel';
import { dialects } from '@werkplein/kernel/testing';
import { describe, expect, it } from 'vitest';
import type { Participant } from '../participants/participant.entity.ts';
import { nuoForTest, type TestNuo } from '../testing/index.ts';
import type { ServiceOrder } from './service-order.entity.ts';
import { type ServiceOrderActor, serviceOrderMachine, type ServiceOrderStep } from './service-order.rules.ts';
import { coach, coordinator, facts, insertOrders, insertPeople, ofUwv, order, orderRow, participantRow, regie, take } from './service-order.testing.ts';

// Every state × step × actor through the API, of an order of a municipality and of one of UWV, and what is no actor at all.

const asked = everyTriple(serviceOrderMachine).filter(({ step }) => step !== 'save');
const municipal: Record<ServiceOrderActor, string[]> = { REGIE: [regie, 'almelo.kwaliteitsmedewerker'], UITVOERING: [coach, 'nuo.werkleider'] };
const third: Record<ServiceOrderActor, string[]> = { REGIE: [coordinator], UITVOERING: ['nuo.trajectbegeleider', 'nuo.detacheringsconsulent'] };
/** Steps of a concept are those of one command, of regie alone. */
const onConcept: Partial<Record<ServiceOrderStep, string>> = { change: 'saveServiceOrder', offer: 'placeServiceOrder' };

const takeStep = (nuo: TestNuo, user: string, step: ServiceOrderStep, { id, version }: ServiceOrder) => {
  const concept = onConcept[step];
  return concept ? order(nuo, user, concept, { orderId: id, expectedVersion: version, ...facts, reference: 'B-0' }) : take(nuo, user, step, id, version);
};

/** What each of those who take no step, or of another regie, gets to hear. */
const strangers = (row: ServiceOrder): Record<string, string> => ({
  'nuo.accountmanager': 'FORBIDDEN',
  'almelo.accountmanager': 'FORBIDDEN',
  'almelo.rapporteur': 'FORBIDDEN',
  'nuo.privacyofficer': 'FORBIDDEN',
  'wierden.klantregisseur': 'NOT_FOUND',
  [row.commissionerKind === 'MUNICIPALITY' ? coordinator : regie]: 'NOT_FOUND',
});

describe.each(dialects)('a step of a service order on %s', (dialect) => {
  it.each([
    ['a municipality', participantRow, municipal],
    ['UWV', ofUwv, third],
  ] as [string, (n: number) => Participant, Record<ServiceOrderActor, string[]>][])(
    'is taken from its states by its actors and refused to all others, of an order of %s',
    { timeout: 240_000 },
    async (_, person, users) => {
      const nuo = await nuoForTest(dialect);
      const cases = asked.flatMap((triple) => users[triple.actor].slice(0, triple.allowed ? 2 : 1).map((user) => ({ ...triple, user })));
      const people = cases.map((_case, n) => person(n));
      const rows = cases.map(({ state }, n) => orderRow(n, people[n] as Participant, { status: state }));
      await nuo.db.write((tx) => insertPeople(tx, ...people));
      await insertOrders(nuo, ...rows);
      for (const [n, { state, step, actor, allowed, user }] of cases.entries()) {
        const answer = await takeStep(nuo, user, step, rows[n] as ServiceOrder);
        const told = [state, step, user, answer.code ?? answer.__typename];
        if (actor === 'UITVOERING' && onConcept[step]) expect(told).toEqual([state, step, user, 'FORBIDDEN']);
        // A concept is of its own regie alone.
        else if (actor === 'UITVOERING' && state === 'CONCEPT') expect(told).toEqual([state, step, user, 'NOT_FOUND']);
        else if (allowed) {
          expect(told).toEqual([state, step, user, expect.stringMatching(/^ServiceOrder(Saved|Placed|Changed|Ended)$/)]);
          const { to } = serviceOrderMachine.steps[step];
          expect(answer.serviceOrder).toMatchObject({ status: to === 'SAME' ? state : to, version: 2 });
        } else {
          expect(told).toEqual([state, step, user, 'StepRefused']);
          const { from, by } = serviceOrderMachine.steps[step];
          expect(answer).toMatchObject({ step, from: state, allowedFrom: from, by });
        }
      }
    },
  );

  it.each([
    ['a municipality', participantRow],
    ['UWV', ofUwv],
  ] as [string, (n: number) => Participant][])('does not exist for another regie, and is forbidden to who takes none, of an order of %s', async (_, person) => {
    const nuo = await nuoForTest(dialect);
    const row = orderRow(1, person(1));
    await nuo.db.write((tx) => insertPeople(tx, person(1)));
    await insertOrders(nuo, row);
    for (const step of Object.keys(serviceOrderMachine.steps).filter((name) => name !== 'save') as ServiceOrderStep[])
      for (const [user, code] of Object.entries(strangers(row))) expect([user, step, (await takeStep(nuo, user, step, row)).code]).toEqual([user, step, code]);
  });
});
