import * as openid from 'openid-client';
import type { SignInProvider } from './settings.ts';

/** Tokens as an identity provider gave them. */
export interface Tokens {
  accessToken: string;
  /** Milliseconds since 1970. */
  accessUntil: number;
  refreshToken?: string | undefined;
  idToken?: string | undefined;
}

/** What a browser must bring back from signing in. */
export interface Begun {
  provider: number;
  verifier: string;
  state: string;
  nonce: string;
  /** Path to go to afterwards. */
  to: string;
}

const TOKEN_S = 300;

const tokensOf = (answer: openid.TokenEndpointResponse & openid.TokenEndpointResponseHelpers, before?: Tokens): Tokens => ({
  accessToken: answer.access_token,
  accessUntil: Date.now() + (answer.expiresIn() ?? TOKEN_S) * 1000,
  refreshToken: answer.refresh_token ?? before?.refreshToken,
  idToken: answer.id_token ?? before?.idToken,
});

/** OpenID Connect with PKCE at one identity provider (RFC 7636, S256); it is asked for its addresses when first needed. */
export const signInAt = ({ issuer, clientId, clientSecret, scope }: SignInProvider, index: number, origin: string) => {
  const back = `${origin}/sessie/terug`;
  let found: Promise<openid.Configuration> | undefined;
  const configuration = (): Promise<openid.Configuration> => {
    const auth = clientSecret === undefined ? openid.None() : openid.ClientSecretBasic(clientSecret);
    // Only a provider on this machine, for development, has no TLS (settings.ts).
    const execute = issuer.startsWith('http:') ? [openid.allowInsecureRequests] : [];
    found ??= openid.discovery(new URL(issuer), clientId, undefined, auth, { execute }).catch((error: unknown) => {
      found = undefined;
      throw error;
    });
    return found;
  };
  return {
    begin: async (to: string): Promise<{ url: string; begun: Begun }> => {
      const begun: Begun = { provider: index, verifier: openid.randomPKCECodeVerifier(), state: openid.randomState(), nonce: openid.randomNonce(), to };
      const url = openid.buildAuthorizationUrl(await configuration(), {
        redirect_uri: back,
        scope,
        state: begun.state,
        nonce: begun.nonce,
        code_challenge: await openid.calculatePKCECodeChallenge(begun.verifier),
        code_challenge_method: 'S256',
      });
      return { url: url.href, begun };
    },
    /** `search` is the query with which the browser came back. */
    finish: async ({ verifier, state, nonce }: Begun, search: string): Promise<Tokens> =>
      tokensOf(
        await openid.authorizationCodeGrant(await configuration(), new URL(`${back}${search}`), {
          pkceCodeVerifier: verifier,
          expectedState: state,
          expectedNonce: nonce,
          idTokenExpected: true,
        }),
      ),
    renew: async (tokens: Tokens): Promise<Tokens> => tokensOf(await openid.refreshTokenGrant(await configuration(), tokens.refreshToken ?? ''), tokens),
    /** Where the browser goes to end the session there too; null when the provider has no such place. */
    leave: async ({ idToken }: Tokens): Promise<string | null> => {
      const config = await configuration();
      if (config.serverMetadata().end_session_endpoint === undefined) return null;
      return openid.buildEndSessionUrl(config, { post_logout_redirect_uri: `${origin}/`, ...(idToken !== undefined && { id_token_hint: idToken }) }).href;
    },
  };
};
