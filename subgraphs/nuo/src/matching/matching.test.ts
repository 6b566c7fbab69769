import { dialects } from '@werkplein/kernel/testing';
import { describe, expect, it } from 'vitest';
import { idOf, loggingStatements, nuoForTest, testDemo, type TestNuo, testId } from '../testing/index.ts';

const query =
  'query ($r: [_Any!]!) { _entities(representations: $r) { ... on CandidateSupply { fittingVacancies(first: 5) { score distanceKm fits misses unknown vacancy { id title } } } } }';
const facts = {
  occupations: [{ code: null, text: 'Inpakker' }],
  hoursMin: 16,
  hoursMax: 24,
  postcode4: '7607',
  maxTravelKm: 10,
  workingLevel: 2,
  drivingLicences: [],
  needsAdaptation: false,
  needsGuidance: true,
  inDoelgroepregister: null,
};
const supplyOf = (candidateId: string) => ({ __typename: 'CandidateSupply', candidateId, facts });
const supply = supplyOf(testId(9, 1, '0141'));
let requests = 0;
const requestId = (): string => `matching-${String((requests += 1)).padStart(6, '0')}`;
const vacancyAt = async (nuo: TestNuo, employer: number, more: object = {}): Promise<string> => {
  const facts = { title: 'Inpakker', occupation: 'Inpakker', postcode4: '7641', hoursMin: 20, confirm: true, ...more };
  const input = { requestId: requestId(), employerId: idOf('employer', employer), ...facts };
  const document = 'mutation ($input: RegisterVacancyInput!) { nuo { registerVacancy(input: $input) { ... on VacancyRegistered { vacancy { id } } } } }';
  return (await nuo.ask('nuo.accountmanager', document, { input })).data.nuo.registerVacancy.vacancy.id as string;
};
const found = async (nuo: TestNuo, representation: object = supply): Promise<{ vacancy: { id: string } }[]> =>
  (await nuo.ask('almelo.klantregisseur', query, { r: [representation] })).data._entities[0].fittingVacancies;
const ids = (matches: { vacancy: { id: string } }[]): string[] => matches.map(({ vacancy }) => vacancy.id);

describe.each(dialects)('vacancies for a candidate on %s', (dialect) => {
  it('are the open ones in reach, best first, with what they miss', async () => {
    const nuo = await nuoForTest(dialect, testDemo(1));
    const plain = await vacancyAt(nuo, 0);
    const guided = await vacancyAt(nuo, 0, { offersGuidance: true });
    await vacancyAt(nuo, 0, { occupation: 'Bakker' });
    await vacancyAt(nuo, 0, { postcode4: '7511' });
    await vacancyAt(nuo, 0, { hoursMin: 32 });
    await vacancyAt(nuo, 0, { concept: true });
    const matches = await found(nuo);
    expect(ids(matches)).toEqual([guided, plain]);
    expect(matches[1]).toMatchObject({ distanceKm: 4.9, misses: ['GUIDANCE'], unknown: [] });
  });

  it('leave out every employer that has the candidate proposed already (K5) or rejected them (Q1)', async () => {
    const nuo = await nuoForTest(dialect, testDemo(3));
    const [open, rejected] = [await vacancyAt(nuo, 0), await vacancyAt(nuo, 1)];
    await vacancyAt(nuo, 0);
    await vacancyAt(nuo, 1);
    const free = await vacancyAt(nuo, 2);
    const propose = async (vacancyId: string): Promise<string> =>
      (
        await nuo.ask(
          'nuo.accountmanager',
          'mutation ($input: ProposeCandidateInput!) { nuo { proposeCandidate(input: $input) { ... on CandidateProposed { proposal { id } } } } }',
          { input: { requestId: requestId(), candidateId: supply.candidateId, vacancyId } },
        )
      ).data.nuo.proposeCandidate.proposal.id as string;
    await propose(open);
    const proposalId = await propose(rejected);
    const input = { requestId: requestId(), proposalId, expectedVersion: 1, to: 'REJECTED', reason: 'ander' };
    await nuo.ask('nuo.accountmanager', 'mutation ($input: ChangeProposalInput!) { nuo { changeProposal(input: $input) { __typename } } }', { input });
    expect(ids(await found(nuo))).toEqual([free]);
  });

  it('are looked for on no word about a candidate of another municipality, nor without what is offered', async () => {
    const nuo = await nuoForTest(dialect, testDemo(1));
    await vacancyAt(nuo, 0);
    const asked = [supplyOf(testId(9, 1, '0189')), { ...supply, facts: null }, { __typename: 'CandidateSupply', facts }, supplyOf('nuo:1')];
    expect((await nuo.ask('almelo.klantregisseur', query, { r: asked })).data._entities).toEqual([null, null, null, null]);
  });

  it('take the same number of statements for one candidate and for many', async () => {
    const nuo = await nuoForTest(dialect, testDemo(1));
    for (let i = 0; i < 5; i += 1) await vacancyAt(nuo, 0);
    const asked = async (n: number) =>
      (await nuo.ask('nuo.jobcoach', query, { r: Array.from({ length: n }, (_, i) => supplyOf(testId(9, i, '0141'))) })).statements;
    expect([await asked(1), await asked(20)]).toEqual([2 + loggingStatements, 2 + loggingStatements]);
  });
});
