import {
  demoAgreements,
  demoColleagues,
  demoContactAttempts,
  demoContactPlans,
  demoEmployers,
  demoOrderColleagues,
  demoOrderedParticipants,
  demoOrderedPlacements,
  demoParticipants,
  demoPlacements,
  demoResponsibilities,
  demoServiceOrders,
  demoTrialsBefore,
  demoTwins,
} from '@werkplein/demo';
import { Fact } from '@werkplein/kernel';
import { dialects } from '@werkplein/kernel/testing';
import { describe, expect, it } from 'vitest';
import { PerformanceAgreement } from './agreements/agreement.entity.ts';
import { ContactAttempt } from './contact-plans/contact-attempt.entity.ts';
import { DuplicateSignal } from './duplicates/duplicate.entity.ts';
import { evaluators } from './figures/evaluators.ts';
import { loadDemo } from './index.ts';
import { ServiceOrder } from './orders/service-order.entity.ts';
import { Placement } from './placements/placement.entity.ts';
import { nuoForTest, testDemo } from './testing/index.ts';

const SCALE = 0.05;
const demoOn = (today: string) => ({
  ...testDemo(0),
  employers: [...demoEmployers(SCALE), ...demoTwins(SCALE)],
  colleagues: [...demoColleagues(), ...demoOrderColleagues()],
  participants: [...demoParticipants(SCALE, today), ...demoOrderedParticipants(SCALE, today)],
  serviceOrders: demoServiceOrders(SCALE, today),
  placements: [...demoPlacements(SCALE, today), ...demoTrialsBefore(SCALE), ...demoOrderedPlacements(SCALE, today)],
  responsibilities: demoResponsibilities(SCALE, today),
  contactPlans: demoContactPlans(SCALE, today),
  contactAttempts: demoContactAttempts(SCALE, today),
  agreements: demoAgreements(SCALE),
});

describe.each(dialects)('the demo on %s', (dialect) => {
  it('loaded on another day changes nothing of what is there, also not of what figures count', { timeout: 60_000 }, async () => {
    const { db } = await nuoForTest(dialect, demoOn('2026-11-28'));
    const all = () =>
      Promise.all(
        [Fact, ContactAttempt, ServiceOrder, Placement, PerformanceAgreement, DuplicateSignal].map((entity) =>
          db.read.em.find(entity as typeof ServiceOrder, { order: { id: 'ASC' } }),
        ),
      );
    const before = await all();
    expect(before.every((rows) => rows.length > 0)).toBe(true);
    await loadDemo(db, demoOn('2027-02-15'));
    expect(await all()).toEqual(before);
  });

  it('counts approaches that were prevented and trials that led to work', { timeout: 60_000 }, async () => {
    const nuo = await nuoForTest(dialect, demoOn('2026-11-28'));
    const span = { from: '2023-01-01', until: '2026-12-31', measuredOn: '2026-12-31', knownAt: new Date('2027-01-15T00:00:00.000Z') };
    const counted = async (code: string) => [...((await evaluators[code]?.count(nuo.db.read, span)) ?? new Map()).values()];
    const prevented = (await counted('VOORKOMEN_DUBBELINGEN')).map(({ numerator }) => numerator);
    expect(prevented.some((number) => number > 0)).toBe(true);
    const led = await counted('DOORSTROOM_PROEF_NAAR_CONTRACT_PCT');
    expect(led.some(({ numerator }) => numerator > 0)).toBe(true);
    expect(led.some(({ numerator, denominator }) => numerator < denominator)).toBe(true);
    const { data } = await nuo.ask('nuo.coordinator', '{ doubleApproaches(from: "2026-01-01", until: "2026-12-31") { prevented overruled } }');
    const sum = (what: string) => data.doubleApproaches.reduce((all: number, row: Record<string, number>) => all + (row[what] ?? 0), 0);
    expect([sum('prevented') > 0, sum('overruled') > 0]).toEqual([true, true]);
  });
});
