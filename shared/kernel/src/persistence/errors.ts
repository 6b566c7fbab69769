import { QueryFailedError } from 'typeorm';

const driverCode = (error: unknown): string | undefined => (error instanceof QueryFailedError ? (error.driverError as { code?: string }).code : undefined);

const uniqueCodes = new Set(['SQLITE_CONSTRAINT_UNIQUE', 'SQLITE_CONSTRAINT_PRIMARYKEY', 'ER_DUP_ENTRY']);
const passingCodes = new Set(['ER_LOCK_DEADLOCK', 'ER_LOCK_WAIT_TIMEOUT', 'ER_CHECKREAD', 'SQLITE_BUSY', 'SQLITE_BUSY_SNAPSHOT']);

/** The row exists already: the database decided a race. */
export const isUniqueViolation = (error: unknown): boolean => uniqueCodes.has(driverCode(error) ?? '');

/** The whole transaction may be tried again. */
export const isPassing = (error: unknown): boolean => passingCodes.has(driverCode(error) ?? '');
