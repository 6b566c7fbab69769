import { decodeJwt, type JWK } from 'jose';
import { z } from 'zod';
import { digest, reader, signedJwt, signingKey, traceClaim } from '../identity/statement.ts';
import { type Trace, traceparentOf } from '../trace/index.ts';

/** Header in which an organisation states to another what it writes. */
export const LETTER_HEADER = 'x-werkplein-letter';

/** What a letter states beside its body. */
export interface StatedLetter {
  sender: string;
  id: string;
  kind: string;
  aggregateId: string;
  trace: Trace;
}

export type SignLetter = (to: string, letter: Omit<StatedLetter, 'sender'>, body: string) => string;
/** A valid letter of an organisation that is known here, to us, with this body; else null. */
export type VerifyLetter = (token: string, body: string) => Promise<StatedLetter | null>;

/** Not that of a statement of the gateway, which is for a subgraph by its name. */
const audienceOf = (organisation: string): string => `letters:${organisation}`;

const claims = z.object({
  jti: z.string().min(1).max(41),
  kind: z.string().min(1).max(40),
  about: z.string().min(1).max(41),
  body: z.string(),
  trace: traceClaim,
});

/** A statement lives as long as one of the gateway; each try of a letter has its own. */
export const letterSigner = (from: string, privateJwk: JWK): SignLetter => {
  const key = signingKey(privateJwk);
  return (to, { id, kind, aggregateId, trace }, body) =>
    signedJwt(key, { kind, about: aggregateId, body: digest(body), trace: traceparentOf(trace), jti: id, iss: from, aud: audienceOf(to) });
};

/** `senders`: organisation → its public keys. Repeating a letter is no attack: it is taken in once. */
export const letterVerifier = async (home: string, senders: ReadonlyMap<string, readonly JWK[]>): Promise<VerifyLetter> => {
  const readers = new Map(
    await Promise.all(
      [...senders].map(async ([sender, keys]) => [sender, await reader(keys, sender, audienceOf(home), (payload) => claims.parse(payload))] as const),
    ),
  );
  const issuerOf = (token: string): string => {
    try {
      return decodeJwt(token).iss ?? '';
    } catch {
      return '';
    }
  };
  return async (token, body) => {
    const sender = issuerOf(token);
    const stated = await readers.get(sender)?.(token);
    return stated && stated.body === digest(body) ? { sender, id: stated.jti, kind: stated.kind, aggregateId: stated.about, trace: stated.trace } : null;
  };
};
