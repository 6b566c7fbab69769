import mysql from 'mysql2';
import { fault } from '../errors/index.ts';
import { secondsNow, type StatementSeconds } from './statement-time.ts';

type GetConnection = (done: (error: Error | null, connection?: mysql.PoolConnection) => void) => void;

/** mysql2 knows no code for it. */
const isFull = (error: Error | null): boolean => error?.message === 'Queue limit reached.';

/**
 * mysql2 as TypeORM uses it. A connection reads what is committed: after waiting for a row lock the next read of a transaction must see
 * what the winner wrote. It is told once, as a statement of each transaction would be one more for each answer. Whoever takes a connection has its statements limited as what it does allows; a connection is told only
 * when that changes. A full queue becomes what the caller may know: nothing was begun, so asking again in a moment is right.
 */
export const mysqlWith = (limits: StatementSeconds | undefined): object => ({
  ...mysql,
  createPool: (options: mysql.PoolOptions): mysql.Pool => {
    const pool = mysql.createPool(options);
    pool.on('connection', (connection) => {
      connection.query('SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED', (lost: Error | null) => {
        if (lost) connection.destroy();
      });
    });
    const take = pool.getConnection.bind(pool) as GetConnection;
    const told = new WeakMap<object, number>();
    const getConnection: GetConnection = (done) => {
      const seconds = limits && secondsNow(limits);
      take((error, connection) => {
        if (!connection) return done(isFull(error) ? fault('UNAVAILABLE', {}, { 'retry-after': '1' }) : error);
        if (seconds === undefined || told.get(connection) === seconds) return done(null, connection);
        connection.query(`SET SESSION max_statement_time = ${seconds}`, (lost: Error | null) => {
          if (lost) connection.destroy();
          else told.set(connection, seconds);
          done(lost, connection);
        });
      });
    };
    return Object.assign(pool, { getConnection });
  },
});
