import { homeOf, LetterRefused, NUO, type RequestContext, writeLetter, type WriteTx } from '@werkplein/kernel';
import { z } from 'zod';
import type { WerkpleinKeys } from '../werkplein/werkplein.keys.ts';
import type { TransferRow } from './transfer.entity.ts';
import { type SealedContent, sealedContent } from './transfer.package.ts';

// What two Werkpleinen tell each other of a client who moves, and the old one the NUO. Bodies are read by both sides and stand here once.

const id = z.string().refine((text) => homeOf(text) !== null);
const day = z.iso.date();
const reason = z.string().min(1).max(300);

export const bodies = {
  TransferOffered: z.object({ transferId: id, cutoverOn: day, sealed: z.string() }),
  TransferWithdrawn: z.object({ transferId: id, reason }),
  TransferAccepted: z.object({ transferId: id, klantregisseur: z.object({ id: z.string().max(64), name: z.string().max(120) }) }),
  TransferRefused: z.object({ transferId: id, reason }),
  TransferClosed: z.object({ transferId: id, sealed: z.string() }),
  TransferOpened: z.object({ transferId: id, clientId: id }),
};
export type TransferLetter = keyof typeof bodies;
export type TransferBody<K extends TransferLetter> = z.infer<(typeof bodies)[K]>;

/** Tells the other Werkplein of a transfer, whose row is locked. */
export const tellOther = <K extends TransferLetter>(
  tx: WriteTx,
  ctx: RequestContext,
  { id: transferId, municipality }: Pick<TransferRow, 'id' | 'municipality'>,
  kind: K,
  body: Omit<TransferBody<K>, 'transferId'>,
): Promise<void> => writeLetter(tx, ctx, { to: municipality, kind, aggregateId: transferId, body: { transferId, ...body } });

/** Tells the NUO that a client of ours is another's from a day on. Only the old Werkplein can: the NUO believes nobody about another's client. */
export const tellNuo = (tx: WriteTx, ctx: RequestContext, { id: transferId, clientId, cutoverOn }: TransferRow, newClientId: string): Promise<void> =>
  writeLetter(tx, ctx, {
    to: NUO,
    kind: 'RegieChanged',
    // As the token of the client: the NUO hears both in order.
    aggregateId: clientId as string,
    body: { transferId, oldClientId: clientId, newClientId, cutoverOn },
  });

/** Makes a text that only the other Werkplein can open. */
export const sealContent = async ({ post }: WerkpleinKeys, municipality: string, content: SealedContent): Promise<string> => {
  const party = (await post()).parties.get(municipality);
  if (!party) throw new Error(`No letters go to ${municipality}.`);
  return party.seal(JSON.stringify(content));
};

/** Opens what another Werkplein sealed for us; what is not for us, or not of this form, is refused. */
export const openContent = async ({ post }: WerkpleinKeys, sealed: string): Promise<SealedContent> => {
  const text = await (await post()).unseal(sealed);
  if (text === null) throw new LetterRefused('NOT_SEALED_FOR_US');
  const parsed = sealedContent.safeParse(JSON.parse(text));
  if (!parsed.success) throw new LetterRefused('BAD_PACKAGE');
  return parsed.data;
};
