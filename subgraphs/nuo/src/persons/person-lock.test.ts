import { OutboxEvent, type WriteTx } from '@werkplein/kernel';
import { demoUser, dialects, newAsking } from '@werkplein/kernel/testing';
import { describe, expect, it } from 'vitest';
import type { Telling } from '../events/publish.ts';
import { Participant } from '../participants/participant.entity.ts';
import { Placement } from '../placements/placement.entity.ts';
import { coach, decisionId, facts, planned, plannedWorker, propose, take, type World, worldFor } from '../placements/placement.testing.ts';
import { testClock, testId } from '../testing/index.ts';
import { learnPersonToken } from './learn-person-token.ts';
import { Person } from './person.entity.ts';

let made = 0;
const telling: Telling = {
  newId: () => testId(60, (made += 1)),
  clock: testClock,
  trace: { ...newAsking().trace, parentSpanId: '0'.repeat(16) },
  principal: demoUser('almelo.klantregisseur'),
};
const learn = ({ nuo }: World, whose: { clientId: string } | { participantId: string }, token: string) =>
  nuo.db.write((tx: WriteTx) => learnPersonToken(tx, telling, { ...whose, token }));
const personOf = async ({ nuo }: World, { id }: Participant): Promise<string | null> => (await nuo.db.read.em.findOneByOrFail(Participant, { id })).personId;

/** A client of Almelo and one of Wierden turn out to be one person. */
const joined = async (world: World): Promise<void> => {
  await learn(world, { clientId: world.person.clientId as string }, 'token-a');
  expect(await learn(world, { clientId: world.other.clientId as string }, 'token-a')).toMatchObject({ joined: true });
};
const plannedOther = async (world: World, more: object = {}): Promise<{ id: string; version: number }> => {
  const { placement } = await propose(world.nuo, world.other, world.otherOrder, more);
  await take(world.nuo, 'wierden.klantregisseur', 'agree', placement.id, 1, { decisionIds: [testId(50, 1, '0189')] });
  return { id: placement.id, version: 2 };
};

