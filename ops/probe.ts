// node ops/probe.ts live|ready: asks the program of this container itself. An HTTP probe of a cluster has no certificate, so with mutual TLS it gets no answer.
import { readFileSync } from 'node:fs';
import { get as getPlain } from 'node:http';
import { get as getByTls } from 'node:https';
import { basename } from 'node:path';

const WITHIN_MS = 4000;
const program = basename(process.env['PROGRAM'] ?? '').toUpperCase();
// The companion has a port of its own, and the certificates of the gateway.
const tlsOf = program === 'COMPANION' ? 'GATEWAY' : program;
const [cert, key] = [process.env[`${tlsOf}_TLS_CERT_FILE`], process.env[`${tlsOf}_TLS_KEY_FILE`]];
const place = { host: '127.0.0.1', port: Number(process.env[`${program}_PORT`]), path: `/health/${process.argv[2] ?? 'ready'}`, timeout: WITHIN_MS };

const request =
  cert === undefined || key === undefined
    ? getPlain(place)
    : // It asks itself, at an address that no certificate names.
      getByTls({ ...place, cert: readFileSync(cert), key: readFileSync(key), rejectUnauthorized: false });
request.once('response', ({ statusCode }) => process.exit(statusCode === 200 ? 0 : 1));
request.once('timeout', () => process.exit(1));
request.once('error', () => process.exit(1));
