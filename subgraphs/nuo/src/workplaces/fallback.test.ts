import { everyTriple } from '@werkplein/kernel';
import { dialects } from '@werkplein/kernel/testing';
import { describe, expect, it } from 'vitest';
import { Placement } from '../placements/placement.entity.ts';
import { ShelteredEmployment } from '../sheltered-work/employment.entity.ts';
import { command } from '../testing/colleagues.ts';
import { idOf, nuoForTest, testDemo, type TestNuo, testId } from '../testing/index.ts';
import { newEmployment, newPlacement, newWorker, newWorkplace } from '../testing/sheltered.ts';
import { WswWorker } from '../wsw-workers/wsw-worker.entity.ts';
import { FallbackClaim } from './fallback-claim.entity.ts';
import { claimMachine } from './fallback-claim.machine.ts';

const coach = 'nuo.jobcoach';
const planner = 'nuo.coordinator';
const inside = { kind: 'SHELTERED_INTERNAL' as const, employerAliasId: null };
const claimOf = 'claim { id state neededFrom hoursPerWeek version workplace { id } lastWorkplace { id } participant { id } }';
const outcome = `... on PlacementEnded { fallback { __typename ... on FallbackReserved { workplace { id } ${claimOf} } ... on FallbackShortage { ${claimOf} } } }
  ... on StepRefused { from } ... on PlacementVersionConflict { currentVersion }`;
const end = (nuo: TestNuo, { id, version }: Placement, endedOn = '2026-07-31') =>
  command(nuo, coach, 'endPlacement', { placementId: id, expectedVersion: version, endedOn, result: 'RETURNED' }, outcome);
const planned = (nuo: TestNuo, name: string, input: object, user = planner) =>
  command(
    nuo,
    user,
    name,
    input,
    `... on FallbackChanged { ${claimOf} } ... on StepRefused { step from by } ... on FallbackVersionConflict { currentVersion } ... on WorkplaceUnfit { fullOn workplace { id } }`,
  );
const shortages = async (nuo: TestNuo, user = planner, state = 'SHORTAGE') =>
  (await nuo.ask(user, `{ fallbackClaims(state: ${state}) { nodes { id participant { id } employment { id } secondment { id } } } }`)).data.fallbackClaims
    .nodes;

/** A worker who was at a place inside until 2025 and is seconded out for 24 hours since. */
const seconded = async (nuo: TestNuo, lastPlace: string | null, more: Partial<ShelteredEmployment> = {}) => {
  const participantId = await newWorker(nuo);
  const employment = await newEmployment(nuo, participantId, more);
  await newPlacement(nuo, participantId, { ...inside, status: 'ENDED', startsOn: '2022-01-01', endedOn: '2025-12-31', workplaceId: lastPlace });
  return { participantId, employment, placement: await newPlacement(nuo, participantId) };
};

