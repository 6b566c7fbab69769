import { setTimeout as wait } from 'node:timers/promises';
import type { Principal } from '@werkplein/kernel';
import { dialects } from '@werkplein/kernel/testing';
import { describe, expect, it, onTestFinished } from 'vitest';
import { lossyProxy } from './lossy-proxy.ts';
import { type NuoProcesses, processesOfFile } from './nuo-processes.ts';
import { byType, inDays, manager, newEmployers, plan, range, refOf, run } from './steps.ts';

// H3, H8 and H9 of domain.md §10.

const nuoOf = processesOfFile();
const coordinator = 'nuo.coordinator';

const count = async ({ db }: NuoProcesses, sql: string, values: unknown[] = []): Promise<number> =>
  Number((await db.read.em.query<{ n: number | string }[]>(`SELECT COUNT(*) AS n FROM ${sql}`, values))[0]?.n);

describe.each(dialects)('placements of one person at once at the processes on %s', (dialect) => {
  const participant = async (nuo: NuoProcesses): Promise<string> =>
    (
      await run(
        nuo.at(0),
        'nuo.trajectbegeleider',
        'registerParticipant',
        { municipality: '0141', name: 'Wsw medewerker' },
        '... on ParticipantRegistered { participant { id } }',
      )
    ).participant.id;
  const coach = 'nuo.trajectbegeleider';
  const proposed = async (nuo: NuoProcesses, participantId: string, employerId: string, more: object = {}): Promise<string> => {
    const work = { participantId, employerId, kind: 'REGULAR', startsOn: '2026-03-01', hoursPerWeek: 24, ...more };
    return (await run(nuo.at(0), coach, 'proposePlacement', work, '... on PlacementProposed { placement { id } }')).placement.id as string;
  };
  /** Whoever plans takes the days: a proposal does not. */
  const planned = async (nuo: NuoProcesses, n: number, placementId: string) =>
    run(
      nuo.at(n),
      coach,
      'planPlacement',
      { placementId, agreementReference: 'Contract', expectedVersion: 1 },
      '... on PlacementChanged { placement { id } } ... on PlacementOverlaps { placement { id } }',
    );
  const taken = (nuo: NuoProcesses, person: string): Promise<number> => count(nuo, "placement WHERE participantId = ? AND status = 'PLANNED'", [person]);

  it('by twenty are one; the others hear which', async () => {
    const nuo = nuoOf(dialect);
    const person = await participant(nuo);
    const ids: string[] = [];
    for (const employerId of await newEmployers(nuo, 20)) ids.push(await proposed(nuo, person, employerId));
    const answers = await Promise.all(ids.map((id, n) => planned(nuo, n, id)));
    expect(byType(answers)).toEqual({ PlacementChanged: 1, PlacementOverlaps: 19 });
    expect(new Set(answers.map(({ placement }) => placement.id)).size).toBe(1);
    expect(await taken(nuo, person)).toBe(1);
  });

  it.each([
    ['20 and 20 hours beside each other', { hoursPerWeek: 20 }, { hoursPerWeek: 20 }, 2],
    ['20 and 24 hours', { hoursPerWeek: 20 }, { hoursPerWeek: 24 }, 1],
    ['begeleid werken and a job', { kind: 'BEGELEID_WERKEN', hoursPerWeek: 20 }, { hoursPerWeek: 20 }, 1],
  ])('of %s', async (_, one, other, expected) => {
    const nuo = nuoOf(dialect);
    const [first = '', second = ''] = await newEmployers(nuo, 2);
    const person = await participant(nuo);
    const ids = [await proposed(nuo, person, first, one), await proposed(nuo, person, second, other)];
    await Promise.all(ids.map((id, n) => planned(nuo, n, id)));
    expect(await taken(nuo, person)).toBe(expected);
  });

  it('touch on one day and no more: what ends on the 31st lets the next begin on the 1st', async () => {
    const nuo = nuoOf(dialect);
    const [first = '', second = ''] = await newEmployers(nuo, 2);
    const person = await participant(nuo);
    await planned(nuo, 0, await proposed(nuo, person, first, { startsOn: '2026-01-01', expectedEndOn: '2026-03-31' }));
    const ids = [await proposed(nuo, person, second, { startsOn: '2026-03-31' }), await proposed(nuo, person, second, { startsOn: '2026-04-01' })];
    const answers = await Promise.all(ids.map((id, n) => planned(nuo, n, id)));
    expect(answers.map(({ __typename }) => __typename)).toEqual(['PlacementOverlaps', 'PlacementChanged']);
  });
});

