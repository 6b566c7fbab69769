import type { IncomingMessage } from 'node:http';
import { fault, type Principal, Refused, type Verify } from '@werkplein/kernel';
import type { OpenedOperation } from '../limits/document.ts';
import { challenge } from './challenge.ts';

const bearer = /^Bearer +([\w.-]+)$/i;

/** A token in an address is kept by every proxy, log and browser history on the way. */
const inAddress = (url: string): boolean => url.includes('?') && new URL(url, 'http://localhost').searchParams.has('access_token');

/** Who asks: a principal, or `null` without a token. Refuses a token that is not good or not given in one Authorization header. */
export const authenticate = async (
  verify: Verify,
  { headersDistinct, url = '/' }: Pick<IncomingMessage, 'headersDistinct' | 'url'>,
): Promise<Principal | null> => {
  if (inAddress(url)) throw new Refused('UNAUTHENTICATED', challenge('invalid_request'));
  const given = headersDistinct['authorization'];
  if (given === undefined) return null;
  // Of two headers a proxy before us may have read the other one.
  const token = given.length === 1 ? bearer.exec(given[0] ?? '')?.[1] : undefined;
  if (token === undefined) throw new Refused('UNAUTHENTICATED', challenge('invalid_request'));
  const principal = await verify(token);
  if (!principal) throw new Refused('UNAUTHENTICATED', challenge('invalid_token'));
  return principal;
};

/** Without a token the schema can be seen, and `__typename` asked; nothing else is planned or fetched. */
export const requireToken = (principal: Principal | null, { visits }: OpenedOperation): void => {
  if (!principal && visits.some(({ introspection }) => !introspection)) throw fault('UNAUTHENTICATED');
};
