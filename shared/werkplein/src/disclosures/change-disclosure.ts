import { badInput, localDay, type RequestContext } from '@werkplein/kernel';
import { runClientCommand } from '../clients/client-command.ts';
import { lockClient } from '../clients/client.store.ts';
import { inputReader } from '../clients/input.ts';
import { closedDossier, type DossierClosedAnswer } from '../dossiers/dossier.store.ts';
import { DisclosureRow } from './disclosure.entity.ts';
import { type DisclosureFields, readDisclosure } from './disclosure.rules.ts';
import { notShared, type NotSharedAnswer, openDisclosure } from './disclosure.store.ts';

export interface ChangeDisclosureFields extends DisclosureFields {
  requestId: string;
  clientId: string;
  expectedVersion: number;
}

export type ChangeDisclosureAnswer =
  | { __typename: 'DisclosureSaved'; clientId: string; disclosureId: string }
  | { __typename: 'DisclosureVersionConflict'; currentVersion: number }
  | NotSharedAnswer
  | DossierClosedAnswer;

/** Shortens, extends, widens or narrows what is shared from now on; what was shown until now stays on record. */
export const changeDisclosure = async (ctx: RequestContext, input: ChangeDisclosureFields, maxMonths: number): Promise<ChangeDisclosureAnswer> => {
  const today = localDay(ctx.clock());
  const reader = inputReader(['input']);
  const change = readDisclosure(reader, input, today, maxMonths);
  reader.refuse();
  if (Object.keys(change).length === 0) throw badInput([{ path: ['input'], message: 'Noem wat er verandert: onderdelen, laatste dag of toelichting.' }]);

  return runClientCommand<ChangeDisclosureAnswer>(ctx, 'changeDisclosure', 'verstrekken-client-nuo', input, async (tx) => {
    const { id: clientId } = await lockClient(tx, input.clientId);
    const subjectIds = [clientId];
    const closed = await closedDossier(tx, clientId);
    if (closed) return { answer: closed, subjectIds };
    const known = await openDisclosure(tx, clientId, today);
    if (!known) return { answer: await notShared(tx, clientId, 'change', today), subjectIds };
    const { id: disclosureId, version } = known;
    if (version !== input.expectedVersion) return { answer: { __typename: 'DisclosureVersionConflict', currentVersion: version }, subjectIds };
    const now = ctx.clock();
    await tx.em.insert(DisclosureRow, { ...known, id: ctx.newId(), withdrawnAt: now, changedInto: disclosureId });
    const { employeeId: recordedById, displayName: recordedByName } = ctx.principal;
    const recorded = { recordedById, recordedByName, recordedAt: now };
    await tx.em.update(DisclosureRow, { id: disclosureId }, { ...change, validFrom: today, version: version + 1, ...recorded });
    return { answer: { __typename: 'DisclosureSaved', clientId, disclosureId }, subjectIds };
  });
};
