import { addMonthsClipped, dayText, InvalidValue, localDay, mayDo, municipalities, parseDay, parseText, type RequestContext } from '@werkplein/kernel';
import { runClientCommand } from '../clients/client-command.ts';
import { lockClient } from '../clients/client.store.ts';
import { inputReader } from '../clients/input.ts';
import { type DossierClosedAnswer, dossierToChange } from '../dossiers/dossier.store.ts';
import type { WerkpleinKeys } from '../werkplein/werkplein.keys.ts';
import { collectContent } from './collect-content.ts';
import { TransferRow } from './transfer.entity.ts';
import { sealContent, tellOther } from './transfer.letters.ts';
import { backdateTransfers } from './transfer.policy.ts';

export interface OfferTransferFields {
  requestId: string;
  clientId: string;
  to: string;
  cutoverOn: string;
  note?: string | null;
}

export interface CutoverPastAnswer {
  __typename: 'CutoverPast';
  cutoverOn: string;
  today: string;
}
export type OfferTransferAnswer =
  | { __typename: 'TransferOffered'; transferId: string }
  | { __typename: 'TransferRunning'; transferId: string }
  | CutoverPastAnswer
  | DossierClosedAnswer;

/** So far ahead a move can be offered: a later day is a slip of the pen. */
const AHEAD_MONTHS = 12;

/** The refusal of a day that has been, to who may not go back in time. */
export const cutoverPast = (ctx: RequestContext, cutoverOn: string): CutoverPastAnswer | null => {
  const today = localDay(ctx.clock());
  return cutoverOn < today && !mayDo(ctx.principal, backdateTransfers, ctx.home) ? { __typename: 'CutoverPast', cutoverOn, today } : null;
};

/** Offers a client who moves to the Werkplein there. Until it accepts nothing changes here. */
export const offerTransfer = async (ctx: RequestContext, keys: WerkpleinKeys, input: OfferTransferFields): Promise<OfferTransferAnswer> => {
  const today = localDay(ctx.clock());
  const reader = inputReader(['input']);
  if (input.to === ctx.home || !municipalities.some(({ code }) => code === input.to)) reader.add(['to'], 'een andere gemeente die meedoet');
  const cutoverOn = reader.read(['cutoverOn'], () => {
    const day = parseDay(input.cutoverOn);
    const last = addMonthsClipped(today, AHEAD_MONTHS);
    if (day > last) throw new InvalidValue(`een dag tot en met ${last}`);
    return day;
  });
  const note = reader.read(['note'], () => (input.note ? parseText(input.note, { max: 300 }) : null));
  reader.refuse();

  return runClientCommand<OfferTransferAnswer>(ctx, 'offerTransfer', 'overdragen-client', input, async (tx) => {
    const client = await lockClient(tx, input.clientId);
    const subjectIds = [client.id];
    const dossier = await dossierToChange(tx, client.id);
    if (!dossier?.openClientId) return { answer: { __typename: 'DossierClosed', closedOn: dossier?.closedOn ?? null }, subjectIds };
    if (cutoverOn <= dossier.openedOn) {
      reader.add(['cutoverOn'], `een dag na ${dayText(dossier.openedOn)}: toen is het dossier hier geopend`);
      reader.refuse();
    }
    const past = cutoverPast(ctx, cutoverOn);
    if (past) return { answer: past, subjectIds };
    const running = await tx.em.findOneBy(TransferRow, { openOf: client.id });
    if (running) return { answer: { __typename: 'TransferRunning', transferId: running.id }, subjectIds };
    const { employeeId: offeredById, displayName: offeredByName } = ctx.principal;
    const row: TransferRow = {
      id: ctx.newId(),
      direction: 'OUT',
      clientId: client.id,
      municipality: input.to,
      otherClientId: null,
      state: 'OFFERED',
      cutoverOn,
      package: null,
      bsnCipher: null,
      bsnKeyId: null,
      bsnIndex: null,
      openOf: client.id,
      klantregisseurId: null,
      klantregisseurName: null,
      note,
      reason: null,
      offeredById,
      offeredByName,
      offeredAt: ctx.clock(),
      decidedAt: null,
      endedAt: null,
      version: 1,
    };
    await tx.em.insert(TransferRow, row);
    const content = await collectContent(tx, ctx.home, keys.vault, client, dossier, row);
    await tellOther(tx, ctx, row, 'TransferOffered', { cutoverOn, sealed: await sealContent(keys, input.to, content) });
    return { answer: { __typename: 'TransferOffered', transferId: row.id }, subjectIds };
  });
};
