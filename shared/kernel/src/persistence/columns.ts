import type { ColumnOptions } from 'typeorm';
import { ID_LENGTH } from '../ids/index.ts';

// Options for @Column, the same as `column` in migrations.ts; the drift test holds the two together.

export const idColumn = { type: 'varchar', length: ID_LENGTH } as const;
export const varchar = (length: number) => ({ type: 'varchar', length }) as const;
export const dayColumn: ColumnOptions = { type: 'date' };
export const instantColumn: ColumnOptions = { type: 'datetime', precision: 3 };
/** An instant as both databases hold it, for a statement that is written by hand. */
export const storedInstant = (at: Date): string => at.toISOString().replace('T', ' ').replace('Z', '');
/** MariaDB gives a decimal as text, SQLite as a number. */
export const decimalColumn = (precision: number, scale: number): ColumnOptions => ({
  type: 'decimal',
  precision,
  scale,
  transformer: { to: (value: unknown) => value, from: (value: unknown) => (value === null ? null : Number(value)) },
});
export const optional = (options: ColumnOptions): ColumnOptions => ({ ...options, nullable: true });
