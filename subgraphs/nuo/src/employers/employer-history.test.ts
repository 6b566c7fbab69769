import { addDays } from '@werkplein/kernel';
import { type Answered, dialects, type History, runHistories, stepOf } from '@werkplein/kernel/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Account, AccountHandOver, AccountOwner } from '../accounts/account.entity.ts';
import { EmployerMerge } from '../merging/merge.entity.ts';
import { Proposal } from '../proposals/proposal.entity.ts';
import { command, people, refTo } from '../testing/colleagues.ts';
import { nuoForTest, testId, type TestNuo } from '../testing/index.ts';
import { Vacancy } from '../vacancies/vacancy.entity.ts';
import { Branch, ContactPerson, Employer } from './employer.entity.ts';
import { broken } from './employer-laws.testing.ts';

// Random histories of employers, their places and people, accounts and proposals, by people of three organisations, against the real database;
// after each step the laws of `employer-laws.testing.ts`. Few names, numbers and addresses, so that they meet.

interface Real extends History {
  nuo: TestNuo;
  now(): string;
  pass(days: number): void;
}
const [ann, bob, cas, boss] = ['nuo.accountmanager', 'wierden.accountmanager', 'almelo.accountmanager', 'nuo.coordinator'] as const;
const managers = fc.constantFrom(ann, bob, cas);
const names = fc.constantFrom('Bakkerij De Vries B.V.', 'bakkerij de vries', 'Jansen & Zn. VOF', 'Jansen en Zn');
const postcodes = fc.constantFrom('7607AB', '7681ZZ');
const kvks = fc.constantFrom(null, null, '68750110', '90001354', '69599068');
const vestigingen = fc.constantFrom(null, '000037178598', '000037178601');
const emails = fc.constantFrom(null, 'piet@voorbeeld.example', 'Piet@Voorbeeld.example', 'anna@voorbeeld.example');
const phones = fc.constantFrom(null, '0546123456', '+31546123456', '0612345678');
const pick = fc.nat(30);

const rowsOf = async <T extends object>({ nuo }: Real, entity: new () => T): Promise<T[]> => nuo.db.read.em.find(entity, { order: { id: 'ASC' } as never });
const oneOf = <T>(rows: readonly T[], n: number): T | undefined => rows[n % Math.max(1, rows.length)];
/** Both merged ones and those that stayed: a merged one is an answer too. */
const employerAt = async (real: Real, n: number): Promise<Employer | undefined> => oneOf(await rowsOf(real, Employer), n);
const step = (name: string, take: (real: Real) => Promise<Answered | null | undefined>) => stepOf<Real>(name, take);
const send = (real: Real, user: string, name: string, input: object, show = ''): Promise<Answered> => command(real.nuo, user, name, input, show);
const given = (fields: object): object => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));

const registrations = fc
  .record({ user: managers, legalName: names, postcode: postcodes, kvkNumber: kvks, createAnyway: fc.boolean(), twice: fc.boolean() })
  .map(({ user, twice, kvkNumber, ...facts }) =>
    step(twice ? 'register twice at once' : 'register', async (real) => {
      const input = {
        ...given({ kvkNumber }),
        ...facts,
        city: 'Almelo',
        municipality: '0141',
        ...(kvkNumber === null && { registrationReason: 'Nog niet bekend' }),
      };
      const answers = await Promise.all([user, ...(twice ? [boss] : [])].map((each) => send(real, each, 'registerEmployer', input)));
      return answers.find(({ code }) => code !== undefined) ?? answers[0];
    }),
  );
