import { testCompanies } from '@werkplein/demo';
import { dialects } from '@werkplein/kernel/testing';
import { describe, expect, it } from 'vitest';
import { type NuoProcesses, processesOfFile } from './nuo-processes.ts';
import { byType, contact, manager, newEmployers, newPerson, range, run } from './steps.ts';

// H2, H4, H5 and H18 of domain.md §10, each with what the naive way would do.

const nuoOf = processesOfFile();
const coordinator = 'nuo.coordinator';

const registerShow = '... on EmployerRegistered { alreadyKnown employer { id legalName } duplicateSignals { id } }';
const register = (nuo: NuoProcesses, n: number, input: object) => run(nuo.at(n), manager(n), 'registerEmployer', input, registerShow);
const mergeShow =
  '... on EmployersMerged { mergeId employer { id } } ... on MergeRefused { refusal employer { id } } ... on EmployerVersionConflict { currentVersion }';
const merge = (nuo: NuoProcesses, n: number, survivorId: string, vanishingId: string, versions: object = { survivorVersion: 1, vanishingVersion: 1 }) =>
  run(nuo.at(n), coordinator, 'mergeEmployers', { survivorId, vanishingId, ...versions }, mergeShow);
const count = async ({ db }: NuoProcesses, sql: string, values: unknown[] = []): Promise<number> =>
  Number((await db.read.em.query<{ n: number | string }[]>(`SELECT COUNT(*) AS n FROM ${sql}`, values))[0]?.n);

describe.each(dialects)('registrations at once at the processes on %s', (dialect) => {
  it('of one KvK number by twenty are one employer and twenty equal answers', async () => {
    const nuo = nuoOf(dialect);
    const [{ kvkNumber } = { kvkNumber: '' }] = testCompanies;
    const answers = await Promise.all(range(20).map((n) => register(nuo, n, { legalName: 'Test BV Donald', kvkNumber })));
    expect(new Set(answers.map(({ employer }) => JSON.stringify(employer))).size).toBe(1);
    expect(answers.filter(({ alreadyKnown }) => !alreadyKnown)).toHaveLength(1);
    expect(await count(nuo, 'employer WHERE kvkNumber = ?', [kvkNumber])).toBe(1);
  });

  it('of one name and postcode without a number by twenty are one too', async () => {
    const nuo = nuoOf(dialect);
    const names = ["Bakkerij 't Hoekje B.V.", 'bakkerij t hoekje bv', 'BAKKERIJ ’T HOEKJE'];
    const input = (n: number) => ({ legalName: names[n % 3], registrationReason: 'eenmanszaak', postcode: n % 2 ? '7607 ab' : '7607AB' });
    const answers = await Promise.all(range(20).map((n) => register(nuo, n, input(n))));
    expect(new Set(answers.map(({ employer }) => employer.id)).size).toBe(1);
    expect(await count(nuo, "employer WHERE nameKey = 'bakkerij t hoekje'")).toBe(1);
  });

  it('of prospects that get one KvK number afterwards: the second hears who has it', async () => {
    const nuo = nuoOf(dialect);
    const kvkNumber = testCompanies[1]?.kvkNumber;
    const prospects = await newEmployers(nuo, 6);
    const answers = await Promise.all(
      prospects.map((employerId, n) =>
        run(
          nuo.at(n),
          manager(n),
          'changeEmployer',
          { employerId, expectedVersion: 1, kvkNumber },
          '... on EmployerChanged { employer { id } } ... on KvkNumberTaken { employer { id } }',
        ),
      ),
    );
    expect(byType(answers)).toEqual({ EmployerChanged: 1, KvkNumberTaken: 5 });
    expect(new Set(answers.map(({ employer }) => employer.id)).size).toBe(1);
  });

  it('would be two where each looks first and then makes what it did not see; that is not silent', async () => {
    const nuo = nuoOf(dialect);
    const input = { legalName: 'Naief', registrationReason: 'fictief', postcode: '8011AA' };
    const look = (n: number) => nuo.at(n).ask(manager(n), '{ possibleDuplicates(name: "Naief", postcode: "8011AA") { score } }');
    const seen = await Promise.all([look(0), look(1)]);
    expect(seen.map(({ data }) => data.possibleDuplicates)).toEqual([[], []]);
    const made = await Promise.all([0, 1].map((n) => register(nuo, n, { ...input, createAnyway: true })));
    expect(await count(nuo, "employer WHERE legalName = 'Naief'")).toBe(2);
    expect(made.flatMap(({ duplicateSignals }) => duplicateSignals)).toHaveLength(1);
  });
});

