import type { IncomingMessage } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import type { Logger } from '@werkplein/kernel';
import { cookie } from './cookies.ts';
import { type Begun, signInAt, type Tokens } from './provider.ts';
import { memoryShelf, redisShelf, type SessionStore, sessionStore } from './session-store.ts';
import type { WebConfig } from './settings.ts';

/** Somebody who is signed in to the screens. */
export interface Session {
  provider: number;
  tokens: Tokens;
  /** Milliseconds since 1970. */
  startedAt: number;
}

/** A working day, as of the session at the identity provider. */
const SESSION_S = 8 * 3600;
/** A desk that was left. */
const IDLE_S = 3600;
const SIGNING_IN_S = 600;
/** A token is renewed before it ends on the way. */
const AHEAD_MS = 60_000;
/** As long as one gateway may take to renew for all; how often the others look whether it has. */
const RENEWING_S = 10;
const LOOK_MS = 100;

export interface Sessions {
  providers: ReturnType<typeof signInAt>[];
  begun: SessionStore<Begun>;
  /** Cookie of somebody who is signing in, and of who is signed in. */
  signingIn: ReturnType<typeof cookie>;
  signedIn: ReturnType<typeof cookie>;
  start(provider: number, tokens: Tokens): Promise<string>;
  end(id: string): Promise<Session | null>;
  /** Gives a request of our own pages the token of its session; leaves every other request as it is. */
  authorise(request: IncomingMessage): Promise<void>;
  stop(): void;
}

export { IDLE_S, SIGNING_IN_S };

export const webSessions = ({ origin, providers: given, sessionRedisUrl }: WebConfig, log: Logger): Sessions => {
  const redis = sessionRedisUrl === undefined ? null : redisShelf(sessionRedisUrl, log);
  const store = sessionStore<Session>('sessie', redis ?? memoryShelf());
  const secure = origin.startsWith('https:');
  const signedIn = cookie('sessie', secure);
  const providers = given.map((provider, index) => signInAt(provider, index, origin));
  const renewing = new Map<string, Promise<Session | null>>();

  const secondsLeft = ({ startedAt }: Session): number => Math.min(IDLE_S, SESSION_S - Math.floor((Date.now() - startedAt) / 1000));

  const fresh = ({ tokens }: Session): boolean => tokens.accessUntil - Date.now() > AHEAD_MS;

  const renewedElsewhere = async (id: string): Promise<Session | null> => {
    for (let looks = 0; looks < (RENEWING_S * 1000) / LOOK_MS; looks += 1) {
      await wait(LOOK_MS);
      const session = await store.read(id);
      if (!session || fresh(session)) return session;
    }
    return null;
  };

  const renew = async (id: string): Promise<Session | null> => {
    const session = await store.read(id);
    if (!session || fresh(session)) return session;
    // A refresh token works once, and used twice it may end the session at the identity provider: one gateway of all uses it.
    if (!(await store.claim(id, RENEWING_S))) return renewedElsewhere(id);
    try {
      const tokens = session.tokens.refreshToken === undefined ? undefined : await providers[session.provider]?.renew(session.tokens);
      if (!tokens) return null;
      const renewed = { ...session, tokens };
      await store.replace(id, renewed, secondsLeft(session));
      return renewed;
    } catch (error) {
      log.info({ problem: (error as Error).name }, 'a session was not renewed');
      return null;
    }
  };

  const current = async (id: string): Promise<Session | null> => {
    const session = await store.read(id);
    if (!session || secondsLeft(session) <= 0) return null;
    if (fresh(session)) {
      await store.keep(id, secondsLeft(session));
      return session;
    }
    let renewal = renewing.get(id);
    if (!renewal) {
      renewal = renew(id).finally(() => renewing.delete(id));
      renewing.set(id, renewal);
    }
    const renewed = await renewal;
    // A token that still holds is used to its end.
    return renewed ?? (session.tokens.accessUntil > Date.now() ? session : null);
  };

  return {
    providers,
    // Anybody may begin to sign in, and a shelf forgets its oldest when it is full: these must not push out sessions.
    begun: sessionStore('aanmelden', redis ?? memoryShelf()),
    signingIn: cookie('aanmelden', secure),
    signedIn,
    start: (provider, tokens) => store.open({ provider, tokens, startedAt: Date.now() }, IDLE_S),
    end: async (id) => {
      const session = await store.read(id);
      await store.close(id);
      return session;
    },
    authorise: async (request) => {
      if (request.headers.authorization !== undefined) return;
      const id = signedIn.read(request);
      // A page of another site cannot ask with somebody's cookie (Fetch Metadata; every current browser sends it).
      if (id === null || request.headers['sec-fetch-site'] !== 'same-origin') return;
      const session = await current(id);
      if (!session) return;
      const authorization = `Bearer ${session.tokens.accessToken}`;
      request.headers.authorization = authorization;
      request.headersDistinct['authorization'] = [authorization];
    },
    stop: () => redis?.stop(),
  };
};
