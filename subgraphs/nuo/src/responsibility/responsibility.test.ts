import { dialects } from '@werkplein/kernel/testing';
import { describe, expect, it } from 'vitest';
import { insertOrders, insertPeople, orderRow, participantRow } from '../orders/service-order.testing.ts';
import { ServiceOrderEvent } from '../orders/service-order.entity.ts';
import { command } from '../testing/colleagues.ts';
import { idOf, loggingStatements, nuoForTest, nuoPairForTest, type TestNuo, testDemo } from '../testing/index.ts';
import { sharedNuo } from '../testing/shared-nuo.ts';
import { Responsibility } from './responsibility.entity.ts';

const coach = 'nuo.jobcoach';
const boss = 'nuo.coordinator';
const show = `... on ResponsibleAssigned { responsibility { id startsOn endsOn employee { id } } } ... on ResponsibleIsAnother { responsibility { employee { id } } }
  ... on ParticipantHasLeft { exitedOn } ... on ColleagueNotActive { colleague { leavesOn } }`;
const at = (employeeId: string) => ({ employeeId, organisation: 'nuo' });
const people = (...ids: string[]) => ids.map((id) => ({ id, organisation: 'nuo', name: `Collega ${id}`, leavesOn: id === 'gone' ? '2026-08-20' : null }));

const assign = (nuo: TestNuo, participantId: string, who: string, more: object = {}, user = coach) =>
  command(nuo, user, 'assignResponsible', { participantId, role: 'JOBCOACH', colleague: at(who), ...more }, show);
const replace = (nuo: TestNuo, participantId: string, who: string, instead: string, startsOn?: string) =>
  assign(nuo, participantId, who, { instead: at(instead), startsOn });
const endIt = (nuo: TestNuo, responsibilityId: string, endsOn?: string) =>
  command(nuo, coach, 'endResponsibility', { responsibilityId, endsOn }, '... on ResponsibilityEnded { responsibility { endsOn } }');
const stand = (nuo: TestNuo, responsibilityId: string, who: string, from: string, until: string) =>
  command(
    nuo,
    coach,
    'planStandIn',
    { responsibilityId, colleague: at(who), from, until },
    '... on StandInPlanned { responsibility { id standIn } } ... on StandInRefused { responsibility { id } } ... on ColleagueNotActive { colleague { leavesOn } }',
  );
const periods = async (nuo: TestNuo, participantId: string, user = coach) => {
  const { data } = await nuo.ask(user, `{ participant(id: "${participantId}") { responsibilities { startsOn endsOn standIn employee { id } } } }`);
  return data.participant.responsibilities.map(
    ({ employee, startsOn, endsOn, standIn }: { employee: { id: string }; startsOn: string; endsOn: string | null; standIn: boolean }) =>
      `${employee.id} ${startsOn}/${endsOn ?? ''}${standIn ? ' for' : ''}`,
  );
};

