import { AccessEvent, Erasure, ProcessingLogLine, UnshippedLine } from '@werkplein/kernel';
import { dialects } from '@werkplein/kernel/testing';
import type { EntityTarget, ObjectLiteral } from 'typeorm';
import { describe, expect, it } from 'vitest';
import { CalendarFeed } from './calendar/calendar-feed.entity.ts';
import { Colleague } from './colleagues/colleague.entity.ts';
import { ContactAttempt } from './contact-plans/contact-attempt.entity.ts';
import { ContactPlan, ContactPlanCandidate, ContactPlanParticipant } from './contact-plans/contact-plan.entity.ts';
import { ContactMoment } from './contacts/contact.entity.ts';
import { EmployerMatch } from './duplicates/duplicate.entity.ts';
import { ContactPerson, EmployerAlias } from './employers/employer.entity.ts';
import { EmployerMerge, EmployerMergeStep } from './merging/merge.entity.ts';
import { Proposal } from './proposals/proposal.entity.ts';
import { Task } from './tasks/task.entity.ts';
import { idOf, nuoForTest, testDemo, testId, type TestNuo } from './testing/index.ts';

let requests = 0;
const requestId = (): string => `retained-${String((requests += 1)).padStart(6, '0')}`;
const officer = 'nuo.privacyofficer';
const at = (day: string): Date => new Date(`${day}T10:00:00Z`);
const [a, b] = [idOf('employer', 0), idOf('employer', 1)];
const person = idOf('person', 0);
const by = { employeeId: 'e1', organisation: 'nuo' };

const run = async ({ ask }: TestNuo, command: string, type: string, input: object, fields = '', user = officer) => {
  const document = `mutation ($input: ${type}!) { nuo { ${command}(input: $input) { __typename ${fields} } } }`;
  const { data, errors } = await ask(user, document, { input: { requestId: requestId(), ...input } });
  expect(errors).toBeUndefined();
  return data.nuo[command];
};
const retain = async (nuo: TestNuo, dryRun = false): Promise<Record<string, number>> => {
  const { parts } = await run(nuo, 'runRetention', 'RunRetentionInput', { dryRun }, 'parts { title rows }');
  return Object.fromEntries(parts.flatMap(({ title, rows }: { title: string; rows: number }) => (rows > 0 ? [[title, rows]] : [])));
};
const erasePerson = (nuo: TestNuo, subjectId: string) =>
  run(nuo, 'eraseContactPerson', 'EraseSubjectInput', { subjectId, ground: 'OBJECTION', dryRun: false }, '... on Erased { parts { title rows detached } }');
const insert = <E extends ObjectLiteral>({ db }: TestNuo, entity: EntityTarget<E>, ...rows: E[]) =>
  db.write(async ({ em }) => {
    for (const row of rows) await em.insert(entity, row);
  });
const counts = ({ db }: TestNuo, ...entities: EntityTarget<ObjectLiteral>[]) => Promise.all(entities.map((entity) => db.read.em.count(entity)));

