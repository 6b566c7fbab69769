import { addDays, localDay, startOfDay } from '@werkplein/kernel';
import { dialects } from '@werkplein/kernel/testing';
import { describe, expect, it } from 'vitest';
import { processesOfFile, zones } from './nuo-processes.ts';
import { byType, contact, inDays, manager, newEmployers, newPerson, plan, planShow, range, run, today } from './steps.ts';

// H1 and H10 of domain.md §10. Without the lock the claims of H1 are written more than once: contact-plans/claims.test.ts shows it.
// H13 is tested where a clock can be set: contact-plans/contact-plan-steps.test.ts.

const nuoOf = processesOfFile();
const CALLERS = 50;

const merge = (survivorId: string, vanishingId: string) => ({ survivorId, vanishingId, survivorVersion: 1, vanishingVersion: 1 });
const livePlans = `query ($id: ID!, $from: Date!, $until: Date!) { employer(id: $id) { contactCalendar(from: $from, until: $until, first: 200) {
  nodes { contactPlan { id owner { id } } } } } }`;

describe.each(dialects)('claims at once at the processes on %s', (dialect) => {
  const windowIn = (days: number) => ({ from: inDays(days), until: inDays(days) });

  it('of 50 colleagues on one employer: one holds it, 49 hear who, when and what they can do', async () => {
    const nuo = nuoOf(dialect);
    const [employerId = ''] = await newEmployers(nuo, 1);
    const contactPersonId = await newPerson(nuo, employerId);
    const answers = await Promise.all(range(CALLERS).map((n) => plan(nuo.at(n), manager(n), employerId, { contactPersonId })));
    expect(byType(answers)).toEqual({ ContactPlanned: 1, ContactConflict: CALLERS - 1 });
    const won = answers.find(({ __typename }) => __typename === 'ContactPlanned');
    for (const lost of answers.filter(({ __typename }) => __typename === 'ContactConflict')) {
      expect(lost).toMatchObject({
        holder: { id: won.contactPlan.owner.id },
        window: won.contactPlan.window,
        contactPlan: { id: won.contactPlan.id },
        options: [{ kind: 'JOIN' }, { kind: 'ASK_HANDOVER' }, { kind: 'WAIT_UNTIL', day: inDays(41) }],
      });
    }
    const { data } = await nuo.at(1).ask('nuo.accountmanager', livePlans, { id: employerId, from: today(), until: inDays(60) });
    expect(data.employer.contactCalendar.nodes).toEqual([{ contactPlan: { id: won.contactPlan.id, owner: won.contactPlan.owner } }]);
  });

  it('of 50 colleagues on 50 employers: all hold theirs', async () => {
    const nuo = nuoOf(dialect);
    const employers = await newEmployers(nuo, CALLERS);
    const answers = await Promise.all(employers.map((employerId, n) => plan(nuo.at(n), manager(n), employerId)));
    expect(byType(answers)).toEqual({ ContactPlanned: CALLERS });
  });

  it('that two move to the same days: one moves, the other hears who is there', async () => {
    const nuo = nuoOf(dialect);
    for (const employerId of await newEmployers(nuo, 5)) {
      const plans = await Promise.all([0, 1].map((n) => plan(nuo.at(n), manager(n), employerId, { window: windowIn(20 + 5 * n) })));
      expect(byType(plans)).toEqual({ ContactPlanned: 2 });
      const moved = await Promise.all(
        plans.map(({ contactPlan }, n) =>
          run(
            nuo.at(n),
            manager(n),
            'rescheduleContactPlan',
            { contactPlanId: contactPlan.id, expectedVersion: 1, window: windowIn(40) },
            '... on ContactPlanRescheduled { contactPlan { owner { id } } } ... on ContactConflict { holder { id } }',
          ),
        ),
      );
      expect(byType(moved)).toEqual({ ContactPlanRescheduled: 1, ContactConflict: 1 });
      const won = moved.find(({ __typename }) => __typename === 'ContactPlanRescheduled');
      expect(moved.find(({ __typename }) => __typename === 'ContactConflict').holder).toEqual(won.contactPlan.owner);
    }
  });

  it('under the old and the new id of a merged employer are claims on one', async () => {
    const nuo = nuoOf(dialect);
    const [kept = '', gone = ''] = await newEmployers(nuo, 2);
    await run(nuo.at(0), 'nuo.coordinator', 'mergeEmployers', merge(kept, gone));
    const answers = await Promise.all(range(10).map((n) => plan(nuo.at(n), manager(n), n % 2 ? kept : gone)));
    expect(byType(answers)).toEqual({ ContactPlanned: 1, ContactConflict: 9 });
  });

  it('at two employers that become one: both are kept, and the merge says that they clash', async () => {
    const nuo = nuoOf(dialect);
    const [kept = '', gone = ''] = await newEmployers(nuo, 2);
    await Promise.all([kept, gone].map((employerId, n) => plan(nuo.at(n), manager(n), employerId)));
    const merged = await run(nuo.at(1), 'nuo.coordinator', 'mergeEmployers', merge(kept, gone), '... on EmployersMerged { warnings }');
    expect(merged.warnings).toHaveLength(1);
  });
});

