import { ConfigurationError, DEMO_WEB_CLIENT, demoIssuer, optionalText, text } from '@werkplein/kernel';
import { z } from 'zod';

const providerSchema = z.strictObject({
  /** What is shown where somebody chooses whom to sign in with. */
  name: z.string().min(1),
  issuer: z.url({ protocol: /^https?$/ }),
  clientId: z.string().min(1),
  /** Without it a public client, with PKCE alone. */
  clientSecret: z.string().min(1).optional(),
  scope: z.string().min(1).default('openid'),
});

/** An identity provider with which people sign in to the screens. */
export type SignInProvider = z.infer<typeof providerSchema>;

/** How the screens are served. */
export interface WebConfig {
  /** The built screens. */
  folder: string;
  /** The address that people type; the identity provider sends them back there. */
  origin: string;
  providers: readonly SignInProvider[];
  sessionRedisUrl: string | undefined;
}

export const webSettings = {
  WEB_FOLDER: text('The built screens that are served at /.', 'web/dist'),
  WEB_ORIGIN: {
    ...optionalText('Address at which people open the screens, such as https://werkplein.nuo-twente.nl; required for signing in with NODE_ENV=production.'),
    fallback: 'http://localhost, on GATEWAY_PORT',
  },
  WEB_SIGN_IN: {
    ...optionalText(
      'JSON array of the identity providers with which people sign in to the screens: name, issuer, clientId, and when wanted clientSecret and scope. Each issuer is in TOKEN_ISSUERS too. Without it no screens are served with NODE_ENV=production.',
    ),
    fallback: 'the identity provider for development',
  },
  WEB_SESSION_REDIS_URL: optionalText('Redis in which several gateways keep the sessions of the screens together; without it each keeps its own.'),
};

const readProviders = (given: string, production: boolean): SignInProvider[] => {
  let json: unknown;
  try {
    json = JSON.parse(given);
  } catch {
    throw new ConfigurationError('WEB_SIGN_IN: give a JSON array');
  }
  const parsed = z.array(providerSchema).min(1).safeParse(json);
  // Values are not repeated: a secret may be among them.
  if (!parsed.success)
    throw new ConfigurationError(`WEB_SIGN_IN: ${parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`).join('; ')}`);
  if (production && parsed.data.some(({ issuer }) => !issuer.startsWith('https:'))) throw new ConfigurationError('WEB_SIGN_IN: give https addresses');
  return parsed.data;
};

interface Own {
  WEB_FOLDER: string;
  WEB_ORIGIN?: string | undefined;
  WEB_SIGN_IN?: string | undefined;
  WEB_SESSION_REDIS_URL?: string | undefined;
}

/** Null when no screens are served: in production without an identity provider to sign in with. */
export const readWeb = (own: Own, production: boolean, { gatewayPort, identityPort }: { gatewayPort: number; identityPort: number }): WebConfig | null => {
  if (own.WEB_SIGN_IN === undefined && production) return null;
  const origin = own.WEB_ORIGIN ?? (production ? undefined : `http://localhost:${gatewayPort}`);
  if (origin === undefined || !URL.canParse(origin) || new URL(origin).origin !== origin || (production && !origin.startsWith('https:')))
    throw new ConfigurationError('WEB_ORIGIN: give the exact address of the screens, such as https://werkplein.nuo-twente.nl, without a path');
  const demo: SignInProvider = { name: 'Demo', issuer: demoIssuer(identityPort).issuer, clientId: DEMO_WEB_CLIENT, scope: 'openid' };
  return {
    folder: own.WEB_FOLDER,
    origin,
    providers: own.WEB_SIGN_IN === undefined ? [demo] : readProviders(own.WEB_SIGN_IN, production),
    sessionRedisUrl: own.WEB_SESSION_REDIS_URL,
  };
};
