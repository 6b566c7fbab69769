import { createHash } from 'node:crypto';
import { homeOf, municipalities, NUO, parseBsn, parsePhone, parsePostcode, parseSbi } from '@werkplein/kernel';
import { describe, expect, it } from 'vitest';
import { addDays, TODAY } from './days.ts';
import {
  demoAccounts,
  demoAgreements,
  demoClient,
  demoClientId,
  demoClients,
  demoColleagues,
  demoContactAttempts,
  demoContactMoments,
  demoContactPlans,
  demoEmployerId,
  demoEmployers,
  demoOrderColleagues,
  demoOrderedParticipants,
  demoOrderedPlacements,
  demoParticipants,
  demoPlacements,
  demoProposals,
  demoResponsibilities,
  demoServiceOrders,
  demoSizes,
  demoVacancies,
  demoTeams,
  demoTrialsBefore,
  demoTwins,
  derivedId,
  testBsns,
  testCompanies,
} from './index.ts';

const codes = municipalities.map(({ code }) => code);
const allClients = (scale: number) => codes.flatMap((code) => [...demoClients(code, scale)]);
const everything = (scale: number) =>
  [
    demoEmployers(scale),
    allClients(scale),
    demoContactMoments(scale),
    demoParticipants(scale),
    demoPlacements(scale),
    demoVacancies(scale),
    demoProposals(scale),
    demoTeams(),
    demoAccounts(scale),
    demoOrderedParticipants(scale),
    demoServiceOrders(scale),
    demoOrderedPlacements(scale),
    demoResponsibilities(scale),
    demoContactPlans(scale, '2026-11-01'),
    demoContactAttempts(scale, '2026-11-01'),
    demoTrialsBefore(scale),
    demoTwins(scale),
    demoAgreements(scale),
  ].flatMap((things) => [...things]);
const share = <T>(things: readonly T[], test: (thing: T) => boolean): number => things.filter(test).length / things.length;

it('derives an id of the same home, the same each time', () => {
  const id = demoClientId('0141', 7);
  expect(homeOf(derivedId(id, 'dossier'))).toBe('0141');
  expect(derivedId(id, 'dossier')).toBe(derivedId(id, 'dossier'));
  expect(derivedId(id, 'dossier')).not.toBe(derivedId(id, 'disclosure'));
});

it('derives other ids of as many things as there are at scale 100, also without the time part that tells most of them apart', () => {
  const many = demoSizes(100).clients['0141'] as number;
  const random = Array.from({ length: many }, (_, index) => derivedId(demoClientId('0141', index), 'step 0').slice(20));
  expect(new Set(random).size).toBe(many);
});

describe('the demo population', () => {
  it('has the size of the region at scale 1', () => {
    expect(demoSizes(1)).toEqual({
      employers: 3500,
      contactMoments: 20_000,
      contactPlans: 600,
      vacancies: 420,
      wswParticipants: 1150,
      clientPlacements: 700,
      clients: { '0141': 2600, '1700': 1000, '0183': 450, '0189': 600 },
    });
    expect([...demoEmployers(1)]).toHaveLength(3500);
    expect([...demoContactMoments(1)]).toHaveLength(20_000);
    expect([...demoParticipants(1)]).toHaveLength(1850);
    expect(codes.map((code) => [...demoClients(code, 1)].length)).toEqual([2600, 1000, 450, 600]);
  });

  it('refuses a scale of nothing', () => {
    expect(() => demoSizes(0)).toThrow(RangeError);
    expect(() => demoSizes(Number.NaN)).toThrow(RangeError);
  });

  it('is the same each time', () => {
    const hash = () =>
      createHash('sha256')
        .update(JSON.stringify(everything(0.05)))
        .digest('hex');
    expect(hash()).toBe(hash());
  });

  it('names a client without making those before it', () => {
    const clients = [...demoClients('0189', 0.1)];
    expect(clients[37]).toEqual(demoClient('0189', 37));
    expect(clients[37]?.id).toBe(demoClientId('0189', 37));
    expect([...demoEmployers(0.02)][9]?.id).toBe(demoEmployerId(9));
  });

  it('has ids of the graph, each once', () => {
    const ids = everything(1).map(({ id }) => id);
    expect(ids.every((id) => homeOf(id) !== null)).toBe(true);
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set([...demoClients('0141', 0.02)].map(({ id }) => homeOf(id)))).toEqual(new Set(['0141']));
  });

  it('has an id for each of what belongs to something else, also in a demo of twenty regions', () => {
    const derived = [...demoTrialsBefore(20), ...demoContactAttempts(20, TODAY)].map(({ id }) => id);
    expect(new Set(derived).size).toBe(derived.length);
  });

  it('uses only the published BSNs and KvK numbers, each once', () => {
    const bsns = allClients(1).flatMap(({ bsn }) => bsn ?? []);
    expect(bsns.map(parseBsn).toSorted()).toEqual([...testBsns].toSorted());
    const kvkNumbers = [...demoEmployers(1)].flatMap(({ kvkNumber }) => kvkNumber ?? []);
    expect(kvkNumbers.toSorted()).toEqual(testCompanies.map(({ kvkNumber }) => kvkNumber).toSorted());
  });

  it('has values that the scalars accept', () => {
    for (const employer of demoEmployers(0.1)) {
      parseSbi({ code: employer.sbiCode, version: employer.sbiVersion });
      expect((employer.kvkNumber === null) === (employer.registrationReason !== null)).toBe(true);
      for (const branch of employer.branches) expect(parsePostcode(branch.postcode)).toBe(branch.postcode);
      for (const person of employer.contactPersons) expect(parsePhone(person.phone)).toBe(person.phone);
      expect(employer.contactPersons.every(({ email }) => /^[a-z0-9.]+@[a-z0-9]+\.example$/.test(email))).toBe(true);
    }
    for (const client of allClients(0.1)) expect(parsePostcode(client.postcode)).toBe(client.postcode);
  });
});

