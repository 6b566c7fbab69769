import { type ChildProcess, spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type Answer, freePort } from '@werkplein/kernel/testing';
import { ended, startProgram, startStack, subgraphNames, untilReady } from '../stack.ts';

const root = resolve(import.meta.dirname, '../..');
const peers = join(root, 'bench/peers');

/** As a demo user, or as nobody. */
type Ask = (user: string | null, query: string, variables?: Record<string, unknown>, headers?: Record<string, string>) => Promise<Answer>;

/** The same subgraphs behind our gateway and behind Hive Gateway with the companion, which serves the committed supergraph as it is. */
export interface PeerStack {
  ours: Ask;
  hive: Ask;
  stop(): Promise<void>;
}

export const startPeerStack = async (): Promise<PeerStack> => {
  const stack = await startStack('sqlite', 0.05);
  const [companionPort, hivePort] = [await freePort(), await freePort()];
  const children: ChildProcess[] = [startProgram('gateway/dist/companion/main.js', { ...stack.env, COMPANION_PORT: String(companionPort) })];
  await untilReady(children[0] as ChildProcess, companionPort);
  const companionUrl = `http://127.0.0.1:${companionPort}`;
  const config = ['-c', join(peers, 'hive.companion.mjs'), '--host', '127.0.0.1', '--port', String(hivePort)];
  const child = spawn(process.execPath, [join(peers, 'node_modules/.bin/hive-gateway'), 'supergraph', ...config], {
    cwd: root,
    env: {
      ...stack.env,
      SUPERGRAPH_FILE: join(root, 'schema/supergraph.graphql'),
      COMPANION_URL: companionUrl,
      SUBGRAPHS: ['directory', ...subgraphNames].join(),
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  children.push(child);
  // A token lasts; to make one for each question would be most of the work.
  const tokens = new Map<string, Promise<string>>();
  const tokenOf = (user: string): Promise<string> => {
    const token = tokens.get(user) ?? stack.token(user);
    tokens.set(user, token);
    return token;
  };
  const asker =
    (url: string): Ask =>
    async (user, query, variables = {}, headers = {}) => {
      const response = await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          accept: 'application/json',
          ...(user !== null && { authorization: `Bearer ${await tokenOf(user)}` }),
          ...headers,
        },
        body: JSON.stringify({ query, variables }),
      });
      return (await response.json()) as Answer;
    };
  const hive = asker(`http://127.0.0.1:${hivePort}`);
  for (;;) {
    if (child.exitCode !== null) throw new Error('Hive Gateway did not start');
    if (await hive(null, '{ __typename }').catch(() => null)) break;
    await wait(100);
  }
  return {
    ours: asker(stack.url),
    hive,
    stop: async () => {
      for (const each of children) each.kill('SIGTERM');
      await Promise.all(children.map(ended));
      await stack.stop();
    },
  };
};
