import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newLogger } from '@werkplein/kernel';
import { describe, expect, it, onTestFinished } from 'vitest';
import { compose } from '../supergraph/compose.ts';
import { planningLimits } from '../planning/planning.ts';
import { sdls, startTestGraph, type TestGraph, type TestGraphOptions } from '../testing/graph.ts';
import { almeloId } from '../testing/subgraphs.ts';
import { buildRegistry } from './build-registry.ts';
import { documentId, readRegistry } from './registry.ts';
import type { DocumentMode } from './rewrite.ts';

const texts = {
  ClientOf: '# who\nquery ClientOf($id: ID!) { client(id: $id) { id name } }',
  Employers: 'query Employers { employers { name placements { client { name } } } }',
  Register: 'mutation Register($name: String!) { almelo { register(name: $name) { id } } }',
};
const supergraph = compose(sdls());
const registryFile = async (content?: string): Promise<string> => {
  const file = join(mkdtempSync(join(tmpdir(), 'documents-')), 'trusted.json');
  writeFileSync(file, content ?? (await buildRegistry(texts, supergraph)));
  return file;
};
const idOf = async (file: string, name: string): Promise<string> => [...(await readRegistry(file))].find(([, each]) => each.name === name)?.[0] ?? '';

const start = async (
  mode: DocumentMode,
  options: TestGraphOptions = {},
): Promise<{ graph: TestGraph; file: string; ask(body: object): ReturnType<typeof send> }> => {
  const file = await registryFile();
  const graph = await startTestGraph({ ...options, hardening: { trustedDocuments: mode, trustedDocumentsFile: file, ...options.hardening } });
  onTestFinished(() => graph.stop());
  return { graph, file, ask: (body) => send(graph, body) };
};
const send = async (graph: TestGraph, body: object) => {
  const response = await fetch(`${graph.gateway.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${await graph.issuer.token('nuo.coordinator')}` },
    body: JSON.stringify(body),
  });
  const { data, errors } = (await response.json()) as { data?: unknown; errors?: { extensions: { code: string } }[] };
  return { status: response.status, data, code: errors?.[0]?.extensions.code };
};

