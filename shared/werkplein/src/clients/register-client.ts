import { fault, isUniqueViolation, localDay, type Outcome, type RequestContext, type WriteTx } from '@werkplein/kernel';
import { In, Not } from 'typeorm';
import type { BsnVault } from '../bsn/index.ts';
import type { StepTerms } from '../dossiers/dossier.rules.ts';
import { callerOf, type EmployeeFields, readEmployee } from '../dossiers/employee.rules.ts';
import { openDossiers } from '../dossiers/open-dossier.ts';
import { answeringMissing, type LawParameterMissingAnswer } from '../law-parameters/parameter-missing.ts';
import { pendingIncoming } from '../transfers/transfer.store.ts';
import { runClientCommand } from './client-command.ts';
import { ClientRow } from './client.entity.ts';
import { type PersonFields, readWholePerson, searchNameOf } from './client.rules.ts';
import { inputReader } from './input.ts';

export interface RegisterClientFields extends PersonFields {
  requestId: string;
  klantregisseur?: EmployeeFields | null;
}

export type ClientMatch = 'BSN' | 'OWN_REFERENCE';
export type RegisterClientAnswer =
  | { __typename: 'ClientRegistered'; clientId: string }
  | { __typename: 'ClientAlreadyRegistered'; clientId: string; matchedOn: ClientMatch }
  | { __typename: 'ClientOffered'; transferId: string; municipality: string; cutoverOn: string }
  | LawParameterMissingAnswer;

/** Who holds the BSN or own number that a unique index has just refused. */
export const holderOf = async (tx: WriteTx, row: Pick<ClientRow, 'bsnIndex' | 'ownReference'>) => {
  const byBsn = row.bsnIndex === null ? null : await tx.em.findOneBy(ClientRow, { bsnIndex: row.bsnIndex });
  if (byBsn) return { __typename: 'ClientAlreadyRegistered', clientId: byBsn.id, matchedOn: 'BSN' } as const;
  const byReference = row.ownReference === null ? null : await tx.em.findOneBy(ClientRow, { ownReference: row.ownReference });
  if (byReference) return { __typename: 'ClientAlreadyRegistered', clientId: byReference.id, matchedOn: 'OWN_REFERENCE' } as const;
  throw fault('INTERNAL');
};

/** Who holds the BSN under an index key that is being replaced: the unique index sees the newest one only. */
export const olderHolder = async (tx: WriteTx, vault: BsnVault, bsn: string | null | undefined, otherThan: string) => {
  const older = typeof bsn === 'string' ? vault.indices(bsn).slice(1) : [];
  const holder = older.length === 0 ? null : await tx.em.findOneBy(ClientRow, { bsnIndex: In(older), id: Not(otherThan) });
  return holder && ({ __typename: 'ClientAlreadyRegistered', clientId: holder.id, matchedOn: 'BSN' } as const);
};

/** Registers a client with an open dossier. The unique index decides who of several was first; the others hear who it is. */
export const registerClient = async (ctx: RequestContext, vault: BsnVault, terms: StepTerms, input: RegisterClientFields): Promise<RegisterClientAnswer> => {
  const today = localDay(ctx.clock());
  const reader = inputReader(['input']);
  const { bsn, ...person } = readWholePerson(reader, input, today);
  const caller = callerOf(ctx);
  // Who registers and directs no clients leaves the dossier to be appointed: no intake starts without a klantregisseur.
  const unnamed = ctx.principal.roles.includes('klantregisseur') ? caller : null;
  const klantregisseur = input.klantregisseur ? readEmployee(reader, ['klantregisseur'], input.klantregisseur) : unnamed;
  reader.refuse();

  const effect = async (tx: WriteTx): Promise<Outcome<RegisterClientAnswer>> => {
    const id = ctx.newId();
    const holder = await olderHolder(tx, vault, bsn, id);
    if (holder) return { answer: holder, subjectIds: [holder.clientId] };
    const offered = bsn === null ? null : await pendingIncoming(tx, vault.indices(bsn));
    if (offered) {
      const { id: transferId, municipality, cutoverOn } = offered;
      return { answer: { __typename: 'ClientOffered', transferId, municipality, cutoverOn }, subjectIds: [transferId] };
    }
    const sealed = bsn === null ? { bsnCipher: null, bsnKeyId: null, bsnIndex: null } : vault.seal(id, bsn);
    const client = { id, ...person, ...sealed, searchName: searchNameOf(person), registeredOn: today, version: 1 };
    try {
      await tx.em.insert(ClientRow, { ...client, sourceSystem: null, sourceKey: null });
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
      const answer = await holderOf(tx, client);
      return { answer, subjectIds: [answer.clientId] };
    }
    await openDossiers(tx, ctx, terms, [{ clientId: id, klantregisseur, openedOn: today, recordedBy: caller }]);
    return { answer: { __typename: 'ClientRegistered', clientId: id }, subjectIds: [id] };
  };
  // Around the transaction: without the holidays of a term the whole registration is undone.
  return answeringMissing(() => runClientCommand<RegisterClientAnswer>(ctx, 'registerClient', 'inschrijven-client', input, effect));
};
