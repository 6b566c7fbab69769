import { fault, localDay, mayDo, type RequestContext, type StepRefused, stepRefused, type WriteTx } from '@werkplein/kernel';
import { endProfile } from '../candidates/withdraw-candidate.ts';
import { runClientCommand } from '../clients/client-command.ts';
import { lockClient } from '../clients/client.store.ts';
import { endSharing } from '../disclosures/withdraw-disclosure.ts';
import { stateHandOvers } from '../responsibility/responsibility.facts.ts';
import { holidayParameters } from '../law-parameters/law-parameter.store.ts';
import { answeringMissing, type LawParameterMissingAnswer } from '../law-parameters/parameter-missing.ts';
import { endResponsibilities } from '../responsibility/responsibility.store.ts';
import { DossierRow, DossierStepRow } from './dossier.entity.ts';
import { stateDossiers } from './dossier.facts.ts';
import { directDossier } from './dossier.policy.ts';
import { dossierMachine, type DossierStatus, type DossierStep, dueAfter, isEnd, type StepTerms } from './dossier.rules.ts';
import { dossierToChange } from './dossier.store.ts';

export interface StepFields {
  requestId: string;
  clientId: string;
  expectedVersion: number;
}

/** What a step writes beside the new status. */
export interface StepChange {
  to: DossierStatus;
  /** Day of the step; today unless given. */
  on?: string;
  reason?: string | null;
  confirmed?: readonly string[];
  columns?: Partial<Pick<DossierRow, 'outflow' | 'placementId' | 'placedOn' | 'agreedUntil' | 'dueOn' | 'suspendedFrom'>>;
}

/** Writes one step of a dossier, with all that ends when it ends. The client is locked, and the step is allowed. */
export const writeStep = async (
  tx: WriteTx,
  ctx: RequestContext,
  dossier: DossierRow,
  step: DossierStep,
  terms: StepTerms,
  { to, on = localDay(ctx.clock()), reason = null, confirmed = [], columns = {} }: StepChange,
): Promise<void> => {
  const ends = isEnd(to);
  await tx.em.update(
    DossierRow,
    { id: dossier.id },
    {
      status: to,
      suspendedFrom: null,
      statusReason: reason,
      statusSince: on,
      dueOn: dueAfter(to, on, terms, await holidayParameters(tx)),
      version: dossier.version + 1,
      ...(ends && { openClientId: null, closedOn: on }),
      ...columns,
    },
  );
  await tx.em.insert(DossierStepRow, {
    id: ctx.newId(),
    clientId: dossier.clientId,
    dossierId: dossier.id,
    number: dossier.version + 1,
    step,
    fromStatus: dossier.status,
    toStatus: to,
    takenOn: on,
    reason,
    outflow: columns.outflow ?? null,
    placementId: columns.placementId ?? null,
    placedOn: columns.placedOn ?? null,
    confirmed: [...confirmed],
    recordedById: ctx.principal.employeeId,
    recordedByName: ctx.principal.displayName,
    recordedAt: ctx.clock(),
  });
  await stateDossiers(tx, ctx, [dossier.clientId]);
  if (!ends) return;
  // Who is not served any more is shown to nobody and offered nowhere (AVG art. 5(1)(b)).
  await endProfile(tx, ctx, dossier.clientId);
  await endSharing(tx, ctx, dossier.clientId);
  await endResponsibilities(tx, dossier.id, on);
  await stateHandOvers(tx, ctx, [dossier.clientId]);
};

export type StepAnswer =
  | { __typename: 'DossierChanged'; clientId: string }
  | { __typename: 'DossierVersionConflict'; currentVersion: number }
  | StepRefused
  | LawParameterMissingAnswer;

/** One step of a dossier by regie: who, from which state and which version is the same for all; `decide` gives what is written, or why not. */
export const takeStep = <R extends { __typename: string }>(
  ctx: RequestContext,
  command: string,
  step: DossierStep,
  input: StepFields,
  terms: StepTerms,
  decide: (tx: WriteTx, dossier: DossierRow) => Promise<StepChange | R>,
): Promise<StepAnswer | R> =>
  runClientCommand<StepAnswer | R>(ctx, command, 'voeren-dossier', input, async (tx) => {
    const { id: clientId } = await lockClient(tx, input.clientId);
    const subjectIds = [clientId];
    const dossier = await dossierToChange(tx, clientId);
    if (!dossier) throw fault('NOT_FOUND');
    const refused = stepRefused(dossierMachine, dossier.status, step, (actor) => actor === 'REGIE' && mayDo(ctx.principal, directDossier, ctx.home));
    if (refused) return { answer: refused, subjectIds };
    if (dossier.version !== input.expectedVersion) return { answer: { __typename: 'DossierVersionConflict', currentVersion: dossier.version }, subjectIds };
    const answer = await answeringMissing<StepAnswer | R>(async () => {
      const decided = await decide(tx, dossier);
      if ('__typename' in decided) return decided;
      await writeStep(tx, ctx, dossier, step, terms, decided);
      return { __typename: 'DossierChanged', clientId };
    });
    return { answer, subjectIds };
  });
