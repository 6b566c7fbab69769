import { type BsnKeys, type BsnVault, bsnVaultAt, type Municipality } from '@werkplein/kernel';

export { type BsnKeys, bsnSettings, type BsnVault } from '@werkplein/kernel';

/** The vault of one municipality's clients. */
export const bsnVault = ({ code, field }: Municipality, read?: () => BsnKeys): BsnVault => bsnVaultAt({ home: code, name: field, table: 'client' }, read);