describe.each([0.001, 0.002, 0.02, 0.05, 1])('at scale %d', (scale) => {
  const clients = new Map(allClients(scale).map((client) => [client.id, client]));
  const employers = new Map([...demoEmployers(scale)].map((employer) => [employer.id, employer]));
  const participants = new Map([...demoParticipants(scale)].map((participant) => [participant.id, participant]));

  it('each placement refers to what exists', () => {
    for (const placement of demoPlacements(scale)) {
      const participant = participants.get(placement.participantId);
      expect(participant).toMatchObject({ clientId: placement.clientId, municipality: placement.municipality });
      expect(participant?.name === null).toBe(placement.clientId !== null);
      if (placement.clientId !== null) expect(clients.get(placement.clientId)).toMatchObject({ status: 'PLACED', wswStatus: 'GEEN' });
      if (placement.employerId === null) expect(placement).toMatchObject({ kind: 'SHELTERED_INTERNAL', branchId: null });
      else {
        const employer = employers.get(placement.employerId);
        expect(employer?.status).toBe('ACTIVE');
        expect(employer?.branches.map(({ id }) => id)).toContain(placement.branchId);
      }
    }
  });

  it('each order and who is responsible refer to what exists, and a placed client has the order of the placement', () => {
    const people = new Map([...participants, ...[...demoOrderedParticipants(scale)].map((one) => [one.id, one] as const)]);
    const known = new Set([...demoColleagues(), ...demoOrderColleagues()].map(({ organisation, id }) => `${organisation}:${id}`));
    const orders = new Map([...demoServiceOrders(scale)].map((order) => [order.id, order]));
    for (const { participantId, clientId, municipality, startsOn, endsOn, offeredOn, status, steps } of orders.values()) {
      expect(people.get(participantId)).toMatchObject({ clientId, municipality });
      expect(steps.map(({ version }) => version)).toEqual(steps.map((_, i) => i + 1));
      expect([steps.at(-1)?.toStatus, offeredOn === null]).toEqual([status, status === 'CONCEPT']);
      expect(steps.every(({ by }) => known.has(`${by.organisation}:${by.id}`))).toBe(true);
      expect(steps.map(({ at }) => at)).toEqual(steps.map(({ at }) => at).toSorted());
      if (endsOn !== null) expect(endsOn >= startsOn).toBe(true);
      if (clientId !== null) expect(['PLACED', 'IN_PROGRAMME', 'PLACEABLE']).toContain(clients.get(clientId)?.status);
    }
    for (const { serviceOrderId, clientId, startsOn, endedOn } of demoPlacements(scale)) {
      const order = serviceOrderId ? orders.get(serviceOrderId) : null;
      expect(order?.clientId ?? null).toBe(clientId);
      if (order) expect([order.startsOn <= startsOn, order.endsOn]).toEqual([true, endedOn]);
    }
    const bases = new Map<string, string | null>();
    for (const { participantId, role, employee, standIn, startsOn, endsOn } of demoResponsibilities(scale)) {
      expect([people.has(participantId), known.has(`${employee.organisation}:${employee.id}`), endsOn === null || endsOn >= startsOn]).toEqual([
        true,
        true,
        true,
      ]);
      const before = bases.get(`${participantId} ${role}`);
      if (!standIn && before !== undefined) expect(before !== null && before < startsOn).toBe(true);
      if (!standIn) bases.set(`${participantId} ${role}`, endsOn);
    }
  });

  it('each contact plan refers to what exists', () => {
    const candidates = new Set([...clients.values()].map(({ candidate }) => candidate?.id));
    for (const plan of demoContactPlans(scale, '2026-11-01')) {
      expect(employers.get(plan.employerId)?.contactPersons.map(({ id }) => id)).toContain(plan.contactPersonId);
      for (const id of plan.candidateIds) expect(candidates).toContain(id);
    }
  });

  it('each contact moment refers to what exists', () => {
    for (const moment of demoContactMoments(scale)) {
      expect(employers.get(moment.employerId)?.contactPersons.map(({ id }) => id)).toContain(moment.contactPersonId);
    }
  });
});