describe.each(dialects)('what two organisations enter at once at one employer on %s', (dialect) => {
  it('is one contact person, however the address or the number is written', async () => {
    const nuo = nuoOf(dialect);
    const [employerId = ''] = await newEmployers(nuo, 1);
    const phones = ['+31546123450', '0031546123450', '0546123450', '0546-123450'];
    const reached = (n: number) => (n < 10 ? { email: n % 2 ? 'K@Donald.example' : 'k@donald.EXAMPLE' } : { phone: phones[n % 4] });
    const answers = await Promise.all(
      range(20).map((n) =>
        run(nuo.at(n), manager(n), 'addContactPerson', { employerId, name: 'Katrien', ...reached(n) }, '... on ContactPersonAdded { contactPerson { id } }'),
      ),
    );
    const ids = (some: typeof answers) => new Set(some.map(({ contactPerson }) => contactPerson.id)).size;
    expect([ids(answers.slice(0, 10)), ids(answers.slice(10))]).toEqual([1, 1]);
    expect(await count(nuo, 'contact_person WHERE employerId = ?', [employerId])).toBe(2);
  });

  it('is one vacancy; the others are told of it before they add a second', async () => {
    const nuo = nuoOf(dialect);
    const [employerId = ''] = await newEmployers(nuo, 1);
    const vacancy = { employerId, title: 'Inpakker', occupation: 'Inpakker', postcode4: '7607', places: 1, description: '' };
    const answers = await Promise.all(
      range(10).map((n) =>
        run(nuo.at(n), manager(n), 'registerVacancy', vacancy, '... on VacancyRegistered { vacancy { id } } ... on VacancyProbablyKnown { vacancies { id } }'),
      ),
    );
    expect(byType(answers)).toEqual({ VacancyRegistered: 1, VacancyProbablyKnown: 9 });
    expect(new Set(answers.map(({ vacancy: one, vacancies }) => one?.id ?? vacancies[0].id)).size).toBe(1);
  });
});

describe.each(dialects)('merges at the processes on %s', (dialect) => {
  /** Rows that refer to an employer which is there no longer. */
  const dangling = async (nuo: NuoProcesses): Promise<number> => {
    const counts = await Promise.all(
      ['employer_alias', 'branch', 'contact_person', 'employer_match'].map((table) =>
        count(nuo, `${table} t INNER JOIN employer e ON e.id = t.employerId WHERE e.mergedIntoId IS NOT NULL`),
      ),
    );
    const chains = await count(nuo, 'employer a INNER JOIN employer b ON b.id = a.mergedIntoId WHERE b.mergedIntoId IS NOT NULL');
    return counts.reduce((sum, n) => sum + n, chains);
  };

  // So many contacts of one day are three thousand pairs of doubles, each a fact.
  it('lose nothing of twenty who write to the one that goes', { timeout: 120_000 }, async () => {
    const nuo = nuoOf(dialect);
    const [kept = '', gone = ''] = await newEmployers(nuo, 2);
    const ROUNDS = 4;
    let accepted = 0;
    const merging: Promise<{ __typename: string }>[] = [];
    const writers = range(20).map(async (n) => {
      for (const round of range(ROUNDS)) {
        // In the middle of the writing.
        if (n === 10 && round === 1) merging.push(merge(nuo, n, kept, gone));
        const answer = await contact(nuo.at(n + round), manager(n), gone);
        if (answer.contactMoment) accepted += 1;
        if (round % 2 === 0)
          await run(nuo.at(n), manager(n), 'addContactPerson', { employerId: gone, name: `P${n}`, email: `p${n}-${round}@voorbeeld.example` });
      }
    });
    await Promise.all(writers);
    // Whoever wrote a person raised the version of neither.
    expect(await Promise.all(merging)).toMatchObject([{ __typename: 'EmployersMerged' }]);
    const sums = '{ id contactMoments(last: 200) { nodes { id } } contactPersons { id } }';
    const { data } = await nuo.at(1).ask(coordinator, `{ old: employer(id: "${gone}") ${sums} kept: employer(id: "${kept}") ${sums} }`);
    expect(accepted).toBe(20 * ROUNDS);
    expect([data.old.id, data.old.contactMoments.nodes.length, data.old.contactPersons.length]).toEqual([kept, accepted, 40]);
    expect(data.kept).toEqual(data.old);
    expect(await dangling(nuo)).toBe(0);
  });

  it('of two that go opposite ways: one wins, the other hears where it went', async () => {
    const nuo = nuoOf(dialect);
    for (const _ of range(5)) {
      const pair = await newEmployers(nuo, 2);
      const answers = await Promise.all([0, 1].map((n) => merge(nuo, n, pair[n] ?? '', pair[1 - n] ?? '')));
      const won = answers.find(({ __typename }) => __typename === 'EmployersMerged');
      const lost = answers.find((answer) => answer !== won);
      expect(lost).toEqual({ __typename: 'MergeRefused', refusal: 'ALREADY_MERGED', employer: won.employer });
    }
    expect(await dangling(nuo)).toBe(0);
  });

  it('of A into B while B goes into C: one wins, and the other can be done on what it hears', async () => {
    const nuo = nuoOf(dialect);
    for (const _ of range(5)) {
      const [a = '', b = '', c = ''] = await newEmployers(nuo, 3);
      await contact(nuo.at(0), manager(0), a);
      const [first, second] = await Promise.all([merge(nuo, 0, b, a), merge(nuo, 1, c, b)]);
      expect([first, second].filter(({ __typename }) => __typename === 'EmployersMerged')).toHaveLength(1);
      if (first.__typename === 'EmployersMerged') {
        expect(second).toMatchObject({ __typename: 'EmployerVersionConflict', currentVersion: 2 });
        await merge(nuo, 1, c, b, { survivorVersion: 1, vanishingVersion: 2 });
      } else {
        expect(first).toMatchObject({ __typename: 'MergeRefused', refusal: 'ALREADY_MERGED', employer: { id: c } });
        await merge(nuo, 0, c, a, { survivorVersion: 2, vanishingVersion: 1 });
      }
      for (const id of [a, b, c]) {
        const { data } = await nuo.at(0).ask(coordinator, `{ employer(id: "${id}") { id contactMoments(last: 9) { nodes { id } } } }`);
        expect([data.employer.id, data.employer.contactMoments.nodes.length]).toEqual([c, 1]);
      }
    }
    expect(await dangling(nuo)).toBe(0);
  });

  it('are undone at the other process to the same two', async () => {
    const nuo = nuoOf(dialect);
    const [kept = '', gone = ''] = await newEmployers(nuo, 2);
    const persons = [await newPerson(nuo, kept), await newPerson(nuo, gone)];
    const { mergeId } = await merge(nuo, 0, kept, gone);
    const late = (await contact(nuo.at(0), manager(0), gone)).contactMoment.id;
    const show = '... on MergeUndone { restored { id status } addedSince { type ids } }';
    expect(await run(nuo.at(1), coordinator, 'undoMerge', { mergeId }, show)).toMatchObject({
      restored: { id: gone, status: 'PROSPECT' },
      addedSince: [{ type: 'contact_moment', ids: [late] }],
    });
    const { data } = await nuo
      .at(0)
      .ask(coordinator, `{ a: employer(id: "${kept}") { contactPersons { id } } b: employer(id: "${gone}") { contactPersons { id } } }`);
    expect([data.a.contactPersons, data.b.contactPersons]).toEqual(persons.map((id) => [{ id }]));
  });

  it('would lose what someone writes who looked first and did not wait', async () => {
    const nuo = nuoOf(dialect);
    const [kept = '', gone = ''] = await newEmployers(nuo, 2);
    const person = await newPerson(nuo, gone);
    const still = await count(nuo, 'employer WHERE id = ? AND mergedIntoId IS NULL', [gone]);
    await merge(nuo, 0, kept, gone);
    if (still === 1) await nuo.db.write((tx) => tx.em.query('UPDATE contact_person SET employerId = ? WHERE id = ?', [gone, person]));
    expect(await dangling(nuo)).toBe(1);
    await nuo.db.write((tx) => tx.em.query('UPDATE contact_person SET employerId = ? WHERE id = ?', [kept, person]));
  });
});

