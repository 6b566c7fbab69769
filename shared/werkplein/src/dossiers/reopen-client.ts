import { fault, localDay, type Outcome, type RequestContext, type WriteTx } from '@werkplein/kernel';
import { runClientCommand } from '../clients/client-command.ts';
import { lockClient } from '../clients/client.store.ts';
import { inputReader } from '../clients/input.ts';
import { answeringMissing, type LawParameterMissingAnswer } from '../law-parameters/parameter-missing.ts';
import type { StepTerms } from './dossier.rules.ts';
import { dossierToChange } from './dossier.store.ts';
import { callerOf, type EmployeeFields, readEmployee } from './employee.rules.ts';
import { openDossiers } from './open-dossier.ts';

export interface ReopenClientFields {
  requestId: string;
  clientId: string;
  klantregisseur: EmployeeFields;
}

export type ReopenClientAnswer =
  | { __typename: 'ClientReopened'; clientId: string }
  | { __typename: 'DossierStillOpen'; closedOn: string | null }
  | LawParameterMissingAnswer;

/** Somebody whom we served comes back: a new dossier, from today on. Of a day there is one dossier at most (I1), also of the day on which the last one was closed. */
export const reopenClient = (ctx: RequestContext, input: ReopenClientFields, terms: StepTerms): Promise<ReopenClientAnswer> => {
  const reader = inputReader(['input']);
  const klantregisseur = readEmployee(reader, ['klantregisseur'], input.klantregisseur);
  reader.refuse();
  const openedOn = localDay(ctx.clock());
  const effect = async (tx: WriteTx): Promise<Outcome<ReopenClientAnswer>> => {
    const { id: clientId } = await lockClient(tx, input.clientId);
    const last = await dossierToChange(tx, clientId);
    if (!last) throw fault('NOT_FOUND');
    const { openClientId, closedOn } = last;
    if (openClientId !== null || closedOn === null || closedOn >= openedOn)
      return { answer: { __typename: 'DossierStillOpen', closedOn }, subjectIds: [clientId] };
    await openDossiers(tx, ctx, terms, [{ clientId, klantregisseur, openedOn, recordedBy: callerOf(ctx) }]);
    return { answer: { __typename: 'ClientReopened', clientId }, subjectIds: [clientId] };
  };
  return answeringMissing(() => runClientCommand<ReopenClientAnswer>(ctx, 'reopenClient', 'inschrijven-client', input, effect));
};
