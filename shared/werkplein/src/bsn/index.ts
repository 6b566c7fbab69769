export { type BsnKeys, bsnKeys, bsnSettings } from './bsn-keys.ts';
export { type BsnVault, bsnVault, type SealedBsn } from './bsn-vault.ts';
