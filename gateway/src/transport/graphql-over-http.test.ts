import { auditServer } from 'graphql-http';
import { expect, it, onTestFinished } from 'vitest';
import { startTestGraph } from '../testing/graph.ts';

// What is left open is GET: it is closed, for variables in an address end up in logs, and a page of another site can send it.
// Without production settings, for the audits ask `__type` and free queries; the transport is the same in both.
it('passes every required audit of GraphQL over HTTP, and only what asks for GET is noted', async () => {
  const graph = await startTestGraph();
  onTestFinished(() => graph.stop());
  const token = await graph.issuer.token('nuo.coordinator');
  const results = await auditServer({
    url: `${graph.gateway.url}/graphql`,
    fetchFn: (url: string, init: RequestInit = {}) => fetch(url, { ...init, headers: { ...(init.headers as object), authorization: `Bearer ${token}` } }),
  });
  const of = (status: string) => results.filter((result) => result.status === status);
  process.stdout.write(
    `graphql-http audits: ${['ok', 'notice', 'warn', 'error'].map((status) => `${status} ${of(status).length}`).join(', ')} of ${results.length}\n`,
  );
  for (const result of results) if (result.status !== 'ok') process.stdout.write(`  ${result.status}: ${result.name}: ${result.reason}\n`);
  expect(of('error')).toEqual([]);
  expect(results.filter(({ name, status }) => name.startsWith('MUST') && status !== 'ok')).toEqual([]);
  expect([...of('notice'), ...of('warn')].filter(({ name }) => !name.includes('GET'))).toEqual([]);
  expect(results).toHaveLength(61);
});
