import {
  homeOf,
  type LetterEffect,
  letterHandler,
  type LetterHandlers,
  LetterRefused,
  type RequestContext,
  type StatedLetter,
  type WriteTx,
} from '@werkplein/kernel';
import { clientActivity } from '../clients/client.activities.ts';
import { stateHandOvers } from '../responsibility/responsibility.facts.ts';
import { closeTransferred, isDue, type WerkpleinParts } from './close-transferred.ts';
import { ended } from './end-transfer.ts';
import { openTransferred } from './open-transferred.ts';
import { personOf } from './take-transfer-step.ts';
import { TransferRow } from './transfer.entity.ts';
import { bodies, openContent, tellNuo, tellOther } from './transfer.letters.ts';
import type { TransferDirection } from './transfer.machines.ts';
import { findTransfer, updateTransfer } from './transfer.store.ts';

/** A letter about a transfer is of the other Werkplein of it, and of nobody else. */
const ofSender = async (tx: WriteTx, id: string, direction: TransferDirection, { sender }: StatedLetter): Promise<TransferRow | null> => {
  const row = await findTransfer(tx, id, direction);
  if (row && row.municipality !== sender) throw new LetterRefused('NOT_YOURS');
  return row;
};
const known = async (tx: WriteTx, id: string, direction: TransferDirection, letter: StatedLetter): Promise<TransferRow> => {
  const row = await ofSender(tx, id, direction, letter);
  if (!row) throw new LetterRefused('UNKNOWN_TRANSFER');
  return row;
};

const effect = (ctx: RequestContext, row: Pick<TransferRow, 'id' | 'clientId' | 'direction'>): LetterEffect => {
  const activity = clientActivity(ctx, row.direction === 'OUT' ? 'overdragen-client' : 'overnemen-client');
  return { subjectIds: [personOf(row), row.id], persons: [], processed: [{ subjectId: personOf(row), activity }] };
};

/** What the Werkplein that takes over does with letters of the old one. */
const incoming = (parts: WerkpleinParts): LetterHandlers => ({
  TransferOffered: letterHandler({
    body: bodies.TransferOffered,
    take: async (tx, ctx, { transferId, cutoverOn, sealed }, letter) => {
      if (homeOf(transferId) !== letter.sender) throw new LetterRefused('NOT_YOURS');
      const { clientId: otherClientId, offeredBy, note, bsn, package: contents } = await openContent(parts.keys, sealed);
      const bsnColumns = bsn === null ? { bsnCipher: null, bsnKeyId: null, bsnIndex: null } : parts.keys.vault.seal(transferId, bsn);
      const row: TransferRow = {
        id: transferId,
        direction: 'IN',
        clientId: null,
        municipality: letter.sender,
        otherClientId,
        state: 'OFFERED',
        cutoverOn,
        package: contents,
        ...bsnColumns,
        openOf: null,
        klantregisseurId: null,
        klantregisseurName: null,
        note,
        reason: null,
        offeredById: offeredBy.id,
        offeredByName: offeredBy.name,
        offeredAt: ctx.clock(),
        decidedAt: null,
        endedAt: null,
        version: 1,
      };
      await tx.em.insert(TransferRow, row);
      return effect(ctx, row);
    },
  }),
  TransferWithdrawn: letterHandler({
    body: bodies.TransferWithdrawn,
    take: async (tx, ctx, { transferId, reason }, letter) => {
      const row = await ofSender(tx, transferId, 'IN', letter);
      // An offer that never arrived, or that we refused meanwhile, needs no withdrawal.
      if (!row || !['OFFERED', 'ACCEPTED'].includes(row.state)) return { subjectIds: [transferId], persons: [] };
      await updateTransfer(tx, row, { ...ended('IN'), state: 'WITHDRAWN', reason, endedAt: ctx.clock() });
      return effect(ctx, row);
    },
  }),
  TransferClosed: letterHandler({
    body: bodies.TransferClosed,
    take: async (tx, ctx, { transferId, sealed }, letter) => {
      const row = await known(tx, transferId, 'IN', letter);
      if (row.state === 'COMPLETED') return { subjectIds: [transferId], persons: [] };
      if (row.state !== 'ACCEPTED') throw new LetterRefused('NOT_ACCEPTED');
      const content = await openContent(parts.keys, sealed);
      const clientId = await openTransferred(tx, ctx, parts, row, content);
      const none = { bsnCipher: null, bsnKeyId: null, bsnIndex: null, openOf: null };
      const opened = await updateTransfer(tx, row, { ...none, state: 'COMPLETED', clientId, package: content.package, endedAt: ctx.clock() });
      await stateHandOvers(tx, ctx, [clientId]);
      await tellOther(tx, ctx, row, 'TransferOpened', { clientId });
      return effect(ctx, opened);
    },
  }),
});

/** What the Werkplein that gives the regie away does with answers. */
const outgoing = (parts: WerkpleinParts): LetterHandlers => ({
  TransferAccepted: letterHandler({
    body: bodies.TransferAccepted,
    take: async (tx, ctx, { transferId, klantregisseur }, letter) => {
      const row = await known(tx, transferId, 'OUT', letter);
      // Withdrawn before we heard of it: the other hears that we withdrew.
      if (row.state !== 'OFFERED') return { subjectIds: [transferId], persons: [] };
      const { id: klantregisseurId, name: klantregisseurName } = klantregisseur;
      const accepted = await updateTransfer(tx, row, { state: 'ACCEPTED', klantregisseurId, klantregisseurName, decidedAt: ctx.clock() });
      if (isDue(ctx, accepted)) await closeTransferred(tx, ctx, parts, accepted);
      return effect(ctx, row);
    },
  }),
  TransferRefused: letterHandler({
    body: bodies.TransferRefused,
    take: async (tx, ctx, { transferId, reason }, letter) => {
      const row = await known(tx, transferId, 'OUT', letter);
      if (row.state !== 'OFFERED') return { subjectIds: [transferId], persons: [] };
      const now = ctx.clock();
      await updateTransfer(tx, row, { ...ended('OUT'), state: 'REFUSED', reason, decidedAt: now, endedAt: now });
      return effect(ctx, row);
    },
  }),
  TransferOpened: letterHandler({
    body: bodies.TransferOpened,
    take: async (tx, ctx, { transferId, clientId }, letter) => {
      const row = await known(tx, transferId, 'OUT', letter);
      if (homeOf(clientId) !== letter.sender) throw new LetterRefused('NOT_YOURS');
      if (row.state === 'COMPLETED') return { subjectIds: [transferId], persons: [] };
      if (row.state !== 'CLOSED') throw new LetterRefused('NOT_CLOSED');
      await updateTransfer(tx, row, { ...ended('OUT'), state: 'COMPLETED', otherClientId: clientId, endedAt: ctx.clock() });
      await tellNuo(tx, ctx, row, clientId);
      return effect(ctx, row);
    },
  }),
});

export const transferHandlers = (parts: WerkpleinParts): LetterHandlers => ({ ...incoming(parts), ...outgoing(parts) });
