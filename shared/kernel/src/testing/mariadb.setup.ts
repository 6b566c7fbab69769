import type { TestProject } from 'vitest/node';
import { mariadbBinary, startMariadb } from './mariadb-server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    mariadbUrl: string | null;
  }
}

/** Nothing outlives this run: no waiting for a disk. */
const forgetful = [
  '--innodb-flush-method=nosync',
  '--innodb-flush-log-at-trx-commit=0',
  '--innodb-doublewrite=0',
  '--innodb-stats-persistent=0',
  // The databases of a whole run, without waiting for pages to be written away.
  '--innodb-buffer-pool-size=1G',
  '--innodb-log-file-size=512M',
  '--innodb-fast-shutdown=2',
];

/** A private MariaDB for this run, stopped and removed at the end. */
export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const mariadbd = mariadbBinary();
  if (!mariadbd) {
    if (process.env['CI'] === 'true') throw new Error('CI needs MariaDB: mariadbd was not found. .ci/run installs it.');
    console.warn('\n  MariaDB was not found: the tests run on SQLite only. Install mariadb-server to run them on both.\n');
    project.provide('mariadbUrl', null);
    return undefined;
  }
  const server = await startMariadb(mariadbd, forgetful);
  project.provide('mariadbUrl', server.url);
  return server.stop;
}
