import { localDay, type RequestContext, recordEffect, type WriteTx } from '@werkplein/kernel';
import { ClientRow } from '../clients/client.entity.ts';
import { lockClient } from '../clients/client.store.ts';
import { placingPurposes, tellPersonToken, type TokenMaking } from './tell-person-token.ts';

const BATCH = 100;

/** Clients with a BSN whose token the NUO does not know under the newest key, though they are shared for placing or it knew an older one. */
const untold = ({ em }: WriteTx, keyId: string, today: string): Promise<ClientRow[]> =>
  em
    .createQueryBuilder(ClientRow, 'c')
    .leftJoin('person_token', 't', 't.clientId = c.id')
    .where('c.bsnCipher IS NOT NULL AND (t.id IS NULL OR t.keyId <> :keyId)', { keyId })
    .andWhere(
      '(t.id IS NOT NULL OR EXISTS (SELECT 1 FROM disclosure d WHERE d.clientId = c.id AND d.withdrawnAt IS NULL AND d.validUntil >= :today AND d.purpose IN (:...purposes)))',
      { today, purposes: [...placingPurposes] },
    )
    .orderBy('c.id')
    .limit(BATCH)
    .getMany();

/**
 * Tells the NUO what it should know by now: after a change of the key, and of clients who were shared before tokens were.
 * Each batch is a transaction of its own: a killed run goes on where it was. Gives how many were told.
 */
export const tellPersonTokens = async (ctx: RequestContext, making: TokenMaking): Promise<number> => {
  let done = 0;
  for (;;) {
    const told = await ctx.db.write(async (tx) => {
      const clients = await untold(tx, making.tokens.keyId(), localDay(ctx.clock()));
      const processed = [];
      for (const { id } of clients) processed.push(...(await tellPersonToken(tx, ctx, making, await lockClient(tx, id))));
      const subjectIds = clients.map(({ id }) => id);
      if (clients.length > 0) await recordEffect(tx, ctx, 'tellPersonTokens', { subjectIds, persons: [], processed });
      return clients.length;
    });
    if (told === 0) return done;
    done += told;
  }
};
