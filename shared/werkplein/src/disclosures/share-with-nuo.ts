import { localDay, type PurposeCode, type RequestContext } from '@werkplein/kernel';
import { runClientCommand } from '../clients/client-command.ts';
import { lockClient } from '../clients/client.store.ts';
import { inputReader } from '../clients/input.ts';
import { closedDossier, type DossierClosedAnswer } from '../dossiers/dossier.store.ts';
import { placingPurposes, tellPersonToken, type TokenMaking } from '../person-tokens/tell-person-token.ts';
import { DisclosureRow } from './disclosure.entity.ts';
import { type DisclosurePart, readDisclosure } from './disclosure.rules.ts';
import { openDisclosure } from './disclosure.store.ts';

export interface ShareWithNuoFields {
  requestId: string;
  clientId: string;
  parts: readonly DisclosurePart[];
  purpose: PurposeCode;
  until: string;
  note?: string | null;
}

export type ShareWithNuoAnswer =
  | { __typename: 'DisclosureSaved'; clientId: string; disclosureId: string }
  | { __typename: 'AlreadyShared'; clientId: string; disclosureId: string }
  | DossierClosedAnswer;

/** Shows the NUO these parts of a client from today on; what is shared already must be changed instead. Who shares for placing tells the person token too. */
export const shareWithNuo = async (ctx: RequestContext, input: ShareWithNuoFields, maxMonths: number, making: TokenMaking): Promise<ShareWithNuoAnswer> => {
  const today = localDay(ctx.clock());
  const reader = inputReader(['input']);
  const { parts = [], validUntil = today, note = null } = readDisclosure(reader, input, today, maxMonths);
  reader.refuse();

  return runClientCommand<ShareWithNuoAnswer>(ctx, 'shareWithNuo', 'verstrekken-client-nuo', input, async (tx) => {
    const client = await lockClient(tx, input.clientId);
    const { id: clientId } = client;
    const subjectIds = [clientId];
    const closed = await closedDossier(tx, clientId);
    if (closed) return { answer: closed, subjectIds };
    const known = await openDisclosure(tx, clientId, today);
    if (known) return { answer: { __typename: 'AlreadyShared', clientId, disclosureId: known.id }, subjectIds };
    const { employeeId: recordedById, displayName: recordedByName } = ctx.principal;
    const id = ctx.newId();
    const term = { validFrom: today, validUntil, withdrawnAt: null };
    const recorded = { recordedById, recordedByName, recordedAt: ctx.clock(), changedInto: null };
    await tx.em.insert(DisclosureRow, { id, clientId, parts, purpose: input.purpose, note, version: 1, ...term, ...recorded });
    const processed = placingPurposes.has(input.purpose) ? await tellPersonToken(tx, ctx, making, client) : [];
    return { answer: { __typename: 'DisclosureSaved', clientId, disclosureId: id }, subjectIds, processed };
  });
};