describe.each(dialects)('an answer that got lost at the processes on %s', (dialect) => {
  const day = inDays(40);
  const later = { title: 'Terugbellen', dueOn: day };
  const call = { purpose: 'VACANCY', steering: 'VRAAGGESTUURD', channel: 'PHONE', window: { from: day, until: day } };
  const talk = { occurredAt: `${inDays(-1)}T09:00:00Z`, channel: 'PHONE', direction: 'INCOMING', steering: 'VRAAGGESTUURD', subject: 'Vraag', report: '' };
  const work = { title: 'Inpakker', occupation: 'Inpakker', postcode4: '7607', places: 1, description: '' };
  const commands: [name: string, input: object, table: string, event: string, show: string][] = [
    ['planContact', call, 'contact_plan', 'ContactPlanned', '... on ContactPlanned { alreadyPlanned contactPlan { id } }'],
    ['recordContactMoment', talk, 'contact_moment', 'ContactMomentRecorded', '... on ContactMomentRecorded { contactMoment { id } }'],
    ['createTask', later, 'task', 'TaskCreated', '... on TaskSaved { task { id } }'],
    [
      'addContactPerson',
      { name: 'Katrien', email: 'k@donald.example' },
      'contact_person',
      'ContactPersonAdded',
      '... on ContactPersonAdded { alreadyKnown contactPerson { id } }',
    ],
    ['registerVacancy', work, 'vacancy', 'VacancyRegistered', '... on VacancyRegistered { vacancy { id } }'],
  ];
  let sent = 0;
  const lossy = async (nuo: NuoProcesses, name: string, input: object, show: string, beforeCut?: () => void) => {
    const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
    const query = `mutation ($input: ${type}!) { nuo { ${name}(input: $input) { __typename ${show} } } }`;
    const variables = { input: { requestId: `lost-answer-${(sent += 1)}`, ...input } };
    const proxy = await lossyProxy(nuo.ports[0] as number, beforeCut);
    onTestFinished(() => proxy.close());
    await expect(nuo.send(proxy.port, manager(0), query, variables)).rejects.toThrow('fetch failed');
    expect(proxy.lost).toHaveLength(1);
    return {
      lost: proxy.lost[0],
      again: async (n: number, more: object = {}) =>
        (await nuo.send(nuo.ports[n % nuo.count] as number, manager(0), query, { input: { ...variables.input, ...more } })).text(),
    };
  };

  it.each(commands)('of %s is given again for the same requestId: one row, one event', async (name, input, table, event, show) => {
    const nuo = nuoOf(dialect);
    const [employerId = ''] = await newEmployers(nuo, 1);
    const rows = () => count(nuo, table);
    const events = () => count(nuo, 'outbox_event WHERE type = ?', [event]);
    const [before, told] = [await rows(), await events()];
    const { lost, again } = await lossy(nuo, name, { employerId, ...input }, show);
    // At the same process, at the other, and at both at once.
    expect([await again(0), await again(1), ...(await Promise.all(range(6).map((n) => again(n))))]).toEqual(range(8).map(() => lost));
    expect([(await rows()) - before, (await events()) - told]).toEqual([1, 1]);
    expect(JSON.parse(await again(1, { employerId: 'nuo:00000000-0000-7000-8000-000000000009' })).errors[0].extensions.code).toBe('REQUEST_ID_REUSED');
  });

  it('is made twice by who asks again under another requestId', async () => {
    const nuo = nuoOf(dialect);
    const [employerId = ''] = await newEmployers(nuo, 1);
    const before = await count(nuo, 'task');
    const { lost, again } = await lossy(nuo, 'createTask', { employerId, ...later }, '... on TaskSaved { task { id } }');
    expect(await again(1, { requestId: 'another-request' })).not.toBe(lost);
    expect((await count(nuo, 'task')) - before).toBe(2);
  });

  it('of twenty equal requests that are on their way at once is one', async () => {
    const nuo = nuoOf(dialect);
    const [employerId = ''] = await newEmployers(nuo, 1);
    const input = { requestId: 'twenty-at-once', employerId, ...later };
    const answers = await Promise.all(range(20).map((n) => run(nuo.at(n), manager(0), 'createTask', input, '... on TaskSaved { task { id } }')));
    expect(new Set(answers.map(({ task }) => task.id)).size).toBe(1);
    expect(await count(nuo, 'task t INNER JOIN employer_alias a ON a.id = t.employerAliasId WHERE a.employerId = ?', [employerId])).toBe(1);
  });

  it('of a change at a version that has passed says who changed it', async () => {
    const nuo = nuoOf(dialect);
    const [employerId = ''] = await newEmployers(nuo, 1);
    const change = (n: number) =>
      run(
        nuo.at(n),
        manager(n),
        'changeEmployer',
        { employerId, expectedVersion: 1, employees: n + 1 },
        '... on EmployerChanged { employer { employees } } ... on EmployerVersionConflict { currentVersion employer { employees changedBy { id } } }',
      );
    const answers = await Promise.all(range(10).map(change));
    expect(byType(answers)).toEqual({ EmployerChanged: 1, EmployerVersionConflict: 9 });
    const winner = answers.findIndex(({ __typename }) => __typename === 'EmployerChanged');
    for (const { currentVersion, employer } of answers.filter((_, n) => n !== winner))
      expect([currentVersion, employer]).toEqual([2, { employees: winner + 1, changedBy: { id: `manager-${winner}` } }]);
  });

  it('because the process died after the commit is given by the one that is there', async () => {
    const nuo = nuoOf(dialect);
    const [employerId = ''] = await newEmployers(nuo, 1);
    const before = await count(nuo, 'contact_plan');
    const { lost, again } = await lossy(nuo, 'planContact', { employerId, ...call }, planOf, () => nuo.child(0).kill('SIGKILL'));
    await nuo.kill(0);
    if (nuo.count === 1) await nuo.start(0);
    expect(await again(1)).toBe(lost);
    if (nuo.count > 1) await nuo.start(0);
    expect(await again(0)).toBe(lost);
    expect((await count(nuo, 'contact_plan')) - before).toBe(1);
    // The event was written with the plan: whoever starts after it places it.
    const placed = () => count(nuo, "outbox_event WHERE type = 'ContactPlanned' AND topicId = ? AND position IS NOT NULL", [employerId]);
    for (let tries = 0; tries < 100 && (await placed()) === 0; tries += 1) await wait(50);
    expect(await placed()).toBe(1);
  });
  const planOf = '... on ContactPlanned { alreadyPlanned contactPlan { id } }';
});

