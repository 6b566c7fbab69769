import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import Sqlite from 'better-sqlite3';
import mysql from 'mysql2/promise';
import type { Query } from './verify-chain.ts';

export interface OpenedDatabase {
  query: Query;
  close(): Promise<void>;
}

const openFile = (url: string): OpenedDatabase => {
  const path = url.startsWith('file://') ? fileURLToPath(url) : resolve(url.slice('file:'.length));
  const db = new Sqlite(path, { fileMustExist: true, timeout: 5000 });
  return {
    query: async (sql, parameters = []) => {
      const statement = db.prepare(sql);
      if (statement.reader) return statement.all(...parameters) as Record<string, unknown>[];
      statement.run(...parameters);
      return [];
    },
    close: async () => void db.close(),
  };
};

/** Files of TLS, as the settings of the programs name them. */
export interface TlsFiles {
  ca?: string | undefined;
  cert?: string | undefined;
  key?: string | undefined;
}

/** One connection, whose instants come as text. */
export const openDatabase = async (url: string, { ca, cert, key }: TlsFiles = {}): Promise<OpenedDatabase> => {
  if (url.startsWith('file:')) return openFile(url);
  const read = (file: string | undefined): string | undefined => (file === undefined ? undefined : readFileSync(file, 'utf8'));
  const ssl = ca === undefined ? {} : { ssl: { ca: read(ca), cert: read(cert), key: read(key), verifyIdentity: true } as object };
  const connection = await mysql.createConnection({ uri: url.replace(/^mariadb:/, 'mysql:'), dateStrings: true, ...ssl });
  return {
    query: async (sql, parameters = []) => {
      const [rows] = await connection.query(sql, [...parameters]);
      return Array.isArray(rows) ? (rows as Record<string, unknown>[]) : [];
    },
    close: () => connection.end(),
  };
};

/** Opens, works and closes, however the work ends. */
export const withOpened = async <T>(url: string, tls: TlsFiles, work: (opened: OpenedDatabase) => Promise<T>): Promise<T> => {
  const opened = await openDatabase(url, tls);
  try {
    return await work(opened);
  } finally {
    await opened.close();
  }
};

/** Runs `work` on one state of the database, whatever is written meanwhile. */
export const inSnapshot = async <T>({ query }: OpenedDatabase, url: string, work: () => Promise<T>): Promise<T> => {
  await query(url.startsWith('file:') ? 'BEGIN' : 'START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY');
  try {
    return await work();
  } finally {
    await query('ROLLBACK');
  }
};