it.each([
  [0.02, ['0141', '0183']],
  [1, codes],
])('at scale %d has in %j a placeable client whose placement began, for regie to confirm', (scale, where) => {
  const clients = new Map(allClients(scale).map((client) => [client.id, client]));
  const orders = new Map([...demoServiceOrders(scale)].map((order) => [order.id, order]));
  const begun = [...demoOrderedPlacements(scale)].filter(({ status }) => status === 'ACTIVE');
  expect(new Set(begun.map(({ municipality }) => municipality))).toEqual(new Set(where));
  for (const { clientId, startsOn, serviceOrderId, proposedOn, agreedOn, steps = [] } of begun) {
    expect(clients.get(clientId as string)?.status).toBe('PLACEABLE');
    expect([startsOn < TODAY, startsOn > addDays(TODAY, -12), (orders.get(serviceOrderId as string)?.startsOn as string) <= startsOn]).toEqual([
      true,
      true,
      true,
    ]);
    expect(steps.map(({ onDay }) => onDay)).toEqual([proposedOn, agreedOn, steps[2]?.onDay, startsOn]);
    expect((steps[2]?.onDay as string) <= startsOn).toBe(true);
  }
});

it('has placements in every state, and under each order in progress of somebody who is not placed one that waits, is planned or did not go on', () => {
  const orders = new Map([...demoServiceOrders(1)].map((order) => [order.id, order]));
  const known = new Set([...demoColleagues(), ...demoOrderColleagues()].map(({ organisation, id }) => `${organisation}:${id}`));
  const found = [...demoOrderedPlacements(1)];
  for (const { serviceOrderId, participantId, municipality, status, steps = [], agreedBy, closedOn } of found) {
    expect(orders.get(serviceOrderId as string)).toMatchObject({ participantId, municipality, status: 'IN_PROGRESS' });
    expect([steps.at(-1)?.toStatus, closedOn !== null]).toEqual([status, status === 'REJECTED' || status === 'CANCELLED']);
    expect([...steps.map(({ by }) => `${by.organisation}:${by.id}`), agreedBy ?? steps[0]?.by].every((id) => typeof id !== 'string' || known.has(id))).toBe(
      true,
    );
  }
  const all = new Set([...found, ...demoPlacements(1)].map(({ status }) => status));
  expect([...all].toSorted()).toEqual(['ACTIVE', 'AGREED', 'CANCELLED', 'ENDED', 'INTERRUPTED', 'PLANNED', 'PROPOSED', 'REJECTED']);
});

it('has orders in every state in each municipality, of UWV and of Dinkelland', () => {
  const found = Map.groupBy(demoServiceOrders(1), ({ commissionerCode }) => commissionerCode);
  expect([...found].map(([code, orders]) => [code, new Set(orders.map(({ status }) => status)).size])).toEqual(
    [...codes, '00000099000000001000', '1774'].map((code) => [code, 10]),
  );
});

