// What can be seen of the configuration of another router without its program.
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { textOf } from '../ops.testing.ts';

interface ApolloRouter {
  override_subgraph_url: Record<string, string>;
  headers: { all: { request: { propagate: { named: string } }[] } };
  limits: { http_max_request_bytes: number; parser_max_tokens: number };
  traffic_shaping: { router: { timeout: string }; all: { timeout: string } };
}

describe('the configuration of Apollo Router', () => {
  const { override_subgraph_url: urls, headers, limits, traffic_shaping: shaping } = parse(textOf('ops/routers/apollo-router.yaml')) as ApolloRouter;

  it('reaches each subgraph of the committed supergraph through the companion, by its own address', () => {
    const names = [...textOf('schema/supergraph.graphql').matchAll(/@join__graph\(name: "(\w+)"/g)].map(([, name = '']) => name);
    const expected = names.map((name) => [name, `\${env.COMPANION_URL}/${name === 'directory' ? '' : `${name}/`}graphql`]);
    expect(Object.fromEntries(expected)).toEqual(urls);
  });

  it('passes on what Hive Gateway passes on too', () => {
    const [, list = ''] = /const passedOn = \[(.*)\]/.exec(textOf('bench/peers/hive.companion.mjs')) ?? [];
    expect(headers.all.request.map(({ propagate }) => propagate.named)).toEqual(list.split(', ').map((name) => name.replaceAll("'", '')));
  });

  it('takes no more than our gateway, and waits longer for the whole than for a subgraph', async () => {
    const { BODY_LIMIT, MAX_TOKENS } = await import('../../gateway/src/limits/index.ts');
    expect([limits.http_max_request_bytes, limits.parser_max_tokens]).toEqual([BODY_LIMIT, MAX_TOKENS]);
    expect(Number.parseInt(shaping.router.timeout, 10)).toBeGreaterThan(Number.parseInt(shaping.all.timeout, 10));
  });
});