describe.each(dialects)('one person under two numbers on %s', (dialect) => {
  it('is joined by a token, leaves when the number was set right, and is nobody without a participant', async () => {
    const world = await worldFor(dialect);
    const { person, other, worker } = world;
    expect(await learn(world, { clientId: testId(7, 999, '0141') }, 'token-a')).toBeNull();
    await joined(world);
    expect(await learn(world, { participantId: worker.id }, 'token-a')).toMatchObject({ joined: true, doublePlacementIds: [] });
    expect(new Set([await personOf(world, person), await personOf(world, other), await personOf(world, worker)]).size).toBe(1);
    expect(await world.nuo.db.read.em.count(Person)).toBe(1);
    expect(await learn(world, { participantId: worker.id }, 'token-a')).toMatchObject({ joined: false });
    expect(await learn(world, { participantId: worker.id }, 'token-b')).toMatchObject({ joined: false });
    expect(await personOf(world, worker)).not.toBe(await personOf(world, person));
    expect(await learn(world, { participantId: worker.id }, 'token-c')).toMatchObject({ joined: false });
    expect(new Set((await world.nuo.db.read.em.find(Person)).map(({ token }) => token))).toEqual(new Set(['token-a', 'token-c']));
  });

  it('is joined once when the tokens come at once, whatever their order', async () => {
    const world = await worldFor(dialect);
    const { person, other, worker } = world;
    await Promise.all([person, other, worker, other, person].map(({ id }) => learn(world, { participantId: id }, 'token-a')));
    expect(new Set([await personOf(world, person), await personOf(world, other), await personOf(world, worker)]).size).toBe(1);
    expect(await world.nuo.db.read.em.count(Person)).toBe(1);
  });

  it('is not placed twice, and the refusal tells nothing of the other municipality but whom to ask', async () => {
    const world = await worldFor(dialect);
    await joined(world);
    await planned(world, { startsOn: '2026-08-03', hoursPerWeek: 24 });
    const second = await plannedOther(world);
    const refused = await take(world.nuo, coach, 'plan', second.id, second.version);
    expect(refused).toEqual({ __typename: 'PersonPlacedElsewhere', rule: 'HOURS', ask: demoUser(coach).displayName });
    expect(JSON.stringify(refused)).not.toMatch(/0141|nuo:/);
    expect(await world.nuo.db.read.em.findOneByOrFail(Placement, { id: second.id })).toMatchObject({ status: 'AGREED', version: 2 });
  });

  it('may have two part-time jobs of 20 hours, not of 20 and 24', async () => {
    const world = await worldFor(dialect);
    await joined(world);
    await planned(world);
    const more = await plannedOther(world, { hoursPerWeek: 24 });
    expect((await take(world.nuo, coach, 'plan', more.id, more.version)).rule).toBe('HOURS');
    const fits = await plannedOther(world, { hoursPerWeek: 20 });
    expect((await take(world.nuo, coach, 'plan', fits.id, fits.version)).placement.status).toBe('PLANNED');
  });

  it('may begin the day after, not on the last day', async () => {
    const world = await worldFor(dialect);
    const { nuo, person, order } = world;
    const trial = await planned(world, { kind: 'PROEFPLAATSING', startsOn: '2026-08-03', expectedEndOn: '2026-08-31' });
    const job = (startsOn: string) => propose(nuo, person, order, { kind: 'REGULAR_WITH_LKS', startsOn, hoursPerWeek: 8 });
    const onLast = (await job('2026-08-31')).placement;
    await take(nuo, 'almelo.klantregisseur', 'agree', onLast.id, 1, { decisionIds: [decisionId] });
    expect(await take(nuo, coach, 'plan', onLast.id, 2)).toMatchObject({ rule: 'ONE_A_DAY', firstDay: '2026-08-31', placement: { id: trial.id } });
    expect((await take(nuo, coach, 'plan', onLast.id, 2, { startsOn: '2026-09-01' })).placement.status).toBe('PLANNED');
  });

  it('of two that start at once one does, and the other is told which stands in the way', async () => {
    const world = await worldFor(dialect);
    // Two that were planned before a token said whose they are.
    const day = { startsOn: '2026-08-03', hoursPerWeek: 24 };
    const first = await planned(world, day);
    const { id, version } = await plannedOther(world, day);
    const second = (await take(world.nuo, coach, 'plan', id, version)).placement;
    expect(await learn(world, { participantId: world.person.id }, 'token-a')).toMatchObject({ joined: false });
    const told = await learn(world, { participantId: world.other.id }, 'token-a');
    expect(new Set(told?.doublePlacementIds)).toEqual(new Set([first.id, second.id]));
    const events = await world.nuo.db.read.em.findBy(OutboxEvent, { type: 'DoublePlacementFound' });
    expect(new Map(events.map(({ aggregateId, relatedIds }) => [aggregateId, relatedIds]))).toEqual(
      new Map([
        [first.id, []],
        [second.id, []],
      ]),
    );
    const starts = (row: { id: string; version: number }) => take(world.nuo, coach, 'start', row.id, row.version);
    expect((await Promise.all([starts(first), starts(second)])).map(({ __typename }) => __typename)).toEqual([
      'PersonPlacedElsewhere',
      'PersonPlacedElsewhere',
    ]);
    // One is cancelled; then the other starts.
    await take(world.nuo, coach, 'cancel', first.id, first.version);
    expect((await starts(second)).placement.status).toBe('ACTIVE');
  });

  it('of two plans at once, for both of its numbers, one is made', async () => {
    const world = await worldFor(dialect);
    await joined(world);
    const { nuo, person, order } = world;
    const mine = (await propose(nuo, person, order, { hoursPerWeek: 24 })).placement;
    await take(nuo, 'almelo.klantregisseur', 'agree', mine.id, 1);
    const theirs = await plannedOther(world, { hoursPerWeek: 24 });
    const plans = await Promise.all([take(nuo, coach, 'plan', mine.id, 2), take(nuo, coach, 'plan', theirs.id, theirs.version)]);
    expect(new Set(plans.map(({ __typename }) => __typename))).toEqual(new Set(['PersonPlacedElsewhere', 'PlacementChanged']));
    expect(await nuo.db.read.em.countBy(Placement, { status: 'PLANNED' })).toBe(1);
  });

  it('cannot be on trial where it was paid half a year before, under whatever number', async () => {
    const world = await worldFor(dialect);
    const { nuo, worker, person, order } = world;
    await learn(world, { participantId: worker.id }, 'token-a');
    await learn(world, { participantId: person.id }, 'token-a');
    const paid = await plannedWorker(world, { startsOn: '2026-07-01' });
    const started = (await take(nuo, coach, 'start', paid.id, paid.version)).placement;
    await take(nuo, coach, 'end', started.id, started.version, { endedOn: '2026-07-31' });
    const trial = (startsOn: string) => propose(nuo, person, order, { kind: 'PROEFPLAATSING', startsOn });
    expect(await trial('2027-01-31')).toMatchObject({ __typename: 'PlacementOverlaps', rule: 'PAID_WORK_BEFORE', placement: { id: paid.id } });
    expect((await trial('2027-02-01')).placement.status).toBe('PROPOSED');
    expect(
      (await propose(nuo, person, order, { kind: 'PROEFPLAATSING', startsOn: '2026-08-10', employerId: facts.employerId.replace(/0$/, '1') })).placement.status,
    ).toBe('PROPOSED');
  });

  it('that stands still leaves its days to other work, and resumes only when they are free', async () => {
    const world = await worldFor(dialect);
    const { nuo, worker } = world;
    const day = { startsOn: '2026-07-01', hoursPerWeek: 32 };
    const season = await plannedWorker(world, { ...day, kind: 'BEGELEID_WERKEN' });
    const running = (await take(nuo, coach, 'start', season.id, season.version)).placement;
    await take(nuo, coach, 'interrupt', season.id, running.version, { from: '2026-08-01' });
    const inside = (await propose(nuo, worker, null, { ...day, kind: 'SHELTERED_INTERNAL', employerId: null, startsOn: '2026-08-01' })).placement;
    const plan = await take(nuo, coach, 'plan', inside.id, inside.version);
    expect(plan).toMatchObject({ placement: { status: 'PLANNED' } });
    expect(await take(nuo, coach, 'resume', season.id, running.version + 1)).toMatchObject({ rule: 'ONE_A_DAY', placement: { id: inside.id } });
    await take(nuo, coach, 'cancel', inside.id, plan.placement.version);
    expect((await take(nuo, coach, 'resume', season.id, running.version + 1)).placement.status).toBe('ACTIVE');
  });
});
