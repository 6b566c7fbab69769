import { createHash } from 'node:crypto';
import { column, createTable, type Migration, varchar, type WriteTx } from '@werkplein/kernel';
import { Entity, PrimaryColumn } from 'typeorm';

/** A row to wait at, for what has no row of its own yet. */
@Entity({ name: 'turn' })
export class Turn {
  @PrimaryColumn(varchar(40)) name!: string;
}

export const turnMigrations: readonly Migration[] = [createTable(1764000300010, 'turn', { columns: { name: column.varchar(40) }, primary: ['name'] })];

/**
 * Waits until no other transaction has this turn, and holds it until the end of this one. Take it before any row lock.
 * The upsert locks the row exclusively at once; INSERT IGNORE would share it, and then two would wait for each other.
 */
export const takeTurn = async (tx: WriteTx, name: string): Promise<void> => {
  // SQLite has one writer: its turn is the transaction.
  if (tx.dialect === 'mariadb') await tx.em.query('INSERT INTO turn (name) VALUES (?) ON DUPLICATE KEY UPDATE name = name', [name]);
};

/** One of 1024 turns, so that the table stays small: two names seldom share one, and then they only wait. */
export const turnOf = (subject: string, name: string): string => `${subject}:${createHash('sha256').update(name).digest().readUInt16BE() % 1024}`;