describe.each(dialects)('who is responsible for a participant on %s', (dialect) => {
  const shared = sharedNuo(dialect, { colleagues: people('ann', 'bob', 'cas', 'gone') });
  let next = 0;
  const somebody = async (more: object = {}): Promise<string> => {
    next += 1;
    const person = participantRow(next, more);
    await shared().db.write((tx) => insertPeople(tx, person));
    return person.id;
  };

  it('is one in a role each day: assigned, replaced from a day on, and ended', async () => {
    const nuo = shared();
    const id = await somebody();
    const first = await assign(nuo, id, 'ann', { startsOn: '2026-02-01' });
    expect(first.responsibility).toMatchObject({ startsOn: '2026-02-01', endsOn: null, employee: { id: 'ann' } });
    expect((await replace(nuo, id, 'bob', 'ann', '2026-09-01')).responsibility.startsOn).toBe('2026-09-01');
    expect((await assign(nuo, id, 'cas', { role: 'WERKLEIDER' })).__typename).toBe('ResponsibleAssigned');
    const third = await replace(nuo, id, 'cas', 'bob', '2026-10-01');
    expect(await periods(nuo, id)).toEqual(['ann 2026-02-01/2026-08-31', 'cas 2026-08-03/', 'bob 2026-09-01/2026-09-30', 'cas 2026-10-01/']);
    // One who had yet to begin, never was.
    expect((await replace(nuo, id, 'ann', 'cas', '2026-09-15')).__typename).toBe('ResponsibleAssigned');
    expect(await periods(nuo, id)).toEqual(['ann 2026-02-01/2026-08-31', 'cas 2026-08-03/', 'bob 2026-09-01/2026-09-14', 'ann 2026-09-15/']);
    expect((await endIt(nuo, third.responsibility.id)).paths).toEqual(['responsibilityId']);
    const last = await nuo.db.read.em.findOneByOrFail(Responsibility, { openFor: id, role: 'JOBCOACH' });
    expect((await endIt(nuo, last.id, '2026-12-31')).responsibility).toEqual({ endsOn: '2026-12-31' });
    expect(await endIt(nuo, last.id, '2026-12-31')).toEqual({ __typename: 'ResponsibilityAlreadyEnded' });
    expect(await endIt(nuo, last.id, '2026-10-31')).toMatchObject({ __typename: 'ResponsibilityEnded' });
    const { data } = await nuo.ask(
      'almelo.klantregisseur',
      `{ participant(id: "${id}") { now: responsible { role employee { id } } later: responsible(on: "2026-09-20") { employee { id } until } } }`,
    );
    expect(data.participant).toEqual({
      now: [
        { role: 'JOBCOACH', employee: { id: 'ann' } },
        { role: 'WERKLEIDER', employee: { id: 'cas' } },
      ],
      later: [
        { employee: { id: 'ann' }, until: '2026-09-20' },
        { employee: { id: 'cas' }, until: '2026-09-20' },
      ],
    });
  });

  it('is not replaced by who thought it was another, nor given to who leaves or for who has left', async () => {
    const nuo = shared();
    const id = await somebody();
    expect(await replace(nuo, id, 'bob', 'ann')).toEqual({ __typename: 'ResponsibleIsAnother', responsibility: null });
    await assign(nuo, id, 'ann');
    expect(await assign(nuo, id, 'bob')).toEqual({ __typename: 'ResponsibleIsAnother', responsibility: { employee: { id: 'ann' } } });
    expect(await replace(nuo, id, 'gone', 'ann', '2026-08-20')).toEqual({ __typename: 'ColleagueNotActive', colleague: { leavesOn: '2026-08-20' } });
    const left = await somebody({ exitedOn: '2026-07-01' });
    expect(await assign(nuo, left, 'ann')).toEqual({ __typename: 'ParticipantHasLeft', exitedOn: '2026-07-01' });
  });

  it('leaves the days that were, and says every problem', async () => {
    const nuo = shared();
    const id = await somebody();
    expect((await assign(nuo, id, 'ann', { startsOn: '2025-12-31' })).paths).toEqual(['startsOn']);
    await assign(nuo, id, 'ann', { startsOn: '2026-03-01' });
    expect((await replace(nuo, id, 'bob', 'ann', '2026-08-02')).paths).toEqual(['startsOn']);
    expect((await assign(nuo, id, 'ann', { instead: at('ann'), startsOn: '2027-09-01' })).paths).toEqual(['instead', 'startsOn']);
    expect((await assign(nuo, idOf('participant', 98), 'ann')).paths).toEqual(['participantId']);
    expect((await replace(nuo, id, 'nobody', 'ann')).paths).toEqual(['colleague']);
    const term = await nuo.db.read.em.findOneByOrFail(Responsibility, { participantId: id });
    expect((await endIt(nuo, term.id, '2026-08-02')).paths).toEqual(['endsOn']);
    expect((await stand(nuo, term.id, 'bob', '2026-08-02', '2026-08-01')).paths).toEqual(['from', 'until']);
    for (const user of ['nuo.accountmanager', 'almelo.klantregisseur', 'nuo.privacyofficer'])
      expect((await assign(nuo, id, 'bob', {}, user)).code).toBe('FORBIDDEN');
    expect((await assign(nuo, await somebody(), 'bob', {}, boss)).__typename).toBe('ResponsibleAssigned');
  });

  it('has somebody who stands in, and ends with whom they stand in for', async () => {
    const nuo = shared();
    const id = await somebody();
    const { responsibility } = await assign(nuo, id, 'ann');
    const planned = await stand(nuo, responsibility.id, 'bob', '2026-08-10', '2026-08-20');
    expect(planned.responsibility.standIn).toBe(true);
    expect(await stand(nuo, responsibility.id, 'cas', '2026-08-20', '2026-08-25')).toEqual({
      __typename: 'StandInRefused',
      responsibility: { id: planned.responsibility.id },
    });
    expect((await stand(nuo, responsibility.id, 'cas', '2026-08-21', '2026-08-25')).__typename).toBe('StandInPlanned');
    expect((await stand(nuo, responsibility.id, 'gone', '2026-08-26', '2026-08-27')).__typename).toBe('ColleagueNotActive');
    expect((await stand(nuo, responsibility.id, 'ann', '2026-09-01', '2026-09-02')).__typename).toBe('StandInRefused');
    expect((await stand(nuo, planned.responsibility.id, 'cas', '2026-08-12', '2026-08-13')).__typename).toBe('StandInRefused');
    expect(await endIt(nuo, planned.responsibility.id, '2026-08-12')).toMatchObject({ responsibility: { endsOn: '2026-08-12' } });
    await endIt(nuo, responsibility.id, '2026-08-15');
    expect(await periods(nuo, id)).toEqual(['ann 2026-08-03/2026-08-15', 'bob 2026-08-10/2026-08-12 for']);
    expect((await stand(nuo, responsibility.id, 'bob', '2026-08-14', '2026-08-16')).__typename).toBe('StandInRefused');
  });

  it('is one of two who are assigned at once, and the database keeps it so', { timeout: 60_000 }, async () => {
    const nuo = shared();
    const id = await somebody();
    const answers = await Promise.all(['ann', 'bob', 'cas', 'ann', 'bob', 'cas'].map((who) => assign(nuo, id, who)));
    expect(answers.filter(({ __typename }) => __typename === 'ResponsibleAssigned')).toHaveLength(1);
    expect(new Set(answers.map(({ responsibility }) => responsibility.employee.id)).size).toBe(1);
    const [row] = await nuo.db.read.em.findBy(Responsibility, { participantId: id });
    await expect(
      nuo.db.write(({ em }) => em.insert(Responsibility, { ...(row as Responsibility), id: idOf('placement', 500), startsOn: '2026-09-01' })),
    ).rejects.toThrow(/UNIQUE|Duplicate/);
  });
});

