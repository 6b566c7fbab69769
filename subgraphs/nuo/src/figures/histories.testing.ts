import { addDays, Fact, insertRows, newIds, NUO, type StatedFact, stateAllFacts, type WriteTx } from '@werkplein/kernel';
import fc from 'fast-check';
import { CONTACT_ATTEMPT } from '../contact-plans/contact-attempt.facts.ts';
import { stateDoubles } from '../contact-plans/double-approach.facts.ts';
import { CONTACT, CONTACT_MISSED, CONTACT_PARTNER } from '../contacts/contact.facts.ts';
import { BRANCH, EMPLOYER } from '../employers/employer.facts.ts';
import { CLOSED_MONTH, MONTH_ADDED_VALUE, MONTH_CONTRACT_HOURS, MONTH_GAP, MONTH_REVENUE, MONTH_SICK_HOURS, stateMonthSums } from '../hours/month.facts.ts';
import { firstDayOf, lastDayOf } from '../hours/month.rules.ts';
import { HANDICAP } from '../indications/indication.facts.ts';
import { ORDER, ORDER_LATE } from '../orders/service-order.facts.ts';
import { placingServices } from '../orders/service-order.rules.ts';
import { PLACEMENT } from '../placements/placement.facts.ts';
import { placementKinds } from '../placements/placement-kinds.rules.ts';
import { HAND_OVER } from '../responsibility/hand-over.facts.ts';
import { EMPLOYMENT } from '../sheltered-work/employment.facts.ts';
import { employmentKinds } from '../sheltered-work/employment.machine.ts';
import { BECAME, becameFacts } from './became.ts';

// Histories of facts as the records of a NUO could have stated them: of few people and employers, so that they meet.

/** What one record says from now on, of some kinds. */
export interface Step {
  ref: string;
  kinds: string[];
  facts: StatedFact[];
}

export const closedMonthsOfHistory = ['2026-01', '2026-02'];
const home = fc.constantFrom('0141', '0189', 'uwv');
const organisation = fc.constantFrom('nuo', '0141', '0189');
const number = fc.integer({ min: 0, max: 2 });
const person = number.map((n) => `p${n}`);
const employer = number.map((n) => `e${n}`);
const order = number.map((n) => `o${n}`);
const day = fc.integer({ min: 0, max: 119 }).map((n) => addDays('2026-01-01', n));
const until = (from: string, days: number | null): string | null => (days === null ? null : addDays(from, days));
const length = fc.option(fc.integer({ min: 0, max: 60 }));
const nothing = fc.integer({ min: 0, max: 9 }).map((n) => n === 0);

/** One record with at most one fact of a kind. */
const one = (ref: fc.Arbitrary<string>, kind: string, fact: fc.Arbitrary<Omit<StatedFact, 'kind'>>): fc.Arbitrary<Step> =>
  fc.record({ ref, fact, gone: nothing }).map(({ ref: id, fact: given, gone }) => ({ ref: id, kinds: [kind], facts: gone ? [] : [{ ...given, kind }] }));
const refOf = (prefix: string) => number.map((n) => `${prefix}${n}`);
const period = fc.record({ from: day, days: length }).map(({ from, days }) => ({ validFrom: from, validUntil: until(from, days) }));
const oneDay = day.map((validFrom) => ({ validFrom, validUntil: validFrom }));
const all = <T extends object>(...parts: fc.Arbitrary<Partial<T>>[]): fc.Arbitrary<T> => fc.tuple(...parts).map((some) => Object.assign({}, ...some) as T);
const fields = (model: { [K in keyof StatedFact]?: fc.Arbitrary<StatedFact[K]> }) => fc.record(model) as fc.Arbitrary<Partial<StatedFact>>;

