import { municipalities, NUO } from '../municipalities/index.ts';

/** For whom a token is meant that the gateway takes. */
export const TOKEN_AUDIENCE = 'werkplein-graph';
/** Port of the identity provider for development (`shared/dev-identity`). */
export const IDENTITY_PORT = 4010;

/** Clients of the identity provider for development. */
export const DEMO_WEB_CLIENT = 'werkplein-web';
export const DEMO_SCRIPT_CLIENT = 'werkplein-scripts';

/** The identity provider for development, in the shape of one entry of `TOKEN_ISSUERS`: it speaks for everybody, which no issuer in production does. */
export const demoIssuer = (port: number = IDENTITY_PORT) => ({
  issuer: `http://127.0.0.1:${port}`,
  jwksUri: `http://127.0.0.1:${port}/jwks`,
  audience: TOKEN_AUDIENCE,
  clients: [DEMO_WEB_CLIENT, DEMO_SCRIPT_CLIENT],
  organisations: [NUO, ...municipalities.map(({ code }) => code)],
});