const changes = fc.record({ user: managers, pick, legalName: fc.option(names), kvkNumber: kvks }).map(({ user, pick: n, ...facts }) =>
  step('change an employer', async (real) => {
    const row = await employerAt(real, n);
    return row && send(real, user, 'changeEmployer', { employerId: row.id, expectedVersion: row.version, ...given(facts) });
  }),
);
const branches = fc
  .record({ user: managers, pick, postcode: postcodes, vestigingsnummer: vestigingen, move: fc.boolean() })
  .map(({ user, pick: n, postcode, vestigingsnummer, move }) =>
    step(move ? 'change a branch' : 'add a branch', async (real) => {
      if (move) {
        const branch = oneOf(await rowsOf(real, Branch), n);
        return branch && send(real, user, 'changeBranch', { branchId: branch.id, expectedVersion: branch.version, postcode, ...given({ vestigingsnummer }) });
      }
      const row = await employerAt(real, n);
      const place = {
        name: 'Vestiging',
        street: 'Dorpsstraat',
        houseNumber: '1',
        postcode,
        city: 'Almelo',
        municipality: '0141',
        ...given({ vestigingsnummer }),
      };
      return row && send(real, user, 'addBranch', { employerId: row.id, ...place });
    }),
  );
const persons = fc
  .record({ user: managers, pick, email: emails, phone: phones, change: fc.boolean(), active: fc.boolean(), twice: fc.boolean() })
  .map(({ user, pick: n, email, phone, change, active, twice }) =>
    step(change ? 'change a contact person' : 'add a contact person', async (real) => {
      const reach = given({ email, phone });
      if (change) {
        const person = oneOf(await rowsOf(real, ContactPerson), n);
        return person && send(real, user, 'changeContactPerson', { contactPersonId: person.id, expectedVersion: person.version, active, ...reach });
      }
      const row = await employerAt(real, n);
      if (!row) return null;
      const add = () => send(real, user, 'addContactPerson', { employerId: row.id, name: 'Piet', ...reach });
      return (await Promise.all(twice ? [add(), add()] : [add()]))[0];
    }),
  );

const sides = fc.constantFrom('SURVIVOR', 'VANISHING');
const mergeOf = async (real: Real, survivor: Employer, vanishing: Employer, keep: string): Promise<Answered> => {
  const pair = {
    survivorId: survivor.id,
    vanishingId: vanishing.id,
    survivorVersion: survivor.version,
    vanishingVersion: vanishing.version,
    reason: 'Eén bedrijf',
  };
  const preview = (await send(real, boss, 'mergeEmployers', { ...pair, dryRun: true }, '... on MergePreview { toChoose { subject } }')) as Answered & {
    toChoose?: { subject: string }[];
  };
  return send(real, boss, 'mergeEmployers', { ...pair, choices: preview.toChoose?.map(({ subject }) => ({ subject, keep })) ?? [] });
};
const merges = fc.record({ a: pick, b: pick, keep: sides, both: fc.boolean() }).map(({ a, b, keep, both }) =>
  step(both ? 'merge both ways at once' : 'merge', async (real) => {
    const [one, other] = [await employerAt(real, a), await employerAt(real, b)];
    if (!one || !other) return null;
    const answers = await Promise.all([mergeOf(real, one, other, keep), ...(both ? [mergeOf(real, other, one, keep)] : [])]);
    return answers.find(({ __typename }) => __typename === 'EmployersMerged') ?? answers[0];
  }),
);
const undoings = pick.map((n) =>
  step('undo a merge', async (real) => {
    const merge = oneOf(await rowsOf(real, EmployerMerge), n);
    return merge && send(real, boss, 'undoMerge', { mergeId: merge.id });
  }),
);