const proposal = (changedOn: string): Proposal => ({
  id: testId(20, 1),
  candidateId: testId(21, 1, '0141'),
  openCandidateId: null,
  municipality: '0141',
  employerAliasId: a,
  vacancyId: null,
  status: 'REJECTED',
  reason: null,
  employeeName: 'Medewerker',
  ...by,
  proposedAt: at(changedOn),
  changedAt: at(changedOn),
  version: 1,
});
const plan = (n: number, windowUntil: string, more: Partial<ContactPlan> = {}): ContactPlan => ({
  id: testId(22, n),
  employerAliasId: a,
  branchId: null,
  contactPersonId: null,
  purpose: 'INTRODUCTION',
  steering: 'VRAAGGESTUURD',
  channel: 'PHONE',
  windowFrom: windowUntil,
  windowUntil,
  plannedAt: null,
  startsAt: at(windowUntil),
  ownerId: 'e1',
  ownerName: 'Medewerker',
  ownerOrganisation: 'nuo',
  status: 'CANCELLED',
  expiresAt: null,
  overrides: [],
  overrideReason: null,
  offeredTo: null,
  previousId: null,
  createdAt: at(windowUntil),
  version: 1,
  ...more,
});
const colleague = (leavesOn: string | null): Colleague => ({
  id: 'nuo:e1',
  ...by,
  name: 'Medewerker',
  nameVerified: true,
  leavesOn,
  handedOverAt: null,
  version: 1,
});
const task = (closedOn: string | null, more: Partial<Task> = {}): Task => ({
  id: testId(23, 1),
  contactPlanId: null,
  title: 'Terugbellen',
  employerAliasId: a,
  colleagueId: null,
  teamId: null,
  dueOn: '2020-01-01',
  remindAt: null,
  status: closedOn ? 'DONE' : 'OPEN',
  contactMomentId: null,
  createdById: 'nuo:e1',
  createdAt: at('2020-01-01'),
  closedAt: closedOn === null ? null : at(closedOn),
  version: 1,
  ...more,
});
const merge = (reversibleUntil: string, undoneAt: Date | null = null): EmployerMerge => ({
  id: testId(24, 1),
  survivorId: a,
  vanishedId: b,
  survivorVersion: 2,
  reason: null,
  mergedAt: at('2026-07-01'),
  mergedBy: { id: 'e1', name: 'Medewerker', organisation: 'nuo' },
  reversibleUntil: at(reversibleUntil),
  undoneAt,
  undoneBy: null,
});
const step = (): EmployerMergeStep => ({
  mergeId: testId(24, 1),
  position: 0,
  tableName: 'branch',
  columnName: 'employerId',
  rowId: idOf('branch', 1),
  values: { before: b, after: a },
});
const attempt = (on: string, contactPlanId: string | null = null): ContactAttempt => ({
  id: testId(25, 1),
  attemptId: testId(25, 1),
  at: at(on),
  employerAliasId: a,
  ...by,
  kind: 'OTHER_PLAN',
  outcome: 'REFUSED',
  contactPlanId,
  followedBy: null,
});

