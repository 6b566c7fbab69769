import { insertMissing, type WriteTx } from '@werkplein/kernel';
import { Person } from './person.entity.ts';

/** A person of each new participant, known by no token yet. */
export const newPersons = (tx: WriteTx, ids: readonly string[]): Promise<void> =>
  insertMissing(
    tx,
    Person,
    ids.map((id) => ({ id, token: null })),
  );
