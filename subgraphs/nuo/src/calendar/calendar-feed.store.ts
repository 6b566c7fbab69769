import { createHash, randomBytes } from 'node:crypto';
import type { Principal, ReadTx } from '@werkplein/kernel';
import { CalendarFeed } from './calendar-feed.entity.ts';

export const newSecret = (): string => randomBytes(32).toString('base64url');
export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');

export const ownerOf = ({ employeeId, organisation }: Principal): Pick<CalendarFeed, 'employeeId' | 'organisation'> => ({ employeeId, organisation });

/** The feed with this secret when it still answers. A wrong, an expired and a revoked one cost the same look into one index. */
export const feedBySecret = async (tx: ReadTx, secret: string, now: Date): Promise<CalendarFeed | null> => {
  const feed = await tx.em.findOneBy(CalendarFeed, { secretHash: hashOf(secret) });
  return feed && feed.expiresAt > now ? feed : null;
};
