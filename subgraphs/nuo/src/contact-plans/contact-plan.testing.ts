import type { Principal } from '@werkplein/kernel';
import type { Answer } from '@werkplein/kernel/testing';
import { idOf, type TestNuo } from '../testing/index.ts';

export const planMutation = `mutation ($input: PlanContactInput!) { nuo { planContact(input: $input) { __typename
  ... on ContactPlanned { alreadyPlanned contactPlan { id status version expiresAt owner { id } overrideReason overrides { kind } } }
  ... on ContactConflict { holder { id name organisation { code } } window { from until } options { kind day } contactPlan { id } }
  ... on ContactNeedsReason { firstFreeDay obstacles { kind overrulable message holder { id } organisations { code } freeFrom } }
  ... on EmployerClosed { obstacles { kind overrulable message } } } } }`;

let requests = 0;
export const nextRequest = (): string => `request-${(requests += 1)}`;

/** A vacancy visit at employer 0 from 10 to 14 August 2026, unless told otherwise. */
export const planInput = (more: object = {}): Record<string, unknown> => ({
  requestId: nextRequest(),
  employerId: idOf('employer', 0),
  contactPersonId: idOf('person', 0),
  purpose: 'VACANCY',
  steering: 'AANBODGESTUURD',
  channel: 'VISIT',
  window: { from: '2026-08-10', until: '2026-08-14' },
  ...more,
});

export const accountManager = (n: number): Principal => ({
  employeeId: `manager-${n}`,
  displayName: `Manager ${n}`,
  organisation: ['nuo', '0141', '1700', '0183', '0189'][n % 5] as string,
  roles: ['accountmanager'],
});

/* oxlint-disable typescript/no-explicit-any -- answers of any shape */
/** What one command of the NUO answered; a refusal as error throws. */
export const command = async (nuo: Pick<TestNuo, 'ask'>, user: string | Principal, document: string, input: object): Promise<any> => {
  const { data, errors }: Answer = await nuo.ask(user, document, { input });
  if (errors) throw new Error(JSON.stringify(errors));
  return Object.values(data.nuo)[0];
};
export const plan = (nuo: Pick<TestNuo, 'ask'>, user: string | Principal, more: object = {}): Promise<any> => command(nuo, user, planMutation, planInput(more));

const onPlan = (name: string, input: string, more = ''): string =>
  `mutation ($input: ${input}!) { nuo { ${name}(input: $input) { __typename ... on ContactPlanEnded { contactPlan { status } } ${more} } } }`;
const stale = '... on ContactPlanVersionConflict { contactPlan { version } }';
const refused = '... on ContactConflict { contactPlan { id } } ... on ContactNeedsReason { obstacles { kind } } ... on EmployerClosed { obstacles { kind } }';
export const steps = {
  join: onPlan('joinContactPlan', 'ContactPlanInput', '... on ContactPlanJoined { contactPlan { participants { name } } }'),
  reschedule: onPlan(
    'rescheduleContactPlan',
    'RescheduleContactPlanInput',
    `${stale} ${refused} ... on ContactPlanRescheduled { contactPlan { id status version window { from until } plannedAt expiresAt } }`,
  ),
  cancel: onPlan('cancelContactPlan', 'CancelContactPlanInput', `${stale} ... on ContactPlanCancelled { contactPlan { status version } }`),
  offer: onPlan(
    'offerContactPlanHandOver',
    'OfferContactPlanHandOverInput',
    `${stale} ... on ContactPlanHandOverOffered { contactPlan { handOverOfferedTo { id } } }`,
  ),
  accept: onPlan(
    'acceptContactPlanHandOver',
    'AcceptContactPlanHandOverInput',
    `${refused} ... on ContactPlanTakenOver { contactPlan { id owner { id } candidateCount expiresAt status tookOverFrom { id status } participants { id } } }`,
  ),
  refuse: onPlan(
    'refuseContactPlanHandOver',
    'ContactPlanInput',
    '... on ContactPlanHandOverRefused { contactPlan { handOverOfferedTo { id } owner { id } } }',
  ),
  carryOut: onPlan(
    'carryOutContactPlan',
    'CarryOutContactPlanInput',
    `${stale} ... on ContactPlanCarriedOut { warnings contactPlan { status contactMoment { id } } contactMoment { id contactPlan { id } participants { name } contactPerson { name } } }`,
  ),
  expire: 'mutation ($input: ExpireContactPlansInput!) { nuo { expireContactPlans(input: $input) { ... on ContactPlansExpired { count } } } }',
} as const;

export const recordMutation = `mutation ($input: RecordContactMomentInput!) { nuo { recordContactMoment(input: $input) { ... on ContactMomentRecorded { contactMoment { id } } } } }`;
export const contactFacts = {
  channel: 'VISIT',
  direction: 'OUTGOING',
  steering: 'AANBODGESTUURD',
  subject: 'Kennismaking',
  report: 'Goed gesprek.',
};
/** A contact at employer 0 that took place on a day. */
export const contactOn = (nuo: Pick<TestNuo, 'ask'>, user: string | Principal, day: string, more: object = {}): Promise<any> =>
  command(nuo, user, recordMutation, { requestId: nextRequest(), employerId: idOf('employer', 0), occurredAt: `${day}T09:00:00Z`, ...contactFacts, ...more });