describe.each(dialects)('who comes back from a secondment, on %s', (dialect) => {
  const made = () => nuoForTest(dialect, testDemo(1));

  it('gets the last own place back, in the transaction that ends the secondment', async () => {
    const nuo = await made();
    const [own] = [await newWorkplace(nuo, { name: 'Z' }), await newWorkplace(nuo, { name: 'A' })];
    const { participantId, placement } = await seconded(nuo, own.id);
    const { fallback } = await end(nuo, placement);
    expect(fallback).toMatchObject({
      __typename: 'FallbackReserved',
      workplace: { id: own.id },
      claim: {
        state: 'RESERVED',
        neededFrom: '2026-08-01',
        hoursPerWeek: 24,
        workplace: { id: own.id },
        lastWorkplace: { id: own.id },
        participant: { id: participantId },
      },
    });
    const board = await nuo.ask(
      planner,
      `{ workplaceBoard(from: "2026-07-31", until: "2026-08-01", unit: DAY) { nodes { workplace { id } cells { reservedHours freeHours } } } }`,
    );
    const row = board.data.workplaceBoard.nodes.find((each: { workplace: { id: string } }) => each.workplace.id === own.id);
    expect(row.cells).toEqual([
      { reservedHours: 0, freeHours: 24 },
      { reservedHours: 24, freeHours: 0 },
    ]);
    expect(await shortages(nuo)).toEqual([]);
  });

  it('gets another place when the own one is full, near first, that offers what they need', async () => {
    const nuo = await made();
    const own = await newWorkplace(nuo, { capacityHours: 30, adaptations: ['SEATED_WORK'] });
    await newWorkplace(nuo, { name: 'A', location: 'Elders', municipality: '0189' });
    const near = await newWorkplace(nuo, { name: 'Z', location: 'Elders', municipality: '0189', adaptations: ['SEATED_WORK', 'LIFTING_AID'] });
    await newWorkplace(nuo, { name: 'B', location: 'Elders', municipality: '1700', adaptations: ['SEATED_WORK'] });
    await newPlacement(nuo, await newWorker(nuo), { ...inside, workplaceId: own.id });
    const { placement } = await seconded(nuo, own.id, { adaptations: ['SEATED_WORK'] });
    expect((await end(nuo, placement)).fallback).toMatchObject({ __typename: 'FallbackReserved', workplace: { id: near.id } });
  });

  it('shows as a shortage when there is no place, and the planner reserves one when there is', async () => {
    const nuo = await made();
    const small = await newWorkplace(nuo, { capacityHours: 23.75 });
    const { participantId, employment, placement } = await seconded(nuo, small.id);
    const { fallback } = await end(nuo, placement);
    expect(fallback).toMatchObject({
      __typename: 'FallbackShortage',
      claim: { state: 'SHORTAGE', neededFrom: '2026-08-01', hoursPerWeek: 24, workplace: null },
    });
    expect(await shortages(nuo)).toEqual(
      [{ id: fallback.claim.id, participant: null, employment: null, secondment: { id: placement.id } }].map((row) =>
        expect.objectContaining({ id: row.id, secondment: row.secondment }),
      ),
    );
    expect(await shortages(nuo, 'nuo.werkleider')).toEqual([
      { id: fallback.claim.id, participant: { id: participantId }, employment: { id: employment.id }, secondment: { id: placement.id } },
    ]);
    const reserve = (workplaceId: string, more: object = {}, user = planner) =>
      planned(nuo, 'reserveFallbackPlace', { claimId: fallback.claim.id, expectedVersion: 2, workplaceId, ...more }, user);
    expect(await reserve(small.id)).toEqual({ __typename: 'WorkplaceUnfit', fullOn: '2026-08-03', workplace: { id: small.id } });
    expect(await reserve(small.id, {}, coach)).toMatchObject({ __typename: 'StepRefused', by: ['PLANNER'] });
    const large = await newWorkplace(nuo, { opensOn: '2026-08-03' });
    expect(await reserve(large.id, { expectedVersion: 7 })).toEqual({ __typename: 'FallbackVersionConflict', currentVersion: 2 });
    expect((await reserve(large.id, {}, 'nuo.werkleider')).claim).toMatchObject({ state: 'RESERVED', workplace: { id: large.id }, version: 3 });
    expect(await shortages(nuo)).toEqual([]);
    const freed = await planned(nuo, 'releaseFallbackPlace', { claimId: fallback.claim.id, expectedVersion: 3, reason: 'Verbouwing' }, 'nuo.werkleider');
    expect(freed.claim).toMatchObject({ state: 'SHORTAGE', workplace: null });
  });

  it('competes for the last place: of two ends at once one gets it, the other the shortage', async () => {
    const nuo = await made();
    const own = await newWorkplace(nuo, { capacityHours: 30 });
    const pair = [await seconded(nuo, own.id), await seconded(nuo, own.id)];
    const answers = await Promise.all(pair.map(({ placement }) => end(nuo, placement)));
    expect(answers.map(({ fallback }) => String(fallback.__typename)).toSorted()).toEqual(['FallbackReserved', 'FallbackShortage']);
    expect(await nuo.db.read.em.countBy(FallbackClaim, { workplaceId: own.id, state: 'RESERVED' })).toBe(1);
    expect(await nuo.db.read.em.countBy(Placement, { status: 'ENDED', endedOn: '2026-07-31' })).toBe(2);
  });

  it('and somebody else, at once, for the last place of several: nobody is there twice and none is overfull', async () => {
    const nuo = await made();
    const places = [await newWorkplace(nuo, { name: 'A' }), await newWorkplace(nuo, { name: 'B' })];
    const people = [];
    for (let i = 0; i < 4; i += 1) people.push(await seconded(nuo, places[i % 2]?.id ?? null));
    const answers = await Promise.all(people.map(({ placement }) => end(nuo, placement)));
    expect(answers.map(({ fallback }) => String(fallback.__typename)).toSorted()).toEqual([
      'FallbackReserved',
      'FallbackReserved',
      'FallbackShortage',
      'FallbackShortage',
    ]);
    for (const { id } of places) expect(await nuo.db.read.em.countBy(FallbackClaim, { workplaceId: id })).toBe(1);
  });

  it('uses the reserved place by being placed there, and keeps nobody else out of it', async () => {
    const nuo = await made();
    const own = await newWorkplace(nuo);
    const { participantId, placement } = await seconded(nuo, own.id);
    const { fallback } = await end(nuo, placement);
    const assign = (row: Placement) =>
      command(
        nuo,
        coach,
        'assignWorkplace',
        { placementId: row.id, workplaceId: own.id, expectedVersion: 1 },
        '... on PlacementRuleBroken { rule nearestDay }',
      );
    const stranger = await newPlacement(nuo, await newWorker(nuo), { ...inside, startsOn: '2026-08-01' });
    expect(await assign(stranger)).toMatchObject({ rule: 'WORKPLACE_FULL' });
    const back = await newPlacement(nuo, participantId, { ...inside, startsOn: '2026-08-01' });
    expect(await assign(back)).toMatchObject({ __typename: 'PlacementChanged' });
    expect(await nuo.db.read.em.findOneBy(FallbackClaim, { id: fallback.claim.id })).toMatchObject({ state: 'USED' });
  });

  it('keeps the claim from the start of the secondment until the employment ends', async () => {
    const nuo = await made();
    const participantId = await newWorker(nuo);
    const { id: employmentId } = await newEmployment(nuo, participantId);
    const out = await newPlacement(nuo, participantId, { status: 'PLANNED', startsOn: '2026-08-01' });
    await command(nuo, coach, 'startPlacement', { placementId: out.id, expectedVersion: 1 });
    const [open] = await shortages(nuo, 'nuo.werkleider', 'OPEN');
    expect(open).toMatchObject({ secondment: { id: out.id }, employment: { id: employmentId } });
    const ending = { employmentId, expectedVersion: 1, endsOn: '2026-08-02', endReason: 'OWN_REQUEST', destination: 'REGULAR_WORK' };
    await command(nuo, 'nuo.detacheringsconsulent', 'endEmployment', ending);
    expect(await shortages(nuo, planner, 'OPEN')).toEqual([]);
    expect(await nuo.db.read.em.findOneBy(FallbackClaim, { id: open.id })).toMatchObject({ state: 'ENDED', note: 'Einde van het dienstverband' });
    const row = await nuo.db.read.em.findOneByOrFail(Placement, { id: out.id });
    expect((await end(nuo, row, '2026-08-03')).fallback).toBeNull();
  });

  it('counts as ended from the day after an employment whose last day was still to come', async () => {
    const nuo = await made();
    const own = await newWorkplace(nuo);
    const { employment, placement } = await seconded(nuo, own.id);
    const { fallback } = await end(nuo, placement);
    await nuo.db.write(({ em }) => em.update(ShelteredEmployment, { id: employment.id }, { state: 'ENDED', endsOn: '2026-08-02' }));
    expect(await shortages(nuo, planner, 'RESERVED')).toEqual([]);
    const refused = await planned(nuo, 'releaseFallbackPlace', { claimId: fallback.claim.id, expectedVersion: 2, reason: 'x' });
    expect(refused).toMatchObject({ __typename: 'StepRefused', from: 'ENDED' });
    const board = await nuo.ask(planner, '{ workplaceBoard(from: "2026-08-02", until: "2026-08-03", unit: DAY) { nodes { cells { reservedHours } } } }');
    expect(board.data.workplaceBoard.nodes[0].cells).toEqual([{ reservedHours: 24 }, { reservedHours: 0 }]);
  });

  it('has no claim without sheltered employment, and goes on with it in another form', async () => {
    const nuo = await made();
    await newWorkplace(nuo);
    const participantId = await newWorker(nuo);
    expect((await end(nuo, await newPlacement(nuo, participantId))).fallback).toBeNull();
    await newEmployment(nuo, participantId, { kind: 'SECONDMENT_JOB_PW' });
    expect((await end(nuo, await newPlacement(nuo, participantId, { startsOn: '2026-08-01' }), '2026-08-02')).fallback).toBeNull();
    const { employment, placement } = await seconded(nuo, null);
    const { fallback } = await end(nuo, placement);
    const switching = {
      employmentId: employment.id,
      expectedVersion: 1,
      on: '2026-09-01',
      employerId: idOf('employer', 0),
      hoursPerWeek: 24,
      paidWagePct: 100,
      cao: 'OTHER',
    };
    await command(nuo, 'nuo.detacheringsconsulent', 'switchWorkForm', switching);
    const next = await nuo.db.read.em.findOneByOrFail(ShelteredEmployment, { continuesId: employment.id });
    expect(await nuo.db.read.em.findOneBy(FallbackClaim, { id: fallback.claim.id })).toMatchObject({ employmentId: next.id, state: 'RESERVED' });
    expect(await nuo.db.read.em.count(WswWorker)).toBe(2);
  });

  it('has the same answer when the end is sent again, and one reservation', async () => {
    const nuo = await made();
    await newWorkplace(nuo);
    const { placement } = await seconded(nuo, null);
    const input = { requestId: 'fallback-again', placementId: placement.id, expectedVersion: 1, endedOn: '2026-07-31', result: 'RETURNED' };
    const [first, again] = [await command(nuo, coach, 'endPlacement', input, outcome), await command(nuo, coach, 'endPlacement', input, outcome)];
    expect([again, first.fallback.__typename]).toEqual([first, 'FallbackReserved']);
    expect(await nuo.db.read.em.count(FallbackClaim)).toBe(1);
  });

  it('takes each step exactly where the machine has it', async () => {
    const nuo = await made();
    const place = await newWorkplace(nuo, { capacityHours: 10_000 });
    const participantId = await newWorker(nuo);
    const { id: employmentId } = await newEmployment(nuo, participantId);
    const users = { STAFF: coach, PLANNER: planner } as const;
    const commands: Record<string, [string, object]> = {
      reserve: ['reserveFallbackPlace', { workplaceId: place.id }],
      release: ['releaseFallbackPlace', { reason: 'x' }],
      lapse: ['lapseFallbackClaim', { reason: 'x' }],
    };
    const triples = everyTriple(claimMachine);
    for (const [n, { state, step, actor, allowed }] of triples.entries()) {
      if (step === 'open') continue;
      const out = await newPlacement(nuo, participantId, { startsOn: '2026-08-03', hoursPerWeek: 1, status: 'ACTIVE' });
      const id = testId(66, n);
      const waits = state === 'OPEN' ? { neededFrom: null, hoursPerWeek: null } : { neededFrom: '2026-08-01', hoursPerWeek: 1 };
      const claim: FallbackClaim = {
        id,
        employmentId,
        participantId,
        placementId: out.id,
        state,
        lastWorkplaceId: null,
        ...waits,
        workplaceId: state === 'RESERVED' ? place.id : null,
        note: null,
        version: 1,
      };
      await nuo.db.write(({ em }) => em.insert(FallbackClaim, claim));
      const name = `${step} from ${state} by ${actor}`;
      const now = async () => (await nuo.db.read.em.findOneByOrFail(FallbackClaim, { id })).state;
      if (step === 'settle' || step === 'place') {
        // Effects of what is done with a placement: who may not do that does not get in, and from another state nothing happens.
        const back = step === 'place' ? await newPlacement(nuo, participantId, { ...inside, startsOn: '2026-08-03', hoursPerWeek: 1 }) : out;
        const input = step === 'place' ? { workplaceId: place.id } : { endedOn: '2026-08-03', result: 'RETURNED' };
        const answer = await command(nuo, users[actor], step === 'place' ? 'assignWorkplace' : 'endPlacement', {
          placementId: back.id,
          expectedVersion: 1,
          ...input,
        });
        expect([name, await now()]).toEqual([name, allowed ? (step === 'place' ? 'USED' : 'RESERVED') : state]);
        if (actor === 'PLANNER') expect([name, answer.code]).toEqual([name, 'NOT_FOUND']);
      } else {
        const [command_, more] = commands[step] as [string, object];
        const answer = await planned(nuo, command_, { claimId: id, expectedVersion: 1, ...more }, users[actor]);
        const { to } = claimMachine.steps[step];
        expect([name, answer.__typename, await now()]).toEqual([name, allowed ? 'FallbackChanged' : 'StepRefused', allowed ? to : state]);
      }
      await nuo.db.write(async ({ em }) => {
        await em.update(FallbackClaim, { participantId }, { state: 'ENDED' });
        await em.update(Placement, { participantId }, { status: 'CANCELLED', closedOn: '2026-08-03' });
      });
    }
  });

  it.each(['nuo.accountmanager', 'nuo.functioneelbeheerder', 'wierden.klantregisseur'])('is not for %s to see', async (user) => {
    const nuo = await made();
    expect((await nuo.ask(user, '{ fallbackClaims { nodes { id } } }')).errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
    expect((await planned(nuo, 'lapseFallbackClaim', { claimId: 'x', expectedVersion: 1, reason: 'x' }, user)).code).toBe('FORBIDDEN');
  });
});
