import type { IncomingMessage } from 'node:http';
import { fault, type Principal, type Verify } from '@werkplein/kernel';
import type { OpenedOperation } from '../limits/document.ts';

export const TOKEN_ISSUER = 'werkplein-demo-issuer';
export const TOKEN_AUDIENCE = 'werkplein-graph';

const bearer = /^Bearer +([\w.-]+)$/i;

/** Who asks: a principal, `null` without a token, or `'refused'` for a token that is not good. */
export const authenticate = async (verify: Verify, request: Pick<IncomingMessage, 'headers'>): Promise<Principal | null | 'refused'> => {
  const { authorization } = request.headers;
  if (authorization === undefined) return null;
  const token = bearer.exec(authorization)?.[1];
  return (token === undefined ? null : await verify(token)) ?? 'refused';
};

/** Without a token the schema can be seen, and `__typename` asked; nothing else is planned or fetched. */
export const requireToken = (principal: Principal | null, { visits }: OpenedOperation): void => {
  if (!principal && visits.some(({ introspection }) => !introspection)) throw fault('UNAUTHENTICATED');
};
