import { describe, expect, it } from 'vitest';
import { gatewaySettings, readGatewayConfig } from './config.ts';

describe('the configuration of the gateway', () => {
  it('has its defaults', () => {
    expect(readGatewayConfig({})).toMatchObject({
      port: 4000,
      host: '127.0.0.1',
      supergraphFile: 'schema/supergraph.graphql',
      subgraphTimeoutMs: 2000,
      introspection: true,
      production: false,
      subgraphUrls: { nuo: 'http://127.0.0.1:4001/graphql', almelo: 'http://127.0.0.1:4002/graphql', wierden: 'http://127.0.0.1:4005/graphql' },
    });
  });

  it('follows a port, and an address before a port', () => {
    const { subgraphUrls } = readGatewayConfig({ ALMELO_PORT: '5002', WIERDEN_PORT: '5005', WIERDEN_URL: 'https://graph.wierden.nl/graphql' });
    expect([subgraphUrls['almelo'], subgraphUrls['wierden']]).toEqual(['http://127.0.0.1:5002/graphql', 'https://graph.wierden.nl/graphql']);
  });

  it('asks for keys in production and closes introspection', () => {
    expect(() => readGatewayConfig({ NODE_ENV: 'production' })).toThrow(/TOKEN_ISSUERS[\s\S]*GATEWAY_PRIVATE_KEY/);
    const keys = { NODE_ENV: 'production', TOKEN_ISSUERS: '[{"issuer":"https://login.almelo.nl","organisations":["0141"]}]', GATEWAY_PRIVATE_KEY: '{}' };
    expect([readGatewayConfig(keys).introspection, readGatewayConfig({ ...keys, INTROSPECTION: 'true' }).introspection]).toEqual([false, true]);
  });

  it('refuses an address that is none, without repeating it', () => {
    const read = () => readGatewayConfig({ NUO_URL: 'ftp://secret', INTROSPECTION: 'maybe' });
    expect(read).toThrow(/NUO_URL[\s\S]*INTROSPECTION/);
    expect(read).not.toThrow(/secret|maybe/);
  });

  it('is closed in production where development is open', () => {
    const keys = { TOKEN_ISSUERS: '[{"issuer":"https://login.almelo.nl","organisations":["0141"]}]', GATEWAY_PRIVATE_KEY: '{}' };
    expect(readGatewayConfig({})).toMatchObject({ trustedDocuments: 'also', cors: { origins: [], credentials: false }, costLimit: 50_000 });
    expect(readGatewayConfig({ ...keys, NODE_ENV: 'production' })).toMatchObject({
      trustedDocuments: 'only',
      rates: { requestsPerSecond: 50, costPerMinute: 1_000_000, anonymousPerSecond: 10 },
    });
  });

  it('reads origins that may ask, and refuses what is none', () => {
    const read = (CORS_ORIGINS: string) => readGatewayConfig({ CORS_ORIGINS }).cors.origins;
    expect(read('https://werkplein.almelo.nl, http://localhost:3000')).toEqual(['https://werkplein.almelo.nl', 'http://localhost:3000']);
    for (const wrong of ['*', 'https://*.almelo.nl', 'werkplein.almelo.nl', 'https://werkplein.almelo.nl/', 'null'])
      expect(() => read(wrong)).toThrow('CORS_ORIGINS');
  });

  it.each<[string, NodeJS.ProcessEnv]>([
    ['TRUSTED_DOCUMENTS', { TRUSTED_DOCUMENTS: 'sometimes' }],
    ['RATE_LIMIT_COST_PER_MINUTE', { RATE_LIMIT_COST_PER_MINUTE: '100' }],
    ['SECURITY_CONTACT', { SECURITY_CONTACT: 'somebody\nContact: else' }],
    ['GATEWAY_TLS_CERT_FILE', { GATEWAY_TLS_CERT_FILE: '/nowhere' }],
    ['SUBGRAPH_TLS_CA_FILE', { SUBGRAPH_TLS_CA_FILE: '/nowhere' }],
  ])('refuses a %s that cannot be used', (name, env) => {
    expect(() => readGatewayConfig(env)).toThrow(name);
  });

  const production = { NODE_ENV: 'production', TOKEN_ISSUERS: '[{"issuer":"https://login.almelo.nl","organisations":["0141"]}]', GATEWAY_PRIVATE_KEY: '{}' };
  const provider = '[{"name":"Almelo","issuer":"https://login.almelo.nl","clientId":"werkplein","clientSecret":"geheim"}]';

  it('serves the screens with the demo users in development, and in production only with somebody to sign in at', () => {
    expect(readGatewayConfig({ GATEWAY_PORT: '4100', IDENTITY_PORT: '4110' }).web).toMatchObject({
      origin: 'http://localhost:4100',
      providers: [{ issuer: 'http://127.0.0.1:4110' }],
    });
    expect(readGatewayConfig(production).web).toBeNull();
    expect(readGatewayConfig({ ...production, WEB_SIGN_IN: provider, WEB_ORIGIN: 'https://werkplein.nl' }).web).toMatchObject({
      origin: 'https://werkplein.nl',
      providers: [{ name: 'Almelo', clientId: 'werkplein', scope: 'openid' }],
    });
  });

  it.each<[string, string, NodeJS.ProcessEnv]>([
    ['no address of the screens', 'WEB_ORIGIN', { ...production, WEB_SIGN_IN: provider }],
    ['an address without TLS in production', 'WEB_ORIGIN', { ...production, WEB_SIGN_IN: provider, WEB_ORIGIN: 'http://werkplein.nl' }],
    ['an address with a path', 'WEB_ORIGIN', { WEB_ORIGIN: 'https://werkplein.nl/graph' }],
    [
      'a provider without TLS in production',
      'WEB_SIGN_IN',
      { ...production, WEB_ORIGIN: 'https://werkplein.nl', WEB_SIGN_IN: provider.replace('https:', 'http:') },
    ],
    ['providers that are no JSON', 'WEB_SIGN_IN', { WEB_SIGN_IN: 'geheim' }],
    ['a provider without a client', 'WEB_SIGN_IN', { WEB_SIGN_IN: '[{"name":"A","issuer":"https://a.nl","clientSecret":"geheim"}]' }],
  ])('refuses %s, without repeating it', (_, name, env) => {
    expect(() => readGatewayConfig(env)).toThrow(name);
    expect(() => readGatewayConfig(env)).not.toThrow(/geheim/);
  });

  it('says of every setting what it means', () => {
    expect(Object.values(gatewaySettings).every(({ text }) => text.endsWith('.'))).toBe(true);
  });
});
