export { type BsnKeys, bsnKeys, bsnSettings } from './bsn-keys.ts';
export { type BsnVault, bsnVaultAt, type SealedBsn, type VaultPlace } from './bsn-vault.ts';
export { rotateBsnKeys, rotationTask, type SealedTable } from './rotate-bsn-keys.ts';
