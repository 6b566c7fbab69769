import { municipalities, NUO } from '@werkplein/kernel';
import { describe, expect, it } from 'vitest';
import { addDays, TODAY } from './days.ts';
import {
  demoAccounts,
  demoAgreements,
  demoClients,
  demoColleagues,
  demoContactAttempts,
  demoContactPlans,
  demoEmployers,
  demoOrderedParticipants,
  demoOrderedPlacements,
  demoParticipants,
  demoPlacements,
  demoResponsibilities,
  demoServiceOrders,
  demoTrialsBefore,
  demoTwins,
} from './index.ts';

const codes = municipalities.map(({ code }) => code);
const organisations = [NUO, ...codes];
const later = '2027-02-15';

describe.each([0.05, 1, 10])('the agreements at scale %d', (scale) => {
  const agreements = demoAgreements(scale);
  const of = (year: number) => agreements.filter((agreement) => agreement.year === year);

  it('are those of last year to settle, of this year in every state, and of next year on the table', () => {
    expect(new Set(of(2025).map(({ status }) => status))).toEqual(new Set(['AGREED', 'ADJUSTED']));
    expect(new Set(of(2026).map(({ status }) => status))).toEqual(new Set(['CONCEPT', 'AGREED', 'ADJUSTED']));
    expect(new Set(of(2027).map(({ status }) => status))).toEqual(new Set(['CONCEPT']));
    const waitsFor = of(2027).map(({ versions: [first] }) => [first?.nuoAcceptedOn === null, first?.municipalityAcceptedOn === null].join());
    expect(new Set(waitsFor)).toEqual(new Set(['true,true', 'false,true', 'true,false']));
    expect(
      of(2025)
        .flatMap(({ versions }) => versions)
        .every(({ nuoAcceptedOn, municipalityAcceptedOn }) => nuoAcceptedOn && municipalityAcceptedOn),
    ).toBe(true);
  });

  it('have terms that can be agreed, one of each year, municipality and indicator', () => {
    const keys = agreements.map(({ year, municipality, indicator }) => `${year} ${municipality} ${indicator}`);
    expect(new Set(keys).size).toBe(keys.length);
    for (const { amberBeyond, redBeyond } of agreements.flatMap(({ versions }) => versions)) expect(amberBeyond > 0 && redBeyond >= amberBeyond).toBe(true);
  });
});

it('asks ten times as much of a demo of ten times the size, and the same share', () => {
  const target = (scale: number, wanted: string) =>
    demoAgreements(scale).find(({ year, indicator }) => year === 2026 && indicator === wanted)?.versions[0]?.target;
  expect(target(10, 'WERKGEVERS_ACTIEF')).toBe(10 * (target(1, 'WERKGEVERS_ACTIEF') as number));
  expect(target(10, 'DOORSTROOM_PROEF_NAAR_CONTRACT_PCT')).toBe(target(1, 'DOORSTROOM_PROEF_NAAR_CONTRACT_PCT'));
});

describe('attempts to approach', () => {
  const attempts = [...demoContactAttempts(1, later)];

  it('are of every organisation in every month of the year, some overruled, some joined', () => {
    const months = new Map(organisations.map((code) => [code, new Set(attempts.filter(({ by }) => by.organisation === code).map(({ at }) => at.slice(0, 7)))]));
    for (const seen of months.values()) for (let month = 1; month <= 10; month += 1) expect(seen).toContain(`2026-${String(month).padStart(2, '0')}`);
    expect(new Set(attempts.map(({ followedBy }) => followedBy))).toEqual(new Set([null, 'JOINED', 'PLANNED_OTHERWISE', 'OVERRULED']));
  });

  it('refer to colleagues, employers and claims of others, made before', () => {
    const employers = new Set([...demoEmployers(1)].map(({ id }) => id));
    const colleagues = new Set(demoColleagues().map(({ id, organisation }) => `${organisation} ${id}`));
    const plans = new Map([...demoContactPlans(1, later)].map((plan) => [plan.id, plan]));
    for (const { employerId, by, at, kind, contactPlanId } of attempts) {
      expect([employers.has(employerId), colleagues.has(`${by.organisation} ${by.id}`)]).toEqual([true, true]);
      const plan = contactPlanId === null ? null : plans.get(contactPlanId);
      expect(kind === 'PLAN_CLASH').toBe(plan !== null);
      if (!plan) continue;
      expect(plan).toMatchObject({ employerId });
      expect([plan.owner.organisation !== by.organisation, plan.createdAt < at, at < `${later}T00:00:00.000Z`]).toEqual([true, true, true]);
    }
  });
});

