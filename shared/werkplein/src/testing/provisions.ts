import { requestId, type TestWerkplein } from './index.ts';

const regie = 'almelo.klantregisseur';
const provision =
  '{ id kind name status executor serviceOrderId decisionId expectedEndOn stopBy endReason srgTypeCode note version uses { from until } milestones { id kind dueOn settledOn progress source } }';
const exemption = '{ id ground status startsOn endsOn reviewOn reviewedOn endReason version }';
const refusals = `... on StepRefused { step from allowedFrom } ... on LawParameterMissing { code day }`;
const provisionResult = `__typename ... on ProvisionSaved { provision ${provision} }`;
const broken = '... on ProvisionRuleBroken { rule text firstDay lastDay provisionId }';

const document = (name: string, selection: string): string =>
  `mutation ($input: ${name[0]?.toUpperCase()}${name.slice(1)}Input!) { almelo { ${name}(input: $input) { ${selection} } } }`;
const changing = (name: string): string => document(name, `${provisionResult} ${broken} ... on ProvisionVersionConflict { currentVersion } ${refusals}`);
const changingExemption = (name: string): string =>
  document(name, `__typename ... on ExemptionSaved { exemption ${exemption} } ... on ExemptionVersionConflict { currentVersion } ${refusals}`);

const documents = {
  startProvision: document('startProvision', `${provisionResult} ${broken} ... on DossierClosed { closedOn } ... on LawParameterMissing { code day }`),
  interruptProvision: changing('interruptProvision'),
  resumeProvision: changing('resumeProvision'),
  endProvision: changing('endProvision'),
  correctProvision: changing('correctProvision'),
  settleMilestone: document('settleMilestone', `${provisionResult} ... on MilestoneAlreadySettled { settledOn } ... on LawParameterMissing { code day }`),
  startExemption: document(
    'startExemption',
    `__typename ... on ExemptionSaved { exemption ${exemption} } ... on ExemptionRuleBroken { rule text lastDay } ... on DossierClosed { closedOn } ... on LawParameterMissing { code day }`,
  ),
  reviewExemption: changingExemption('reviewExemption'),
  endExemption: changingExemption('endExemption'),
  carryExemption: document('carryExemption', '__typename times { ground months days limitMonths }'),
  publishDecision: document('publishDecision', '__typename ... on AlmeloDecisionPublished { decision { id } } ... on DecisionRuleBroken { rule nearestDay }'),
};
export type SupportCommand = keyof typeof documents;

/** Sends one command about provisions, exemptions or the decisions that they rest on. */
export const supportCommand = async ({ ask }: TestWerkplein, name: SupportCommand, input: object, user = regie) => {
  const answer = await ask(user, documents[name], { input: { requestId: requestId(), ...input } });
  return { ...answer, result: answer.data?.almelo?.[name] };
};

/** A granted decision; gives its id. */
export const granted = async (
  served: TestWerkplein,
  clientId: string,
  kind: string,
  startsOn: string,
  endsOn: string | null,
  more: object = {},
): Promise<string> => {
  const input = {
    clientId,
    kind,
    outcome: 'GRANTED',
    decidedOn: startsOn < '2026-11-23' ? startsOn : '2026-11-23',
    startsOn,
    endsOn,
    legalBasis: 'Participatiewet',
    ...more,
  };
  const { result, errors } = await supportCommand(served, 'publishDecision', input);
  if (!result?.decision) throw new Error(JSON.stringify(errors ?? result));
  return result.decision.id as string;
};
