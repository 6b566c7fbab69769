import { dialects } from '@werkplein/kernel/testing';
import { describe, expect, it } from 'vitest';
import { NuoParameterRow } from '../parameters/nuo-parameter.entity.ts';
import { Placement } from '../placements/placement.entity.ts';
import { command } from '../testing/colleagues.ts';
import { idOf, nuoForTest, testDemo, type TestNuo, testId } from '../testing/index.ts';
import { agreedRate, agreement, lend, lentPlacement } from '../testing/lending.ts';
import { newEmployment, newPlacement, newWorker, newWorkplace } from '../testing/sheltered.ts';
import { Secondment, SecondmentRate } from './secondment.entity.ts';

const consultant = 'nuo.detacheringsconsulent';
const coordinator = 'nuo.coordinator';
const facts = { employerId: idOf('employer', 0), kind: 'GROUP', title: 'Inpakken', startsOn: '2026-08-01', noticeMonths: 2, centsPerHour: 1500 };
const shown = '... on SecondmentChanged { secondment { id status version noticeEndsOn endedOn rates { id centsPerHour belowFloorCents } } }';
const problems = '... on SecondmentRefused { problems { code text } }';

const send = (nuo: TestNuo, name: string, input: object, show = '', user = consultant) =>
  command(nuo, user, name, input, `${show} ${name === 'drawUpSecondment' ? '' : problems}`);
const draw = async (nuo: TestNuo, more: object = {}): Promise<string> =>
  (await command(nuo, consultant, 'drawUpSecondment', { ...facts, ...more }, shown)).secondment.id as string;
const codes = (answer: { problems?: { code: string }[] }) => answer.problems?.map(({ code }) => code);

