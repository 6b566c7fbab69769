import { newLogger } from '@werkplein/kernel';
import { expect, it, onTestFinished } from 'vitest';
import { startGateway } from './index.ts';
import { startTestGraph, taking } from './testing/graph.ts';

it('says that its port is taken, or that there is no supergraph, and leaves nothing running', async () => {
  const graph = await startTestGraph();
  onTestFinished(() => graph.stop());
  const start = (supergraphFile: string) =>
    startGateway({
      config: {
        port: graph.gateway.port,
        supergraphFile,
        subgraphTimeoutMs: 100,
        introspection: true,
        production: false,
        subgraphUrls: { nuo: 'http://127.0.0.1:1', almelo: 'http://127.0.0.1:1', wierden: 'http://127.0.0.1:1' },
      },
      sign: () => '',
      verify: async () => null,
      log: newLogger('gateway', 'silent'),
      municipalities: taking,
    });
  const watches = () => process.getActiveResourcesInfo().filter((name) => name === 'FSEventWrap').length;
  const before = watches();
  await expect(start(graph.supergraphFile)).rejects.toThrow(`Port ${graph.gateway.port} is taken`);
  await expect(start('/nowhere/supergraph.graphql')).rejects.toThrow('npm run generate');
  await expect.poll(watches).toBe(before);
});
