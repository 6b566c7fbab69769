import type { TestSubgraph } from '@werkplein/kernel/testing';
import { requestId } from './index.ts';

const result = (kind: string) => `__typename
  ... on Almelo${kind} { loonwaardebepaling { id state version wageValuePct validFrom reviewOn lksDecideBy rejectedReason expert { id organisation { code } } } }`;
const refusals = `... on StepRefused { step from allowedFrom allowedSteps by text } ... on LoonwaardeVersionConflict { currentVersion } ... on LawParameterMissing { code day }`;

const step = (name: string): string =>
  `mutation ($input: ${name[0]?.toUpperCase()}${name.slice(1)}Input!) { almelo { ${name}(input: $input) { ${result('LoonwaardeChanged')} ${refusals} } } }`;
const documents = {
  requestLoonwaarde: `mutation ($input: RequestLoonwaardeInput!) { almelo { requestLoonwaarde(input: $input) { ${result('LoonwaardeRequested')} ... on DossierClosed { closedOn } } } }`,
  planLoonwaarde: step('planLoonwaarde'),
  carryOutLoonwaarde: step('carryOutLoonwaarde'),
  establishLoonwaarde: step('establishLoonwaarde'),
  rejectLoonwaarde: step('rejectLoonwaarde'),
};

export const regie = 'almelo.klantregisseur';
export const nuoExpert = { expert: { id: 'demo-nuo-jobcoach', name: 'J. Coach' }, expertOrganisation: 'nuo' };
export const formTasks = [
  { name: 'Snoeien', timePct: 40, pacePct: 80, qualityPct: 90, netTimePct: 100 },
  { name: 'Vegen', timePct: 60, pacePct: 50, qualityPct: 100, netTimePct: 90 },
];

/** Sends one command about a loonwaarde. */
export const loonwaardeCommand = async ({ ask }: TestSubgraph, name: keyof typeof documents, input: object, user = regie) => {
  const answer = await ask(user, documents[name], { input: { requestId: requestId(), ...input } });
  return { ...answer, result: answer.data?.almelo?.[name] };
};

/** A loonwaarde of this client as asked for; gives its id. */
export const requestedLoonwaarde = async (served: TestSubgraph, clientId: string, functionName = 'Groenmedewerker'): Promise<string> =>
  (await loonwaardeCommand(served, 'requestLoonwaarde', { clientId, functionName, hoursPerWeek: 24 })).result.loonwaardebepaling.id as string;

/** An established loonwaarde of this client, carried out by regie itself; gives its id. */
export const establishedLoonwaarde = async (
  served: TestSubgraph,
  clientId: string,
  days: { validFrom: string; reviewOn: string } = { validFrom: '2026-11-23', reviewOn: '2027-11-23' },
  functionName?: string,
): Promise<string> => {
  const id = await requestedLoonwaarde(served, clientId, functionName);
  const self = { expert: { id: 'demo-almelo-klantregisseur', name: 'K' }, expertOrganisation: '0141' };
  await loonwaardeCommand(served, 'planLoonwaarde', { id, expectedVersion: 1, plannedOn: '2026-11-20', ...self });
  await loonwaardeCommand(served, 'carryOutLoonwaarde', { id, expectedVersion: 2, carriedOutOn: '2026-11-20', tasks: formTasks });
  const { result: established } = await loonwaardeCommand(served, 'establishLoonwaarde', { id, expectedVersion: 3, ...days });
  if (established?.loonwaardebepaling?.state !== 'ESTABLISHED') throw new Error(JSON.stringify(established));
  return id;
};
