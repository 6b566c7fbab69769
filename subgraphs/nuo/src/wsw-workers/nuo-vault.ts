import { bsnVaultAt, NUO } from '@werkplein/kernel';

/** Seals the BSN of Wsw workers, of whom alone the NUO may hold it (Wsw art. 15). */
export const nuoVault = bsnVaultAt({ home: NUO, name: NUO, table: 'wsw_worker' });