describe.each(dialects)('what is kept by term on %s', (dialect) => {
  // The retention run is of 2026-08-03.
  it.each<[string, string, (nuo: TestNuo, day: string) => Promise<void>, [kept: string, last: string, gone: string]]>([
    ['a proposal', 'Voordrachten', (nuo, day) => insert(nuo, Proposal, proposal(day)), ['2021-08-04', '2021-08-03', '2021-08-02']],
    ['a contact plan', 'Contactvoornemens', (nuo, day) => insert(nuo, ContactPlan, plan(1, day)), ['2021-08-04', '2021-08-03', '2021-08-02']],
    [
      'a contact attempt',
      'Pogingen om contact te plannen',
      (nuo, day) => insert(nuo, ContactAttempt, attempt(day)),
      ['2024-08-04', '2024-08-03', '2024-08-02'],
    ],
    ['a task', 'Taken', (nuo, day) => insert(nuo, Task, task(day)), ['2025-08-04', '2025-08-03', '2025-08-02']],
    [
      'a step of a merge',
      'Waarden van voor een samenvoeging',
      (nuo, day) => insert(nuo, EmployerMerge, merge(day)).then(() => insert(nuo, EmployerMergeStep, step())),
      ['2026-08-04', '2026-08-03', '2026-08-02'],
    ],
    [
      'a step of a merge that was undone',
      'Waarden van voor een samenvoeging',
      (nuo, day) => insert(nuo, EmployerMerge, merge('2026-09-01', at(day))).then(() => insert(nuo, EmployerMergeStep, step())),
      ['2026-08-04', '2026-08-03', '2026-08-02'],
    ],
    [
      'a calendar address',
      'Agenda-adressen',
      (nuo, day) => insert(nuo, CalendarFeed, { id: testId(26, 1), ...by, secretHash: 'x', createdAt: at(day), expiresAt: at(day) }),
      ['2026-08-04', '2026-08-03', '2026-08-02'],
    ],
    ['a colleague who left', 'Collega’s die weg zijn', (nuo, day) => insert(nuo, Colleague, colleague(day)), ['2025-08-04', '2025-08-03', '2025-08-02']],
  ])('%s is there through the last day of its term and goes the day after', async (_, title, write, [kept, last, gone]) => {
    for (const [day, rows] of [
      [kept, undefined],
      [last, undefined],
      [gone, 1],
    ] as const) {
      const nuo = await nuoForTest(dialect, testDemo(2));
      await write(nuo, day);
      expect([(await retain(nuo, true))[title], (await retain(nuo))[title], (await retain(nuo))[title]]).toEqual([rows, rows, undefined]);
    }
  });

  it('removes a plan, a merge and a contact without what hangs on them, and leaves the rest', async () => {
    const nuo = await nuoForTest(dialect, testDemo(2));
    const [old, next] = [plan(1, '2020-01-01'), plan(2, '2026-07-01', { previousId: testId(22, 1), status: 'CARRIED_OUT' })];
    await insert(nuo, ContactPlan, old, next);
    await insert(nuo, ContactPlanParticipant, { contactPlanId: old.id, ...by, name: 'Medewerker', joinedAt: at('2020-01-01') });
    await insert(nuo, ContactPlanCandidate, { contactPlanId: old.id, candidateId: testId(21, 1, '0141') });
    await insert(nuo, ContactAttempt, attempt('2026-01-01', old.id));
    await insert(nuo, EmployerMerge, { ...merge('2020-02-01'), mergedAt: at('2020-01-01') });
    await insert(nuo, EmployerMergeStep, step());
    await nuo.db.write(({ em }) => em.update(ContactMoment, { id: idOf('moment', 1) }, { occurredAt: at('2020-01-01'), contactPlanId: old.id }));
    await nuo.db.write(({ em }) => em.update(ContactMoment, { id: idOf('moment', 2) }, { contactPlanId: old.id }));
    await insert(nuo, Task, task(null, { contactMomentId: idOf('moment', 1) }));
    expect(await retain(nuo)).toEqual({ Contactvoornemens: 1, Contactmomenten: 1, 'Waarden van voor een samenvoeging': 1, Samenvoegingen: 1 });
    expect(await counts(nuo, ContactPlan, ContactPlanParticipant, ContactPlanCandidate, EmployerMergeStep, ContactMoment)).toEqual([1, 0, 0, 0, 9]);
    expect(await nuo.db.read.em.findOneByOrFail(ContactPlan, { id: next.id })).toMatchObject({ previousId: null });
    expect(await nuo.db.read.em.findOneByOrFail(Task, { id: testId(23, 1) })).toMatchObject({ contactMomentId: null });
    expect(await nuo.db.read.em.findOneByOrFail(ContactAttempt, { id: testId(25, 1) })).toMatchObject({ contactPlanId: null });
  });

  it('keeps a colleague who left while a task or an account names them, and open work for ever', async () => {
    const nuo = await nuoForTest(dialect, testDemo(1));
    await insert(nuo, Colleague, colleague('2020-01-01'));
    await insert(nuo, Task, task('2025-12-01', { colleagueId: 'nuo:e1' }));
    await insert(nuo, Task, task(null, { id: testId(23, 2) }));
    expect(await retain(nuo)).toEqual({});
    await nuo.db.write(({ em }) => em.update(Task, { id: testId(23, 1) }, { closedAt: at('2020-01-01') }));
    expect(await retain(nuo)).toEqual({ Taken: 1, 'Collega’s die weg zijn': 1 });
    expect([await nuo.db.read.em.count(Task), await nuo.db.read.em.existsBy(Colleague, { id: 'nuo:e1' })]).toEqual([1, false]);
  });

  it('keeps a line that the logbook has not acknowledged, whatever its term', async () => {
    const nuo = await nuoForTest(dialect, testDemo(1));
    await nuo.ask('nuo.jobcoach', `{ participant(id: "${idOf('participant', 0)}") { id } }`);
    await nuo.db.write(({ em }) => em.updateAll(ProcessingLogLine, { endTime: at('2020-01-01') }));
    await nuo.db.write(({ em }) => em.updateAll(AccessEvent, { at: at('2020-01-01') }));
    const [line] = await nuo.db.read.em.find(ProcessingLogLine);
    const [event] = await nuo.db.read.em.find(AccessEvent);
    await insert(nuo, UnshippedLine, { id: line?.id as string }, { id: event?.id as string });
    expect([await retain(nuo, true), await retain(nuo)]).toEqual([{}, {}]);
    await nuo.db.write(({ em }) => em.deleteAll(UnshippedLine).then(() => undefined));
    expect(await retain(nuo)).toEqual({ 'Logboek dataverwerkingen': 1, 'Audit van inzage': 1 });
  });
});

