import { idOf, testId } from './index.ts';

/* oxlint-disable typescript/no-explicit-any -- the stored answer of any command */
type Send = (user: string, name: string, input: object) => Promise<any>;

const [consultant, coach, planner, regie] = ['nuo.detacheringsconsulent', 'nuo.jobcoach', 'nuo.werkleider', 'wierden.klantregisseur'] as const;
const decision = { decidedOn: '2020-01-01', validUntil: '2030-01-01', targetGroup: 'BELONGS', category: 'MATIG', advisedForm: 'NOT_BEGELEID_WERKEN' };
const terms = { formalEmployer: '0189', payingMunicipality: '0189', responsibleMunicipality: '0189', hoursPerWeek: 24, paidWagePct: 100, cao: 'CAO_SW' };
const lent = { kind: 'SECONDMENT_INDIVIDUAL', employerId: idOf('employer', 1), startsOn: '2026-08-03', hoursPerWeek: 24 };
const end = { endedOn: '2026-08-03', result: 'RETURNED' };

/** A worker with a BSN, an indication and an employment. */
const employed = async (send: Send, bsn: string) => {
  const person = { name: 'Wsw', municipality: '0189', bsn, birthDate: '1970-01-01', gender: 'MALE', inClosingPopulation: true };
  const { participantId } = await send(consultant, 'registerWswWorker', { ...person, residence: '0189', residesSince: '2000-01-01' });
  const { indicationId } = await send(consultant, 'recordIndication', { participantId, ...decision });
  const { employmentId } = await send(consultant, 'registerEmployment', { participantId, kind: 'WSW_ART2', startsOn: '2026-01-01', ...terms });
  return { participantId, indicationId, employmentId };
};

/** Seconded out and back on one day; the claim that came of it. */
const outAndBack = async (send: Send, participantId: string): Promise<string> => {
  const { placementId } = await send(coach, 'proposePlacement', { participantId, ...lent });
  await send(coach, 'planPlacement', { placementId, expectedVersion: 1, agreementReference: 'D-1' });
  await send(coach, 'startPlacement', { placementId, expectedVersion: 2 });
  return (await send(coach, 'endPlacement', { placementId, expectedVersion: 3, ...end })).settled.claimId;
};

const beschut = async (send: Send): Promise<void> => {
  for (const [user, name, more] of [
    [regie, 'agreeEmployment', { decisionId: testId(70, 1, '0189'), decidedOn: '2026-08-01' }],
    [regie, 'refuseEmployment', { reason: 'Geen besluit' }],
    [consultant, 'withdrawEmployment', { reason: 'Vergissing' }],
  ] as const) {
    const { participantId } = await send(coach, 'registerParticipant', { municipality: '0189', name: 'Beschut' });
    const { employmentId } = await send(consultant, 'registerEmployment', { participantId, kind: 'BESCHUT_10B', startsOn: '2026-09-01', ...terms });
    await send(user, name, { employmentId, expectedVersion: 1, ...more });
  }
};

/** Each command of sheltered work, once at least. */
export const shelteredStory = async (send: Send): Promise<void> => {
  const group = { name: 'Groen', kind: 'GREEN', hirerMunicipality: '0189', commissionerMunicipality: '0189', startsOn: '2026-01-01' };
  await send(planner, 'saveWorkGroup', group);
  const place = { name: 'Plek', kind: 'INSIDE', location: 'Wierden', municipality: '0189', capacityHours: 24, opensOn: '2026-01-01' };
  const { workplaceId } = await send(planner, 'saveWorkplace', place);
  const { participantId, indicationId, employmentId } = await employed(send, '999990019');
  await send(consultant, 'correctWswWorker', { participantId, expectedVersion: 1, gender: 'FEMALE' });
  await send(consultant, 'recordResidence', { participantId, municipality: '0141', from: '2026-02-01' });
  await send(consultant, 'correctIndication', { indicationId, expectedVersion: 1, ...decision, category: 'ERNSTIG' });
  await send(consultant, 'recordReindicationRequest', { indicationId, expectedVersion: 2, requestedOn: '2026-08-01' });
  await send(consultant, 'changeEmploymentTerms', { employmentId, expectedVersion: 1, from: '2026-06-01', payingMunicipality: '0141' });
  await beschut(send);
  const claimId = await outAndBack(send, participantId);
  await send(planner, 'releaseFallbackPlace', { claimId, expectedVersion: 2, reason: 'Verbouwing' });
  await send(planner, 'reserveFallbackPlace', { claimId, expectedVersion: 3, workplaceId });
  const inside = await send(coach, 'proposePlacement', { participantId, kind: 'SHELTERED_INTERNAL', startsOn: '2026-08-04', hoursPerWeek: 24 });
  await send(coach, 'planPlacement', { placementId: inside.placementId, expectedVersion: 1, agreementReference: 'P-1' });
  await send(coach, 'assignWorkplace', { placementId: inside.placementId, expectedVersion: 2, workplaceId });
  const other = await employed(send, '999993653');
  await send(planner, 'lapseFallbackClaim', { claimId: await outAndBack(send, other.participantId), expectedVersion: 2, reason: 'Blijft thuis' });
  const form = { on: '2026-09-01', employerId: idOf('employer', 1), hoursPerWeek: 24, paidWagePct: 100, cao: 'OTHER' };
  const next = await send(consultant, 'switchWorkForm', { employmentId, expectedVersion: 2, ...form });
  const ending = { employmentId: next.employmentId, endsOn: '2026-10-01', endReason: 'OWN_REQUEST', destination: 'OTHER' };
  await send(consultant, 'endEmployment', { ...ending, expectedVersion: 1 });
  await send(consultant, 'correctEmploymentEnd', { employmentId: next.employmentId, expectedVersion: 2 });
  await send('nuo.functioneelbeheerder', 'deliverWswStatistics', { period: '20261' });
};
