import { placeEvents } from '@werkplein/kernel';
import { dialects } from '@werkplein/kernel/testing';
import { describe, expect, it } from 'vitest';
import { Proposal } from '../proposals/proposal.entity.ts';
import { command } from '../testing/colleagues.ts';
import { testId } from '../testing/index.ts';
import { Vacancy } from '../vacancies/vacancy.entity.ts';
import { agreed, coach, employer, planned, propose, take, type World, worldFor } from './placement.testing.ts';

const manager = 'nuo.accountmanager';
/** A vacancy with one place, for which a candidate of Almelo is in conversation. */
const proposed = async (world: World): Promise<{ vacancyId: string; proposalId: string }> => {
  const { vacancy } = await command(
    world.nuo,
    manager,
    'registerVacancy',
    { employerId: employer, title: 'Inpakker', occupation: 'Inpakker', places: 1 },
    '... on VacancyRegistered { vacancy { id } }',
  );
  const input = { vacancyId: vacancy.id, candidateId: testId(9, 1, '0141') };
  const { proposal } = await command(world.nuo, manager, 'proposeCandidate', input, '... on CandidateProposed { proposal { id } }');
  return { vacancyId: vacancy.id, proposalId: proposal.id };
};
const stand = async ({ nuo: { db } }: World, { vacancyId, proposalId }: { vacancyId: string; proposalId: string }) => {
  const [vacancy, proposal] = [await db.read.em.findOneByOrFail(Vacancy, { id: vacancyId }), await db.read.em.findOneByOrFail(Proposal, { id: proposalId })];
  return [vacancy.status, vacancy.filled, proposal.status];
};

describe.each(dialects)('a proposal of a candidate on %s', (dialect) => {
  it('leads to a placement that fills its vacancy, and the account feed tells it', async () => {
    const world = await worldFor(dialect);
    const from = await proposed(world);
    const { id, version } = await agreed(world, { proposalId: from.proposalId });
    expect(await stand(world, from)).toEqual(['OPEN', 0, 'PROPOSED']);
    await take(world.nuo, coach, 'plan', id, version);
    expect(await stand(world, from)).toEqual(['FILLED', 1, 'PLACED']);
    const both = await world.nuo.ask(coach, `{ placement(id: "${id}") { vacancy { id } proposal { id placements { id } } } }`);
    expect(both.data.placement).toEqual({ vacancy: { id: from.vacancyId }, proposal: { id: from.proposalId, placements: [{ id }] } });
    await placeEvents(world.nuo.db);
    const feed = await world.nuo.ask(manager, `{ activity(first: 50, employerIds: ["${employer}"]) { nodes { type placement { id } vacancy { id } } } }`);
    const of = (type: string) => feed.data.activity.nodes.find((node: { type: string }) => node.type === type);
    expect(of('PlacementPlanned')).toMatchObject({ placement: { id } });
    expect(of('VacancyFilled')).toMatchObject({ vacancy: { id: from.vacancyId } });
    // Another placement cannot come from the same proposal.
    const again = await agreed(world, { proposalId: from.proposalId });
    expect(await take(world.nuo, coach, 'plan', again.id, again.version)).toMatchObject({ rule: 'PROPOSAL_CLOSED' });
  });

  it('gets its place back when the placement does not go on', async () => {
    const world = await worldFor(dialect);
    const from = await proposed(world);
    const { id, version } = await planned(world, { proposalId: from.proposalId });
    await take(world.nuo, coach, 'cancel', id, version);
    expect(await stand(world, from)).toEqual(['OPEN', 0, 'WITHDRAWN']);
    expect(await propose(world.nuo, world.person, world.order, { proposalId: from.proposalId })).toMatchObject({ rule: 'PROPOSAL_CLOSED' });
  });

  it('is on trial first, and takes the place with the contract that follows', async () => {
    const world = await worldFor(dialect);
    const from = await proposed(world);
    const trial = await planned(world, { proposalId: from.proposalId, kind: 'PROEFPLAATSING', startsOn: '2026-08-03', expectedEndOn: '2026-08-31' });
    expect(await stand(world, from)).toEqual(['OPEN', 0, 'TRIAL']);
    const job = await planned(world, { proposalId: from.proposalId, startsOn: '2026-09-01' });
    // While the trial may still go on, the proposal has a placement.
    expect(job).toBeUndefined();
    const running = (await take(world.nuo, coach, 'start', trial.id, trial.version)).placement;
    await take(world.nuo, coach, 'end', trial.id, running.version, { endedOn: '2026-08-03' });
    expect((await planned(world, { proposalId: from.proposalId, startsOn: '2026-09-01' })).id).toBeDefined();
    expect(await stand(world, from)).toEqual(['FILLED', 1, 'PLACED']);
  });

  it('of a vacancy without places left keeps a placement from being planned, and of two at once one is', async () => {
    const world = await worldFor(dialect);
    const { vacancyId } = await proposed(world);
    const kinds = { vacancyId, hoursPerWeek: 10 };
    const [one, two] = [await agreed(world, kinds), await agreed(world, kinds)];
    const answers = await Promise.all([one, two].map(({ id, version }) => take(world.nuo, coach, 'plan', id, version)));
    expect(new Set(answers.map(({ __typename, rule }) => rule ?? __typename))).toEqual(new Set(['PlacementChanged', 'VACANCY_NOT_OPEN']));
    expect((await propose(world.nuo, world.other, world.otherOrder, { proposalId: testId(10, 1) })).paths).toEqual(['proposalId']);
  });
});
