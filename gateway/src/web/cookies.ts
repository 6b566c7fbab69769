import type { IncomingMessage } from 'node:http';

/** Of this host alone and by TLS alone, where the screens have TLS. */
const nameOf = (what: string, secure: boolean): string => (secure ? `__Host-${what}` : what);

const value = /^[\w-]{43}$/;

/** A cookie of the gateway: an id of 32 random bytes, unreadable for the page. */
export const cookie = (what: string, secure: boolean) => {
  const name = nameOf(what, secure);
  const written = (id: string, seconds: number): string => `${name}=${id}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${seconds}${secure ? '; Secure' : ''}`;
  return {
    read: ({ headers }: Pick<IncomingMessage, 'headers'>): string | null => {
      const given = (headers.cookie ?? '').split(/; */).flatMap((pair) => (pair.startsWith(`${name}=`) ? [pair.slice(name.length + 1)] : []));
      // Of two with one name a page of a neighbouring host may have set one.
      return given.length === 1 && value.test(given[0] ?? '') ? (given[0] as string) : null;
    },
    write: written,
    clear: (): string => written('', 0),
  };
};
