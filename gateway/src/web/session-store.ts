import { createHash, randomBytes } from 'node:crypto';
import { connectRedis, type Logger, redisClient, Refused, within } from '@werkplein/kernel';
import { CompactEncrypt, compactDecrypt } from 'jose';

/** Where texts are kept for a while, by key. */
interface Shelf {
  put(key: string, text: string, seconds: number): Promise<void>;
  get(key: string): Promise<string | null>;
  /** Keeps what is there so much longer. */
  keep(key: string, seconds: number): Promise<void>;
  /** Whether nobody has claimed it within so many seconds: of all who share the shelf one hears yes. */
  claim(key: string, seconds: number): Promise<boolean>;
  remove(key: string): Promise<void>;
}

/**
 * Keeps what belongs to a cookie, sealed by a key that only the cookie holds:
 * who reads the store, or takes it along, has neither a session nor a token.
 */
export interface SessionStore<T> {
  /** Keeps it under a new id, which goes into the cookie. */
  open(content: T, seconds: number): Promise<string>;
  replace(id: string, content: T, seconds: number): Promise<void>;
  /** Null for an unknown id, or one that is past its time. */
  read(id: string): Promise<T | null>;
  keep(id: string, seconds: number): Promise<void>;
  /** Whether it is ours to change it, for so many seconds. */
  claim(id: string, seconds: number): Promise<boolean>;
  close(id: string): Promise<void>;
}

const digest = (use: string, id: string): Buffer => createHash('sha256').update(`${use} ${id}`).digest();
const placeOf = (prefix: string, id: string): string => `${prefix}:${digest('place', id).toString('base64url')}`;

export const sessionStore = <T>(prefix: string, shelf: Shelf): SessionStore<T> => {
  const put = async (id: string, content: T, seconds: number): Promise<void> => {
    const sealed = await new CompactEncrypt(new TextEncoder().encode(JSON.stringify(content)))
      .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
      .encrypt(digest('seal', id));
    await shelf.put(placeOf(prefix, id), sealed, seconds);
  };
  return {
    open: async (content, seconds) => {
      const id = randomBytes(32).toString('base64url');
      await put(id, content, seconds);
      return id;
    },
    replace: put,
    read: async (id) => {
      const sealed = await shelf.get(placeOf(prefix, id));
      if (sealed === null) return null;
      const { plaintext } = await compactDecrypt(sealed, digest('seal', id));
      return JSON.parse(new TextDecoder().decode(plaintext)) as T;
    },
    keep: (id, seconds) => shelf.keep(placeOf(prefix, id), seconds),
    claim: (id, seconds) => shelf.claim(placeOf(`${prefix}:claim`, id), seconds),
    close: (id) => shelf.remove(placeOf(prefix, id)),
  };
};

/** Sign-ins that were begun by whoever came along must not fill the memory. */
const MEMORY_MAX = 50_000;

export const memoryShelf = (): Shelf => {
  const kept = new Map<string, { text: string; until: number }>();
  return {
    put: async (key, text, seconds) => {
      kept.delete(key);
      kept.set(key, { text, until: Date.now() + seconds * 1000 });
      for (const [oldest, { until }] of kept) {
        if (kept.size <= MEMORY_MAX && until > Date.now()) break;
        kept.delete(oldest);
      }
    },
    get: async (key) => {
      const found = kept.get(key);
      return found && found.until > Date.now() ? found.text : null;
    },
    keep: async (key, seconds) => {
      const found = kept.get(key);
      if (!found) return;
      kept.delete(key);
      kept.set(key, { ...found, until: Date.now() + seconds * 1000 });
    },
    // One process asks its own shelf once at a time.
    claim: async () => true,
    remove: async (key) => void kept.delete(key),
  };
};

const texts = { away: 'no Redis: nobody can be signed in to the screens', back: 'Redis is back: sessions are found again' };

/** A Redis that hangs is as good as none. */
const REDIS_MS = 1000;

export const redisShelf = (url: string, log: Pick<Logger, 'warn' | 'info'>): Shelf & { stop(): void } => {
  const redis = redisClient(url);
  void connectRedis(redis, log, texts);
  const soon = async <T>(work: Promise<T>): Promise<T> => {
    try {
      return await within(REDIS_MS, work);
    } catch {
      // Not signed out: whether somebody is signed in cannot be told now.
      throw new Refused('UNAVAILABLE');
    }
  };
  return {
    put: async (key, text, seconds) => void (await soon(redis.set(key, text, { expiration: { type: 'EX', value: seconds } }))),
    get: (key) => soon(redis.get(key)),
    keep: async (key, seconds) => void (await soon(redis.expire(key, seconds))),
    claim: async (key, seconds) => (await soon(redis.set(key, '', { condition: 'NX', expiration: { type: 'EX', value: seconds } }))) !== null,
    remove: async (key) => void (await soon(redis.del(key))),
    stop: () => redis.destroy(),
  };
};
