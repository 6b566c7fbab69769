import { isUniqueViolation, localDay, type RequestContext } from '@werkplein/kernel';
import { PersonTokenRow } from '../person-tokens/person-token.entity.ts';
import { tellPersonToken, type TokenMaking } from '../person-tokens/tell-person-token.ts';
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
export const correctClient = async (ctx: RequestContext, making: TokenMaking, input: CorrectClientFields): Promise<CorrectClientAnswer> => {
  const { vault } = making;
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
    // What the NUO knows of a BSN is of the right one.
    const told = await tx.em.existsBy(PersonTokenRow, { clientId: client.id });
    const processed = told ? await tellPersonToken(tx, ctx, making, corrected) : [];
    return { answer: { __typename: 'ClientCorrected', clientId: client.id }, subjectIds: [client.id], processed };
  });
};
