import { isUniqueViolation, localDay, type RequestContext } from '@werkplein/kernel';
import type { BsnVault } from '../bsn/index.ts';
import { runClientCommand } from './client-command.ts';
import { ClientRow } from './client.entity.ts';
import { type PersonFields, readPerson, searchNameOf } from './client.rules.ts';
import { lockClient } from './client.store.ts';
import { inputReader } from './input.ts';
import { type ClientMatch, holderOf, olderHolder } from './register-client.ts';

export interface CorrectClientFields extends PersonFields {
  requestId: string;
  clientId: string;
  expectedVersion: number;
}

export type CorrectClientAnswer =
  | { __typename: 'ClientCorrected'; clientId: string }
  | { __typename: 'ClientVersionConflict'; currentVersion: number }
  | { __typename: 'ClientAlreadyRegistered'; clientId: string; matchedOn: ClientMatch };

/** Corrects the named fields of a client, if nobody else changed it since the caller read it. */
export const correctClient = async (ctx: RequestContext, vault: BsnVault, input: CorrectClientFields): Promise<CorrectClientAnswer> => {
  const reader = inputReader(['input']);
  const { bsn, ...person } = readPerson(reader, input, localDay(ctx.clock()));
  reader.refuse();

  return runClientCommand<CorrectClientAnswer>(ctx, 'correctClient', 'wijzigen-client', input, async (tx) => {
    const client = await lockClient(tx, input.clientId);
    if (client.version !== input.expectedVersion) {
      return { answer: { __typename: 'ClientVersionConflict', currentVersion: client.version }, subjectIds: [client.id] };
    }
    const holder = await olderHolder(tx, vault, bsn, client.id);
    if (holder) return { answer: holder, subjectIds: [client.id, holder.clientId] };
    const corrected: ClientRow = { ...client, ...person, version: client.version + 1 };
    corrected.searchName = searchNameOf(corrected);
    if (bsn === null) Object.assign(corrected, { bsnCipher: null, bsnKeyId: null, bsnIndex: null });
    if (typeof bsn === 'string') Object.assign(corrected, vault.seal(client.id, bsn));
    try {
      await tx.em.update(ClientRow, { id: client.id }, corrected);
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
      const answer = await holderOf(tx, {
        bsnIndex: corrected.bsnIndex === client.bsnIndex ? null : corrected.bsnIndex,
        ownReference: corrected.ownReference === client.ownReference ? null : corrected.ownReference,
      });
      return { answer, subjectIds: [client.id, answer.clientId] };
    }
    return { answer: { __typename: 'ClientCorrected', clientId: client.id }, subjectIds: [client.id] };
  });
};