describe('a trusted document', () => {
  it('is answered by its id, as a free query is not', async () => {
    const { ask, file, graph } = await start('only', { production: true });
    const documentId = await idOf(file, 'ClientOf');
    const data = { client: { id: almeloId, name: 'Client 1 of Almelo' } };
    expect(await ask({ documentId, variables: { id: almeloId } })).toEqual({ status: 200, data, code: undefined });
    expect(await ask({ documentId, operationName: 'ClientOf', variables: { id: almeloId } })).toMatchObject({ data });
    expect(await ask({ query: '{ employers { name } }' })).toEqual({ status: 403, data: undefined, code: 'TRUSTED_DOCUMENTS_ONLY' });
    // The trusted words themselves, but sent freely.
    expect(await ask({ query: texts.Employers })).toMatchObject({ code: 'TRUSTED_DOCUMENTS_ONLY' });
    expect(graph.subgraphs.nuo.asked).toEqual([]);
  });

  it.each<[string, (id: string) => object, number, string]>([
    ['an id of nothing', () => ({ documentId: `sha256:${'0'.repeat(64)}` }), 400, 'UNKNOWN_DOCUMENT'],
    ['an id named like a property of every object', () => ({ documentId: '__proto__' }), 400, 'UNKNOWN_DOCUMENT'],
    ['an id that is no text', () => ({ documentId: ['x'] }), 400, 'UNKNOWN_DOCUMENT'],
    ['the hash without its kind', (id) => ({ documentId: id.slice(7) }), 400, 'UNKNOWN_DOCUMENT'],
    ['an id beside a query', (id) => ({ documentId: id, query: '{ employers { name } }' }), 400, 'BAD_INPUT'],
    ['another operation of the document', (id) => ({ documentId: id, operationName: 'Other' }), 400, 'OPERATION_RESOLUTION_FAILURE'],
    ['an automatic persisted query', () => ({ extensions: { persistedQuery: { version: 1, sha256Hash: '0'.repeat(64) } } }), 403, 'TRUSTED_DOCUMENTS_ONLY'],
    ['nothing', () => ({}), 403, 'TRUSTED_DOCUMENTS_ONLY'],
  ])('is not reached by %s', async (_, body, status, code) => {
    const { ask, file } = await start('only');
    expect(await ask(body(await idOf(file, 'Employers')))).toMatchObject({ status, code });
  });

  it('is one of two ways with `also`, and none with `off`', async () => {
    const [also, off] = [await start('also'), await start('off')];
    const documentId = await idOf(also.file, 'Employers');
    expect([(await also.ask({ documentId })).status, (await also.ask({ query: texts.Employers })).status]).toEqual([200, 200]);
    expect([(await off.ask({ documentId })).status, (await off.ask({ query: texts.Employers })).status]).toEqual([400, 200]);
  });

  it('still needs a token and stays within the limits', async () => {
    const { graph, file, ask } = await start('only', { hardening: { costLimit: 5 } });
    const documentId = await idOf(file, 'Employers');
    expect(await ask({ documentId })).toMatchObject({ status: 400, code: 'TOO_COSTLY' });
    const nobody = await fetch(`${graph.gateway.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ documentId }),
    });
    expect(nobody.status).toBe(401);
  });
});

describe('the gateway plans ahead', () => {
  const logged: Record<string, unknown>[] = [];
  const log = newLogger('gateway', 'silent');
  log.info = log.error = ((entry: unknown) => typeof entry === 'object' && logged.push(entry as Record<string, unknown>)) as never;

  it('every trusted document at the start and at each new supergraph, without asking a subgraph', async () => {
    logged.length = 0;
    const { graph, file, ask } = await start('only', { log, planning: planningLimits });
    expect(logged.filter((entry) => 'documents' in entry)).toEqual([{ documents: 3, failed: 0, ms: expect.any(Number) }]);
    for (const { asked } of Object.values(graph.subgraphs)) expect(asked).toEqual([]);
    expect((await fetch(`${graph.gateway.url}/health/ready`)).status).toBe(200);

    const documentId = await idOf(file, 'Employers');
    const cpu = async (body: object): Promise<number> => {
      const before = process.cpuUsage();
      await ask(body);
      const { user, system } = process.cpuUsage(before);
      return (user + system) / 1000;
    };
    const [first, second] = [await cpu({ documentId }), await cpu({ documentId })];
    process.stdout.write(`cpu of a planned document: first ${first.toFixed(1)} ms, second ${second.toFixed(1)} ms\n`);

    const { nuo = '', ...others } = sdls();
    writeFileSync(graph.supergraphFile, compose({ ...others, nuo: nuo.replace('employers:', 'bedrijven:') }));
    await expect.poll(() => logged.findLast((entry) => 'documents' in entry), { timeout: 20_000 }).toMatchObject({ documents: 3, failed: 1 });
    expect(logged).toContainEqual({ document: 'Employers', problem: expect.stringContaining('employers') });
    for (const { asked } of Object.values(graph.subgraphs)) expect(asked.length).toBeLessThan(3);
  });
});

describe('the registry', () => {
  it('is refused when a document was changed under its id, or when there is none', async () => {
    const good = await buildRegistry(texts, supergraph);
    await expect(readRegistry(await registryFile(good.replaceAll('name\\n', 'id\\n')))).rejects.toThrow('another document under the id of ClientOf');
    await expect(readRegistry(await registryFile('{"a":1}'))).rejects.toThrow('no registry');
    await expect(readRegistry(await registryFile('{'))).rejects.toThrow('no registry');
    await expect(readRegistry('/nowhere/trusted.json')).rejects.toThrow('npm run generate');
  });

  it('has the hash of the printed document, whatever the spaces and comments of its file', async () => {
    const [a, b] = await Promise.all(
      [texts, { ...texts, ClientOf: 'query ClientOf($id: ID!) {\n  client(id: $id) { id\n name } }' }].map((each) => buildRegistry(each, supergraph)),
    );
    expect(a).toBe(b);
    for (const [id, { document }] of Object.entries(JSON.parse(a ?? '') as Record<string, { document: string }>)) expect(id).toBe(documentId(document));
  });

  it.each<[string, string, RegExp]>([
    ['a field that does not exist', 'query A { nothing }', /A: Cannot query field "nothing"/],
    ['no GraphQL', 'query A {', /A: Syntax Error/],
    ['an operation with another name', 'query B { werkpleinen { municipality } }', /named A as its file/],
    ['two operations', 'query A { werkpleinen { municipality } } query B { werkpleinen { municipality } }', /give one operation/],
    ['two commands', 'mutation A { almelo { end } nuo { plan } }', /hooguit één/],
    ['a third turn', 'query A {placements{client{placements{client{placements{client{id}}}}}}}', /te groot of te diep/],
  ])('is not built with %s', async (_, text, problem) => {
    await expect(buildRegistry({ A: text }, supergraph)).rejects.toThrow(problem);
  });
});
