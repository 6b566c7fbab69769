import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { freePort } from './free-port.ts';

export const redisBinary = (): string | undefined =>
  ['/usr/bin/redis-server', '/usr/local/bin/redis-server', '/opt/homebrew/bin/redis-server'].find((path) => existsSync(path));

export interface TestRedis {
  url: string;
  port: number;
  /** It takes connections and commands, and answers none. */
  hang(): void;
  stop(): Promise<void>;
}

/** A private Redis that keeps nothing; on a given port when it comes back. */
export const startRedis = async (binary: string, at?: number): Promise<TestRedis> => {
  const port = at ?? (await freePort());
  const args = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', tmpdir()];
  const server = spawn(binary, args, { stdio: ['ignore', 'pipe', 'ignore'] });
  for await (const line of server.stdout.iterator({ destroyOnReturn: false })) if (String(line).includes('Ready to accept connections')) break;
  server.stdout.resume();
  return {
    url: `redis://127.0.0.1:${port}`,
    port,
    hang: () => void server.kill('SIGSTOP'),
    stop: async () => {
      if (server.exitCode !== null || server.signalCode !== null) return;
      const gone = once(server, 'exit');
      server.kill('SIGKILL');
      await gone;
    },
  };
};
