import { fault, type RequestContext } from '@werkplein/kernel';
import { runClientCommand } from '../clients/client-command.ts';
import { lockClient } from '../clients/client.store.ts';
import { inputReader } from '../clients/input.ts';
import { DossierRow } from './dossier.entity.ts';
import { dossierToChange } from './dossier.store.ts';
import { type EmployeeFields, readEmployee } from './employee.rules.ts';

export interface AssignKlantregisseurFields {
  requestId: string;
  clientId: string;
  klantregisseur: EmployeeFields;
}

export type AssignKlantregisseurAnswer = { __typename: 'KlantregisseurAssigned'; clientId: string } | { __typename: 'DossierClosed'; closedOn: string | null };

/** Gives the open dossier of a client to a klantregisseur. */
export const assignKlantregisseur = async (ctx: RequestContext, input: AssignKlantregisseurFields): Promise<AssignKlantregisseurAnswer> => {
  const reader = inputReader(['input']);
  const { id, name } = readEmployee(reader, ['klantregisseur'], input.klantregisseur, ctx);
  reader.refuse();

  return runClientCommand<AssignKlantregisseurAnswer>(ctx, 'assignKlantregisseur', 'voeren-dossier', input, async (tx) => {
    const client = await lockClient(tx, input.clientId);
    const dossier = await dossierToChange(tx, client.id);
    if (!dossier) throw fault('NOT_FOUND');
    if (dossier.openClientId === null) return { answer: { __typename: 'DossierClosed', closedOn: dossier.closedOn }, subjectIds: [client.id] };
    await tx.em.update(DossierRow, { id: dossier.id }, { klantregisseurId: id, klantregisseurName: name });
    return { answer: { __typename: 'KlantregisseurAssigned', clientId: client.id }, subjectIds: [client.id] };
  });
};
