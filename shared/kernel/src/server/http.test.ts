import { once } from 'node:events';
import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { ApolloServer } from '@apollo/server';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { buildInfo } from '../config/build-info.ts';
import { EventStream } from './event-stream.ts';
import { serveGraphql } from './http.ts';
import { listen } from './listen.ts';
import type { Route } from './route.ts';

const post = (url: string, body: string, headers: Record<string, string> = { 'content-type': 'application/json' }) =>
  fetch(`${url}/graphql`, { method: 'POST', headers, body });

const serve = async (resolve: () => Promise<string> = async () => 'done', ready = async () => true, more: { atOnce?: number } = {}) => {
  const apollo = new ApolloServer({ typeDefs: 'type Query { work: String }', resolvers: { Query: { work: resolve } }, stopOnTerminationSignals: false });
  const server = await serveGraphql({ apollo, context: async () => ({}), ready, port: 0, bodyLimit: 1000, ...more });
  let stopped = false;
  const stop = async (drainMs?: number) => {
    if (!stopped) await server.stop(drainMs);
    stopped = true;
  };
  onTestFinished(() => stop());
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

  it('is not ready from the moment it is told to stop, and takes requests until its drain has ended', async () => {
    const server = await serve();
    const stopped = server.stop(300);
    expect((await fetch(`${server.url}/health/ready`)).status).toBe(503);
    const answer = await post(server.url, '{"query":"{ work }"}');
    expect([answer.status, answer.headers.get('connection'), await answer.json()]).toEqual([200, 'close', { data: { work: 'done' } }]);
    await stopped;
    await expect(post(server.url, '{"query":"{ work }"}')).rejects.toThrow('fetch failed');
  });

  it('asks who comes when there is enough to do to come back, and takes them then', async () => {
    const finish: ((text: string) => void)[] = [];
    const server = await serve(() => new Promise((resolve) => finish.push(resolve)), undefined, { atOnce: 2 });
    const ask = () => post(server.url, '{"query":"{ work }"}');
    const [first, second] = [ask(), ask()];
    await expect.poll(() => finish.length).toBe(2);
    const third = await ask();
    expect([third.status, third.headers.get('retry-after'), await third.text()]).toEqual([503, '1', expect.stringContaining('"UNAVAILABLE"')]);
    finish[0]?.('one');
    await Promise.race([first, second]);
    const fourth = ask();
    await expect.poll(() => finish.length).toBe(3);
    for (const each of finish) each('done');
    expect((await Promise.all([first, second, fourth])).map(({ status }) => status)).toEqual([200, 200, 200]);
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

  it('says of which release it is', async () => {
    const server = await serve();
    const { version } = JSON.parse(readFileSync(new URL('../../../../package.json', import.meta.url), 'utf8')) as { version: string };
    expect(await (await fetch(`${server.url}/health/version`)).json()).toEqual({ version, commit: null });
    expect(buildInfo({ BUILD_COMMIT: 'abc123' })).toEqual({ version, commit: 'abc123' });
  });

  it('stops at once with a connection on which nothing was asked', async () => {
    const server = await serve();
    const caller = connect(server.port, '127.0.0.1');
    const closed = once(caller, 'close');
    await once(caller, 'connect');
    await (await fetch(`${server.url}/health/live`)).text();
    await server.stop();
    await closed;
    expect(caller.destroyed).toBe(true);
  });

  it('answers its other routes to GET, with the headers of every answer, and drains them', async () => {
    const drained = vi.fn();
    const apollo = new ApolloServer({ typeDefs: 'type Query { work: String }', stopOnTerminationSignals: false });
    const route: Route = {
      handles: (path) => path === '/feed',
      answer: async (_, response) => {
        const stream = new EventStream(response);
        await stream.send('id: 1\n\n');
        drained.mockImplementation(() => stream.end());
      },
      drain: drained,
    };
    const server = await serveGraphql({ apollo, context: async () => ({}), ready: async () => true, port: 0, bodyLimit: 1000, routes: [route] });
    expect((await fetch(`${server.url}/feed`, { method: 'POST' })).status).toBe(405);
    const answer = await fetch(`${server.url}/feed`);
    expect([answer.headers.get('x-content-type-options'), answer.headers.get('content-type')]).toEqual(['nosniff', 'text/event-stream; charset=utf-8']);
    await server.stop();
    expect(await answer.text()).toBe('id: 1\n\n');
    expect(drained).toHaveBeenCalledOnce();
  });

  it('drops a reader of events that does not read', async () => {
    const dropped = Promise.withResolvers<void>();
    const server = createServer((_, response) => {
      const stream = new EventStream(response, 50);
      stream.signal.addEventListener('abort', () => dropped.resolve());
      void (async () => {
        while (!stream.signal.aborted) await stream.send(`data: ${'x'.repeat(100_000)}\n\n`);
      })();
    });
    onTestFinished(() => void server.close());
    const port = await listen(server, 0, '127.0.0.1');
    const caller = connect(port, '127.0.0.1', () => caller.write('GET / HTTP/1.1\r\nhost: x\r\n\r\n'));
    caller.pause();
    caller.on('error', () => undefined);
    await dropped.promise;
    caller.destroy();
    expect(caller.destroyed).toBe(true);
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
