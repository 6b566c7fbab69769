export * from './columns.ts';
export * from './database.ts';
export { isUniqueViolation, loggable } from './errors.ts';
export { insertMissing, insertRows, insertRowsWithin } from './insert.ts';
export { addColumns, allowNull, column, createTable, defaulting, dropColumns, nullable, setIndices, type TableSpec } from './migrations.ts';
export { type AccountUse, grantsOf } from './grants.ts';
export { configuredDatabase, databaseSettings } from './settings.ts';
export { countStatements } from './statements.ts';
export type * from './transactions.ts';
