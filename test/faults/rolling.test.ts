import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ApolloServer } from '@apollo/server';
import { serveGraphql } from '@werkplein/kernel';
import { freePort } from '@werkplein/kernel/testing';
import { expect, it, onTestFinished } from 'vitest';
import { startBalancer } from './balancer.ts';

// The same in short as `npm run test:faults -- rolling`, which does it with processes.

const serve = (port: number) =>
  serveGraphql({
    apollo: new ApolloServer({ typeDefs: 'type Query { work: Int }', resolvers: { Query: { work: () => port } }, stopOnTerminationSignals: false }),
    context: async () => ({}),
    ready: async () => true,
    port,
    bodyLimit: 1000,
  });

it('a server behind a load balancer is replaced under load, one after the other, and no request is lost', async () => {
  const ports = [await freePort(), await freePort()];
  const servers = await Promise.all(ports.map(serve));
  const balancer = await startBalancer(ports);
  let replaced = false;
  const answers: unknown[] = [];
  const caller = async (): Promise<void> => {
    while (!replaced) {
      const answer = await fetch(`http://127.0.0.1:${balancer.port}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{"query":"{ work }"}',
      }).then(
        async (response) => ((await response.json()) as { data: { work: number } }).data.work,
        (error: unknown) => error,
      );
      answers.push(answer);
    }
  };
  onTestFinished(async () => {
    replaced = true;
    balancer.stop();
    await Promise.all(servers.map((server) => server.stop()));
  });
  const callers = [caller(), caller(), caller(), caller()];
  for (const [n, port] of ports.entries()) {
    const before = balancer.given.get(port) ?? 0;
    await expect.poll(() => balancer.given.get(port)).toBeGreaterThan(before);
    await servers[n]?.stop(500);
    servers[n] = await serve(port);
    const since = balancer.given.get(port) ?? 0;
    await expect.poll(() => balancer.given.get(port), { timeout: 5000 }).toBeGreaterThan(since);
  }
  replaced = true;
  await Promise.all(callers);
  expect(answers.length).toBeGreaterThan(10);
  expect(answers.filter((answer) => !ports.includes(answer as number))).toEqual([]);
});

const listening = async (listener: RequestListener): Promise<number> => {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  return (server.address() as AddressInfo).port;
};
const balancing = async (...given: Parameters<typeof startBalancer>): Promise<string> => {
  const balancer = await startBalancer(...given);
  onTestFinished(balancer.stop);
  return `http://127.0.0.1:${balancer.port}/`;
};

it('a server that dies in the middle of its answer ends that of the caller, who does not wait for the rest', async () => {
  const url = await balancing([
    await listening((request, response) => {
      if (request.method === 'GET') return response.end();
      response.writeHead(200, { 'content-length': 100 });
      return response.write('half', () => response.destroy());
    }),
  ]);
  const answer = await fetch(url, { method: 'POST', body: '' });
  await expect(answer.text()).rejects.toThrow('terminated');
});

it('a server is given requests when the probe of its kind says yes', async () => {
  const port = await listening((request, response) => response.writeHead(request.headers['x-name'] === 'probe' ? 200 : 400).end());
  const [found, notFound] = [await balancing([port], { path: '/', headers: { 'x-name': 'probe' } }), await balancing([port])];
  expect([(await fetch(found)).status, (await fetch(notFound)).status]).toEqual([400, 502]);
});