describe.each(dialects)('a hand-over at the processes on %s', (dialect) => {
  let hired = 100;
  /** Three who hold nothing yet, of three organisations. */
  const colleagues = async (nuo: NuoProcesses) => {
    const three = [manager((hired += 1)), manager((hired += 1)), manager((hired += 1))] as const;
    for (const one of three) await run(nuo.at(0), coordinator, 'registerColleague', { colleague: refOf(one), name: one.displayName });
    return three;
  };
  const assigned = async (nuo: NuoProcesses, employerId: string, ann: Principal): Promise<string> =>
    (await run(nuo.at(0), coordinator, 'assignAccountOwner', { employerId, owner: refOf(ann) }, '... on AccountOwnerAssigned { account { id } }')).account.id;
  const offered = async (nuo: NuoProcesses, accountId: string, ann: Principal, bob: Principal): Promise<string> =>
    (await run(nuo.at(1), ann, 'offerAccount', { accountId, to: refOf(bob) }, '... on HandOverOffered { handOver { id } }')).handOver.id;
  const task = (nuo: NuoProcesses, n: number, employerId: string, more: object = {}) =>
    run(
      nuo.at(n),
      manager(n),
      'createTask',
      { employerId, title: 'Terugbellen', dueOn: inDays(9), ...more },
      '... on TaskSaved { redirected task { assignee { id } } }',
    );
  const heldBy = async (nuo: NuoProcesses, who: Principal): Promise<Record<string, number>> => {
    const { data } = await nuo
      .at(1)
      .ask(coordinator, `{ openWorkOf(employeeId: "${who.employeeId}", organisation: "${who.organisation}") { counts { kind count } } }`);
    return Object.fromEntries(data.openWorkOf.counts.map(({ kind, count: n }: { kind: string; count: number }) => [kind, n]));
  };

  it('that is accepted while fifty others give work to who leaves it: nothing stays there', async () => {
    const nuo = nuoOf(dialect);
    const [ann, bob] = await colleagues(nuo);
    const [employerId = ''] = await newEmployers(nuo, 1);
    const accountId = await assigned(nuo, employerId, ann);
    for (const n of range(5)) await task(nuo, n, employerId, { remindAt: `${inDays(8)}T08:00:00Z` });
    await plan(nuo.at(0), ann, employerId);
    expect(await heldBy(nuo, ann)).toMatchObject({ accounts: 1, tasks: 5, reminders: 5, contactPlans: 1 });
    const handOverId = await offered(nuo, accountId, ann, bob);
    const creates = (from: number, to: number) => range(to - from).map((i) => task(nuo, i, employerId, (from + i) % 3 === 0 ? { assignee: refOf(ann) } : {}));
    const accept = (n: number) => run(nuo.at(n), bob, 'acceptHandOver', { handOverId });
    const answers = await Promise.all([...creates(0, 25), accept(0), accept(1), ...creates(25, 50)]);
    expect(byType(answers)).toEqual({ TaskSaved: 50, HandOverAccepted: 1, HandOverAlreadyDecided: 1 });
    expect(new Set(Object.values(await heldBy(nuo, ann)))).toEqual(new Set([0]));
    expect(await heldBy(nuo, bob)).toMatchObject({ accounts: 1, tasks: 55, reminders: 5, contactPlans: 1 });
  });

  it('would leave what is written without the lock of the employer, and the list of what is left shows it', async () => {
    const nuo = nuoOf(dialect);
    const [ann, bob] = await colleagues(nuo);
    const [employerId = ''] = await newEmployers(nuo, 1);
    await task(nuo, 0, employerId, { assignee: refOf(ann) });
    const accountId = await assigned(nuo, employerId, ann);
    const handOverId = await offered(nuo, accountId, ann, bob);
    await run(nuo.at(1), bob, 'acceptHandOver', { handOverId });
    expect((await heldBy(nuo, ann))['tasks']).toBe(0);
    const late = `colleagueId = '${ann.organisation}:${ann.employeeId}'`;
    const ofEmployer = 'employerAliasId = ?';
    await nuo.db.write((tx) => tx.em.query(`UPDATE task SET ${late} WHERE ${ofEmployer}`, [employerId]));
    expect((await heldBy(nuo, ann))['tasks']).toBe(1);
    await nuo.db.write((tx) => tx.em.query(`DELETE FROM task WHERE ${ofEmployer}`, [employerId]));
  });

  it('of a whole desk while fifty others give it work leaves nothing there', async () => {
    const nuo = nuoOf(dialect);
    const [leaver, cas] = await colleagues(nuo);
    const employers = await newEmployers(nuo, 4);
    for (const employerId of employers) await run(nuo.at(0), coordinator, 'assignAccountOwner', { employerId, owner: refOf(leaver) });
    const give = (i: number) => task(nuo, i, employers[i % 4] ?? '', i % 3 ? {} : { assignee: refOf(leaver) });
    const all = run(
      nuo.at(1),
      coordinator,
      'handOverEverything',
      { from: refOf(leaver), to: refOf(cas), onDay: inDays(0) },
      '... on EverythingHandedOver { remaining { kind count } }',
    );
    const answers = await Promise.all([...range(20).map(give), all, ...range(30).map(give)]);
    expect(byType(answers)).toEqual({ TaskSaved: 50, EverythingHandedOver: 1 });
    expect((await all).remaining.every(({ count: n }: { count: number }) => n === 0)).toBe(true);
    expect(new Set(Object.values(await heldBy(nuo, leaver)))).toEqual(new Set([0]));
  });
});
