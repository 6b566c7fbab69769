import type { Missing } from '@werkplein/indicators';
import { addDays } from '@werkplein/kernel';
import { completeProfile, dossierCommand, nothingRuns } from './dossiers.ts';
import { requestId, type TestWerkplein } from './index.ts';

/* oxlint-disable typescript/no-explicit-any -- a test reads answers of any shape */

/** Of which days, and as known when; one day or a period. */
export interface Asked {
  from: string;
  until: string;
  measuredOn?: string;
  knownAt: Date;
}

const spanOf = ({ from, until, measuredOn, knownAt }: Asked) => ({ from, until, measuredOn: measuredOn ?? until, knownAt: knownAt.toISOString() });

const parts = `query ($asked: FigureQuestionInput!) { almeloFigureParts(asked: $asked) { numerator denominator missing { what count } rows { key value over partOfValue } } }`;
const factsOf = `query ($asked: FigureFactsInput!) { almeloFigureFacts(asked: $asked) { nodes { id ref contribution } pageInfo { hasNextPage endCursor } } }`;

export interface AskedFigure {
  numerator: number | null;
  denominator: number | null;
  missing: Missing[];
  /** By key. */
  rows: Record<string, number>;
  statements: number;
}

/** What Almelo has of one figure, as the gateway asks it. */
export const figureOf = async ({ ask }: TestWerkplein, indicator: string, asked: Asked, user = 'almelo.klantregisseur'): Promise<AskedFigure> => {
  const question = { sets: [{ indicators: [indicator], span: spanOf(asked) }], municipalities: ['0141'], total: false };
  const { data, errors, statements } = await ask(user, parts, { asked: question });
  if (errors) throw new Error(JSON.stringify(errors));
  const [{ rows, ...part }] = data.almeloFigureParts;
  return { ...part, statements, rows: Object.fromEntries(rows.map(({ key, value, over }: any) => [key, over === null ? value : value / over])) };
};

/** The facts behind one side, of all pages. */
export const factsBehind = async ({ ask }: TestWerkplein, indicator: string, side: 'NUMERATOR' | 'DENOMINATOR', asked: Asked) => {
  const found: { id: string; ref: string; contribution: number }[] = [];
  for (let after: string | null = null; ; ) {
    const question: object = { indicator, municipality: '0141', side, span: spanOf(asked), first: 2, after };
    const { data, errors } = await ask('almelo.klantregisseur', factsOf, { asked: question });
    if (errors) throw new Error(JSON.stringify(errors));
    const { nodes, pageInfo } = data.almeloFigureFacts;
    found.push(...nodes);
    if (!pageInfo.hasNextPage) return found;
    after = pageInfo.endCursor;
  }
};

const command = async ({ ask }: TestWerkplein, name: string, selection: string, input: object): Promise<any> => {
  const document = `mutation ($input: ${name[0]?.toUpperCase()}${name.slice(1)}Input!) { almelo { ${name}(input: $input) { __typename ${selection} } } }`;
  const { data, errors } = await ask('almelo.klantregisseur', document, { input: { requestId: requestId(), ...input } });
  if (errors) throw new Error(JSON.stringify(errors));
  return data.almelo[name];
};

export const setAxis = (served: TestWerkplein, clientId: string, axis: string, value: string, validFrom: string, more: object = {}): Promise<any> =>
  command(served, 'setDoelgroepAxis', '', { clientId, axis, value, validFrom, ...more });

/** The dossier of a registered client goes through its intake into the programme, on `today`. */
export const intoProgramme = async (served: TestWerkplein, clientId: string, today: string): Promise<void> => {
  await dossierCommand(served, 'startIntake', { clientId });
  await setAxis(served, clientId, 'GRONDSLAG', 'NUG', today);
  const { plan } = await command(served, 'savePlanConcept', '... on PlanSaved { plan { version } }', {
    clientId,
    goals: [{ text: 'Betaald werk', fromStep: 3, toStep: 5, term: addDays(today, 200) }],
    support: ['Jobcoach'],
    obligations: [],
    nextEvaluationOn: addDays(today, 150),
    discussedOn: today,
  });
  const done = await command(served, 'establishPlan', '... on PlanNotReady { obstacles }', { clientId, expectedVersion: plan.version });
  if (done.__typename !== 'PlanSaved') throw new Error(JSON.stringify(done));
};

const placementId = 'nuo:01900000-0000-7000-8000-000000000001';

/** From the programme to a confirmed placement. */
export const placed = async (served: TestWerkplein, clientId: string, placedOn: string): Promise<void> => {
  await completeProfile(served, clientId);
  await dossierCommand(served, 'declarePlaceable', { clientId });
  const { result } = await dossierCommand(served, 'confirmPlacement', { clientId, placementId, placedOn });
  if (result?.__typename !== 'AlmeloDossierChanged') throw new Error(JSON.stringify(result));
};

/** Closes a dossier for a reason of outflow. */
export const closed = async (served: TestWerkplein, clientId: string, outflow: string): Promise<void> => {
  const { result } = await dossierCommand(served, 'closeDossier', { clientId, outflow, explanation: 'x', confirmed: nothingRuns });
  if (result?.__typename !== 'AlmeloDossierChanged') throw new Error(JSON.stringify(result));
};

export const recordFollowUp = (served: TestWerkplein, input: object): Promise<any> =>
  command(
    served,
    'recordOutflowFollowUp',
    `... on OutflowFollowUpRecorded { followUp { id result observedOn recordedBy { name } } } ... on OutflowAlreadyFollowedUp { followUp { id } }
     ... on OutflowTermRuns { endsOn } ... on NoOutflowToWork { clientId }`,
    input,
  );
