import { QueryFailedError } from 'typeorm';

const driverCode = (error: unknown): string | undefined => (error instanceof QueryFailedError ? (error.driverError as { code?: string }).code : undefined);

const uniqueCodes = new Set(['SQLITE_CONSTRAINT_UNIQUE', 'SQLITE_CONSTRAINT_PRIMARYKEY', 'ER_DUP_ENTRY']);
const passingCodes = new Set(['ER_LOCK_DEADLOCK', 'ER_LOCK_WAIT_TIMEOUT', 'ER_CHECKREAD', 'SQLITE_BUSY', 'SQLITE_BUSY_SNAPSHOT']);

/** MariaDB does not let this account do it to this table. */
export const isDenied = (error: unknown): boolean => driverCode(error) === 'ER_TABLEACCESS_DENIED_ERROR';

/** MariaDB ended a statement that took longer than it may; mysql2 has no name for it. */
export const isTooSlow = (error: unknown): boolean => error instanceof QueryFailedError && (error.driverError as { errno?: number }).errno === 1969;

/** The row exists already: the database decided a race. */
export const isUniqueViolation = (error: unknown): boolean => uniqueCodes.has(driverCode(error) ?? '');

/** The whole transaction may be tried again. */
export const isPassing = (error: unknown): boolean => passingCodes.has(driverCode(error) ?? '');
