import { CandidateRow } from '../candidates/candidate.entity.ts';
import { DossierRow } from '../dossiers/dossier.entity.ts';
import type { DossierStatus } from '../dossiers/dossier.rules.ts';
import { dossiersOf } from '../dossiers/dossier.store.ts';
import { requestId, type TestWerkplein } from './index.ts';

const changed = 'client { id dossier { status statusReason closedOn outflow dueOn version placementId placedOn agreedUntil } }';
const refusals = `... on StepRefused { step from allowedFrom allowedSteps by text } ... on DossierVersionConflict { currentVersion }`;
const notReady = '... on DossierNotReady { obstacles { code text ids } }';

const step = (name: string, input: string, more = ''): string =>
  `mutation ($input: ${input}!) { almelo { ${name}(input: $input) { __typename ... on AlmeloDossierChanged { ${changed} } ${refusals} ${more} } } }`;

const documents = {
  startIntake: step('startIntake', 'DossierStepInput', notReady),
  declarePlaceable: step('declarePlaceable', 'DossierStepInput', notReady),
  withdrawPlaceable: step('withdrawPlaceable', 'DossierStepInput'),
  confirmPlacement: step('confirmPlacement', 'ConfirmPlacementInput'),
  startAftercare: step('startAftercare', 'StartAftercareInput', notReady),
  resumeProgramme: step('resumeProgramme', 'DossierReasonInput'),
  closeDossier: step('closeDossier', 'CloseDossierInput', `${notReady} ... on AlmeloClosingToConfirm { questions { code text } client { id } }`),
  suspendDossier: step('suspendDossier', 'DossierReasonInput'),
  resumeDossier: step('resumeDossier', 'DossierStepInput'),
  reopenClient: `mutation ($input: ReopenClientInput!) { almelo { reopenClient(input: $input) { __typename
    ... on AlmeloClientReopened { client { id dossier { status openedOn dueOn klantregisseur { id } steps { step } } } } ... on DossierStillOpen { closedOn } } } }`,
  assignKlantregisseur: `mutation ($input: AssignKlantregisseurInput!) { almelo { assignKlantregisseur(input: $input) { __typename
    ... on AlmeloKlantregisseurAssigned { client { klantregisseur { id name } responsible { employee { id } standIn } } }
    ... on DossierClosed { closedOn } ${notReady} } } }`,
};
export type DossierCommand = keyof typeof documents;
export const dossierCommands = Object.keys(documents) as DossierCommand[];

/** Sends one command about a dossier, with the version that it has unless another is given. */
export const dossierCommand = async (
  served: TestWerkplein,
  name: DossierCommand,
  input: { clientId: string; [field: string]: unknown },
  user = 'almelo.klantregisseur',
) => {
  const row = (await dossiersOf(served.db.read, [input.clientId])).get(input.clientId);
  const version = name === 'assignKlantregisseur' || name === 'reopenClient' ? {} : { expectedVersion: row?.version ?? 1 };
  const answer = await served.ask(user, documents[name], { input: { requestId: requestId(), ...version, ...input } });
  return { ...answer, result: answer.data?.almelo?.[name] };
};

export const nothingRuns = ['SERVICE_ORDERS', 'SUPPORTED_PLACEMENTS'];

/** Puts the dossier of a client in a state, whatever it was. */
export const dossierIn = (served: TestWerkplein, clientId: string, status: DossierStatus, more: Partial<DossierRow> = {}): Promise<unknown> => {
  const ended = status === 'CLOSED' || status === 'TRANSFERRED';
  const end = { openClientId: ended ? null : clientId, closedOn: ended ? '2026-11-01' : null };
  const suspendedFrom = status === 'SUSPENDED' ? ('IN_PROGRAMME' as const) : null;
  return served.db.write(({ em }) => em.update(DossierRow, { clientId }, { status, suspendedFrom, ...end, ...more }));
};

/** A profile of this client with all that employers need to know. */
export const completeProfile = (served: TestWerkplein, clientId: string, more: Partial<CandidateRow> = {}): Promise<unknown> =>
  served.db.write(({ em }) =>
    em.insert(CandidateRow, {
      id: `${clientId.slice(0, -2)}ca`,
      clientId,
      visibility: 'INTERNAL',
      informedOn: null,
      occupations: [{ code: null, text: 'Groenmedewerker' }],
      hoursMin: 16,
      hoursMax: 24,
      postcode4: '7607',
      maxTravelKm: 10,
      workingLevel: null,
      drivingLicences: [],
      needsAdaptation: false,
      needsGuidance: true,
      availableFrom: null,
      withdrawnOn: null,
      version: 1,
      ...more,
    }),
  );
