import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { dialects } from '@werkplein/kernel/testing';
import { describe, expect, it } from 'vitest';
import { command, idOf, loggingStatements, nuoForTest, testDemo, type TestNuo, testId } from '../testing/index.ts';
import { Vacancy } from '../vacancies/vacancy.entity.ts';
import { Proposal } from './proposal.entity.ts';
import { isOpen, type ProposalStatus, proposalStatuses, proposalTransitions } from './proposal.rules.ts';

const candidate = (n: number, home = '0141'): string => testId(9, n, home);
const proposeDocument = `mutation ($input: ProposeCandidateInput!) { nuo { proposeCandidate(input: $input) {
  __typename
  ... on CandidateProposed { proposal { id status municipality version candidate { id } vacancy { id } employer { id } proposedBy { name } } }
  ... on CandidateAlreadyProposed { proposal { id } }
  ... on VacancyNotOpen { vacancy { status } }
} } }`;
const changeDocument = `mutation ($input: ChangeProposalInput!) { nuo { changeProposal(input: $input) {
  __typename
  ... on ProposalChanged { proposal { status version reason } }
  ... on ProposalVersionConflict { proposal { version } }
  ... on ProposalTransitionRefused { from allowed }
} } }`;
const registerDocument = 'mutation ($input: RegisterVacancyInput!) { nuo { registerVacancy(input: $input) { ... on VacancyRegistered { vacancy { id } } } } }';

const question = (name: string): string => readFileSync(resolve(import.meta.dirname, '../../../../docs/questions', `${name}.graphql`), 'utf8');
let requests = 0;
const requestId = (): string => `proposal-${String((requests += 1)).padStart(6, '0')}`;
const vacancyAt = async (nuo: TestNuo, employer = 0, more: object = {}): Promise<string> => {
  const input = {
    requestId: requestId(),
    employerId: idOf('employer', employer),
    title: 'Inpakker',
    occupation: 'Inpakker',
    places: 1,
    confirm: true,
    ...more,
  };
  return (await nuo.ask('nuo.accountmanager', registerDocument, { input })).data.nuo.registerVacancy.vacancy.id as string;
};
const proposing = (nuo: TestNuo, input: object, user = 'nuo.accountmanager') => nuo.ask(user, proposeDocument, { input: { requestId: requestId(), ...input } });
const proposed = async (nuo: TestNuo, input: object): Promise<string> => {
  const { data, errors } = await proposing(nuo, input);
  if (errors) throw new Error(JSON.stringify(errors));
  return data.nuo.proposeCandidate.proposal.id as string;
};
const changing = (nuo: TestNuo, proposalId: string, to: ProposalStatus, expectedVersion = 1, user = 'nuo.accountmanager') =>
  nuo.ask(user, changeDocument, { input: { requestId: requestId(), proposalId, expectedVersion, to, reason: 'omdat' } });