describe.each(dialects)('secondments on %s', (dialect) => {
  it('go from concept to their end, and take their people along', async () => {
    const nuo = await nuoForTest(dialect, testDemo(2));
    const secondmentId = await draw(nuo);
    await lend(nuo.db, {
      placements: [lentPlacement(0, { status: 'PLANNED', startsOn: '2026-08-01' }), lentPlacement(1, { status: 'PLANNED', startsOn: '2026-08-02' })],
    });
    const step = (name: string, expectedVersion: number, more: object = {}, show = shown) => send(nuo, name, { secondmentId, expectedVersion, ...more }, show);
    expect((await step('signSecondment', 1, { signedOn: '2026-07-20' })).secondment).toMatchObject({ status: 'SIGNED', version: 2 });
    expect(codes(await step('startSecondment', 2))).toEqual(['TOO_FEW_MEMBERS']);
    await step('addSecondmentMember', 2, { placementId: testId(60, 0) });
    expect(codes(await step('startSecondment', 3))).toEqual(['TOO_FEW_MEMBERS']);
    await step('addSecondmentMember', 3, { placementId: testId(60, 1) });
    expect((await step('startSecondment', 4)).secondment).toMatchObject({ status: 'RUNNING', version: 5 });
    expect(codes(await step('removeSecondmentMember', 5, { placementId: testId(60, 1) }))).toEqual(['TOO_FEW_MEMBERS']);
    expect(codes(await step('endSecondment', 5, { endedOn: '2026-08-03', reason: 'x' }, ''))).toEqual(['BEFORE_AGREED_END']);
    const noticed = await step('giveSecondmentNotice', 5, { noticeOn: '2026-08-03', by: 'HIRER' });
    expect(noticed.secondment).toMatchObject({ status: 'NOTICE_GIVEN', noticeEndsOn: '2026-10-03' });
    expect(codes(await step('endSecondment', 6, { endedOn: '2026-08-03', reason: 'x' }, ''))).toEqual(['BEFORE_NOTICE_ENDS']);
    await nuo.db.write(({ em }) => em.update(Placement, { id: testId(60, 0) }, { status: 'ACTIVE' }));
    const ended = await step(
      'endSecondment',
      6,
      { endedOn: '2026-08-03', reason: 'Samen besloten', mutualConsent: true },
      '... on SecondmentEnded { secondment { status endedOn } members { ended { __typename } placement { id status endedOn } } }',
    );
    expect(ended).toEqual({
      __typename: 'SecondmentEnded',
      secondment: { status: 'ENDED', endedOn: '2026-08-03' },
      members: [
        { ended: { __typename: 'PlacementEnded' }, placement: { id: testId(60, 0), status: 'ENDED', endedOn: '2026-08-03' } },
        { ended: null, placement: { id: testId(60, 1), status: 'CANCELLED', endedOn: null } },
      ],
    });
  });

  it('that end look for a sheltered place for each who had one, and end nobody when one cannot end', async () => {
    const nuo = await nuoForTest(dialect, testDemo(1));
    const place = await newWorkplace(nuo, { capacityHours: 24 });
    const workers = [await newWorker(nuo), await newWorker(nuo)];
    for (const participantId of workers) await newEmployment(nuo, participantId);
    await lend(nuo.db, { agreements: [agreement(1)], rates: [agreedRate(testId(61, 1), 1)] });
    const lent = { kind: 'SECONDMENT_GROUP' as const, employerAliasId: idOf('employer', 0), secondmentId: testId(61, 1) };
    const [first] = [await newPlacement(nuo, workers[0] as string, lent), await newPlacement(nuo, workers[1] as string, lent)];
    const end = (more: object = {}) =>
      send(
        nuo,
        'endSecondment',
        { secondmentId: testId(61, 1), expectedVersion: 1, endedOn: '2026-07-31', reason: 'Klaar', mutualConsent: true, ...more },
        '... on SecondmentEnded { members { placement { status } ended { fallback { __typename ... on FallbackReserved { workplace { id } } } } } }',
        coordinator,
      );
    await nuo.db.write(({ em }) => em.update(Placement, { id: first.id }, { startsOn: '2026-08-02' }));
    expect((await end()).paths).toEqual(['endedOn']);
    expect(await nuo.db.read.em.countBy(Placement, { secondmentId: testId(61, 1), status: 'ACTIVE' })).toBe(2);
    await nuo.db.write(({ em }) => em.update(Placement, { id: first.id }, { startsOn: '2026-02-02' }));
    const { members } = await end();
    expect(
      members.map(({ placement, ended }: { placement: { status: string }; ended: { fallback: { __typename: string } } }) => [
        placement.status,
        ended.fallback.__typename,
      ]),
    ).toEqual([
      ['ENDED', 'FallbackReserved'],
      ['ENDED', 'FallbackShortage'],
    ]);
    expect(members[0].ended.fallback.workplace).toEqual({ id: place.id });
  });

  it('let a group placement begin only under one that runs', async () => {
    const nuo = await nuoForTest(dialect, testDemo(1));
    await lend(nuo.db, {
      agreements: [agreement(1), agreement(2, { status: 'SIGNED' })],
      placements: [
        lentPlacement(0, { status: 'PLANNED', startsOn: '2026-08-01' }),
        lentPlacement(1, { status: 'PLANNED', startsOn: '2026-08-01', secondmentId: testId(61, 2) }),
      ],
    });
    await nuo.db.write(({ em }) => em.delete(Placement, { kind: 'REGULAR' }));
    const start = (n: number, expectedVersion = 1) =>
      command(nuo, 'nuo.jobcoach', 'startPlacement', { placementId: testId(60, n), expectedVersion }, '... on PlacementRuleBroken { rule }');
    for (const n of [0, 1]) expect(await start(n)).toEqual({ __typename: 'PlacementRuleBroken', rule: 'NO_SECONDMENT' });
    await send(nuo, 'addSecondmentMember', { secondmentId: testId(61, 1), expectedVersion: 1, placementId: testId(60, 0) });
    expect((await start(0, 2)).__typename).toBe('PlacementChanged');
  });

  it('refuse what does not fit under them, each with why', async () => {
    const nuo = await nuoForTest(dialect, testDemo(2));
    const group = testId(61, 1);
    const alone = testId(61, 2);
    const individual = { kind: 'SECONDMENT_INDIVIDUAL', secondmentId: alone } as const;
    await lend(nuo.db, {
      agreements: [agreement(1, { endsOn: '2026-12-31' }), agreement(2, { kind: 'INDIVIDUAL' })],
      placements: [
        lentPlacement(0, { employerAliasId: idOf('employer', 1) }),
        lentPlacement(1, { kind: 'SECONDMENT_INDIVIDUAL' }),
        lentPlacement(2, individual),
        lentPlacement(3, { status: 'ENDED', endedOn: '2026-03-01' }),
        lentPlacement(4, { participantId: idOf('participant', 0), startsOn: '2027-01-01', status: 'PLANNED' }),
        lentPlacement(5, { participantId: idOf('participant', 1), kind: 'SECONDMENT_INDIVIDUAL', startsOn: '2026-08-01' }),
      ],
    });
    const adding = async (secondmentId: string, n: number) =>
      codes(await send(nuo, 'addSecondmentMember', { secondmentId, expectedVersion: 1, placementId: testId(60, n) }));
    expect(await adding(group, 0)).toEqual(['OTHER_HIRER']);
    expect(await adding(group, 1)).toEqual(['OTHER_KIND']);
    expect(await adding(group, 2)).toEqual(['OTHER_SECONDMENT', 'OTHER_KIND']);
    expect(await adding(group, 3)).toEqual(['NOT_PLANNED']);
    expect(await adding(group, 4)).toEqual(['OUTSIDE_PERIOD']);
    expect(await adding(alone, 5)).toEqual(['ONE_MEMBER']);
    expect((await send(nuo, 'addSecondmentMember', { secondmentId: group, expectedVersion: 1, placementId: testId(60, 99) })).code).toBe('NOT_FOUND');
    expect((await send(nuo, 'addSecondmentMember', { secondmentId: testId(61, 99), expectedVersion: 1, placementId: testId(60, 1) })).code).toBe('NOT_FOUND');
  });

  it('hold a rate below the floor only once another has approved it', async () => {
    const nuo = await nuoForTest(dialect, testDemo(1));
    const secondmentId = await draw(nuo, { centsPerHour: 1049 });
    const sign = { secondmentId, expectedVersion: 1, signedOn: '2026-07-20' };
    expect(codes(await send(nuo, 'signSecondment', sign))).toEqual(['NO_RATE']);
    const [rate] = await nuo.db.read.em.findBy(SecondmentRate, { secondmentId });
    const approval = { secondmentId, expectedVersion: 1, rateId: rate?.id, reason: 'Er is geen andere aanbieder' };
    expect(await send(nuo, 'approveSecondmentRate', approval, '... on StepRefused { by text }')).toMatchObject({
      by: ['COORDINATOR'],
      text: 'Een tarief onder de ondergrens goedkeuren mag alleen een coördinator van de NUO.',
    });
    expect((await send(nuo, 'approveSecondmentRate', approval, '... on SecondmentRateRecorded { holds }', coordinator)).holds).toBe(true);
    expect(codes(await send(nuo, 'approveSecondmentRate', { ...approval, expectedVersion: 2 }, '', coordinator))).toEqual(['APPROVED_ALREADY']);
    expect((await send(nuo, 'signSecondment', { ...sign, expectedVersion: 2 })).__typename).toBe('SecondmentChanged');
    const later = { secondmentId, expectedVersion: 3, validFrom: '2026-09-01', centsPerHour: 1000 };
    const own = await send(
      nuo,
      'recordSecondmentRate',
      later,
      '... on SecondmentRateRecorded { holds secondment { rate(on: "2026-09-01") { centsPerHour } rates { id } } }',
      coordinator,
    );
    expect(own).toMatchObject({ holds: false, secondment: { rate: { centsPerHour: 1049 } } });
    const rateId = own.secondment.rates.at(-1).id;
    expect(codes(await send(nuo, 'approveSecondmentRate', { ...approval, expectedVersion: 4, rateId }, '', coordinator))).toEqual(['OWN_RATE']);
  });

  it('replace a rate from the same day, and say what was known before', async () => {
    const nuo = await nuoForTest(dialect, testDemo(1));
    const secondmentId = await draw(nuo);
    const record = (expectedVersion: number, validFrom: string, centsPerHour: number) =>
      send(nuo, 'recordSecondmentRate', { secondmentId, expectedVersion, validFrom, centsPerHour });
    expect((await record(1, '2026-09-01', 1600)).__typename).toBe('SecondmentRateRecorded');
    expect((await record(2, '2026-09-01', 1650)).__typename).toBe('SecondmentRateRecorded');
    expect((await record(3, '2026-07-31', 1650)).paths).toEqual(['validFrom']);
    const { data } = await nuo.ask(
      consultant,
      `{ secondment(id: "${secondmentId}") { rates { validFrom centsPerHour } before: rate(on: "2026-08-31") { centsPerHour } on: rate(on: "2026-09-01") { centsPerHour } } }`,
    );
    expect(data.secondment).toEqual({
      rates: [
        { validFrom: '2026-08-01', centsPerHour: 1500 },
        { validFrom: '2026-09-01', centsPerHour: 1650 },
      ],
      before: { centsPerHour: 1500 },
      on: { centsPerHour: 1650 },
    });
    const replaced = await nuo.db.read.em.findBy(SecondmentRate, { secondmentId, centsPerHour: 1600 });
    expect(replaced[0]).toMatchObject({ withdrawnAt: new Date('2026-08-03T10:00:00.000Z'), replacedById: expect.stringMatching(/^nuo:/) });
  });

  it('are seen by a Werkplein where its own people are, with its own people only', async () => {
    const nuo = await nuoForTest(dialect, testDemo(1));
    const [both, almelo] = [testId(61, 1), testId(61, 2)];
    await lend(nuo.db, {
      agreements: [agreement(1), agreement(2, { startsOn: '2026-01-02' })],
      rates: [agreedRate(both, 1), agreedRate(almelo, 2, { centsPerHour: 1777 })],
      placements: [
        lentPlacement(0, { secondmentId: both }),
        lentPlacement(1, { secondmentId: both }),
        lentPlacement(2, { participantId: idOf('participant', 0), secondmentId: almelo }),
      ],
    });
    const query = `{ secondments { nodes { id members { id municipality } rates { centsPerHour } } } other: secondment(id: "${almelo}") { id } employer(id: "${idOf('employer', 0)}") { secondments { nodes { id } } } placement(id: "${testId(60, 2)}") { secondment { id } } }`;
    const seen = async (user: string) => (await nuo.ask(user, query)).data;
    const wierden = await seen('wierden.klantregisseur');
    expect(wierden.secondments.nodes).toEqual([{ id: both, members: [{ id: testId(60, 1), municipality: '0189' }], rates: [{ centsPerHour: 1500 }] }]);
    expect([wierden.other, wierden.employer.secondments.nodes, wierden.placement.secondment]).toEqual([null, [{ id: both }], null]);
    expect(JSON.stringify(wierden)).not.toContain('1777');
    const all = await seen(consultant);
    expect([all.secondments.nodes.map(({ id }: { id: string }) => id), all.other]).toEqual([[almelo, both], { id: almelo }]);
    const coach = await nuo.ask('nuo.jobcoach', query);
    expect(coach.data.secondments.nodes.map(({ rates }: { rates: unknown }) => rates)).toEqual([null, null]);
    expect((await nuo.ask('nuo.accountmanager', '{ secondments { nodes { id } } }')).errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
  });

  it('that end by a day come soonest end first, page after page, by the day on which they really end', async () => {
    const nuo = await nuoForTest(dialect, testDemo(1));
    await lend(nuo.db, {
      agreements: [
        agreement(1, { startsOn: '2026-01-01', endsOn: '2026-10-31' }),
        agreement(2, { startsOn: '2026-03-01', endsOn: '2026-09-30' }),
        agreement(3, { startsOn: '2026-02-01', endsOn: '2026-12-31', status: 'NOTICE_GIVEN', noticeEndsOn: '2026-09-01' }),
        agreement(4, { startsOn: '2026-04-01' }),
        agreement(5, { startsOn: '2026-05-01', endsOn: '2026-09-30' }),
        agreement(6, { startsOn: '2026-06-01', endsOn: '2026-11-01' }),
        agreement(7, { endsOn: '2026-12-31', status: 'ENDED', endedOn: '2026-08-15' }),
      ],
    });
    const pages: string[][] = [];
    for (let [after, more]: [string | null, boolean] = [null, true]; more; ) {
      const { data } = await nuo.ask(
        consultant,
        'query ($after: String) { secondments(first: 2, after: $after, filter: { endsBy: "2026-10-31" }) { nodes { id } pageInfo { hasNextPage endCursor } } }',
        { after },
      );
      pages.push(data.secondments.nodes.map(({ id }: { id: string }) => id));
      ({ endCursor: after, hasNextPage: more } = data.secondments.pageInfo);
    }
    expect(pages).toEqual([[7, 3], [2, 5], [1]].map((page) => page.map((n) => testId(61, n))));
  });

  it('take as many statements for 40 as for 4, with members, rates and hirer', async () => {
    const nuo = await nuoForTest(dialect, testDemo(2));
    const add = (from: number, to: number) => {
      const ns = Array.from({ length: to - from }, (_, i) => from + i);
      return lend(nuo.db, {
        agreements: ns.map((n) => agreement(n)),
        rates: ns.map((n) => agreedRate(testId(61, n), n)),
        placements: ns.flatMap((n) => [lentPlacement(n, { participantId: idOf('participant', n % 4), secondmentId: testId(61, n) })]),
      });
    };
    const query =
      '{ secondments(first: 200) { nodes { id employer { name } branch { name } members { id secondment { id } } rates { centsPerHour } rate { centsPerHour } } } }';
    await add(0, 4);
    const few = await nuo.ask(consultant, query);
    await add(4, 40);
    const many = await nuo.ask(consultant, query);
    expect([few.data.secondments.nodes.length, many.data.secondments.nodes.length]).toEqual([4, 40]);
    expect([few.statements, many.statements]).toEqual([5, 5]);
  });

  it('give a repeat its first answer, and of two steps at once let one through', async () => {
    const nuo = await nuoForTest(dialect, testDemo(1));
    const again = { requestId: 'secondment-again', ...facts };
    const [first, second] = [
      await command(nuo, consultant, 'drawUpSecondment', again, shown),
      await command(nuo, consultant, 'drawUpSecondment', again, shown),
    ];
    expect(second).toEqual(first);
    expect(await nuo.db.read.em.count(Secondment)).toBe(1);
    const sign = { secondmentId: first.secondment.id, expectedVersion: 1, signedOn: '2026-07-20' };
    const both = await Promise.all([1, 2].map(() => send(nuo, 'signSecondment', sign)));
    expect(both.map((answer) => String(answer.__typename)).toSorted()).toEqual(['SecondmentChanged', 'StepRefused']);
    const stale = await send(nuo, 'recordSecondmentRate', {
      secondmentId: first.secondment.id,
      expectedVersion: 1,
      validFrom: '2026-09-01',
      centsPerHour: 1600,
    });
    expect(stale.__typename).toBe('SecondmentVersionConflict');
  });

  it('refuse bad input with every problem, and a hirer that is blocked', async () => {
    const nuo = await nuoForTest(dialect, testDemo(1));
    const wrong = { title: ' ', startsOn: '2026-02-30', endsOn: '2026-01-01', noticeMonths: 13, centsPerHour: 50_001, greenTeamOf: '14' };
    expect((await send(nuo, 'drawUpSecondment', { ...facts, ...wrong })).paths).toEqual(['startsOn', 'title', 'greenTeamOf', 'noticeMonths', 'centsPerHour']);
    const taken = { origin: 'SOWECO', startsOn: '2026-09-01' };
    expect((await send(nuo, 'drawUpSecondment', { ...facts, ...taken })).paths).toEqual(['endsOn', 'startsOn']);
    expect((await send(nuo, 'drawUpSecondment', { ...facts, employerId: idOf('employer', 9) })).paths).toEqual(['employerId']);
    expect((await send(nuo, 'drawUpSecondment', { ...facts, branchId: idOf('branch', 9) })).paths).toEqual(['branchId']);
    await nuo.db.write(({ em }) => em.query("UPDATE employer SET status = 'BLOCKED'"));
    expect((await send(nuo, 'drawUpSecondment', facts)).paths).toEqual(['employerId']);
    await nuo.db.write(({ em }) => em.query("UPDATE employer SET status = 'ACTIVE'"));
    await nuo.db.write(({ em }) => em.delete(NuoParameterRow, { code: 'SECONDMENT_RATE_FLOOR' }));
    expect(await command(nuo, consultant, 'drawUpSecondment', facts, '... on NuoParameterMissing { code day }')).toEqual({
      __typename: 'NuoParameterMissing',
      code: 'SECONDMENT_RATE_FLOOR',
      day: '2026-08-01',
    });
    expect(await nuo.db.read.em.count(Secondment)).toBe(0);
  });

  it('rise once a year by the percentage of the day, the first time as a dry run', async () => {
    const nuo = await nuoForTest(dialect, testDemo(1));
    const id = (n: number) => testId(61, n);
    await lend(nuo.db, {
      agreements: [
        agreement(1),
        agreement(2, { indexed: false }),
        agreement(3, { status: 'NOTICE_GIVEN', noticeGivenOn: '2026-07-01', noticeEndsOn: '2026-08-31' }),
        agreement(4, { status: 'CONCEPT' }),
        agreement(5),
        agreement(6),
        agreement(7),
      ],
      rates: [
        agreedRate(id(1), 1),
        agreedRate(id(2), 2),
        agreedRate(id(3), 3),
        agreedRate(id(4), 4),
        agreedRate(id(5), 5, { validFrom: '2026-10-01' }),
        agreedRate(id(7), 7, {
          centsPerHour: 1000,
          belowFloorCents: 1050,
          approvedAt: new Date('2026-01-01T00:00:00Z'),
          approvedByName: 'Coördinator',
          approvalReason: 'Kan niet anders',
        }),
      ],
    });
    const fields = '... on SecondmentsIndexed { dryRun percentage raised { fromCents toCents secondment { id } } skipped { reason secondment { id } } }';
    const index = (more: object) => command(nuo, coordinator, 'indexSecondments', { from: '2026-09-01', ...more }, fields);
    const expected = {
      percentage: 2.9,
      raised: [
        { fromCents: 1500, toCents: 1544, secondment: { id: id(1) } },
        { fromCents: 1000, toCents: 1029, secondment: { id: id(7) } },
      ],
      skipped: [
        { reason: 'ENDS_BEFORE', secondment: { id: id(3) } },
        { reason: 'LATER_RATE', secondment: { id: id(5) } },
        { reason: 'NO_RATE', secondment: { id: id(6) } },
      ],
    };
    expect(await index({ dryRun: true })).toMatchObject({ dryRun: true, ...expected });
    expect(await nuo.db.read.em.countBy(SecondmentRate, { indexedYear: 2026 })).toBe(0);
    const both = await Promise.all([index({}), index({})]);
    expect(both.map(({ raised }) => Number(raised.length)).toSorted((one, other) => one - other)).toEqual([0, 2]);
    const rates = await nuo.db.read.em.findBy(SecondmentRate, { indexedYear: 2026 });
    expect(
      rates
        .toSorted((one, other) => one.centsPerHour - other.centsPerHour)
        .map(({ validFrom, centsPerHour, approvalReason }) => [validFrom, centsPerHour, approvalReason]),
    ).toEqual([
      ['2026-09-01', 1029, 'Kan niet anders'],
      ['2026-09-01', 1544, null],
    ]);
    const third = await index({ from: '2026-10-01' });
    expect(third.skipped.filter(({ reason }: { reason: string }) => reason === 'INDEXED_ALREADY')).toHaveLength(2);
    expect((await index({ from: '2027-01-01' })).__typename).toBe('NuoParameterMissing');
    expect((await index({ from: '2028-01-01' })).paths).toEqual(['from']);
  });
});
