import { addDays, everyTriple, localDay } from '@werkplein/kernel';
import { dialects } from '@werkplein/kernel/testing';
import { describe, expect, it } from 'vitest';
import { Placement } from '../placements/placement.entity.ts';
import { placementMachine } from '../placements/placement-states.rules.ts';
import { command, people, refTo } from '../testing/colleagues.ts';
import { testClock } from '../testing/clock.ts';
import { idOf, testDemo } from '../testing/index.ts';
import { sharedNuo } from '../testing/shared-nuo.ts';
import { newEmployment, newPlacement, newWorker, newWorkplace } from '../testing/sheltered.ts';
import { WorkGroup } from './workplace.entity.ts';

const today = localDay(testClock());
const supervisor = 'nuo.werkleider';
const coach = 'nuo.jobcoach';
const place = {
  name: 'Inpak A',
  kind: 'INSIDE',
  location: 'Plesmanweg',
  municipality: '0141',
  capacityHours: 72,
  adaptations: ['SEATED_WORK'],
  opensOn: '2026-01-01',
};
const green = { name: 'Groen Wierden', kind: 'GREEN', hirerMunicipality: '0189', commissionerMunicipality: '0189', startsOn: '2026-01-01' };
const inside = { kind: 'SHELTERED_INTERNAL' as const, employerAliasId: null };
const refusals = '... on StepRefused { step from by } ... on PlacementVersionConflict { currentVersion } ... on PlacementRuleBroken { rule nearestDay }';