describe.each(dialects)('proposals on %s', (dialect) => {
  it('made while two employers were one go where the vacancy goes when that is undone', async () => {
    const nuo = await nuoForTest(dialect, testDemo(2));
    const vacancyId = await vacancyAt(nuo, 0);
    const [vanishingId, survivorId] = [idOf('employer', 0), idOf('employer', 1)];
    const pair = { vanishingId, survivorId, survivorVersion: 1, vanishingVersion: 1 };
    const { mergeId } = await command(nuo, 'nuo.coordinator', 'mergeEmployers', pair, '... on EmployersMerged { mergeId }');
    const proposalId = await proposed(nuo, { candidateId: candidate(1), vacancyId });
    expect((await command(nuo, 'nuo.coordinator', 'undoMerge', { mergeId })).__typename).toBe('MergeUndone');
    const again = (await proposing(nuo, { candidateId: candidate(1), vacancyId })).data.nuo.proposeCandidate;
    expect(again).toEqual({ __typename: 'CandidateAlreadyProposed', proposal: { id: proposalId } });
  });

  it('bring a candidate to an employer, for a vacancy or an open application', async () => {
    const nuo = await nuoForTest(dialect, testDemo(2));
    const vacancyId = await vacancyAt(nuo);
    const forVacancy = await proposing(nuo, { candidateId: candidate(1), vacancyId }, 'almelo.klantregisseur');
    expect(forVacancy.data.nuo.proposeCandidate).toEqual({
      __typename: 'CandidateProposed',
      proposal: {
        id: expect.stringMatching(/^nuo:/),
        status: 'PROPOSED',
        municipality: '0141',
        version: 1,
        candidate: { id: candidate(1) },
        vacancy: { id: vacancyId },
        employer: { id: idOf('employer', 0) },
        proposedBy: { name: 'Demo klantregisseur Almelo' },
      },
    });
    const open = await proposing(nuo, { candidateId: candidate(1), employerId: idOf('employer', 1), prepare: true });
    expect(open.data.nuo.proposeCandidate.proposal).toMatchObject({ status: 'PREPARED', vacancy: null });
  });

  it('keep one open proposal of a candidate at an employer, of twenty at once on three vacancies (K5, I13)', async () => {
    const nuo = await nuoForTest(dialect, testDemo(1));
    const vacancies = [await vacancyAt(nuo), await vacancyAt(nuo), await vacancyAt(nuo)];
    const users = ['nuo.accountmanager', 'almelo.klantregisseur', 'nuo.jobcoach'];
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, i) => proposing(nuo, { candidateId: candidate(1), vacancyId: vacancies[i % 3] }, users[i % 3])),
    );
    const [winner, ...others] = await nuo.db.read.em.find(Proposal);
    expect(others).toEqual([]);
    const kinds = answers.map(({ data }) => [data.nuo.proposeCandidate.__typename, data.nuo.proposeCandidate.proposal.id]);
    expect(kinds.filter(([kind]) => kind === 'CandidateProposed')).toEqual([['CandidateProposed', winner?.id]]);
    expect(kinds.filter(([kind, id]) => kind === 'CandidateAlreadyProposed' && id === winner?.id)).toHaveLength(19);
  });

  it.each(proposalStatuses.flatMap((from) => proposalStatuses.map((to) => [from, to] as const)))(
    'go from %s to %s only when the table says so',
    async (from, to) => {
      const nuo = await nuoForTest(dialect, testDemo(1));
      const id = await proposed(nuo, { candidateId: candidate(1), vacancyId: await vacancyAt(nuo) });
      await nuo.db.write((tx) => tx.em.update(Proposal, { id }, { status: from, openCandidateId: isOpen(from) ? candidate(1) : null }));
      const { data } = await changing(nuo, id, to);
      expect(data.nuo.changeProposal).toMatchObject(
        proposalTransitions[from].includes(to)
          ? { __typename: 'ProposalChanged', proposal: { status: to, version: 2 } }
          : { __typename: 'ProposalTransitionRefused', from, allowed: proposalTransitions[from] },
      );
    },
  );

  it('fill the vacancy with the last place, and never more', async () => {
    const nuo = await nuoForTest(dialect, testDemo(1));
    const vacancyId = await vacancyAt(nuo, 0, { places: 2 });
    const ids = [];
    for (const n of [1, 2, 3]) ids.push(await proposed(nuo, { candidateId: candidate(n), vacancyId }));
    const answers = await Promise.all(ids.map((id) => changing(nuo, id, 'PLACED')));
    const kinds = answers.map(({ data }) => String(data.nuo.changeProposal.__typename));
    expect(kinds.filter((kind) => kind === 'ProposalChanged')).toHaveLength(2);
    expect(kinds.filter((kind) => kind === 'VacancyNotOpen')).toHaveLength(1);
    expect(await nuo.db.read.em.findOneBy(Vacancy, { id: vacancyId })).toMatchObject({ filled: 2, status: 'FILLED' });
    const late = await proposing(nuo, { candidateId: candidate(4), vacancyId });
    expect(late.data.nuo.proposeCandidate).toEqual({ __typename: 'VacancyNotOpen', vacancy: { status: 'FILLED' } });
  });

  it('are withdrawn by the regie of the candidate at any open state, never by another municipality', async () => {
    const nuo = await nuoForTest(dialect, testDemo(1));
    const id = await proposed(nuo, { candidateId: candidate(1, '0189'), vacancyId: await vacancyAt(nuo) });
    await changing(nuo, id, 'INTERVIEW');
    const other = await changing(nuo, id, 'WITHDRAWN', 2, 'almelo.klantregisseur');
    const unknown = await changing(nuo, idOf('moment', 1), 'WITHDRAWN', 2, 'almelo.klantregisseur');
    expect(other.errors?.[0]?.extensions['problems']).toEqual(unknown.errors?.[0]?.extensions['problems']);
    const own = await changing(nuo, id, 'WITHDRAWN', 2, 'wierden.klantregisseur');
    expect(own.data.nuo.changeProposal).toMatchObject({ proposal: { status: 'WITHDRAWN', reason: 'omdat' } });
  });

  it('are counted by municipality for all, and named for whom they concern (Q18)', async () => {
    const nuo = await nuoForTest(dialect, testDemo(1));
    const vacancyId = await vacancyAt(nuo, 0, { places: 5 });
    for (const [n, home] of [
      [1, '0141'],
      [2, '0141'],
      [3, '0189'],
    ] as const)
      await proposed(nuo, { candidateId: candidate(n, home), vacancyId });
    const passedOver = `{ vacancy(id: "${vacancyId}") { passedOverCandidateIds } }`;
    const counts = [
      { municipality: '0141', count: 2 },
      { municipality: '0189', count: 1 },
    ];
    const seen = async (user: string) => {
      const { data, statements } = await nuo.ask(user, question('q18-open-proposals-at-an-employer'), { employer: idOf('employer', 0) });
      expect(statements).toBeLessThanOrEqual(4 + loggingStatements);
      expect(data.employer.proposalCounts).toEqual(counts);
      const named = data.employer.proposals.nodes.map((node: { candidate: { id: string } }) => node.candidate.id);
      expect(new Set((await nuo.ask(user, passedOver)).data.vacancy.passedOverCandidateIds)).toEqual(new Set(named));
      return new Set(named);
    };
    expect(await seen('nuo.accountmanager')).toEqual(new Set([candidate(1), candidate(2), candidate(3, '0189')]));
    expect(await seen('wierden.klantregisseur')).toEqual(new Set([candidate(3, '0189')]));
    expect(await seen('tubbergen.accountmanager')).toEqual(new Set());
  });

  it('are not for the regie of another municipality to make', async () => {
    const nuo = await nuoForTest(dialect, testDemo(1));
    const vacancyId = await vacancyAt(nuo);
    const { errors } = await proposing(nuo, { candidateId: candidate(1, '0189'), vacancyId }, 'almelo.klantregisseur');
    expect(errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
    expect(await nuo.db.read.em.count(Proposal)).toBe(0);
  });

  it.each<[object, string[]]>([
    [{ candidateId: 'nuo:00000000-0000-7000-8000-000000000001', vacancyId: 'x' }, ['candidateId']],
    [{ candidateId: candidate(1) }, ['vacancyId']],
    [{ candidateId: candidate(1), vacancyId: 'x', employerId: 'y' }, ['employerId']],
    [{ candidateId: candidate(1), vacancyId: 'x' }, ['vacancyId']],
    [{ candidateId: candidate(1), employerId: 'x' }, ['employerId']],
  ])('refuse %j at %j', async (input, paths) => {
    const nuo = await nuoForTest(dialect, testDemo(1));
    const { errors } = await proposing(nuo, input);
    expect(errors?.[0]?.extensions['problems'].map(({ path }: { path: string[] }) => path[1])).toEqual(paths);
  });
});
