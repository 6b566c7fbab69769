import { NUO, type PurposeCode, type RequestContext, writeLetter, type WriteTx } from '@werkplein/kernel';
import type { BsnVault } from '../bsn/index.ts';
import { clientActivity } from '../clients/client.activities.ts';
import type { ClientRow } from '../clients/client.entity.ts';
import { PersonTokenRow } from './person-token.entity.ts';
import type { PersonTokens } from './person-token.keys.ts';

/** What tokens are made with. */
export interface TokenMaking {
  vault: BsnVault;
  tokens: PersonTokens;
}

/** Purposes of a disclosure for which the NUO places people: only then it needs to know that two are one. */
export const placingPurposes: ReadonlySet<PurposeCode> = new Set(['BEMIDDELING', 'UITVOERING_WSW']);

type Client = Pick<ClientRow, 'id' | 'bsnCipher'>;

/**
 * Tells the NUO the token of a client by letter, unless it knows: in the transaction of what it is told for, with the client locked.
 * Gives what the processing log must say; nothing for a client without a BSN.
 */
export const tellPersonToken = async (tx: WriteTx, ctx: RequestContext, { vault, tokens }: TokenMaking, { id: clientId, bsnCipher }: Client) => {
  if (bsnCipher === null) return [];
  const bsn = vault.open(clientId, bsnCipher);
  const told = { keyId: tokens.keyId(), bsnIndex: vault.index(bsn), toldAt: ctx.clock() };
  const known = await tx.em.findOneBy(PersonTokenRow, { clientId });
  if (known?.keyId === told.keyId && vault.indices(bsn).includes(known.bsnIndex)) return [];
  if (known) await tx.em.update(PersonTokenRow, { id: known.id }, told);
  else await tx.em.insert(PersonTokenRow, { id: ctx.newId(), clientId, ...told });
  await writeLetter(tx, ctx, { to: NUO, kind: 'PersonToken', aggregateId: clientId, body: { clientId, tokens: tokens.of(bsn) } });
  return [{ subjectId: clientId, activity: clientActivity(ctx, 'verstrekken-kenmerk-nuo') }];
};