describe.each(dialects)('a workplace on %s', (dialect) => {
  const nuo = sharedNuo(dialect, { ...testDemo(2), colleagues: people(supervisor) });
  const savePlace = (input: object, user = supervisor) =>
    command(
      nuo(),
      user,
      'saveWorkplace',
      input,
      `... on WorkplaceSaved { workplace { id name capacityHours adaptations version supervisor { id } group { id name } } }
      ... on WorkplaceVersionConflict { currentVersion } ... on WorkplaceTooSmall { firstFullDay workplace { id } }`,
    );
  const saveGroup = (input: object, user = supervisor) =>
    command(
      nuo(),
      user,
      'saveWorkGroup',
      input,
      '... on WorkGroupSaved { group { id name hirerMunicipality commissionerMunicipality version supervisor { id } hirer { id } } } ... on WorkplaceVersionConflict { currentVersion }',
    );
  const assign = ({ id: placementId }: Placement, workplaceId: string | null, expectedVersion = 1, user = coach) =>
    command(
      nuo(),
      user,
      'assignWorkplace',
      { placementId, workplaceId, expectedVersion },
      `... on PlacementChanged { placement { version workplace { id } } } ${refusals}`,
    );
  const worker = async (more: Partial<Placement> = {}) => newPlacement(nuo(), await newWorker(nuo()), { ...inside, ...more });

  it('is recorded with its room and its supervisor, and changed', async () => {
    const { workplace } = await savePlace({ ...place, supervisor: refTo(supervisor) });
    expect(workplace).toMatchObject({
      name: 'Inpak A',
      capacityHours: 72,
      adaptations: ['SEATED_WORK'],
      supervisor: { id: 'demo-nuo-werkleider' },
      group: null,
    });
    const changed = await savePlace({ ...place, workplaceId: workplace.id, expectedVersion: 1, capacityHours: 36.25 });
    expect(changed.workplace).toMatchObject({ capacityHours: 36.25, version: 2, supervisor: null });
    expect(await savePlace({ ...place, workplaceId: workplace.id, expectedVersion: 1 })).toEqual({ __typename: 'WorkplaceVersionConflict', currentVersion: 2 });
    const wrong = {
      ...place,
      name: '',
      municipality: 'x',
      capacityHours: 0.1,
      opensOn: '2026-02-30',
      expectedVersion: 1,
      supervisor: { employeeId: 'e', organisation: 'x' },
    };
    expect((await savePlace(wrong)).paths).toEqual(['name', 'municipality', 'capacityHours', 'opensOn', 'supervisor.organisation', 'expectedVersion']);
    expect((await savePlace({ ...place, supervisor: { employeeId: 'nobody', organisation: 'nuo' } })).paths).toEqual(['supervisor']);
    for (const user of [coach, 'nuo.accountmanager', 'wierden.klantregisseur']) expect((await savePlace(place, user)).code).toBe('FORBIDDEN');
  });

  it('is of a group in the green that a municipality hires and commissions, of people whom it employs', async () => {
    const { group } = await saveGroup({ ...green, supervisor: refTo(supervisor) }, 'nuo.coordinator');
    expect(group).toMatchObject({ hirerMunicipality: '0189', commissionerMunicipality: '0189', hirer: null, supervisor: { id: 'demo-nuo-werkleider' } });
    const { workplace } = await savePlace({ ...place, kind: 'GREEN', workGroupId: group.id });
    expect(workplace).toMatchObject({ group: { id: group.id }, supervisor: { id: 'demo-nuo-werkleider' } });
    const participantId = await newWorker(nuo());
    const { id: employmentId } = await newEmployment(nuo(), participantId, {}, { formalEmployer: '0189' });
    const placement = await newPlacement(nuo(), participantId, { kind: 'WORK_ON_LOCATION' });
    expect((await assign(placement, workplace.id)).placement).toMatchObject({ workplace: { id: workplace.id } });
    const { data } = await nuo().ask(
      supervisor,
      `{ workplace(id: "${workplace.id}") { group { hirerMunicipality commissionerMunicipality } placements { id } } shelteredEmployment(id: "${employmentId}") { termsOn { formalEmployer } } }`,
    );
    expect(data.workplace).toEqual({ group: { hirerMunicipality: '0189', commissionerMunicipality: '0189' }, placements: [{ id: placement.id }] });
    expect(data.shelteredEmployment.termsOn.formalEmployer).toBe('0189');
    expect((await saveGroup({ ...green, workGroupId: group.id, expectedVersion: 1, name: 'Groen B' })).group).toMatchObject({ name: 'Groen B', version: 2 });
    expect(await saveGroup({ ...green, workGroupId: group.id, expectedVersion: 1 })).toMatchObject({ currentVersion: 2 });
    expect((await saveGroup({ ...green, hirerMunicipality: null, kind: 'INSIDE', endsOn: '2025-01-01' })).paths).toEqual(['kind', 'employerId', 'endsOn']);
    expect((await savePlace({ ...place, workGroupId: group.id })).paths).toEqual(['workGroupId']);
  });

  it('takes no more hours than it has room for', async () => {
    const { id } = await newWorkplace(nuo(), { capacityHours: 40 });
    const [first, second, later] = [await worker(), await worker(), await worker({ status: 'PLANNED', startsOn: '2026-10-01' })];
    expect((await assign(first, id)).placement.workplace).toEqual({ id });
    expect(await assign(second, id)).toEqual({ __typename: 'PlacementRuleBroken', rule: 'WORKPLACE_FULL', nearestDay: null });
    await nuo().db.write(({ em }) => em.update(Placement, { id: first.id }, { expectedEndOn: '2026-09-30' }));
    expect((await assign(later, id)).placement.workplace).toEqual({ id });
    // Room until the day before the other begins.
    const short = await worker({ hoursPerWeek: 16.25 });
    await nuo().db.write(({ em }) => em.update(Placement, { id: first.id }, { hoursPerWeek: 20 }));
    expect(await assign(short, id)).toEqual({ __typename: 'PlacementRuleBroken', rule: 'WORKPLACE_FULL', nearestDay: '2026-09-30' });
    expect((await assign(first, null, 2)).placement.workplace).toBeNull();
  });

  it('gives its last hours to one of several that want them at once', async () => {
    const { id } = await newWorkplace(nuo(), { capacityHours: 48 });
    const placements: Placement[] = [];
    for (let i = 0; i < 6; i += 1) placements.push(await worker());
    const answers = await Promise.all(placements.map((placement) => assign(placement, id)));
    expect(answers.map(({ __typename }) => String(__typename)).toSorted()).toEqual([
      ...Array(2).fill('PlacementChanged'),
      ...Array(4).fill('PlacementRuleBroken'),
    ]);
    expect(await nuo().db.read.em.countBy(Placement, { workplaceId: id })).toBe(2);
  });

  it('is not exceeded by more hours, an earlier start or an extension of who is there', async () => {
    const { id } = await newWorkplace(nuo(), { capacityHours: 40 });
    const mine = await worker({ hoursPerWeek: 20, expectedEndOn: '2026-09-30' });
    await assign(mine, id);
    await assign(await worker({ hoursPerWeek: 20, expectedEndOn: '2026-09-30' }), id);
    await assign(await worker({ hoursPerWeek: 24, status: 'PLANNED', startsOn: '2026-10-01' }), id);
    const change = (name: string, input: object) => command(nuo(), coach, name, { placementId: mine.id, expectedVersion: 2, ...input }, refusals);
    expect(await change('correctPlacement', { hoursPerWeek: 20.25, reason: 'Meer' })).toMatchObject({ rule: 'WORKPLACE_FULL' });
    expect(await change('extendPlacement', { expectedEndOn: '2026-10-01' })).toMatchObject({ rule: 'WORKPLACE_FULL', nearestDay: '2026-09-30' });
    expect((await change('correctPlacement', { hoursPerWeek: 16, reason: 'Minder' })).__typename).toBe('PlacementChanged');
  });

  it('takes who is at work already from today on, whatever it was before', async () => {
    const { id } = await newWorkplace(nuo(), { capacityHours: 40, opensOn: today });
    const mine = await worker({ hoursPerWeek: 20, expectedEndOn: '2026-09-30' });
    expect((await assign(mine, id)).placement.workplace).toEqual({ id });
    const change = (name: string, input: object) => command(nuo(), coach, name, { placementId: mine.id, expectedVersion: 2, ...input }, refusals);
    expect((await change('extendPlacement', { expectedEndOn: '2026-10-31' })).__typename).toBe('PlacementChanged');
    expect(await assign(await worker({ hoursPerWeek: 20.25 }), id)).toEqual({ __typename: 'PlacementRuleBroken', rule: 'WORKPLACE_FULL', nearestDay: null });
    const tomorrow = await newWorkplace(nuo(), { capacityHours: 40, opensOn: addDays(today, 1) });
    expect(await assign(await worker(), tomorrow.id)).toMatchObject({ rule: 'WORKPLACE_FULL', nearestDay: null });
  });

  it('lets go who stays longer than expected, also when the next one is planned there', async () => {
    const { id } = await newWorkplace(nuo(), { capacityHours: 24 });
    const late = await worker({ expectedEndOn: '2026-08-31' });
    await assign(late, id);
    await assign(await worker({ status: 'PLANNED', startsOn: '2026-09-01' }), id);
    await nuo().db.write(({ em }) => em.update(Placement, { id: late.id }, { expectedEndOn: '2026-07-31' }));
    const ended = await command(nuo(), coach, 'endPlacement', { placementId: late.id, expectedVersion: 2, endedOn: '2026-08-03', result: 'MOVED_ON' });
    expect(ended.__typename).toBe('PlacementEnded');
  });

  it('fits the kind, the hirer and what the worker needs', async () => {
    const { id } = await newWorkplace(nuo(), { adaptations: ['LOW_STIMULUS'] });
    const needing = async (adaptations: 'SEATED_WORK' | 'LOW_STIMULUS') => {
      const participantId = await newWorker(nuo());
      await newEmployment(nuo(), participantId, { adaptations: [adaptations] });
      return newPlacement(nuo(), participantId, inside);
    };
    expect(await assign(await needing('SEATED_WORK'), id)).toMatchObject({ rule: 'WORKPLACE_LACKS_ADAPTATIONS' });
    expect((await assign(await needing('LOW_STIMULUS'), id)).__typename).toBe('PlacementChanged');
    expect(await assign(await worker({ kind: 'WORK_ON_LOCATION', employerAliasId: idOf('employer', 0) }), id)).toMatchObject({
      rule: 'WORKPLACE_OF_OTHER_KIND',
    });
    const { group } = await saveGroup({ ...green, kind: 'ON_LOCATION', hirerMunicipality: null, employerId: idOf('employer', 1) });
    const there = await newWorkplace(nuo(), { kind: 'ON_LOCATION', workGroupId: group.id });
    expect(await nuo().db.read.em.countBy(WorkGroup, { id: group.id })).toBe(1);
    const at = (n: number) => worker({ kind: 'WORK_ON_LOCATION', employerAliasId: idOf('employer', n) });
    expect(await assign(await at(0), there.id)).toMatchObject({ rule: 'WORKPLACE_OF_OTHER_EMPLOYER' });
    expect((await assign(await at(1), there.id)).__typename).toBe('PlacementChanged');
    expect(await assign(await worker(), 'nuo:none')).toMatchObject({ paths: ['workplaceId'] });
  });

  it('does not become smaller than what it holds, nor close over it', async () => {
    const { id, ...rest } = await newWorkplace(nuo(), { capacityHours: 48 });
    await assign(await worker(), id);
    await assign(await worker({ status: 'PLANNED', startsOn: '2026-09-15' }), id);
    const { name, kind, location, municipality, opensOn } = rest;
    const save = (more: object) => savePlace({ name, kind, location, municipality, opensOn, capacityHours: 48, workplaceId: id, expectedVersion: 1, ...more });
    expect(await save({ capacityHours: 47.75 })).toEqual({ __typename: 'WorkplaceTooSmall', firstFullDay: '2026-09-15', workplace: { id } });
    expect(await save({ closesOn: '2026-08-31' })).toMatchObject({ firstFullDay: '2026-09-01' });
    expect((await save({ capacityHours: 60 })).workplace).toMatchObject({ capacityHours: 60 });
  });

  it('shows per day or week what it holds, in the same statements however many places and people', async () => {
    const municipality = '9001';
    const board = (variables: object) =>
      nuo().ask(
        supervisor,
        'query ($from: String!, $until: String!, $unit: BoardUnit, $first: Int, $m: String) { workplaceBoard(from: $from, until: $until, unit: $unit, first: $first, filter: { municipality: $m }) { nodes { workplace { id } cells { from until occupiedHours reservedHours freeHours persons } } pageInfo { hasNextPage } } }',
        { from: '2026-09-28', until: '2026-10-11', m: municipality, ...variables },
      );
    const { id } = await newWorkplace(nuo(), { municipality, capacityHours: 60 });
    await assign(await worker({ expectedEndOn: '2026-09-30' }), id);
    const one = await board({ unit: 'WEEK' });
    await assign(await worker({ status: 'PLANNED', startsOn: '2026-09-30', hoursPerWeek: 16 }), id);
    for (let i = 0; i < 3; i += 1) await newWorkplace(nuo(), { municipality, name: `Z ${i}` });
    const many = await board({ unit: 'WEEK' });
    expect(many.data.workplaceBoard.nodes).toHaveLength(4);
    expect(many.data.workplaceBoard.nodes[0]).toEqual({
      workplace: { id },
      cells: [
        { from: '2026-09-28', until: '2026-10-04', occupiedHours: 40, reservedHours: 0, freeHours: 20, persons: 2 },
        { from: '2026-10-05', until: '2026-10-11', occupiedHours: 16, reservedHours: 0, freeHours: 44, persons: 1 },
      ],
    });
    expect([one.statements, many.statements]).toEqual([3, 3]);
    const days = (await board({ unit: 'DAY', until: '2026-10-01' })).data.workplaceBoard.nodes[0].cells;
    expect(days.map(({ occupiedHours }: { occupiedHours: number }) => occupiedHours)).toEqual([24, 24, 40, 16]);
    const named = async (filter: object) => {
      const { data } = await nuo().ask(supervisor, 'query ($filter: WorkplaceFilter) { workplaces(filter: $filter) { nodes { name } } }', {
        filter: { municipality, ...filter },
      });
      return data.workplaces.nodes.map(({ name }: { name: string }) => name);
    };
    expect(await named({ name: 'z ' })).toEqual(['Z 0', 'Z 1', 'Z 2']);
    expect(await named({ name: 'Z_' })).toEqual([]);
    expect(await named({ name: 'z', kinds: ['GREEN', 'ON_LOCATION'] })).toEqual([]);
    expect(await named({ name: 'z 1', kinds: ['INSIDE', 'GREEN'] })).toEqual(['Z 1']);
    expect(await named({ kinds: [] })).toEqual([]);
    expect((await board({ first: 1 })).data.workplaceBoard.pageInfo.hasNextPage).toBe(true);
    for (const [path, more] of [
      ['from', { from: 'x' }],
      ['until', { until: '2026-09-27' }],
      ['until', { unit: 'DAY', until: '2027-10-01' }],
    ] as const)
      expect((await board(more)).errors?.[0]?.extensions['problems'][0].path).toEqual([path]);
    expect((await nuo().ask('nuo.accountmanager', '{ workplaces { nodes { id } } }')).errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
  });

  it('holds on a day in the past who was there on it', async () => {
    const [first, second] = [
      await newWorkplace(nuo(), { municipality: '9002', name: 'Een' }),
      await newWorkplace(nuo(), { municipality: '9002', name: 'Twee' }),
    ];
    const before = addDays(today, -1);
    const mover = await worker({ startsOn: '2026-01-01', workplaceId: first.id });
    expect((await assign(mover, second.id)).placement.workplace).toEqual({ id: second.id });
    const seenOn = async (day: string) => {
      const { data } = await nuo().ask(
        supervisor,
        'query ($day: String!) { workplaceBoard(from: $day, until: $day, unit: DAY, filter: { municipality: "9002" }) { nodes { workplace { name placements(day: $day) { id } } cells { persons } } } }',
        { day },
      );
      return data.workplaceBoard.nodes.map(
        ({ workplace, cells }: { workplace: { name: string; placements: { id: string }[] }; cells: { persons: number }[] }) => [
          workplace.name,
          workplace.placements.length,
          cells[0]?.persons,
        ],
      );
    };
    const nobody = [
      ['Een', 0, 0],
      ['Twee', 0, 0],
    ];
    const atFirst = [
      ['Een', 1, 1],
      ['Twee', 0, 0],
    ];
    const atSecond = [
      ['Een', 0, 0],
      ['Twee', 1, 1],
    ];
    expect(await seenOn('2025-12-31')).toEqual(nobody);
    expect(await seenOn(before)).toEqual(atFirst);
    expect(await seenOn(today)).toEqual(atSecond);
    // Given and taken on one day: as if it had not been.
    expect((await assign(mover, null, 2)).placement.workplace).toBeNull();
    expect(await seenOn(today)).toEqual(nobody);
    expect((await assign(mover, first.id, 3)).placement.workplace).toEqual({ id: first.id });
    expect((await assign(mover, first.id, 4)).placement.workplace).toEqual({ id: first.id });
    expect([await seenOn(before), await seenOn(today), await seenOn(addDays(today, 400))]).toEqual([atFirst, atFirst, atFirst]);
  });

  it('is given exactly where the machine of placements has it', async () => {
    const { id } = await newWorkplace(nuo(), { capacityHours: 10_000 });
    const users = { UITVOERING: coach, REGIE: 'wierden.klantregisseur' } as const;
    for (const { state, actor, allowed } of everyTriple(placementMachine).filter(({ step, actor }) => step === 'assign' && actor in users)) {
      const row = await worker({ status: state, ...(state === 'ENDED' && { endedOn: '2026-07-01' }) });
      const answer = await assign(row, id, 1, users[actor as keyof typeof users]);
      expect([state, actor, answer.__typename]).toEqual([state, actor, allowed ? 'PlacementChanged' : 'StepRefused']);
    }
  });
});
