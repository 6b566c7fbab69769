import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generate } from 'selfsigned';
import { expect, it, onTestFinished } from 'vitest';

/** Live, and not ready. */
const starting: RequestListener = ({ url }, response) => void response.writeHead(url === '/health/live' ? 200 : 503).end();

const portOf = async (server: Server): Promise<string> => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  return String((server.address() as AddressInfo).port);
};

const probe = async (question: string, settings: Record<string, string>): Promise<number> => {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'probe.ts'), question], { env: { PROGRAM: 'subgraphs/almelo', ...settings } });
  const [code] = (await once(child, 'exit')) as [number];
  return code;
};

it('says by its exit code whether the program is live or ready', async () => {
  const server = createServer(starting);
  const settings = { ALMELO_PORT: await portOf(server) };
  expect([await probe('live', settings), await probe('ready', settings)]).toEqual([0, 1]);
  server.close();
  expect(await probe('live', settings)).toBe(1);
});

it('shows the program its own certificate where that answers nobody without one', async () => {
  const { cert, private: key } = await generate([{ name: 'commonName', value: 'almelo' }], { keyType: 'ec', algorithm: 'sha256' });
  const folder = mkdtempSync(join(tmpdir(), 'probe-'));
  const [certFile, keyFile] = [join(folder, 'tls.crt'), join(folder, 'tls.key')];
  writeFileSync(certFile, cert);
  writeFileSync(keyFile, key);
  const settings = { ALMELO_PORT: await portOf(createTlsServer({ cert, key, ca: cert, requestCert: true, rejectUnauthorized: true }, starting)) };
  expect(await probe('live', settings)).toBe(1);
  expect(await probe('live', { ...settings, ALMELO_TLS_CERT_FILE: certFile, ALMELO_TLS_KEY_FILE: keyFile })).toBe(0);
  const companion = { PROGRAM: 'companion', COMPANION_PORT: settings.ALMELO_PORT };
  expect(await probe('live', { ...companion, GATEWAY_TLS_CERT_FILE: certFile, GATEWAY_TLS_KEY_FILE: keyFile })).toBe(0);
});