describe.each(dialects)('hand-overs on %s', (dialect) => {
  const question = `query ($filter: HandOverFilter!, $first: Int! = 50, $after: String) { handOvers(filter: $filter, first: $first, after: $after) {
    count missing participants mostOfOne nodes { on kind role from { id } to { id } fromOrganisation { name } toOrganisation { name } participant { id } } pageInfo { hasNextPage endCursor } } }`;
  const period = { from: '2026-01-01', until: '2026-12-31' };
  const persons = [
    participantRow(1),
    participantRow(2),
    participantRow(3, { municipality: '0189' }),
    participantRow(4, { exitedOn: '2025-06-01', registeredOn: '2025-01-01' }),
  ];
  const row = (n: number, participant: number, who: string, startsOn: string, endsOn: string | null, more: Partial<Responsibility> = {}): Responsibility => ({
    id: idOf('moment', n),
    participantId: participantRow(participant).id,
    role: 'JOBCOACH',
    colleagueId: `nuo:${who}`,
    standIn: false,
    startsOn,
    endsOn,
    openFor: endsOn === null ? participantRow(participant).id : null,
    ...more,
  });
  const filled = async (): Promise<TestNuo> => {
    const nuo = await nuoForTest(dialect, { colleagues: [...people('ann', 'bob'), { id: 'ext', organisation: '0189', name: 'Extern', leavesOn: null }] });
    await nuo.db.write(async (tx) => {
      await insertPeople(tx, ...persons);
      await tx.em.insert(Responsibility, [
        row(1, 1, 'ann', '2026-01-01', '2026-02-28'),
        row(2, 1, 'bob', '2026-03-01', '2026-04-30'),
        row(3, 1, 'ext', '2026-05-01', null, { colleagueId: '0189:ext' }),
        row(4, 1, 'bob', '2026-01-10', '2026-01-20', { standIn: true }),
        row(5, 2, 'ann', '2026-01-01', null),
        row(6, 2, 'bob', '2026-03-01', '2026-03-20', { standIn: true }),
        row(7, 3, 'ann', '2025-01-01', '2025-12-31'),
        row(8, 3, 'bob', '2026-01-01', null),
      ]);
    });
    await insertOrders(nuo, orderRow(1, participantRow(2), { status: 'HANDED_BACK' }), orderRow(2, participantRow(1), { status: 'COMPLETED' }));
    const step = { byId: 'nuo:ann', organisation: 'nuo', fromStatus: 'IN_PROGRESS', reference: null, text: null, version: 5 } as const;
    await nuo.db.write(({ em }) =>
      em.insert(ServiceOrderEvent, [
        {
          ...step,
          id: idOf('moment', 50),
          orderId: orderRow(1, participantRow(2)).id,
          step: 'handBack',
          toStatus: 'HANDED_BACK',
          at: new Date('2026-06-30T22:30:00Z'),
        },
        {
          ...step,
          id: idOf('moment', 51),
          orderId: orderRow(2, participantRow(1)).id,
          step: 'complete',
          toStatus: 'COMPLETED',
          at: new Date('2026-06-30T10:00:00Z'),
        },
      ]),
    );
    return nuo;
  };
  const counted = async (nuo: TestNuo, user: string, filter: object, more: object = {}) =>
    (await nuo.ask(user, question, { filter: { ...period, ...filter }, ...more })).data.handOvers;

  it('are changes of person or organisation, not starts and not stand-ins for a short time', async () => {
    const nuo = await filled();
    const almelo = await counted(nuo, coach, { municipality: '0141' });
    expect(almelo).toMatchObject({ count: 5, participants: 2, mostOfOne: 3 });
    const seen = almelo.nodes.map(
      (node: { on: string; kind: string; from: { id: string } | null; to: { id: string } | null; toOrganisation: { name: string } }) => [
        node.on,
        node.kind,
        node.from?.id ?? null,
        node.to?.id ?? null,
        node.toOrganisation.name,
      ],
    );
    expect(seen).toEqual([
      ['2026-03-01', 'PERSON', 'ann', 'bob', 'NUO'],
      ['2026-03-01', 'PERSON', 'ann', 'bob', 'NUO'],
      ['2026-03-21', 'PERSON', 'bob', 'ann', 'NUO'],
      ['2026-05-01', 'ORGANISATION', 'bob', 'ext', 'Wierden'],
      // The evening of 30 June in UTC is the first of July here.
      ['2026-07-01', 'ORGANISATION', null, null, 'Almelo'],
    ]);
    expect(await counted(nuo, coach, { participantId: participantRow(1).id })).toMatchObject({ count: 2, participants: 1, mostOfOne: 2 });
    expect(await counted(nuo, coach, { participantId: participantRow(1).id, from: '2026-03-02', until: '2026-05-01' })).toMatchObject({ count: 1 });
    // Without the change on the first day of the year nothing happened in 2025 to who came on its last.
    expect(await counted(nuo, coach, { municipality: '0189' })).toMatchObject({ count: 1, participants: 1 });
    const paged = await counted(nuo, coach, { municipality: '0141' }, { first: 2 });
    expect([paged.nodes.length, paged.count, paged.pageInfo.hasNextPage]).toEqual([2, 5, true]);
    const rest = await counted(nuo, coach, { municipality: '0141' }, { first: 5, after: paged.pageInfo.endCursor });
    expect([...paged.nodes, ...rest.nodes]).toEqual(almelo.nodes);
  });

  it('are of one’s own municipality for a Werkplein, and need the term of a stand-in', async () => {
    const nuo = await filled();
    expect(await counted(nuo, 'almelo.klantregisseur', { municipality: '0141' })).toMatchObject({ count: 5 });
    expect(await counted(nuo, 'almelo.klantregisseur', { municipality: '0189' })).toBeNull();
    expect(await counted(nuo, 'almelo.klantregisseur', { participantId: participantRow(3).id })).toBeNull();
    expect(await counted(nuo, coach, { participantId: idOf('participant', 99) })).toBeNull();
    expect((await nuo.ask('nuo.accountmanager', question, { filter: { ...period, municipality: '0141' } })).errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
    expect(
      (await nuo.ask(coach, question, { filter: { from: '2026-02-01', until: '2026-01-01' } })).errors?.[0]?.extensions['problems'].map(
        ({ path }: { path: string[] }) => path,
      ),
    ).toEqual([
      ['filter', 'participantId'],
      ['filter', 'until'],
    ]);
    expect(await counted(nuo, coach, { municipality: '0141', from: '2014-01-01', until: '2014-12-31' })).toMatchObject({
      count: null,
      missing: ['STAND_IN_DAYS_MAX'],
      participants: 0,
      mostOfOne: null,
      nodes: [],
    });
  });

  it('take the same number of statements however many there are', async () => {
    const nuo = await filled();
    const count = async () => (await nuo.ask(coach, question, { filter: { ...period, municipality: '0141' } })).statements - loggingStatements;
    const few = await count();
    await nuo.db.write(async (tx) => {
      for (let n = 10; n < 20; n += 1) await insertPeople(tx, participantRow(n));
      await tx.em.insert(
        Responsibility,
        Array.from({ length: 20 }, (_, i) =>
          row(100 + i, 10 + (i % 10), i < 10 ? 'ann' : 'bob', i < 10 ? '2026-01-01' : '2026-02-01', i < 10 ? '2026-01-31' : null),
        ),
      );
    });
    expect([few, await count()]).toEqual([7, 7]);
  });
});

describe.each(dialects)('a colleague who leaves on %s', (dialect) => {
  const everything = (nuo: TestNuo, from: string, to: string, onDay: string) =>
    command(
      nuo,
      boss,
      'handOverEverything',
      { from: at(from), to: at(to), onDay },
      '... on EverythingHandedOver { moved { kind count } remaining { kind count } } ... on ColleagueNotActive { colleague { leavesOn } }',
    );
  const of = (counts: { kind: string; count: number }[]) => counts.find(({ kind }) => kind === 'participants')?.count;

  it('hands over every participant, and nothing is left', async () => {
    const nuo = await nuoForTest(dialect, { ...testDemo(2), colleagues: people('ann', 'bob', 'cas') });
    const [a, b, c] = [0, 1, 2].map((n) => idOf('participant', n)) as [string, string, string];
    const first = await assign(nuo, a, 'ann', { startsOn: '2026-02-01' });
    await assign(nuo, a, 'ann', { role: 'WERKLEIDER' });
    await assign(nuo, b, 'bob');
    await replace(nuo, b, 'ann', 'bob', '2026-10-01');
    const third = await assign(nuo, c, 'cas');
    await stand(nuo, third.responsibility.id, 'ann', '2026-08-20', '2026-09-10');
    await stand(nuo, first.responsibility.id, 'bob', '2026-08-05', '2026-08-06');
    const answer = await everything(nuo, 'ann', 'bob', '2026-09-01');
    expect([of(answer.moved), of(answer.remaining)]).toEqual([3, 0]);
    expect(await periods(nuo, a)).toEqual([
      'ann 2026-02-01/2026-08-31',
      'ann 2026-08-03/2026-08-31',
      'bob 2026-08-05/2026-08-06 for',
      'bob 2026-09-01/',
      'bob 2026-09-01/',
    ]);
    expect(await periods(nuo, b)).toEqual(['bob 2026-08-03/2026-09-30', 'bob 2026-10-01/']);
    expect(await periods(nuo, c)).toEqual(['cas 2026-08-03/', 'ann 2026-08-20/2026-08-31 for', 'bob 2026-09-01/2026-09-10 for']);
    expect(await assign(nuo, idOf('participant', 3), 'ann')).toMatchObject({ __typename: 'ColleagueNotActive' });
    const { data } = await nuo.ask(boss, '{ openWorkOf(employeeId: "bob", organisation: "nuo") { counts { kind count } } }');
    expect(of(data.openWorkOf.counts)).toBe(3);
  });

  it('leaves nothing while others assign them', { timeout: 60_000 }, async () => {
    const [one, two] = await nuoPairForTest(dialect, { ...testDemo(10), colleagues: people('ann', 'bob') });
    for (let n = 0; n < 5; n += 1) await assign(one, idOf('participant', n), 'ann');
    const assigns = Array.from({ length: 15 }, (_, i) => assign(i % 2 ? one : two, idOf('participant', 5 + i), 'ann'));
    const [handed] = await Promise.all([everything(two, 'ann', 'bob', '2026-08-03'), ...assigns]);
    expect(handed.__typename).toBe('EverythingHandedOver');
    const left = await one.db.read.em.findBy(Responsibility, { colleagueId: 'nuo:ann' });
    expect(left).toEqual([]);
    const kinds = new Set((await Promise.all(assigns)).map(({ __typename }) => __typename));
    expect([...kinds].every((kind) => kind === 'ResponsibleAssigned' || kind === 'ColleagueNotActive')).toBe(true);
  });
});
