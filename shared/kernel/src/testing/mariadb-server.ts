import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import mysql from 'mysql2/promise';
import { freePort } from './free-port.ts';

/** Where MariaDB is on this machine, or undefined. */
export const mariadbBinary = (): string | undefined =>
  ['/usr/sbin/mariadbd', '/usr/bin/mariadbd', '/usr/local/bin/mariadbd', '/opt/homebrew/bin/mariadbd'].find((path) => existsSync(path));

/** A private MariaDB: own folder, own port. */
export interface MariadbServer {
  /** As root, without a database. */
  url: string;
  /** Ends it at once, in the middle of what it does. */
  kill(): Promise<void>;
  /** Starts it on what is in its folder; returns when it answers. */
  start(): Promise<void>;
  /** Stops it and removes its folder. */
  stop(): Promise<void>;
}

const TRIES = 300;

/** Makes a MariaDB with these settings beside those of every run, and starts it. */
export const startMariadb = async (mariadbd: string, settings: readonly string[]): Promise<MariadbServer> => {
  const folder = mkdtempSync(join(tmpdir(), 'werkplein-mariadb-'));
  const asUser = process.getuid?.() === 0 ? ['--user=root'] : [];
  execFileSync('mariadb-install-db', ['--no-defaults', `--datadir=${folder}/data`, '--auth-root-authentication-method=normal', '--skip-test-db', ...asUser], {
    stdio: 'ignore',
  });
  // Its own: a MariaDB that starts empties its folder for temporary tables, and another one that uses them dies of it.
  mkdirSync(`${folder}/tmp`);
  const port = await freePort();
  let server: ChildProcess;

  const start = async (): Promise<void> => {
    server = spawn(
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
        '--max-connections=500',
        ...settings,
        ...asUser,
      ],
      { stdio: 'ignore' },
    );
    for (let tries = 0; ; tries += 1) {
      try {
        await (await mysql.createConnection(`mysql://root@127.0.0.1:${port}`)).end();
        return;
      } catch (error) {
        if (tries > TRIES || server.exitCode !== null) throw error;
        await wait(100);
      }
    }
  };
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    const gone = new Promise((resolve) => server.once('exit', resolve));
    server.kill(signal);
    await gone;
  };
  await start();
  return {
    url: `mariadb://root@127.0.0.1:${port}`,
    kill: () => end('SIGKILL'),
    start,
    stop: async () => {
      await end('SIGTERM');
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