const owners = fc.record({ pick, owner: managers, later: fc.nat(5) }).map(({ pick: n, owner, later }) =>
  step('assign an owner', async (real) => {
    const row = await employerAt(real, n);
    if (!row) return null;
    const account = (await rowsOf(real, Account)).find(({ employerAliasId, scopeKey }) => employerAliasId === row.id && scopeKey === '');
    const startsOn = addDays(real.now(), Math.max(0, later - 3));
    return send(real, boss, 'assignAccountOwner', { employerId: row.id, owner: refTo(owner), startsOn, ...(account && { expectedVersion: account.version }) });
  }),
);
const idIn = (user: string): string => `${refTo(user).organisation}:${refTo(user).employeeId}`;
const offers = fc.record({ pick, to: managers, twice: fc.boolean() }).map(({ pick: n, to, twice }) =>
  step('hand an account over', async (real) => {
    const held = oneOf(
      (await rowsOf(real, AccountOwner)).filter(({ openFor }) => openFor !== null),
      n,
    );
    const from = [ann, bob, cas].find((user) => idIn(user) === held?.colleagueId);
    if (!held || !from) return null;
    await send(real, from, 'offerAccount', { accountId: held.accountId, to: refTo(to) });
    const open = (await rowsOf(real, AccountHandOver)).find(({ openFor }) => openFor === held.accountId);
    if (!open) return null;
    const accept = () => send(real, to, 'acceptHandOver', { handOverId: open.id });
    return (await Promise.all(twice ? [accept(), accept()] : [accept()]))[0];
  }),
);

const proposals = fc.record({ pick, candidate: fc.nat(1), user: managers, twice: fc.boolean() }).map(({ pick: n, candidate, user, twice }) =>
  step('propose a candidate', async (real) => {
    const vacancies = await rowsOf(real, Vacancy);
    const employer = await employerAt(real, n);
    if (vacancies.length < 2 && employer)
      await send(real, user, 'registerVacancy', { employerId: employer.id, title: 'Inpakker', occupation: 'Inpakker', places: 1, confirm: true });
    const vacancy = oneOf(await rowsOf(real, Vacancy), n);
    if (!vacancy) return null;
    const propose = () => send(real, user, 'proposeCandidate', { candidateId: testId(9, candidate, user === bob ? '0189' : '0141'), vacancyId: vacancy.id });
    const answers = await Promise.all(twice ? [propose(), propose()] : [propose()]);
    return answers.find(({ __typename }) => __typename === 'CandidateProposed') ?? answers[0];
  }),
);
const moves = fc
  .record({ pick, user: fc.constantFrom(ann, bob, boss), to: fc.constantFrom('INTERVIEW', 'REJECTED', 'WITHDRAWN', 'PLACED') })
  .map(({ pick: n, user, to }) =>
    step('change a proposal', async (real) => {
      const row = oneOf(await rowsOf(real, Proposal), n);
      return row && send(real, user, 'changeProposal', { proposalId: row.id, expectedVersion: row.version, to, reason: 'Reden' });
    }),
  );
const time = fc.integer({ min: 1, max: 20 }).map((count) =>
  step('days pass', async ({ pass }) => {
    pass(count);
    return null;
  }),
);

describe.each(dialects)('any history of employers on %s', (dialect) => {
  it('keeps I13 and I17 to I22 after each step', { timeout: 120_000 }, async () => {
    const taken = new Map<string, number>();
    let [today, ticks] = ['2026-08-03', 0];
    const nuo = await nuoForTest(
      dialect,
      { colleagues: people(ann, bob, cas, boss) },
      undefined,
      () => new Date(Date.parse(`${today}T10:00:00Z`) + (ticks += 1)),
    );
    // All stays from one history to the next, so that there is more to meet.
    const setup = async (): Promise<Real> => ({
      nuo,
      taken,
      now: () => today,
      pass: (count) => void ([today, ticks] = [addDays(today, count), 0]),
      broken: () => broken(nuo.db),
    });
    const often = [registrations, registrations, changes, changes, branches, branches, persons, persons, merges, merges, owners, offers];
    await runHistories(setup, [...often, ...often, undoings, undoings, proposals, proposals, moves, time], { runs: 14, length: 50 });
    if (process.env['HISTORY_RUNS']) console.info(dialect, Object.fromEntries(taken));
    for (const name of [
      'register',
      'change an employer',
      'add a branch',
      'merge',
      'undo a merge',
      'assign an owner',
      'hand an account over',
      'propose a candidate',
    ])
      expect([name, taken.get(name) ?? 0]).not.toEqual([name, 0]);
  });
});