const month = fc.constantFrom(...closedMonthsOfHistory);
const sheet = fc
  .record({
    n: number,
    month,
    payer: home,
    subject: person,
    code: fc.constantFrom('SECONDMENT_GROUP', 'SHELTERED_INTERNAL'),
    amount: fc.integer({ min: -500, max: 20_000 }),
  })
  .map(({ n, month: of, amount, ...same }): Step => {
    const fact = { ...same, municipality: same.payer, validFrom: firstDayOf(of), validUntil: lastDayOf(of) };
    const amounts = [
      [MONTH_REVENUE, amount],
      [MONTH_ADDED_VALUE, amount - 100],
      [MONTH_CONTRACT_HOURS, 15_500],
      [MONTH_SICK_HOURS, 700],
    ] as const;
    return { ref: `${of}-s${n}`, kinds: amounts.map(([kind]) => kind), facts: amounts.map(([kind, value]) => ({ ...fact, kind, amount: value })) };
  });

const merge = fc
  .record({ id: fc.constantFrom('e1', 'p1'), joined: fc.boolean() })
  .map(({ id, joined }): Step => ({ ref: id, kinds: [BECAME], facts: becameFacts(id, joined ? `${id[0]}0` : id) }));

const branches = fc
  .record({ ref: employer, homes: fc.uniqueArray(fc.constantFrom('0141', '0189'), { maxLength: 2 }), amount: fc.integer({ min: 0, max: 30 }) })
  .map(
    ({ ref, homes, amount }): Step => ({
      ref,
      kinds: [EMPLOYER, BRANCH],
      facts: [{ kind: EMPLOYER, validFrom: '2026-01-01', amount }, ...homes.map((municipality) => ({ kind: BRANCH, validFrom: '2026-01-01', municipality }))],
    }),
  );

const steering = fc.constantFrom('VRAAGGESTUURD', 'AANBODGESTUURD');
const contactOn = (on: typeof oneDay): fc.Arbitrary<Step> =>
  fc
    .record({
      ref: fc.integer({ min: 0, max: 7 }).map((n) => `c${n}`),
      on,
      by: organisation,
      other: employer,
      code: steering,
      facet: fc.constantFrom('OUTGOING', 'INCOMING'),
      joint: fc.boolean(),
      missed: nothing,
    })
    .map(
      ({ ref, on, by, other, code, facet, joint, missed }): Step => ({
        ref,
        kinds: [CONTACT, CONTACT_MISSED, CONTACT_PARTNER],
        facts: [
          { ...on, kind: missed ? CONTACT_MISSED : CONTACT, municipality: by, actor: by, other, code, facet, amount: joint ? 2 : 1 },
          ...(joint ? [{ ...on, kind: CONTACT_PARTNER, actor: '1700' }] : []),
        ],
      }),
    );

const kinds = Object.keys(placementKinds);
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 8,
    arbitrary: one(
      fc.integer({ min: 0, max: 11 }).map((n) => `w${n}`),
      PLACEMENT,
      all(
        period,
        fields({ municipality: home, subject: person, other: fc.option(employer), cause: fc.option(order) }),
        fields({ code: fc.constantFrom(...kinds, 'PROEFPLAATSING', 'BEGELEID_WERKEN'), facet: fc.constantFrom(null, null, 'SOWECO') }),
      ),
    ),
  },
  {
    weight: 3,
    arbitrary: one(
      refOf('d'),
      EMPLOYMENT,
      all(
        period,
        fields({ municipality: home, payer: home, responsible: home, subject: person, other: fc.option(employer) }),
        fields({ code: fc.constantFrom(...employmentKinds), facet: fc.constantFrom('STARTED', 'SWITCHED', null), amount: fc.integer({ min: 400, max: 4000 }) }),
      ),
    ),
  },
  one(person, HANDICAP, all(period, fields({ code: fc.constantFrom('MATIG', 'ERNSTIG') }))),
  one(order, ORDER, all(period, fields({ municipality: home, code: fc.constantFrom(...placingServices, 'TRAINING'), subject: person }))),
  one(order, ORDER_LATE, all(period, fields({ municipality: home, subject: person }))),
  one(
    refOf('h'),
    HAND_OVER,
    all(oneDay, fields({ municipality: home, subject: person, facet: fc.constantFrom(null, 'CLIENT'), code: fc.constant('JOBCOACH') })),
  ),
  one(refOf('a'), CONTACT_ATTEMPT, all(oneDay, fields({ municipality: organisation, code: fc.constantFrom('PREVENTED', 'OVERRULED'), other: employer }))),
  one(
    refOf('g'),
    MONTH_GAP,
    all(
      month.map((of) => ({ validFrom: firstDayOf(of), validUntil: lastDayOf(of) })),
      fields({ payer: home, code: fc.constantFrom('NO_SHEET', 'REVENUE_UNKNOWN') }),
    ),
  ),
  { weight: 4, arbitrary: contactOn(oneDay) },
  { weight: 2, arbitrary: sheet },
  { weight: 4, arbitrary: merge },
  branches,
);

