import { ApolloServer } from '@apollo/server';
import { describe, expect, it } from 'vitest';
import { BsnScalar, KvkNumberScalar } from '../scalars/index.ts';
import { errorFormatter, fault } from './index.ts';

const reported: unknown[] = [];
const server = new ApolloServer({
  typeDefs:
    'scalar Bsn scalar KvkNumber input I { bsn: Bsn kvk: [KvkNumber!] n: Int must: String! } type Query { ask(i: I): String fail: String known: String }',
  resolvers: {
    Bsn: BsnScalar,
    KvkNumber: KvkNumberScalar,
    Query: {
      ask: () => 'ok',
      fail: () => {
        throw new Error('table client, bsn 999990019');
      },
      known: () => {
        throw fault('NOT_FOUND', { secret: 'x', service: 'almelo' });
      },
    },
  },
  formatError: errorFormatter((original) => reported.push(original)),
});

const ask = async (query: string, variables: Record<string, unknown> = {}) => {
  const { body } = await server.executeOperation({ query, variables });
  return body.kind === 'single' ? body.singleResult : null;
};

describe('an error that leaves', () => {
  it.each([
    ['a wrong BSN', { bsn: '999990018', must: '' }, ['i', 'bsn'], /^Verwacht/],
    ['a wrong KvK number in a list', { kvk: ['68750110', '6875011'], must: '' }, ['i', 'kvk', 1], /^Verwacht/],
    ['a text where a number belongs', { n: '999990019', must: '' }, ['i', 'n'], /^Deze waarde/],
    ['a field that is missing', { bsn: '999990019' }, ['i'], /^Deze waarde/],
    ['a field that does not exist', { must: '', extra: '999990019' }, ['i'], /^Deze waarde/],
  ])('names the place of %s and not the value', async (_, i, path, message) => {
    const result = await ask('query ($i: I) { ask(i: $i) }', { i });
    expect(result?.errors?.[0]?.extensions).toEqual({ code: 'BAD_INPUT', problems: [{ path, message: expect.stringMatching(message) }] });
    expect(JSON.stringify(result)).not.toMatch(/99999001|6875011/);
  });

  it('keeps a known code with the extensions that may pass', async () => {
    expect((await ask('{ known }'))?.errors?.[0]).toMatchObject({ path: ['known'], extensions: { code: 'NOT_FOUND', service: 'almelo' } });
    expect(JSON.stringify(await ask('{ known }'))).not.toContain('secret');
  });

  it('says of anything else only a number, under which it was reported', async () => {
    const result = await ask('{ fail }');
    expect(JSON.stringify(result)).not.toContain('999990019');
    expect(result?.errors?.[0]?.extensions).toEqual({ code: 'INTERNAL', reference: expect.any(String) });
    expect(reported).toHaveLength(1);
  });
});
