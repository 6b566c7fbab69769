import { connect } from 'node:net';
import { ApolloServer } from '@apollo/server';
import { describe, expect, it, onTestFinished } from 'vitest';
import { serveGraphql } from './http.ts';

const post = (url: string, body: string, headers: Record<string, string> = { 'content-type': 'application/json' }) =>
  fetch(`${url}/graphql`, { method: 'POST', headers, body });

const serve = async (resolve: () => Promise<string> = async () => 'done', ready = async () => true) => {
  const apollo = new ApolloServer({ typeDefs: 'type Query { work: String }', resolvers: { Query: { work: resolve } }, stopOnTerminationSignals: false });
  const server = await serveGraphql({ apollo, context: async () => ({}), ready, port: 0, bodyLimit: 1000 });
  let stopped = false;
  const stop = async () => {
    if (!stopped) await server.stop();
    stopped = true;
  };
  onTestFinished(stop);
  return { ...server, stop };
};

describe('the HTTP server', () => {
  it('finishes a running request before it stops, and takes no new one', async () => {
    let started: () => void;
    let finish: (text: string) => void = () => undefined;
    const running = new Promise<void>((resolve) => {
      started = resolve;
    });
    const server = await serve(() => {
      started();
      return new Promise((resolve) => {
        finish = resolve;
      });
    });
    const answer = post(server.url, '{"query":"{ work }"}');
    await running;
    const stopped = server.stop();
    await expect(post(server.url, '{"query":"{ work }"}')).rejects.toThrow('fetch failed');
    finish('finished');
    expect(await (await answer).json()).toEqual({ data: { work: 'finished' } });
    await stopped;
  });

  it.each([
    ['a body over the limit', JSON.stringify({ query: `{ work } #${'x'.repeat(1000)}` }), 413, 'BODY_TOO_LARGE'],
    ['no JSON', '{', 400, 'BAD_INPUT'],
  ])('refuses %s', async (_, body, status, code) => {
    const server = await serve();
    const response = await post(server.url, body);
    expect([response.status, ((await response.json()) as { errors: { extensions: { code: string } }[] }).errors[0]?.extensions.code]).toEqual([status, code]);
  });

  it('lives but is not ready while its database is not', async () => {
    const server = await serve(undefined, async () => false);
    expect((await fetch(`${server.url}/health/live`)).status).toBe(200);
    expect((await fetch(`${server.url}/health/ready`)).status).toBe(503);
  });

  it('serves nothing at another path and survives a caller that goes away', async () => {
    const server = await serve();
    expect(await (await fetch(`${server.url}/other`)).text()).toContain('not found');
    await new Promise<void>((resolve) => {
      const caller = connect(server.port, '127.0.0.1', () =>
        caller.write('POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-length: 100\r\n\r\n{', () => caller.destroy()),
      );
      caller.on('close', () => resolve());
    });
    expect(await (await post(server.url, '{"query":"{ work }"}')).json()).toEqual({ data: { work: 'done' } });
  });
});