const inFebruary = fc.integer({ min: 40, max: 62 }).map((n) => addDays('2026-01-01', n));
const near = contactOn(inFebruary.map((validFrom) => ({ validFrom, validUntil: validFrom })));

/** Of contacts that follow each other soon, rests and merges alone. */
export const approaches = (minLength: number, maxLength: number): fc.Arbitrary<Step[]> =>
  fc.array(fc.oneof({ weight: 5, arbitrary: near }, branches, merge), { minLength, maxLength });

export const histories = (minLength: number, maxLength: number): fc.Arbitrary<Step[]> => fc.array(step, { minLength, maxLength });

/** States the steps one minute after another; gives the instant of the last. */
export const stateHistory = async (tx: WriteTx, steps: readonly Step[], start: Date): Promise<Date> => {
  let at = start;
  for (const { ref, kinds: of, facts } of steps) {
    at = new Date(at.getTime() + 60_000);
    const now = at;
    const knowing = { clock: () => now, newId: newIds(NUO, () => now) };
    await stateAllFacts(tx, knowing, of, new Map([[ref, facts]]));
    await stateDoubles(tx, knowing, ['e0', 'e1', 'e2']);
    if (of.includes(MONTH_REVENUE)) for (const month of closedMonthsOfHistory) await stateMonthSums(tx, knowing, month);
  }
  return at;
};

/** The months in whose figures facts are, closed from the start. */
export const closeMonths = async (tx: WriteTx, at: Date): Promise<void> => {
  const stated = closedMonthsOfHistory.map((of) => [of, [{ kind: CLOSED_MONTH, validFrom: firstDayOf(of), validUntil: lastDayOf(of) }]] as const);
  await stateAllFacts(tx, { clock: () => at, newId: newIds(NUO, () => at) }, [CLOSED_MONTH], new Map(stated));
};

/** So many facts of every kind that figures count, over ten years: as much as an index is for. */
export const manyFacts = async (tx: WriteTx, count: number): Promise<void> => {
  const at = new Date('2026-01-01T00:00:00.000Z');
  const newId = newIds(NUO, () => at);
  const sampled = fc.sample(step, { seed: 7, numRuns: count });
  const blank = {
    subject: null,
    municipality: null,
    payer: null,
    responsible: null,
    code: null,
    facet: null,
    actor: null,
    other: null,
    cause: null,
    amount: null,
  };
  const rows = sampled.flatMap(({ ref, facts }, n) =>
    facts.map((fact): Fact => {
      const shift = (of: string): string => (fact.kind === BECAME ? of : addDays(of, 365 * ((n % 10) - 9)));
      const mine = (id: string | null | undefined): string | null => (id ? `${id}-${n}` : null);
      return {
        ...blank,
        validUntil: null,
        ...fact,
        subject: mine(fact.subject),
        other: mine(fact.other),
        cause: mine(fact.cause),
        validFrom: shift(fact.validFrom),
        ...(fact.validUntil && { validUntil: shift(fact.validUntil) }),
        id: newId(),
        ref: `${ref}-${n}`,
        recordedAt: at,
        withdrawnAt: null,
      };
    }),
  );
  // Two of three facts are of kinds that no figure counts.
  const others = rows.flatMap((row, n) => [0, 1].map((k): Fact => ({ ...row, kind: `OTHER_${k}`, id: newId(), ref: `other-${n}` })));
  await insertRows(tx, Fact, [...rows, ...others]);
};
