import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Logger, refuseRoute, type Route } from '@werkplein/kernel';
import { IDLE_S, type Sessions, SIGNING_IN_S } from './sessions.ts';
import type { WebConfig } from './settings.ts';

const searchOf = (request: IncomingMessage): URL => new URL(request.url ?? '/', 'http://localhost');

/** A path of our own, whatever was given: a sign-in never leads to another site. */
export const ownPath = (given: string | null): string => {
  if (given === null || !/^\/(?![/\\])/.test(given)) return '/';
  const url = new URL(given, 'http://own.invalid');
  return url.origin === 'http://own.invalid' ? `${url.pathname}${url.search}${url.hash}` : '/';
};

const go = (response: ServerResponse, to: string, cookies: string[] = []): void => {
  response.writeHead(303, { location: to, ...(cookies.length > 0 && { 'set-cookie': cookies }) });
  response.end();
};

const answerJson = (response: ServerResponse, body: object, cookies: string[] = []): void => {
  response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', ...(cookies.length > 0 && { 'set-cookie': cookies }) });
  response.end(JSON.stringify(body));
};

/** Refuses a request of nobody when its address asked too often. */
export type Stranger = (request: IncomingMessage) => Promise<void>;

/**
 * Signing in to the screens by OpenID Connect with PKCE. The tokens stay with the gateway; the browser holds an id in an http-only cookie.
 * `/sessie/keuze` lists the providers, `/sessie/inloggen` begins, `/sessie/terug` is where the provider sends back to, `/sessie/uitloggen` ends.
 */
export const sessionRoutes = ({ providers: named }: WebConfig, sessions: Sessions, stranger: Stranger, log: Logger): Route[] => {
  const { begun, signingIn, signedIn, providers } = sessions;
  const at = (path: string, answer: Route['answer'], method: 'GET' | 'POST' = 'GET'): Route => ({ handles: (given) => given === path, answer, method });

  const choice: Route['answer'] = async (_request, response) => answerJson(response, { providers: named.map(({ name }) => name) });

  const begin: Route['answer'] = async (request, response) => {
    const { searchParams } = searchOf(request);
    // Each begins a stay in the store, which whoever comes along could fill.
    await stranger(request);
    const provider = providers[Number(searchParams.get('bij') ?? 0)];
    if (!provider) return refuseRoute(response, 400, 'BAD_INPUT');
    const { url, begun: state } = await provider.begin(ownPath(searchParams.get('naar')));
    go(response, url, [signingIn.write(await begun.open(state, SIGNING_IN_S), SIGNING_IN_S)]);
  };

  const finish: Route['answer'] = async (request, response) => {
    const id = signingIn.read(request);
    const state = id === null ? null : await begun.read(id);
    // Taken too long, or the address was copied to another browser: begin again is all there is to say.
    if (id === null || !state) return go(response, '/aanmelden?mislukt=1');
    await begun.close(id);
    try {
      const tokens = await providers[state.provider]?.finish(state, searchOf(request).search);
      if (!tokens) return go(response, '/aanmelden?mislukt=1');
      // A new id each time: one that was planted before signing in is worth nothing.
      go(response, state.to, [signingIn.clear(), signedIn.write(await sessions.start(state.provider, tokens), IDLE_S * 8)]);
    } catch (error) {
      log.info({ problem: (error as Error).name }, 'signing in was not finished');
      go(response, '/aanmelden?mislukt=1', [signingIn.clear()]);
    }
  };

  const leave: Route['answer'] = async (request, response) => {
    if (request.headers['sec-fetch-site'] !== 'same-origin') return refuseRoute(response, 403, 'FORBIDDEN');
    const id = signedIn.read(request);
    const session = id === null ? null : await sessions.end(id);
    const elsewhere = session ? await providers[session.provider]?.leave(session.tokens).catch(() => null) : null;
    answerJson(response, { to: elsewhere ?? '/' }, [signedIn.clear()]);
  };

  return [at('/sessie/keuze', choice), at('/sessie/inloggen', begin), at('/sessie/terug', finish), at('/sessie/uitloggen', leave, 'POST')];
};
