import { mkdtempSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEMO_SCRIPT_CLIENT, DEMO_WEB_CLIENT, demoIssuer, demoUsers } from '@werkplein/kernel';
import { freePort } from '@werkplein/kernel/testing';
import { createRemoteJWKSet, decodeJwt, jwtVerify } from 'jose';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { DEMO_GRANT, demoToken, startIdentity } from './index.ts';

const folder = () => mkdtempSync(join(tmpdir(), 'identity-'));
const start = async (keysDir: string, port = 0, webSecret?: string) => {
  const identity = await startIdentity({ port, keysDir, redirectUris: ['http://localhost:3000/aangemeld'], webSecret });
  onTestFinished(() => identity.stop());
  return identity;
};

describe('a token for a script', () => {
  it('is there for every demo user', async () => {
    const keysDir = folder();
    const { port, url } = await start(keysDir);
    const keys = createRemoteJWKSet(new URL(`${url}/jwks`));
    for (const [name, user] of demoUsers) {
      const { payload } = await jwtVerify(await demoToken(name, { port, keysDir }), keys, { issuer: demoIssuer(port).issuer, audience: 'werkplein-graph' });
      expect(payload).toMatchObject({ sub: user.employeeId, azp: DEMO_SCRIPT_CLIENT, organisatie: user.organisation, rollen: user.roles });
      expect((payload.exp as number) - (payload.iat as number)).toBe(8 * 3600);
    }
  });

  it('is the same in kind when no provider runs, and good after one started', async () => {
    const keysDir = folder();
    const port = await freePort();
    const before = await demoToken('nuo.jobcoach', { port, keysDir });
    const { url, issuer } = await start(keysDir, port);
    expect(decodeJwt(before).iss).toBe(issuer);
    await expect(jwtVerify(before, createRemoteJWKSet(new URL(`${url}/jwks`)), { issuer })).resolves.toBeTruthy();
  });

  it('is not there for somebody else', async () => {
    await expect(demoToken('nobody', { port: 1, keysDir: folder() })).rejects.toThrow('nuo.jobcoach');
    const { url } = await start(folder());
    const ask = (parts: Record<string, string>) =>
      fetch(`${url}/token`, { method: 'POST', body: new URLSearchParams({ grant_type: DEMO_GRANT, client_id: DEMO_SCRIPT_CLIENT, ...parts }) });
    const answers = await Promise.all([ask({ demo_user: 'nobody' }), ask({}), ask({ demo_user: 'nuo.jobcoach', client_id: DEMO_WEB_CLIENT })]);
    expect(answers.map(({ status }) => status)).toEqual([400, 400, 400]);
  });
});

describe('the provider', () => {
  it('does not start in production', async () => {
    vi.stubEnv('NODE_ENV', 'production');
    onTestFinished(() => void vi.unstubAllEnvs());
    await expect(startIdentity({ port: 0, keysDir: folder(), redirectUris: [] })).rejects.toThrow('production');
    await expect(demoToken('nuo.jobcoach', { port: 1, keysDir: folder() })).rejects.toThrow('production');
  });

  it('keeps its keys over a restart, for its owner only', async () => {
    const keysDir = folder();
    const published = async () => {
      const identity = await start(keysDir);
      return (await fetch(`${identity.url}/jwks`)).json() as Promise<{ keys: Record<string, unknown>[] }>;
    };
    const [one, two] = await Promise.all([published(), published()]);
    expect(one).toEqual(two);
    expect(one.keys).toHaveLength(1);
    expect(one.keys[0]).not.toHaveProperty('d');
    expect(statSync(join(keysDir, 'identity.json')).mode & 0o777).toBe(0o600);
  });

  it('says of itself what it can', async () => {
    const { url, issuer } = await start(folder());
    expect(await (await fetch(`${url}/.well-known/openid-configuration`)).json()).toMatchObject({
      issuer,
      response_types_supported: ['code'],
      code_challenge_methods_supported: ['S256'],
    });
  });

  it('asks the secret of a confidential web client', async () => {
    const { url } = await start(folder(), 0, 'a-secret-of-enough-length-to-be-one');
    const ask = (headers: Record<string, string> = {}) =>
      fetch(`${url}/token`, {
        method: 'POST',
        headers,
        body: new URLSearchParams({ grant_type: 'authorization_code', client_id: DEMO_WEB_CLIENT, code: 'x' }),
      });
    expect((await ask()).status).toBe(401);
    expect((await ask({ authorization: `Basic ${btoa(`${DEMO_WEB_CLIENT}:a-secret-of-enough-length-to-be-one`)}` })).status).toBe(400);
  });
});
