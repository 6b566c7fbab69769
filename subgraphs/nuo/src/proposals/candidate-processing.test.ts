import { AccessEvent, AuditEvent, ProcessingLogLine, pseudonyms } from '@werkplein/kernel';
import { dialects, testPseudonymKey } from '@werkplein/kernel/testing';
import { describe, expect, it } from 'vitest';
import { plan, planInput } from '../contact-plans/contact-plan.testing.ts';
import { idOf, loggingStatements, nuoForTest, testDemo, type TestNuo, testId } from '../testing/index.ts';

const manager = 'nuo.accountmanager';
const pseudonym = pseudonyms(testPseudonymKey('nuo'));
const candidate = (n: number, home = '0141'): string => testId(9, n, home);
const of = (...ids: string[]): string[] => ids.map((id) => `bemiddelen-kandidaat ${pseudonym(id)}`).toSorted();
const person = `vastleggen-contactpersoon ${pseudonym(idOf('person', 0))}`;
const looked = `raadplegen-contactpersoon ${pseudonym(idOf('person', 0))}`;
let requests = 0;
const requestId = (): string => `candidate-${String((requests += 1)).padStart(6, '0')}`;

/** What is logged by this, and nothing from before. */
const loggedBy = async ({ db }: TestNuo, work: () => Promise<unknown>): Promise<string[]> => {
  await db.write(({ em }) => em.deleteAll(ProcessingLogLine).then(() => undefined));
  await work();
  return (await db.read.em.find(ProcessingLogLine)).map((line) => `${line.processingActivityId.split('/').at(-1)} ${line.dataSubjectId}`).toSorted();
};
const run = async (nuo: TestNuo, command: string, type: string, input: object, fields = '') => {
  const { data, errors } = await nuo.ask(manager, `mutation ($input: ${type}!) { nuo { ${command}(input: $input) { __typename ${fields} } } }`, {
    input: { requestId: requestId(), ...input },
  });
  expect(errors).toBeUndefined();
  return data.nuo[command];
};
const propose = (nuo: TestNuo, candidateId: string, employer = 0) =>
  run(
    nuo,
    'proposeCandidate',
    'ProposeCandidateInput',
    { candidateId, employerId: idOf('employer', employer) },
    '... on CandidateProposed { proposal { id } }',
  );
const proposals = '{ employers { nodes { proposals { nodes { status FIELDS } } } } }';

describe.each(dialects)('lines for candidates at the NUO on %s', (dialect) => {
  it('are left by each command that names one, also when it is refused', async () => {
    const nuo = await nuoForTest(dialect, testDemo(1));
    let proposalId = '';
    expect(await loggedBy(nuo, async () => (proposalId = (await propose(nuo, candidate(1))).proposal.id))).toEqual(of(candidate(1)));
    expect(await loggedBy(nuo, () => propose(nuo, candidate(1)))).toEqual(of(candidate(1)));
    const change = { proposalId, expectedVersion: 1, to: 'REJECTED', reason: 'ander' };
    for (const _ of ['changed', 'stale'])
      expect(await loggedBy(nuo, () => run(nuo, 'changeProposal', 'ChangeProposalInput', change))).toEqual(of(candidate(1)));
    const named = { candidateIds: [candidate(2), candidate(3, '0189')], purpose: 'PROPOSAL' };
    expect(await loggedBy(nuo, () => plan(nuo, manager, named))).toEqual([...of(candidate(2), candidate(3, '0189')), person].toSorted());
    expect(await loggedBy(nuo, () => plan(nuo, 'nuo.jobcoach', named))).toEqual([...of(candidate(2), candidate(3, '0189')), person].toSorted());
    expect(await loggedBy(nuo, () => plan(nuo, 'nuo.werkleider', { contactPersonId: null }))).toEqual([]);
    const events = await nuo.db.read.em.find(AccessEvent);
    expect(new Set(events.map(({ decision, purpose }) => `${decision} ${purpose}`))).toEqual(
      new Set(['ALLOWED BEMIDDELING', 'ALLOWED WERKGEVERSDIENSTVERLENING BEMIDDELING']),
    );
    const audited = await nuo.db.read.em.findBy(AuditEvent, { action: 'CandidatePropose' });
    expect(audited.map(({ purpose }) => purpose)).toEqual(['BEMIDDELING', 'BEMIDDELING']);
  });

  it('are left by what shows one, and not by proposals of nobody in particular', async () => {
    const nuo = await nuoForTest(dialect, testDemo(1));
    for (const [n, home] of [
      [1, '0141'],
      [2, '0189'],
    ] as const)
      await propose(nuo, candidate(n, home));
    const { contactPlan } = await plan(nuo, manager, { candidateIds: [candidate(3), candidate(4, '0189')], purpose: 'VACANCY' });
    const asking = (user: string, query: string) => loggedBy(nuo, async () => expect((await nuo.ask(user, query)).errors).toBeUndefined());
    expect(await asking(manager, proposals.replace('FIELDS', ''))).toEqual([]);
    expect(await asking(manager, proposals.replace('FIELDS', 'candidate { id }'))).toEqual(of(candidate(1), candidate(2, '0189')));
    expect(await asking('almelo.klantregisseur', proposals.replace('FIELDS', 'candidate { id }'))).toEqual(of(candidate(1)));
    const entity = (n: number) =>
      `{ _entities(representations: [{ __typename: "Candidate", id: "${candidate(n)}" }]) { ... on Candidate { proposals { nodes { status } } } } }`;
    expect(await asking(manager, entity(1))).toEqual(of(candidate(1)));
    expect(await asking(manager, entity(9))).toEqual([]);
    const ofPlan = (fields: string) => `{ contactPlan(id: "${contactPlan.id}") { candidateCount ${fields} } }`;
    expect(await asking(manager, ofPlan(''))).toEqual([]);
    expect(await asking(manager, ofPlan('candidates { id }'))).toEqual(of(candidate(3), candidate(4, '0189')));
    expect(await asking('almelo.klantregisseur', ofPlan('candidates { id }'))).toEqual(of(candidate(3)));
    expect(await asking(manager, ofPlan('contactPerson { name }'))).toEqual([looked]);
    const { requestId: _, contactPersonId: __, ...may } = planInput({ candidateIds: [candidate(1)], purpose: 'PROPOSAL' });
    const document =
      'query ($employerId: ID!, $purpose: ContactPurpose!, $steering: Steering!, $channel: ContactChannel!, $window: ContactWindowInput!, $candidateIds: [ID!]) { mayApproach(employerId: $employerId, purpose: $purpose, steering: $steering, channel: $channel, window: $window, candidateIds: $candidateIds) { answer } }';
    expect(await loggedBy(nuo, async () => expect((await nuo.ask('nuo.jobcoach', document, may)).errors).toBeUndefined())).toEqual(of(candidate(1)));
  });

  it('take the same statements for one candidate and for many', async () => {
    const nuo = await nuoForTest(dialect, testDemo(1));
    const asked = async () => (await nuo.ask(manager, proposals.replace('FIELDS', 'candidate { id }'))).statements;
    await propose(nuo, candidate(0));
    const one = await asked();
    for (let n = 1; n < 10; n += 1) await propose(nuo, candidate(n));
    expect([one, await asked()]).toEqual([2 + loggingStatements, 2 + loggingStatements]);
  });
});
