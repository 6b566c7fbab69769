import type { ReadTx } from '@werkplein/kernel';
import { Not } from 'typeorm';
import { ProvisionRow } from './provision.entity.ts';

/** Provisions of a client that have not ended, with those that are interrupted. */
export const runningProvisions = ({ em }: ReadTx, clientId: string): Promise<ProvisionRow[]> => em.findBy(ProvisionRow, { clientId, status: Not('ENDED') });
