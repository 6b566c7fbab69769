import mysql from 'mysql2';
import { fault } from '../errors/index.ts';

type GetConnection = (done: (error: Error | null, connection?: unknown) => void) => void;

/** mysql2 knows no code for it. */
const isFull = (error: Error | null): boolean => error?.message === 'Queue limit reached.';

/**
 * mysql2 as TypeORM uses it, with a limit on each statement of every connection, and a full queue as what the caller may know:
 * nothing was begun, so asking again in a moment is right.
 */
export const mysqlWith = ({ statementSeconds }: { statementSeconds?: number }): object => ({
  ...mysql,
  createPool: (options: mysql.PoolOptions): mysql.Pool => {
    const pool = mysql.createPool(options);
    if (statementSeconds !== undefined) {
      pool.on('connection', (connection) => void connection.query(`SET SESSION max_statement_time = ${statementSeconds}`, () => undefined));
    }
    const take = pool.getConnection.bind(pool) as GetConnection;
    const getConnection: GetConnection = (done) =>
      take((error, connection) => done(isFull(error) ? fault('UNAVAILABLE', {}, { 'retry-after': '1' }) : error, connection));
    return Object.assign(pool, { getConnection });
  },
});