describe.each(dialects)('a duplicate signal at the processes on %s', (dialect) => {
  let made = 0;
  const signal = async (nuo: NuoProcesses): Promise<string> => {
    const input = {
      legalName: `Tweeling ${dialect} ${(made += 1)}xyz${'abcdefgh'.charAt(made % 8).repeat(9)}`,
      registrationReason: 'fictief',
      postcode: `8${100 + made}AB`,
    };
    await register(nuo, 0, input);
    return (await register(nuo, 1, { ...input, createAnyway: true })).duplicateSignals[0].id as string;
  };

  it('of two opposite decisions at once has one; the other hears it', async () => {
    const nuo = nuoOf(dialect);
    const show = '... on DuplicateDecided { signal { status version } } ... on DuplicateSignalVersionConflict { currentVersion signal { status version } }';
    for (const _ of range(10)) {
      const signalId = await signal(nuo);
      const answers = await Promise.all(
        ['CONFIRMED', 'NOT_DUPLICATE'].map((decision, n) =>
          run(nuo.at(n), { ...manager(5 * n), roles: ['coordinator'] }, 'decideDuplicate', { signalId, decision, expectedVersion: 1 }, show),
        ),
      );
      expect(byType(answers)).toEqual({ DuplicateDecided: 1, DuplicateSignalVersionConflict: 1 });
      expect(answers[0].signal).toEqual(answers[1].signal);
      expect(await count(nuo, "outbox_event WHERE type = 'DuplicateDecided' AND aggregateId = ?", [signalId])).toBe(1);
    }
  });

  it('would be decided twice without its version', async () => {
    const nuo = nuoOf(dialect);
    const signalId = await signal(nuo);
    const decide = (status: string) =>
      nuo.db.write((tx) => tx.em.createQueryBuilder().update('duplicate_signal').set({ status }).where('id = :id', { id: signalId }).execute());
    const [one, other] = await Promise.all([decide('CONFIRMED'), decide('NOT_DUPLICATE')]);
    expect([one.affected, other.affected]).toEqual([1, 1]);
  });
});
