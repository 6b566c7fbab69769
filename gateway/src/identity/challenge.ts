const REALM = 'werkplein-graph';

/** `WWW-Authenticate` for who showed nothing. */
export const CHALLENGE = `Bearer realm="${REALM}"`;

type Reason = 'invalid_request' | 'invalid_token' | 'insufficient_scope' | 'insufficient_user_authentication';

/** `WWW-Authenticate` after RFC 6750 and RFC 9470: what is wrong with what was shown, and what would be enough. */
export const challenge = (error: Reason, parameters: Readonly<Record<string, string>> = {}): Record<string, string> => ({
  'www-authenticate': [CHALLENGE, ...Object.entries({ error, ...parameters }).map(([name, value]) => `${name}="${value}"`)].join(', '),
});