describe('a client', () => {
  const clients = allClients(1);
  const placements = new Map([...demoPlacements(1)].map((placement) => [placement.clientId, placement]));

  it('keeps the axes of the law apart', () => {
    for (const client of clients) {
      if (client.beschut === 'VASTGESTELD' || client.beschut === 'GEPLAATST') expect(client.doelgroepregister).not.toBe('JA');
      if (client.wswStatus !== 'GEEN') expect(client).toMatchObject({ grondslag: 'WSW', doelgroepLks: 'NEE' });
      else expect(client.grondslag).not.toBe('WSW');
      const kind = placements.get(client.id)?.kind;
      if (kind) expect(client.beschut === 'GEPLAATST').toBe(kind === 'SHELTERED_INTERNAL');
    }
    const wsw = share(clients, ({ wswStatus }) => wswStatus !== 'GEEN');
    expect(wsw > 0.02 && wsw < 0.04).toBe(true);
  });

  it('has a plan and a ladder from the programme on, and none before or after', () => {
    for (const { status, plan, ladder, registeredOn } of clients) {
      const running = !['REGISTERED', 'INTAKE', 'CLOSED'].includes(status);
      expect([plan !== null, ladder.length > 0]).toEqual([running, running]);
      if (plan) expect(plan.establishedOn > registeredOn && plan.establishedOn < '2026-11-01' && plan.toStep > plan.fromStep).toBe(true);
      for (const { measuredOn, step } of ladder) expect(measuredOn <= '2026-11-01' && step >= 1 && step <= 6).toBe(true);
    }
  });

  it('is shared with the NUO when placed or asked for, mostly, and sometimes when placeable', () => {
    const ordered = new Set([...demoServiceOrders(1)].map(({ clientId }) => clientId));
    const disclosed = (status: string, asked: boolean) =>
      share(
        clients.filter((client) => client.status === status && ordered.has(client.id) === asked),
        ({ disclosedParts }) => disclosedParts.length > 0,
      );
    expect(disclosed('PLACED', true)).toBeCloseTo(0.9, 1);
    expect(disclosed('PLACEABLE', true)).toBeCloseTo(0.9, 1);
    expect(disclosed('PLACEABLE', false)).toBeCloseTo(0.2, 1);
    expect(disclosed('IN_PROGRAMME', true)).toBeCloseTo(0.9, 1);
    expect(disclosed('IN_PROGRAMME', false)).toBe(0);
    const shared = clients.filter(({ disclosedParts }) => disclosedParts.length > 0);
    expect(
      shared.every(
        ({ disclosedParts, disclosedUntil }) =>
          disclosedUntil === '2099-12-31' && ['NAME', 'KLANTREGISSEUR'].every((part) => disclosedParts.includes(part as 'NAME')),
      ),
    ).toBe(true);
  });

  it.each(municipalities)('of $name has a klantregisseur with some 80 clients, the demo user too', ({ code, field, name }) => {
    const own = clients.filter(({ klantregisseur }) => klantregisseur.id === `demo-${field}-klantregisseur`);
    expect(own).toHaveLength(80);
    expect(own[0]?.klantregisseur.name).toBe(`Demo klantregisseur ${name}`);
    expect(own.every(({ id }) => homeOf(id) === code)).toBe(true);
  });
});

describe('placements', () => {
  const placements = [...demoPlacements(1)];

  it('are for a quarter ended, by now, and last as long as they may', () => {
    expect(share(placements, ({ status }) => status === 'ENDED')).toBeCloseTo(0.25, 1);
    for (const { status, kind, startsOn, expectedEndOn, endedOn, hoursPerWeek } of placements) {
      expect(endedOn === null).toBe(status !== 'ENDED');
      if (endedOn !== null) expect(endedOn >= startsOn && endedOn <= '2026-11-01').toBe(true);
      if (kind === 'PROEFPLAATSING') expect((Date.parse(expectedEndOn ?? '') - Date.parse(startsOn)) / 86_400_000).toBeLessThanOrEqual(57);
      expect((hoursPerWeek * 4) % 1).toBe(0);
    }
  });

  it('gather at popular employers, from several municipalities', () => {
    for (let index = 0; index < 50; index += 1) {
      const here = placements.filter(({ employerId }) => employerId === demoEmployerId(index));
      expect(here.length).toBeGreaterThan(2);
      expect(new Set(here.map(({ municipality }) => municipality)).size).toBeGreaterThan(1);
    }
  });
});

describe('contact moments', () => {
  const moments = [...demoContactMoments(1)];

  it('are of five organisations in three years, also of the demo account managers', () => {
    expect(new Set(moments.map(({ employee }) => employee.organisation))).toEqual(new Set([NUO, ...codes]));
    expect(moments.every(({ occurredAt }) => occurredAt >= '2023-11-01' && occurredAt < '2026-11-01')).toBe(true);
    const names = new Set(moments.map(({ employee }) => `${employee.id} ${employee.name}`));
    expect(names).toContain('demo-nuo-accountmanager Demo accountmanager NUO');
    expect(names).toContain('demo-wierden-accountmanager Demo accountmanager Wierden');
  });
});

