import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { newAuthority } from './certificates.ts';
import { mariadbBinary, startMariadb } from './mariadb-server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    mariadbUrl: string | null;
    /** PEM: who signed its certificate, which is for `localhost`; and a certificate with its key for somebody who asks. */
    mariadbTls: { ca: string; cert: string; key: string } | null;
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
    project.provide('mariadbTls', null);
    return undefined;
  }
  const folder = mkdtempSync(join(tmpdir(), 'werkplein-mariadb-tls-'));
  const authority = await newAuthority('MariaDB of the tests');
  const [own, client] = await Promise.all([authority.issue('mariadb'), authority.issue('client')]);
  const files = Object.entries({ ca: authority.cert, cert: own.cert, key: own.key });
  for (const [name, pem] of files) writeFileSync(join(folder, `${name}.pem`), pem, { mode: 0o600 });
  const server = await startMariadb(mariadbd, [...forgetful, ...files.map(([name]) => `--ssl-${name}=${join(folder, `${name}.pem`)}`)]);
  project.provide('mariadbUrl', server.url);
  project.provide('mariadbTls', { ca: String(authority.cert), cert: String(client.cert), key: String(client.key) });
  return async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
