import type { EntityManager } from 'typeorm';

export type Dialect = 'sqlite' | 'mariadb';

/** May read. A store function that takes this cannot be meant to write. */
export interface ReadTx {
  readonly em: EntityManager;
  readonly dialect: Dialect;
}

/** One transaction that may write; given by `Database.write` only. */
export interface WriteTx extends ReadTx {
  readonly writes: true;
  /** Topics told to the listeners of this database once it has committed, e.g. that the outbox has rows. */
  readonly announces: Set<string>;
}
