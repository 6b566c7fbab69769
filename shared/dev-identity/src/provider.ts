import { DEMO_SCRIPT_CLIENT, DEMO_WEB_CLIENT, demoUsers, type Principal, TOKEN_AUDIENCE } from '@werkplein/kernel';
import { errors, Provider, type ResourceServer } from 'oidc-provider';
import { errorPage, signedOutPage, signOutPage } from './html.ts';
import type { IdentityKeys } from './keys.ts';
import { memory } from './memory.ts';

/** The graph as a resource indicator (RFC 8707); its tokens have the audience of the gateway. */
export const RESOURCE = 'urn:werkplein:graph';
export const SCOPE = 'graph';
/** Grant type of scripts: a token for a demo user without a browser. It exists in this provider only. */
export const DEMO_GRANT = 'urn:werkplein:demo-user';

/** NL GOV profile: a public client's token lasts a quarter of an hour at most. */
const WEB_TOKEN_S = 15 * 60;
/** A working day, so that a token in a terminal lasts. */
const SCRIPT_TOKEN_S = 8 * 3600;
const SIGNATURE = 'PS256';

const byEmployee: ReadonlyMap<string, Principal> = new Map([...demoUsers.values()].map((user) => [user.employeeId, user]));

const claimsOf = (accountId: string): Record<string, unknown> => {
  const user = byEmployee.get(accountId);
  return user ? { medewerkerId: user.employeeId, naam: user.displayName, organisatie: user.organisation, rollen: user.roles } : {};
};

const graphResource = (accessTokenTTL: number): ResourceServer => ({
  scope: SCOPE,
  audience: TOKEN_AUDIENCE,
  accessTokenTTL,
  accessTokenFormat: 'jwt',
  jwt: { sign: { alg: SIGNATURE } },
});

export interface ProviderOptions {
  issuer: string;
  keys: IdentityKeys;
  /** Where the web client may be sent back to, after signing in and out. */
  redirectUris: readonly string[];
  /** Makes the web client a confidential one. */
  webSecret?: string | undefined;
}

const addDemoGrant = (provider: Provider): void =>
  provider.registerGrantType<{ demo_user?: string }>(
    DEMO_GRANT,
    async (ctx) => {
      const { client, params } = ctx.oidc;
      const user = demoUsers.get(params.demo_user ?? '');
      if (!user) throw new errors.InvalidRequest('demo_user: there is no such demo user');
      const token = new provider.AccessToken({ accountId: user.employeeId, client, gty: DEMO_GRANT, scope: SCOPE } as never);
      token.resourceServer = new provider.ResourceServer(RESOURCE, graphResource(SCRIPT_TOKEN_S));
      ctx.body = { access_token: await token.save(), token_type: 'Bearer', expires_in: SCRIPT_TOKEN_S, scope: SCOPE };
    },
    ['demo_user'],
  );

const origins = (uris: readonly string[]): string[] => uris.map((uri) => new URL(uri).origin);

/** An OpenID Provider with the demo users: authorization code with PKCE (S256) for the web, and the demo grant for scripts. */
export const newProvider = ({ issuer, keys, redirectUris, webSecret }: ProviderOptions): Provider => {
  const provider = new Provider(issuer, {
    adapter: memory(),
    jwks: { keys: [keys.signing] },
    cookies: { keys: [keys.cookies] },
    clients: [
      {
        client_id: DEMO_WEB_CLIENT,
        redirect_uris: [...redirectUris],
        post_logout_redirect_uris: origins(redirectUris).map((origin) => `${origin}/`),
        grant_types: ['authorization_code', 'refresh_token'],
        response_types: ['code'],
        token_endpoint_auth_method: webSecret === undefined ? 'none' : 'client_secret_basic',
        ...(webSecret !== undefined && { client_secret: webSecret }),
      },
      { client_id: DEMO_SCRIPT_CLIENT, redirect_uris: [], response_types: [], grant_types: [DEMO_GRANT], token_endpoint_auth_method: 'none' },
    ],
    clientDefaults: { id_token_signed_response_alg: SIGNATURE },
    responseTypes: ['code'],
    scopes: ['openid'],
    // The gateway holds it for the screens, so that a working day is one session.
    issueRefreshToken: async (_ctx, client) => client.grantTypeAllowed('refresh_token'),
    claims: { openid: ['sub', 'medewerkerId', 'naam', 'organisatie', 'rollen'] },
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    ttl: {
      AccessToken: (_ctx, token) => token.resourceServer?.accessTokenTTL ?? WEB_TOKEN_S,
      AuthorizationCode: 60,
      IdToken: 300,
      Interaction: 3600,
      RefreshToken: SCRIPT_TOKEN_S,
      Session: SCRIPT_TOKEN_S,
      Grant: SCRIPT_TOKEN_S,
    },
    features: {
      devInteractions: { enabled: false },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => RESOURCE,
        useGrantedResource: () => true,
        getResourceServerInfo: (_ctx, resource) => {
          if (resource !== RESOURCE) throw new errors.InvalidTarget();
          return graphResource(WEB_TOKEN_S);
        },
      },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (ctx, form) => void (ctx.body = signOutPage(form)),
        postLogoutSuccessSource: (ctx) => void (ctx.body = signedOutPage()),
      },
    },
    interactions: { url: (_ctx, { uid }) => `/aanmelden/${uid}` },
    findAccount: (_ctx, accountId) => (byEmployee.has(accountId) ? { accountId, claims: () => ({ sub: accountId, ...claimsOf(accountId) }) } : undefined),
    extraTokenClaims: (_ctx, token) => ({ azp: token.clientId, ...('accountId' in token && claimsOf(token.accountId)) }),
    // Nobody is asked for consent: an employer's own applications see what the employer allows.
    loadExistingGrant: async (ctx) => {
      const grant = new ctx.oidc.provider.Grant({ clientId: ctx.oidc.client?.clientId, accountId: ctx.oidc.session?.accountId });
      grant.addOIDCScope('openid');
      grant.addResourceScope(RESOURCE, SCOPE);
      await grant.save();
      return grant;
    },
    clientBasedCORS: (_ctx, origin) => origins(redirectUris).includes(origin),
    renderError: (ctx, { error, error_description: description }) => {
      ctx.type = 'html';
      ctx.body = errorPage(error, description);
    },
  });
  addDemoGrant(provider);
  return provider;
};