it('has trials that led to work: of the same person, at the same employer, under one order, within thirty days', () => {
  const orders = new Map([...demoServiceOrders(1)].map((order) => [order.id, order]));
  const trials = [...demoTrialsBefore(1)];
  const work = new Map([...demoPlacements(1)].map((placement) => [placement.participantId, placement]));
  expect(new Set(trials.map(({ municipality }) => municipality))).toEqual(new Set(codes));
  for (const { participantId, employerId, startsOn, endedOn, expectedEndOn, serviceOrderId } of trials) {
    const next = work.get(participantId);
    expect(next).toMatchObject({ employerId, serviceOrderId, kind: expect.stringMatching(/^REGULAR/) });
    expect([
      startsOn < (endedOn as string),
      (endedOn as string) < (next?.startsOn as string),
      addDays(endedOn as string, 30) >= (next?.startsOn as string),
    ]).toEqual([true, true, true]);
    expect(addDays(startsOn, 57) >= (expectedEndOn as string)).toBe(true);
    expect((orders.get(serviceOrderId as string)?.startsOn as string) <= startsOn).toBe(true);
  }
});

it('has employers that were entered twice, with values of their own where the register wants one', () => {
  const known = new Map([...demoEmployers(1)].map((employer) => [employer.branches[0]?.postcode, employer]));
  const twins = [...demoTwins(1)];
  expect(twins.length).toBeGreaterThan(2);
  for (const { kvkNumber, registrationReason, branches } of twins) {
    expect([kvkNumber, registrationReason !== null, known.has(branches[0]?.postcode)]).toEqual([null, true, true]);
  }
  expect([...demoTwins(0.001)]).toEqual([]);
});

describe('what waits', () => {
  it.each([
    ['orders', demoServiceOrders],
    ['ordered participants', demoOrderedParticipants],
    ['ordered placements', demoOrderedPlacements],
    ['accounts', demoAccounts],
    ['participants', demoParticipants],
    ['placements', demoPlacements],
    ['responsibilities', demoResponsibilities],
  ] as const)('%s keep their ids whatever the day', (_, made) => {
    const idsOn = (day: string) => [...(made as (scale: number, today: string) => Iterable<{ id: string }>)(0.1, day)].map(({ id }) => id);
    expect(idsOn(later)).toEqual(idsOn(TODAY));
  });

  it('waits on the day of the load: orders in time and too late, proposals, tasks due', () => {
    const offered = [...demoServiceOrders(1, later)].filter(({ status }) => status === 'OFFERED');
    expect(new Set(offered.map(({ respondBy }) => respondBy < later))).toEqual(new Set([true, false]));
    const proposed = [...demoOrderedPlacements(1, later)].filter(({ status, kind }) => status === 'PROPOSED' && kind === 'REGULAR');
    expect(proposed.every(({ implicitAgreementOn }) => (implicitAgreementOn as string) > later)).toBe(true);
    const due = [...demoAccounts(1, later)].flatMap(({ tasks }) => tasks.map(({ dueOn }) => dueOn));
    expect([due.some((day) => day < later), due.some((day) => day > later)]).toEqual([true, true]);
  });

  it('has trials that run on the day of the load, at the NUO and at the Werkpleinen', () => {
    const running = [...demoPlacements(1, later)].filter(({ kind, status }) => kind === 'PROEFPLAATSING' && status === 'ACTIVE');
    const known = [...demoClients('0141', 1, later)].flatMap(({ provisions }) => provisions).filter(({ kind }) => kind === 'PROEFPLAATSING');
    for (const trials of [running, known]) {
      expect(trials.length).toBeGreaterThan(0);
      expect(trials.filter(({ startsOn, expectedEndOn }) => startsOn >= later || (expectedEndOn as string) < later)).toEqual([]);
    }
  });

  it('has tasks for each demo user of the NUO who works with employers', () => {
    const assigned = new Set([...demoAccounts(1, later)].flatMap(({ tasks }) => tasks.map(({ assignee }) => assignee?.id)));
    for (const role of ['accountmanager', 'coordinator', 'detacheringsconsulent', 'trajectbegeleider', 'jobcoach', 'werkleider'])
      expect([role, assigned.has(`demo-nuo-${role}`)]).toEqual([role, true]);
  });

  it('gives each account manager of the demo a contact today and an offer to take over', () => {
    const plans = [...demoContactPlans(0.05, later)];
    for (const organisation of organisations) {
      const own = plans.filter(({ owner }) => owner.organisation === organisation && owner.id.endsWith('-accountmanager'));
      expect([organisation, own.some(({ plannedAt, status }) => status === 'SCHEDULED' && plannedAt?.startsWith(later))]).toEqual([organisation, true]);
      expect([organisation, plans.some(({ offeredTo }) => offeredTo?.organisation === organisation)]).toEqual([organisation, true]);
    }
  });
});
