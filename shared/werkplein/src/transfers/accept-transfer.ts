import { isUniqueViolation, type ReadTx, type RequestContext, type WriteTx } from '@werkplein/kernel';
import { In } from 'typeorm';
import { ClientRow } from '../clients/client.entity.ts';
import { lockClient } from '../clients/client.store.ts';
import { inputReader } from '../clients/input.ts';
import { dossierToChange } from '../dossiers/dossier.store.ts';
import { type EmployeeFields, readEmployee } from '../dossiers/employee.rules.ts';
import type { WerkpleinKeys } from '../werkplein/werkplein.keys.ts';
import { type CutoverPastAnswer, cutoverPast } from './offer-transfer.ts';
import { takeTransferStep, type TransferStepAnswer, type TransferStepFields } from './take-transfer-step.ts';
import { TransferRow } from './transfer.entity.ts';
import { tellOther } from './transfer.letters.ts';
import { updateTransfer } from './transfer.store.ts';

export type AcceptTransferFields = TransferStepFields & { klantregisseur: EmployeeFields };

type Refusal =
  | CutoverPastAnswer
  | { __typename: 'ClientAlreadyServed'; clientId: string; until: string | null }
  | { __typename: 'TransferRunning'; transferId: string };
export type AcceptTransferAnswer = { __typename: 'TransferAccepted'; transferId: string } | Refusal | TransferStepAnswer;

/** Who of our clients has this BSN, under the index of any key. */
export const clientWithBsn = ({ em }: ReadTx, { vault }: WerkpleinKeys, bsn: string | null): Promise<ClientRow | null> =>
  bsn === null ? Promise.resolve(null) : em.findOneBy(ClientRow, { bsnIndex: In(vault.indices(bsn)) });

/** A person whom we serve, or served on the day of transition or later: then two would have had the regie. */
const served = async (tx: WriteTx, keys: WerkpleinKeys, bsn: string | null, cutoverOn: string): Promise<Refusal | null> => {
  const known = await clientWithBsn(tx, keys, bsn);
  if (!known) return null;
  await lockClient(tx, known.id);
  const dossier = await dossierToChange(tx, known.id);
  if (!dossier || (dossier.openClientId === null && (dossier.closedOn ?? '') < cutoverOn)) return null;
  return { __typename: 'ClientAlreadyServed', clientId: known.id, until: dossier.closedOn };
};

/** Takes over the regie from the day of transition on. Nothing is opened yet: the old Werkplein closes first. */
export const acceptTransfer = async (ctx: RequestContext, keys: WerkpleinKeys, input: AcceptTransferFields): Promise<AcceptTransferAnswer> => {
  const reader = inputReader(['input']);
  const klantregisseur = readEmployee(reader, ['klantregisseur'], input.klantregisseur);
  reader.refuse();
  return takeTransferStep<Exclude<AcceptTransferAnswer, TransferStepAnswer>>(ctx, 'acceptTransfer', 'IN', 'accept', input, async (tx, row) => {
    const past = cutoverPast(ctx, row.cutoverOn);
    if (past) return past;
    const bsn = row.bsnCipher === null ? null : keys.vault.open(row.id, row.bsnCipher);
    const refused = await served(tx, keys, bsn, row.cutoverOn);
    if (refused) return refused;
    const openOf = bsn === null ? row.id : keys.vault.index(bsn);
    const change = { state: 'ACCEPTED', openOf, klantregisseurId: klantregisseur.id, klantregisseurName: klantregisseur.name, decidedAt: ctx.clock() } as const;
    try {
      await updateTransfer(tx, row, change);
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
      // The same person, offered by another Werkplein as well, and accepted.
      const other = await tx.em.findOneByOrFail(TransferRow, { openOf });
      return { __typename: 'TransferRunning', transferId: other.id };
    }
    await tellOther(tx, ctx, row, 'TransferAccepted', { klantregisseur });
    return { __typename: 'TransferAccepted', transferId: row.id };
  });
};
