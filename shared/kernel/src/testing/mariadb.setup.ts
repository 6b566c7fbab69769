import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import mysql from 'mysql2/promise';
import type { TestProject } from 'vitest/node';
import { newAuthority } from './certificates.ts';
import { freePort } from './free-port.ts';

declare module 'vitest' {
  interface ProvidedContext {
    mariadbUrl: string | null;
    /** PEM: who signed its certificate, which is for `localhost`; and a certificate with its key for somebody who asks. */
    mariadbTls: { ca: string; cert: string; key: string } | null;
  }
}

const binary = (): string | undefined =>
  ['/usr/sbin/mariadbd', '/usr/bin/mariadbd', '/usr/local/bin/mariadbd', '/opt/homebrew/bin/mariadbd'].find((path) => existsSync(path));

/** A private MariaDB for this run: own folder, own port, stopped and removed at the end. */
export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const mariadbd = binary();
  if (!mariadbd) {
    if (process.env['CI'] === 'true') throw new Error('CI needs MariaDB: mariadbd was not found. .ci/run installs it.');
    console.warn('\n  MariaDB was not found: the tests run on SQLite only. Install mariadb-server to run them on both.\n');
    project.provide('mariadbUrl', null);
    project.provide('mariadbTls', null);
    return undefined;
  }
  const folder = mkdtempSync(join(tmpdir(), 'werkplein-mariadb-'));
  const asUser = process.getuid?.() === 0 ? ['--user=root'] : [];
  execFileSync('mariadb-install-db', ['--no-defaults', `--datadir=${folder}/data`, '--auth-root-authentication-method=normal', '--skip-test-db', ...asUser], {
    stdio: 'ignore',
  });
  // Its own: a MariaDB that starts empties its folder for temporary tables, and another one that uses them dies of it.
  mkdirSync(`${folder}/tmp`);
  const authority = await newAuthority('MariaDB of the tests');
  const [own, client] = await Promise.all([authority.issue('mariadb'), authority.issue('client')]);
  for (const [name, pem] of Object.entries({ ca: authority.cert, cert: own.cert, key: own.key })) writeFileSync(`${folder}/${name}.pem`, pem, { mode: 0o600 });
  const port = await freePort();
  const server = spawn(
    mariadbd,
    [
      '--no-defaults',
      `--datadir=${folder}/data`,
      `--tmpdir=${folder}/tmp`,
      `--socket=${folder}/s.sock`,
      `--pid-file=${folder}/m.pid`,
      `--port=${port}`,
      '--bind-address=127.0.0.1',
      '--default-time-zone=+00:00',
      '--character-set-server=utf8mb4',
      '--collation-server=utf8mb4_nopad_bin',
      '--skip-name-resolve',
      ...['ca', 'cert', 'key'].map((name) => `--ssl-${name}=${folder}/${name}.pem`),
      // Nothing outlives this run: no waiting for a disk.
      '--innodb-flush-method=nosync',
      '--innodb-flush-log-at-trx-commit=0',
      '--innodb-doublewrite=0',
      '--innodb-stats-persistent=0',
      // The databases of a whole run, without waiting for pages to be written away.
      '--innodb-buffer-pool-size=1G',
      '--innodb-log-file-size=512M',
      '--innodb-fast-shutdown=2',
      '--max-connections=500',
      ...asUser,
    ],
    { stdio: 'ignore' },
  );
  const url = `mariadb://root@127.0.0.1:${port}`;
  for (let tries = 0; ; tries += 1) {
    try {
      await (await mysql.createConnection(`mysql://root@127.0.0.1:${port}`)).end();
      break;
    } catch (error) {
      if (tries > 300 || server.exitCode !== null) throw error;
      await wait(100);
    }
  }
  project.provide('mariadbUrl', url);
  project.provide('mariadbTls', { ca: String(authority.cert), cert: String(client.cert), key: String(client.key) });
  return async () => {
    const gone = new Promise((resolve) => server.once('exit', resolve));
    server.kill('SIGTERM');
    await gone;
    rmSync(folder, { recursive: true, force: true });
  };
}
