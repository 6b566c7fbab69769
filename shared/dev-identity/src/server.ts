import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { demoUsers, listen } from '@werkplein/kernel';
import type { Provider } from 'oidc-provider';
import { errorPage, signInPage } from './html.ts';
import { identityKeys } from './keys.ts';
import { newProvider } from './provider.ts';

const FORM_LIMIT = 10_000;

export interface IdentityOptions {
  /** 0 takes a free port. */
  port: number;
  /** Name of the issuer when it is not the address on which it listens. */
  issuer?: string;
  keysDir: string;
  redirectUris: readonly string[];
  webSecret?: string | undefined;
}

export interface RunningIdentity {
  issuer: string;
  url: string;
  port: number;
  stop(): Promise<void>;
}

const readForm = async (request: IncomingMessage): Promise<URLSearchParams> => {
  let text = '';
  for await (const chunk of request) {
    text += String(chunk);
    if (text.length > FORM_LIMIT) throw new Error('the form is too large');
  }
  return new URLSearchParams(text);
};

const sendPage = (response: ServerResponse, status: number, html: string): void => {
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'",
  });
  response.end(html);
};

const signIn = async (provider: Provider, request: IncomingMessage, response: ServerResponse): Promise<void> => {
  // Throws when the browser that asks is not the one that began.
  await provider.interactionDetails(request, response);
  if (request.method !== 'POST') return sendPage(response, 200, signInPage());
  const user = demoUsers.get((await readForm(request)).get('gebruiker') ?? '');
  if (!user) return sendPage(response, 400, signInPage('Kies een demogebruiker uit de lijst.'));
  return provider.interactionFinished(request, response, { login: { accountId: user.employeeId, remember: false } }, { mergeWithLastSubmission: false });
};

/** Starts the identity provider for development; it never runs in production, where everybody could be anybody. */
export const startIdentity = async ({ port, issuer, keysDir, redirectUris, webSecret }: IdentityOptions): Promise<RunningIdentity> => {
  if (process.env['NODE_ENV'] === 'production') throw new Error('The identity provider for development does not start with NODE_ENV=production.');
  const keys = await identityKeys(keysDir);
  const server = createServer();
  const taken = await listen(server, port, '127.0.0.1');
  const url = `http://127.0.0.1:${taken}`;
  const provider = newProvider({ issuer: issuer ?? url, keys, redirectUris, webSecret });
  const oidc = provider.callback();
  server.on('request', (request, response) => {
    if (request.url === '/health/ready') return void response.end('{"status":"ready"}');
    if (!request.url?.startsWith('/aanmelden/')) return void oidc(request, response);
    return void signIn(provider, request, response).catch(() =>
      sendPage(response, 400, errorPage('Deze aanmelding is verlopen.', 'Begin opnieuw in de applicatie.')),
    );
  });
  return {
    issuer: provider.issuer,
    url,
    port: taken,
    stop: () =>
      new Promise((stopped) => {
        server.close(() => stopped());
        server.closeAllConnections();
      }),
  };
};
