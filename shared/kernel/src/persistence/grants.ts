import { getMetadataArgsStorage } from 'typeorm';
import type { Entity } from './database.ts';

/** Who uses the database: the service, or whoever runs tasks at the command line. Migrations have an account of their own, with rights on tables. */
export type AccountUse = 'program' | 'tasks';

const READ = 'SELECT';
const ADD = 'SELECT, INSERT';
const CHANGE = 'SELECT, INSERT, UPDATE, DELETE';

/** Tables of which an account may do less than change rows: docs/operations.md, "Grants". */
const narrower: Readonly<Record<string, Readonly<Record<AccountUse, string>>>> = {
  migrations: { program: READ, tasks: READ },
  // What is logged stays as it is; retention removes it.
  processing_log: { program: ADD, tasks: 'SELECT, INSERT, DELETE' },
  access_event: { program: ADD, tasks: 'SELECT, INSERT, DELETE' },
  audit_event: { program: 'SELECT, INSERT, UPDATE (position, hash)', tasks: 'SELECT, INSERT, DELETE' },
  audit_chain: { program: 'SELECT, UPDATE', tasks: 'SELECT, UPDATE' },
  processing_unshipped: { program: 'SELECT, INSERT, DELETE', tasks: ADD },
  backup_taken: { program: READ, tasks: ADD },
  erasure: { program: ADD, tasks: 'SELECT, INSERT, DELETE' },
  retention_term: { program: READ, tasks: READ },
  letter_out: { program: 'SELECT, INSERT, UPDATE', tasks: CHANGE },
  letter_in: { program: 'SELECT, INSERT, UPDATE', tasks: CHANGE },
};

export const tableOf = (entity: Entity): string => {
  const table = getMetadataArgsStorage().tables.find(({ target }) => target === entity);
  if (!table?.name) throw new Error('An entity must name its table.');
  return table.name;
};

/** What an account needs for the tables of these entities, as SQL statements. `account` is as MariaDB writes it: `'program'@'%'`. */
export const grantsOf = (entities: readonly Entity[], use: AccountUse, database: string, account: string): string[] =>
  ['migrations', ...entities.map(tableOf).toSorted()].map(
    (table) => `GRANT ${narrower[table]?.[use] ?? CHANGE} ON \`${database.replaceAll('`', '``')}\`.\`${table}\` TO ${account}`,
  );