describe.each(dialects)('days at the processes on %s', (dialect) => {
  const calendar = `query ($id: ID!, $day: Date!) { employer(id: $id) { contactCalendar(from: $day, until: $day) { nodes { at contactMoment { subject } } } } }`;
  const dayIn = (instant: string, timeZone: string): string => new Intl.DateTimeFormat('sv', { timeZone }).format(new Date(instant));

  it.each([
    ['2026-03-31T22:00:00.000Z', '2026-04-01', 'begins in Amsterdam, two hours before it does in UTC'],
    ['2026-03-31T21:59:59.999Z', '2026-03-31', 'ends in Amsterdam'],
    ['2025-10-26T00:30:00.000Z', '2025-10-26', 'has the double hour, the first time'],
    ['2025-10-26T01:30:00.000Z', '2025-10-26', 'has the double hour, the second time'],
    ['2026-03-29T01:00:00.000Z', '2026-03-29', 'misses an hour'],
  ])('%s is on %s, which %s', async (occurredAt, day) => {
    const nuo = nuoOf(dialect);
    const [employerId = ''] = await newEmployers(nuo, 1);
    await contact(nuo.at(0), 'nuo.accountmanager', employerId, { occurredAt });
    for (const n of range(nuo.count)) {
      const on = async (when: string) =>
        (await nuo.at(n).ask('nuo.accountmanager', calendar, { id: employerId, day: when })).data.employer.contactCalendar.nodes;
      expect(await on(day)).toEqual([{ at: occurredAt, contactMoment: { subject: 'Bezoek' } }]);
      expect([await on(addDays(day, -1)), await on(addDays(day, 1))]).toEqual([[], []]);
    }
  });

  it('would be others by the clocks of the machines: the servers stand in other zones', () => {
    const instants = ['2026-03-31T22:00:00.000Z', '2026-03-31T21:59:59.999Z'];
    expect(zones.map((zone) => instants.map((instant) => dayIn(instant, zone)))).toEqual([
      ['2026-04-01', '2026-04-01'],
      ['2026-03-31', '2026-03-31'],
    ]);
  });

  it('of rest are counted from the day of the contact in Amsterdam', async () => {
    const nuo = nuoOf(dialect);
    const [employerId = ''] = await newEmployers(nuo, 1);
    // The last minute of the day before yesterday.
    const last = new Date(startOfDay(inDays(-1)).getTime() - 60_000);
    await contact(nuo.at(0), manager(0), employerId, { occurredAt: last.toISOString(), steering: 'AANBODGESTUURD' });
    const free = addDays(localDay(last), 14);
    const ask = `query ($id: ID!, $window: ContactWindowInput!) { mayApproach(employerId: $id, window: $window, purpose: RELATION, steering: AANBODGESTUURD, channel: PHONE) { answer firstFreeDay } }`;
    for (const n of range(nuo.count)) {
      const on = async (day: string) => (await nuo.at(n).ask(manager(1), ask, { id: employerId, window: { from: day, until: day } })).data.mayApproach;
      expect([await on(addDays(free, -1)), await on(free)]).toEqual([
        { answer: 'NO', firstFreeDay: free },
        { answer: 'YES', firstFreeDay: free },
      ]);
    }
  });
});

// Last: one of the processes is gone afterwards.
describe.runIf(dialects.includes('mariadb'))('claims at once at two processes', () => {
  it('of 50 while one process dies: one holds it, whoever asks again hears what became of theirs', async () => {
    const nuo = nuoOf('mariadb');
    const [employerId = ''] = await newEmployers(nuo, 1);
    let broken = 0;
    const claim = (n: number, at: number) =>
      nuo.at(at).ask(manager(n), `mutation ($input: PlanContactInput!) { nuo { planContact(input: $input) { __typename ${planShow} } } }`, {
        input: {
          requestId: `claim-while-dying-${n}`,
          employerId,
          purpose: 'VACANCY',
          steering: 'VRAAGGESTUURD',
          channel: 'PHONE',
          window: { from: inDays(40), until: inDays(40) },
        },
      });
    const answers = await Promise.all(
      range(CALLERS).map(async (n) => {
        const first = claim(n, n);
        if (n === CALLERS / 2) void first.finally(() => nuo.child(1).kill('SIGKILL')).catch(() => undefined);
        const answer = await first.catch(() => {
          broken += 1;
          return claim(n, 0);
        });
        return answer.data.nuo.planContact;
      }),
    );
    expect(byType(answers)).toEqual({ ContactPlanned: 1, ContactConflict: CALLERS - 1 });
    const won = answers.find(({ __typename }) => __typename === 'ContactPlanned');
    expect(new Set(answers.flatMap(({ holder }) => holder?.id ?? []))).toEqual(new Set([won.contactPlan.owner.id]));
    process.stdout.write(`claims while a process dies: ${broken} of ${CALLERS} lost their connection and asked again\n`);
  });
});
