import { dialects } from '@werkplein/kernel/testing';
import { describe, expect, it } from 'vitest';
import { Account } from '../accounts/account.entity.ts';
import { ContactPerson, Employer } from '../employers/employer.entity.ts';
import { EmployerMerge } from '../merging/merge.entity.ts';
import { people, refTo } from '../testing/colleagues.ts';
import { command, idOf, nuoForTest, testDemo, type TestNuo } from '../testing/index.ts';

const [ann, bob, boss] = ['nuo.accountmanager', 'wierden.accountmanager', 'nuo.coordinator'] as const;
const id = idOf('employer', 0);
const history = `{ employer(id: "${id}") { performance { year
  vacancies { registered open filled meanDaysToFill places placesFilled } proposals { proposed open placed rejected withdrawn }
  placements { started active ended past26Weeks lasted26Weeks } } } }`;
const warnings = `{ employer(id: "${id}") { warnings { kind message until holder { id } organisations { code } employers { id } } } }`;
const warned = async (nuo: TestNuo, user: string) => (await nuo.ask(user, warnings)).data.employer.warnings;
const kinds = async (nuo: TestNuo, user: string) => (await warned(nuo, user)).map(({ kind }: { kind: string }) => kind);
const demo = (n: number) => ({ ...testDemo(n), contactMoments: [], colleagues: people(ann, bob, boss) });
/** Of names that nobody takes for another's. */
const apart = (nuo: TestNuo) => nuo.db.write((tx) => tx.em.query('DELETE FROM duplicate_signal'));

