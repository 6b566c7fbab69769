import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { secretProblems, secretsIn } from './secrets.ts';

const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const key = randomBytes(32).toString('base64');

describe('the search for secrets', () => {
  it.each([
    ['a PEM', String(privateKey.export({ type: 'pkcs8', format: 'pem' }))],
    ['a JWK', JSON.stringify(privateKey.export({ format: 'jwk' }))],
    ['a JWK within JSON', JSON.stringify({ key: JSON.stringify(privateKey.export({ format: 'jwk' })) })],
    ['an environment file', `ALMELO_BSN_KEY=${key}`],
    ['a database address', ['mariadb://werkplein', 'geheim1@db/x'].join(':')],
  ])('finds %s', (_, text) => {
    expect(secretsIn(text)).not.toEqual([]);
  });

  it('does not mind a public key', () => {
    expect(secretsIn(String(publicKey.export({ type: 'spki', format: 'pem' })))).toEqual([]);
    expect(secretsIn(JSON.stringify(publicKey.export({ format: 'jwk' })))).toEqual([]);
  });

  it('finds nothing in this repository', () => {
    expect(secretProblems()).toEqual([]);
  });
});
