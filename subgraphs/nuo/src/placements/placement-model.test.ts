import { addDays } from '@werkplein/kernel';
import { demoUser, dialects, type History, newAsking, runHistories, stepOf } from '@werkplein/kernel/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ServiceOrder } from '../orders/service-order.entity.ts';
import { insertOrders, insertPeople, take as takeOrder } from '../orders/service-order.testing.ts';
import type { Participant } from '../participants/participant.entity.ts';
import { learnPersonToken } from '../persons/index.ts';
import { Person } from '../persons/person.entity.ts';
import { idOf, testId, type TestNuo } from '../testing/index.ts';
import { Placement, PlacementEvent, PlacementInterruption } from './placement.entity.ts';
import { factsOf, type PlacementKindName } from './placement-kinds.rules.ts';
import { broken, stored } from './placement-laws.testing.ts';
import { placementMachine } from './placement-states.rules.ts';
import { coach, orderRow, participantRow, propose, take, wsw, worldFor } from './placement.testing.ts';

// Random histories of placements and orders of four participants, of whom two turn out to be one person, against the real database.
// After each step the laws are checked on what is stored. To widen it: another command in `often`, and a law in `broken`.

interface Real extends History {
  nuo: TestNuo;
  people: Participant[];
  orders: (ServiceOrder | null)[];
  now(): string;
  pass(days: number): void;
  /** Placements that a token showed to be double when it came: those stand until somebody ends one, and only that is told of them. */
  told: Set<string>;
}
const step = (name: string, take: Parameters<typeof stepOf<Real>>[1]) => stepOf<Real>(name, take);

const kinds: PlacementKindName[] = ['REGULAR', 'REGULAR', 'REGULAR_WITH_LKS', 'PROEFPLAATSING', 'BEGELEID_WERKEN', 'SHELTERED_INTERNAL', 'WORK_EXPERIENCE'];
const homes = ['almelo.klantregisseur', 'almelo.klantregisseur', 'wierden.klantregisseur', 'wierden.klantregisseur'];

const proposals = fc
  .record({
    who: fc.nat(3),
    kind: fc.constantFrom(...kinds),
    at: fc.nat(1),
    starts: fc.integer({ min: -5, max: 12 }),
    lasts: fc.option(fc.integer({ min: 0, max: 40 })),
    hoursPerWeek: fc.constantFrom(8, 16, 20, 24, 36),
  })
  .map(({ who, kind, at, starts, lasts, hoursPerWeek }) =>
    step('propose', ({ nuo, people, orders, now }) => {
      const startsOn = addDays(now(), starts);
      const employerId = factsOf(kind).hasEmployer ? idOf('employer', at) : null;
      return propose(nuo, people[who] as Participant, orders[who] as ServiceOrder | null, {
        kind,
        employerId,
        startsOn,
        expectedEndOn: lasts === null ? null : addDays(startsOn, lasts),
        hoursPerWeek,
      });
    }),
  );

/** A placement that is brought as far as the rules let it: most of what can go wrong is between two that run. */
const beginnings = fc
  .record({
    who: fc.nat(3),
    kind: fc.constantFrom(...kinds),
    at: fc.nat(1),
    starts: fc.integer({ min: -4, max: 1 }),
    lasts: fc.option(fc.nat(20)),
    far: fc.nat(1),
  })
  .map(({ who, kind, at, starts, lasts, far }) =>
    step('begin', async ({ nuo, people, orders, now, taken }) => {
      const startsOn = addDays(now(), factsOf(kind).needsDecision ? Math.max(0, starts) : starts);
      const facts = {
        kind,
        employerId: factsOf(kind).hasEmployer ? idOf('employer', at) : null,
        startsOn,
        expectedEndOn: lasts === null ? null : addDays(startsOn, lasts),
        hoursPerWeek: 16 + 4 * at,
      };
      const person = people[who] as Participant;
      let answer = await propose(nuo, person, orders[who] as ServiceOrder | null, facts);
      for (const next of ['agree', 'plan', 'start'].slice(0, 2 + far)) {
        if (!answer.placement) return answer;
        if (next === 'agree' && answer.placement.status === 'AGREED') continue;
        const more = next === 'agree' ? { decisionIds: [testId(50, 1, person.municipality)] } : {};
        answer = await take(nuo, next === 'agree' ? (homes[who] as string) : coach, next, answer.placement.id, answer.placement.version, more);
        if (answer.placement) taken.set(next, (taken.get(next) ?? 0) + 1);
      }
      return answer;
    }),
  );

/** What a step asks on the day of it. */
const inputs = (step: string, today: string, days: number, home: string): object => {
  const past = addDays(today, -days);
  if (step === 'agree') return { decisionIds: [testId(50, 1, home)] };
  if (step === 'interrupt' || step === 'resume') return { from: past };
  if (step === 'extend') return { expectedEndOn: addDays(today, 20 + 5 * days), decisionId: testId(50, 2 + days, home) };
  if (step === 'end') return { endedOn: past, result: 'RETURNED' };
  if (step === 'correct') return days % 2 === 0 ? { startsOn: past, hoursPerWeek: null } : { hoursPerWeek: 8 * days };
  return {};
};

