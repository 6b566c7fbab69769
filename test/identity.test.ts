import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { demoToken, startIdentity } from '@werkplein/dev-identity';
import { readIssuers, tokenVerifier } from '@werkplein/gateway';
import { demoIssuer, demoUsers, newLogger } from '@werkplein/kernel';
import { expect, it, onTestFinished } from 'vitest';

it('the gateway takes the tokens of the identity provider for development, of every demo user, and not those of another port', async () => {
  const keysDir = mkdtempSync(join(tmpdir(), 'identity-'));
  const identity = await startIdentity({ port: 0, keysDir, redirectUris: [] });
  onTestFinished(() => identity.stop());
  const log = newLogger('gateway', 'silent');
  const { port } = identity;
  const verify = tokenVerifier(readIssuers([demoIssuer(port)], false), log);
  for (const [name, user] of demoUsers) expect(await verify(await demoToken(name, { port, keysDir }))).toEqual(user);
  expect(await tokenVerifier(readIssuers([demoIssuer(1)], false), log)(await demoToken('nuo.jobcoach', { port, keysDir }))).toBeNull();
  expect(() => readIssuers([demoIssuer(port)], true)).toThrow('https');
});