describe.each(dialects)('erasing a contact person on %s', (dialect) => {
  const keys = async ({ db }: TestNuo, employerId: string) =>
    (await db.read.em.findBy(EmployerMatch, { employerId })).map(({ matchKey }) => matchKey).filter((key) => /46123456|voorbeeld/.test(key));
  const addPerson = async (nuo: TestNuo, employerId: string): Promise<string> => {
    const input = { employerId, name: 'Nieuwe Persoon', phone: '+31546999999', email: 'nieuw@voorbeeld.example' };
    const fields = '... on ContactPersonAdded { contactPerson { id } }';
    return (await run(nuo, 'addContactPerson', 'AddContactPersonInput', input, fields, 'nuo.accountmanager')).contactPerson.id;
  };

  it('leaves their plans, contacts and tasks, and no key by which their employer is found', async () => {
    const nuo = await nuoForTest(dialect, testDemo(1));
    const other = await addPerson(nuo, a);
    expect((await keys(nuo, a)).length).toBeGreaterThan(0);
    await insert(nuo, ContactPlan, plan(1, '2026-08-10', { contactPersonId: person, status: 'RESERVED', expiresAt: at('2026-08-10') }));
    await insert(nuo, Task, task(null, { contactMomentId: idOf('moment', 1) }));
    expect((await erasePerson(nuo, person)).parts).toEqual([
      { title: 'Contactvoornemens', rows: 1, detached: true },
      { title: 'Contactmomenten', rows: 5, detached: true },
      { title: 'Contactpersoon', rows: 1, detached: false },
    ]);
    expect(await counts(nuo, ContactPlan, ContactMoment, Task)).toEqual([1, 5, 1]);
    const left = await nuo.db.read.em.findBy(EmployerMatch, { employerId: a });
    expect(left.map(({ matchKey }) => matchKey).filter((key) => key.includes('546123456'))).toEqual([]);
    expect(left.some(({ matchKey }) => matchKey.includes('546999999'))).toBe(true);
    expect((await erasePerson(nuo, other)).__typename).toBe('Erased');
    expect(await keys(nuo, a)).toEqual([]);
  });

  it('takes every row of a person whom a merge made one, and what the merge remembers of them', async () => {
    const nuo = await nuoForTest(dialect, testDemo(2));
    const double = idOf('person', 1);
    const input = { survivorId: a, vanishingId: b, survivorVersion: 1, vanishingVersion: 1 };
    await nuo.db.write(({ em }) => em.update(ContactPerson, { id: double }, { email: 'p0@voorbeeld.example', phone: null }));
    expect((await run(nuo, 'mergeEmployers', 'MergeEmployersInput', input, '', 'nuo.coordinator')).__typename).toBe('EmployersMerged');
    expect(await nuo.db.read.em.findOneByOrFail(ContactPerson, { id: double })).toMatchObject({ mergedIntoId: person });
    const document = 'query ($id: ID!) { contactPersonSubjectAccess(id: $id) { json } }';
    for (const id of [person, double]) {
      const json = JSON.parse((await nuo.ask(officer, document, { id })).data.contactPersonSubjectAccess.json);
      expect(json.data.map(({ table, rows }: { table: string; rows: unknown[] }) => [table, rows.length])).toEqual([
        ['contact_person', 2],
        ['contact_moment', 10],
        ['contact_plan', 0],
      ]);
    }
    expect((await erasePerson(nuo, double)).parts.at(-1)).toEqual({ title: 'Contactpersoon', rows: 2, detached: false });
    expect(await counts(nuo, ContactPerson, Erasure)).toEqual([0, 2]);
    expect(await nuo.db.read.em.countBy(EmployerMergeStep, { tableName: 'contact_person' })).toBe(0);
    expect(await nuo.db.read.em.countBy(EmployerMergeStep, { tableName: 'branch' })).toBeGreaterThan(0);
    expect(await keys(nuo, a)).toEqual([]);
    expect(await nuo.db.read.em.countBy(EmployerAlias, { employerId: a })).toBe(2);
  });

  it('goes by term only after the last plan with them', async () => {
    const nuo = await nuoForTest(dialect, testDemo(1));
    await nuo.db.write(async ({ em }) => {
      await em.updateAll(ContactMoment, { occurredAt: at('2015-01-01'), recordedAt: at('2015-01-01') });
      await em.updateAll(ContactPerson, { registeredAt: at('2015-01-01') });
    });
    await insert(nuo, ContactPlan, plan(1, '2021-08-04', { contactPersonId: person }));
    expect(await retain(nuo)).toEqual({ Contactmomenten: 5 });
    await nuo.db.write(({ em }) => em.updateAll(ContactPlan, { windowUntil: '2021-08-02', startsAt: at('2021-08-02') }));
    expect(await retain(nuo, true)).toEqual({ Contactvoornemens: 1, Contactpersoon: 1 });
    expect(await retain(nuo)).toEqual({ Contactvoornemens: 1, Contactpersoon: 1 });
    expect(await keys(nuo, a)).toEqual([]);
  });
});
