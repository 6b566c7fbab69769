import type { WriteTx } from '@werkplein/kernel';
import { In } from 'typeorm';
import { FallbackClaim } from './fallback-claim.entity.ts';

/** States in which a claim can still lead to a place. */
export const liveStates = ['OPEN', 'RESERVED', 'SHORTAGE'] as const;

/** Claims end with the employment: a reserved place is free again. */
export const lapseClaims = async ({ em }: WriteTx, employmentId: string): Promise<void> => {
  await em.update(
    FallbackClaim,
    { employmentId, state: In([...liveStates]) },
    { state: 'ENDED', workplaceId: null, note: 'Einde van het dienstverband', version: () => 'version + 1' },
  );
};

/** Claims go on with the employment in another form. */
export const moveClaims = async ({ em }: WriteTx, employmentId: string, nextId: string): Promise<void> => {
  await em.update(FallbackClaim, { employmentId, state: In([...liveStates]) }, { employmentId: nextId, version: () => 'version + 1' });
};
