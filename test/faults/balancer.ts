import { Agent, createServer, type IncomingMessage, request as send, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

export interface Balancer {
  port: number;
  /** Requests that each port was given. */
  given: ReadonlyMap<number, number>;
  stop(): void;
}

/** What a program is asked to know whether it takes requests. */
export interface Probe {
  path: string;
  headers?: Readonly<Record<string, string>>;
}
export const READY: Probe = { path: '/health/ready' };

export const askProbe = async (port: number, { path, headers = {} }: Probe, withinMs: number): Promise<boolean> => {
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, { headers, signal: AbortSignal.timeout(withinMs) }).catch(() => null);
  await answer?.arrayBuffer().catch(() => null);
  return answer?.ok === true;
};

const EVERY_MS = 50;

/**
 * What stands before several processes of one program: it gives requests in turn to those whose ready probe says yes. It tries nothing again, so
 * what is lost between it and a process is lost to the caller.
 */
export const startBalancer = async (ports: readonly number[], probe = READY): Promise<Balancer> => {
  const agent = new Agent({ keepAlive: true });
  const ready = new Set<number>();
  const given = new Map(ports.map((port) => [port, 0]));
  let [turn, stopped] = [0, false];
  const look = async (port: number): Promise<void> => {
    if (await askProbe(port, probe, 1000)) ready.add(port);
    else ready.delete(port);
  };
  const follow = async (port: number): Promise<void> => {
    for (; !stopped; await wait(EVERY_MS)) await look(port);
  };
  const pass = (incoming: IncomingMessage, outgoing: ServerResponse): void => {
    const open = ports.filter((port) => ready.has(port));
    const port = open[(turn += 1) % open.length];
    if (port === undefined) return void outgoing.writeHead(502).end();
    given.set(port, (given.get(port) ?? 0) + 1);
    const { connection: _, ...headers } = incoming.headers;
    const asked = send({ port, host: '127.0.0.1', path: incoming.url, method: incoming.method, headers, agent }, (answer) => {
      const { connection: __, ...passed } = answer.headers;
      outgoing.writeHead(answer.statusCode ?? 502, passed);
      // A process that dies in the middle of its answer ends that of the caller too.
      answer.on('error', () => outgoing.destroy());
      answer.pipe(outgoing);
    });
    asked.on('error', () => outgoing.destroy());
    incoming.pipe(asked);
  };
  const server = createServer(pass);
  await Promise.all(ports.map(look));
  for (const port of ports) void follow(port);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    port: (server.address() as AddressInfo).port,
    given,
    stop: () => {
      stopped = true;
      agent.destroy();
      server.closeAllConnections();
      server.close();
    },
  };
};