describe('contact plans', () => {
  const today = '2027-02-15';
  const plans = [...demoContactPlans(1, today)];
  const colleagues = new Set(demoColleagues().map((person) => JSON.stringify(person)));
  const open = plans.filter(({ status }) => status === 'RESERVED' || status === 'SCHEDULED');

  it.each([0.02, 1])('at scale %d are in every state, of all five organisations, some joint, some offered, some tomorrow', (scale) => {
    const some = [...demoContactPlans(scale, today)];
    const states = ['RESERVED', 'SCHEDULED', 'CARRIED_OUT', 'CANCELLED', 'EXPIRED', 'TAKEN_OVER'];
    expect(new Set(some.map(({ status }) => status))).toEqual(new Set(states));
    expect(new Set(some.map(({ owner }) => owner.organisation))).toEqual(new Set([NUO, ...codes]));
    expect(some.filter(({ participants, owner }) => participants.some(({ organisation }) => organisation !== owner.organisation)).length).toBeGreaterThan(0);
    expect(some.filter(({ offeredTo }) => offeredTo?.id === 'demo-wierden-accountmanager').length).toBeGreaterThan(0);
    expect(some.filter(({ plannedAt }) => plannedAt?.startsWith('2027-02-16')).length).toBeGreaterThan(0);
    expect(some.filter(({ candidateIds }) => candidateIds.length > 0).length).toBeGreaterThan(0);
  });

  it('keep the rules of a plan: one open at an employer, days and instants that fit, colleagues who are here', () => {
    expect(new Set(open.map(({ employerId }) => employerId)).size).toBe(open.length);
    for (const plan of plans) {
      const { windowFrom, windowUntil, plannedAt, status, expiresAt, createdAt, owner, participants, offeredTo, candidateIds } = plan;
      expect(windowFrom <= windowUntil).toBe(true);
      if (plannedAt !== null) expect([plannedAt.slice(0, 10) >= windowFrom, plannedAt.slice(0, 10) <= windowUntil]).toEqual([true, true]);
      expect((plannedAt === null) === (expiresAt !== null)).toBe(true);
      if (expiresAt !== null) expect(Date.parse(expiresAt) - Date.parse(createdAt)).toBe(14 * 86_400_000);
      if (status === 'RESERVED') expect((expiresAt ?? '') > `${today}T24`).toBe(true);
      if (status === 'EXPIRED') expect((expiresAt ?? '') < today).toBe(true);
      expect((plan.contactMoment === null) === (status !== 'CARRIED_OUT')).toBe(true);
      for (const person of [owner, ...participants, ...(offeredTo ? [offeredTo] : [])]) {
        expect(colleagues).toContain(JSON.stringify(person));
        expect(person.leavesOn).toBeNull();
      }
      for (const id of candidateIds) expect(homeOf(id)).toBe(owner.organisation);
    }
    const byId = new Map(plans.map((plan) => [plan.id, plan]));
    const took = plans.flatMap(({ previousId }) => previousId ?? []);
    expect(took.map((id) => byId.get(id)?.status)).toEqual(plans.filter(({ status }) => status === 'TAKEN_OVER').map(({ status }) => status));
  });

  it('have the same ids whatever the day, and move with it', () => {
    const later = [...demoContactPlans(0.1, '2027-02-16')];
    const now = [...demoContactPlans(0.1, today)];
    expect(later.map(({ id }) => id)).toEqual(now.map(({ id }) => id));
    expect(later[0]?.windowFrom).toBe('2027-02-17');
  });
});

describe('accounts', () => {
  const colleagues = new Map([...demoColleagues(), ...demoOrderColleagues()].map((person) => [`${person.organisation}:${person.id}`, person]));
  const accounts = [...demoAccounts(1)];

  it('name people of the register only, and tasks each once', () => {
    const people = accounts.flatMap(({ owner, team, tasks }) => [owner, ...team, ...tasks.flatMap(({ assignee, createdBy }) => [assignee, createdBy])]);
    for (const person of people) if (person) expect(colleagues.get(`${person.organisation}:${person.id}`)).toEqual(person);
    for (const { members } of demoTeams()) expect(new Set(members.map(({ id }) => id)).size).toBe(members.length);
    const tasks = accounts.flatMap((account) => account.tasks.map(({ id }) => id));
    expect(new Set(tasks).size).toBe(tasks.length);
    expect(demoColleagues()).toHaveLength(22);
  });

  it('give the demo user work, and the coordinator something to find', () => {
    expect(accounts.filter(({ owner }) => owner?.id === 'demo-nuo-accountmanager').length).toBeGreaterThan(50);
    expect(accounts.filter(({ owner }) => owner === null).length).toBeGreaterThan(10);
    expect(accounts.filter(({ owner }) => owner?.leavesOn).length).toBeGreaterThan(50);
    expect([...demoAccounts(0.002)].filter(({ owner }) => owner === null).length).toBeGreaterThan(0);
  });
});
