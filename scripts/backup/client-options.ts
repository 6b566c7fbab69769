import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TlsFiles } from '../audit/open-database.ts';

const quoted = (text: string): string => `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;

/** Runs `work` with a file of options for the programs of MariaDB, readable for us only: a password as an argument stands in the list of processes. */
export const withClientOptions = async <T>(url: string, tls: TlsFiles, work: (file: string, database: string) => Promise<T>): Promise<T> => {
  const { username, password, hostname, port, pathname } = new URL(url);
  const folder = mkdtempSync(join(tmpdir(), 'werkplein-backup-'));
  const file = join(folder, 'client.cnf');
  const options = {
    user: decodeURIComponent(username),
    password: decodeURIComponent(password),
    host: hostname,
    port: port || '3306',
    protocol: 'tcp',
    ...(tls.ca !== undefined && { 'ssl-ca': tls.ca, 'ssl-verify-server-cert': 'on' }),
    ...(tls.cert !== undefined && { 'ssl-cert': tls.cert }),
    ...(tls.key !== undefined && { 'ssl-key': tls.key }),
  };
  const lines = Object.entries(options).map(([name, value]) => `${name} = ${quoted(value)}`);
  try {
    writeFileSync(file, `[client]\n${lines.join('\n')}\n`, { mode: 0o600 });
    return await work(file, decodeURIComponent(pathname.slice(1)));
  } finally {
    rmSync(folder, { recursive: true });
  }
};