const stepNames = ['agree', 'plan', 'plan', 'start', 'start', 'interrupt', 'resume', 'extend', 'end', 'cancel', 'reject', 'correct', 'requestEnd'] as const;
const byRegie: ReadonlySet<string> = new Set(['agree', 'requestEnd']);
const one = (step: string, pick: number, days: number) => async (real: Real) => {
  const { placements } = await stored(real.nuo);
  // Mostly those on which the step can be taken.
  const fit = placements.filter(({ status }) => (placementMachine.steps[step as 'plan'].from as readonly string[]).includes(status));
  const row = (fit.length > 0 ? fit : placements)[pick % Math.max(1, (fit.length > 0 ? fit : placements).length)];
  if (!row) return null;
  const user = byRegie.has(step) ? (homes[real.people.findIndex(({ id }) => id === row.participantId)] as string) : coach;
  return take(real.nuo, user, step, row.id, row.version, inputs(step, real.now(), days, row.municipality));
};
const steps = fc
  .record({ name: fc.constantFrom(...stepNames), pick: fc.nat(20), days: fc.nat(4) })
  .map(({ name, pick, days }) => step(name, one(name, pick, days)));
/** Two at once, which may be two starts of one person. */
const races = fc.record({ name: fc.constantFrom('plan', 'start', 'resume', 'end'), first: fc.nat(20), days: fc.nat(2) }).map(({ name, first, days }) =>
  step(`two at once: ${name}`, async (real) => {
    const answers = await Promise.all([one(name, first, days)(real), one(name, first + 1, days)(real)]);
    return answers.find((answer) => answer?.code !== undefined) ?? answers.find((answer) => answer?.__typename === 'PlacementChanged') ?? null;
  }),
);
const days = fc.integer({ min: 1, max: 9 }).map((count) =>
  step('days pass', async (real) => {
    real.pass(count);
    return null;
  }),
);
const ends = fc.record({ who: fc.constantFrom(0, 2), days: fc.nat(6) }).map(({ who, days: later }) =>
  step('the order ends', async ({ nuo, orders, now }) => {
    const { id } = orders[who] as ServiceOrder;
    const order = await nuo.db.read.em.findOneByOrFail(ServiceOrder, { id });
    return takeOrder(nuo, homes[who] as string, 'end', id, order.version, { endsOn: addDays(now(), later) });
  }),
);
const tokens = fc.record({ who: fc.nat(3), token: fc.constantFrom('token-a', 'token-b') }).map(({ who, token }) =>
  step('a token comes', async (real) => {
    const { people, nuo, now } = real;
    let made = 0;
    const telling = {
      newId: () => testId(61, Math.floor(Math.random() * 1e7) + (made += 1)),
      clock: () => new Date(`${now()}T10:00:00Z`),
      trace: { ...newAsking().trace, parentSpanId: '0'.repeat(16) },
      principal: demoUser('almelo.klantregisseur'),
    };
    const learned = await nuo.db.write((tx) => learnPersonToken(tx, telling, { participantId: (people[who] as Participant).id, token }));
    for (const id of learned?.doublePlacementIds ?? []) real.told.add(id);
    return { __typename: learned?.joined ? 'Joined' : 'Nothing' };
  }),
);

describe.each(dialects)('any history of placements on %s', (dialect) => {
  it('keeps I8, I12, I13, I15, I16, H3 and H7 after each step', { timeout: 600_000 }, async () => {
    let today = '2026-08-03';
    const taken = new Map<string, number>();
    const world = await worldFor(dialect, () => new Date(`${today}T10:00:00Z`));
    const { nuo } = world;
    let history = 0;
    /** Four participants of this history alone: a client and a Wsw worker in each of two municipalities. */
    const setup = async (): Promise<Real> => {
      await nuo.db.write(async ({ em }) => {
        for (const entity of [PlacementInterruption, PlacementEvent, Placement]) await em.deleteAll(entity);
      });
      history += 1;
      today = '2026-08-03';
      const n = 1000 + 10 * history;
      const people = [participantRow(n), wsw(n + 1), participantRow(n + 2, { municipality: '0189' }), { ...wsw(n + 3), municipality: '0189' }];
      const orders = people.map((person, i) => (person.clientId === null ? null : orderRow(n + i, person, { status: 'IN_PROGRESS' })));
      await nuo.db.write(async (tx) => {
        await tx.em.updateAll(Person, { token: null });
        await insertPeople(tx, ...people);
      });
      await insertOrders(nuo, ...orders.filter((order) => order !== null));
      const told = new Set<string>();
      return {
        nuo,
        people,
        orders,
        now: () => today,
        pass: (count) => void (today = addDays(today, count)),
        taken,
        told,
        broken: async () => broken(await stored(nuo), told),
      };
    };
    const often = [beginnings, beginnings, beginnings, steps, steps, steps, steps];
    const all = [...often, ...often, proposals, proposals, races, races, days, days, tokens, ends];
    await runHistories(setup, all, { runs: 6, length: 40 });
    // Of the shortest run too: a history in which nothing begins proves nothing.
    expect(taken.get('plan') ?? 0).toBeGreaterThan(0);
    expect(taken.get('start') ?? 0).toBeGreaterThan(0);
    if (process.env['HISTORY_RUNS']) console.info(dialect, Object.fromEntries(taken));
  });
});
