import type { ServerResponse } from 'node:http';
import { catalogue } from '../errors/catalogue.ts';
import type { Refused } from './refused.ts';

/** On every answer, errors and health too. An answer of this API is never a page, so a browser may do nothing with it. */
export const securityHeaders: Readonly<Record<string, string>> = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
};

/** For whoever came by TLS: a year without plain HTTP. */
export const strictTransport: Readonly<Record<string, string>> = { 'strict-transport-security': 'max-age=31536000; includeSubDomains' };

export const send = (response: ServerResponse, status: number, body: string, headers: Readonly<Record<string, string>> = {}): void => {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
  response.end(body);
};

/** Answers with a code of the catalogue; what is left of the request is not read. */
export const refuse = (response: ServerResponse, { code, headers }: Pick<Refused, 'code' | 'headers'>): void => {
  const { http, text } = catalogue[code];
  send(response, http === 200 ? 400 : http, JSON.stringify({ errors: [{ message: text, extensions: { code } }] }), { ...headers, connection: 'close' });
};