describe.each(dialects)('the performance of an employer on %s', (dialect) => {
  it('is what vacancies, proposals and placements came to, under every id of it', async () => {
    const nuo = await nuoForTest(dialect, demo(2));
    const vacancy = async (employerId: string) =>
      (
        await command(
          nuo,
          ann,
          'registerVacancy',
          { employerId, title: 'Inpakker', occupation: 'Inpakker', postcode4: '7607', places: 1, description: '', confirm: true },
          '... on VacancyRegistered { vacancy { id } }',
        )
      ).vacancy.id as string;
    const propose = async (vacancyId: string, n: number) => {
      const show = '... on CandidateProposed { proposal { id version } }';
      const input = { vacancyId, candidateId: idOf('client', n, '0141') };
      return (await command(nuo, ann, 'proposeCandidate', input, show)).proposal as { id: string; version: number };
    };
    const to = async ({ id: proposalId }: { id: string }, expectedVersion: number, status: string) =>
      command(nuo, ann, 'changeProposal', { proposalId, expectedVersion, to: status, reason: 'Zo liep het' });
    const [first, second] = [await vacancy(id), await vacancy(idOf('employer', 1))];
    const [one, two] = [await propose(first, 901), await propose(second, 902)];
    if ((await to(one, one.version, 'PROPOSED')).__typename === 'ProposalChanged') one.version += 1;
    expect(await to(one, one.version, 'PLACED')).toMatchObject({ __typename: 'ProposalChanged' });
    expect(await to(two, two.version, 'WITHDRAWN')).toMatchObject({ __typename: 'ProposalChanged' });
    const pair = { survivorId: id, vanishingId: idOf('employer', 1), survivorVersion: 1, vanishingVersion: 1 };
    expect(await command(nuo, boss, 'mergeEmployers', pair)).toMatchObject({ __typename: 'EmployersMerged' });
    const { data } = await nuo.ask(bob, history);
    expect(data.employer.performance).toEqual([
      {
        year: 2026,
        vacancies: { registered: 2, open: 1, filled: 1, meanDaysToFill: 0, places: 2, placesFilled: 1 },
        proposals: { proposed: expect.any(Number), open: 0, placed: 1, rejected: 0, withdrawn: 1 },
        placements: { started: 4, active: 4, ended: 0, past26Weeks: 4, lasted26Weeks: 4 },
      },
    ]);
    expect((await nuo.ask(bob, `{ vacancy(id: "${first}") { filledOn } }`)).data.vacancy).toEqual({ filledOn: '2026-08-03' });
  });

  it('is refused to who sees no employers, and for years that mean nothing', async () => {
    const nuo = await nuoForTest(dialect, demo(1));
    expect((await nuo.ask('nuo.rapporteur', history)).errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
    const { errors } = await nuo.ask(ann, `{ employer(id: "${id}") { performance(years: 11) { year } } }`);
    expect(errors?.[0]?.extensions['problems'][0].path).toEqual(['years']);
  });
});

describe.each(dialects)('the warnings of an employer on %s', (dialect) => {
  it('are none when nothing is in the way', async () => {
    const nuo = await nuoForTest(dialect, demo(1));
    expect(await warned(nuo, ann)).toEqual([]);
  });

  it('say who is blocked, who asked for rest, and who wants no post', async () => {
    const nuo = await nuoForTest(dialect, demo(1));
    await nuo.db.write(async (tx) => {
      await tx.em.update(Employer, { id }, { status: 'BLOCKED', indNonMailing: true });
      await tx.em.update(ContactPerson, { employerId: id }, { doNotContact: true });
    });
    expect(await warned(nuo, ann)).toMatchObject([
      { kind: 'BLOCKED', message: 'Deze werkgever is geblokkeerd.', until: null },
      { kind: 'NO_UNSOLICITED_MAIL' },
      { kind: 'PERSON_DO_NOT_CONTACT', message: '1 contactpersoon wil niet benaderd worden.' },
    ]);
  });

  it('say of a cool-down until when, to whom it is one, as a claim does', async () => {
    const nuo = await nuoForTest(dialect, demo(1));
    const talk = { channel: 'VISIT', direction: 'OUTGOING', steering: 'AANBODGESTUURD', subject: 'Bezoek', report: '' };
    await command(nuo, bob, 'recordContactMoment', { employerId: id, occurredAt: '2026-08-01T09:00:00Z', ...talk });
    expect(await warned(nuo, ann)).toEqual([
      {
        kind: 'COOL_DOWN',
        message: 'Wierden benaderde deze werkgever op 1 augustus 2026; de eerste vrije dag is 15 augustus 2026.',
        until: '2026-08-14',
        holder: null,
        organisations: [{ code: '0189' }],
        employers: [],
      },
    ]);
    expect(await warned(nuo, bob)).toEqual([]);
    const claim = { purpose: 'RELATION', steering: 'AANBODGESTUURD', channel: 'PHONE', window: { from: '2026-08-04', until: '2026-08-04' } };
    const refused = await command(nuo, ann, 'planContact', { employerId: id, ...claim }, '... on ContactNeedsReason { obstacles { message } }');
    expect(refused.obstacles).toEqual([{ message: (await warned(nuo, ann))[0].message }]);
  });

  it('say whose account it is, and that a closed one is left to its team', async () => {
    const nuo = await nuoForTest(dialect, demo(1));
    await nuo.db.write((tx) => tx.em.update(Employer, { id }, { keyAccount: true }));
    await command(nuo, boss, 'assignAccountOwner', { employerId: id, owner: refTo(ann) });
    expect(await warned(nuo, bob)).toMatchObject([{ kind: 'ACCOUNT_OF_ANOTHER', holder: { id: 'demo-nuo-accountmanager' }, organisations: [{ code: 'nuo' }] }]);
    await nuo.db.write(async (tx) => {
      for (const account of await tx.em.find(Account)) await tx.em.update(Account, { id: account.id }, { closed: true });
    });
    expect([await kinds(nuo, bob), await kinds(nuo, ann)]).toEqual([['CLOSED_ACCOUNT'], []]);
  });

  it('name the other of a possible duplicate until it is decided, and of a merge until it can be undone no longer', async () => {
    const nuo = await nuoForTest(dialect, demo(1));
    const twin = { legalName: 'Bedrijf 0000 BV', registrationReason: 'fictief', postcode: '7607AB', createAnyway: true };
    const show = '... on EmployerRegistered { employer { id } duplicateSignals { id } }';
    const made = await command(nuo, ann, 'registerEmployer', twin, show);
    expect(await warned(nuo, bob)).toMatchObject([{ kind: 'POSSIBLE_DUPLICATE', employers: [{ id: made.employer.id }] }]);
    await command(nuo, boss, 'decideDuplicate', { signalId: made.duplicateSignals[0].id, expectedVersion: 1, decision: 'CONFIRMED' });
    expect(await kinds(nuo, bob)).toEqual(['POSSIBLE_DUPLICATE']);
    const pair = { survivorId: id, vanishingId: made.employer.id, survivorVersion: 1, vanishingVersion: 1 };
    expect(await command(nuo, boss, 'mergeEmployers', pair)).toMatchObject({ __typename: 'EmployersMerged' });
    expect(await warned(nuo, bob)).toMatchObject([{ kind: 'MERGE_CAN_BE_UNDONE', until: '2026-09-02', employers: [{ id: made.employer.id }] }]);
    await nuo.db.write((tx) => tx.em.update(EmployerMerge, { vanishedId: made.employer.id }, { reversibleUntil: new Date('2026-08-03T09:59:59Z') }));
    expect(await warned(nuo, bob)).toEqual([]);
  });

  it('are read, with the performance, in as many statements for 30 employers as for 2', async () => {
    const nuo = await nuoForTest(dialect, { ...testDemo(30), colleagues: people(ann, bob, boss) });
    await apart(nuo);
    for (let i = 0; i < 30; i += 1) await command(nuo, boss, 'assignAccountOwner', { employerId: idOf('employer', i), owner: refTo(ann) });
    await nuo.db.write((tx) => tx.em.query('UPDATE employer SET keyAccount = ?', [true]));
    const query = (first: number) =>
      `{ employers(first: ${first}) { nodes { warnings { kind holder { id } employers { id } } performance { year placements { started } } } } }`;
    const [few, many] = [await nuo.ask(bob, query(2)), await nuo.ask(bob, query(30))];
    expect(many.data.employers.nodes).toHaveLength(30);
    expect(many.data.employers.nodes[29]).toMatchObject({
      warnings: [{ kind: 'ACCOUNT_OF_ANOTHER', holder: { id: 'demo-nuo-accountmanager' } }],
      performance: [{ year: 2026, placements: { started: 2 } }],
    });
    expect(many.statements).toBe(few.statements);
  });
});
