import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listen, type Route } from '@werkplein/kernel';
import { beforeAll, expect, it, onTestFinished } from 'vitest';
import { pageRoute } from './page-route.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'screens-'));
  mkdirSync(join(folder, 'assets'));
  for (const [file, content] of Object.entries({
    'index.html': '<html>',
    'assets/main-abc.js': 'js',
    'service-worker.js': 'worker',
    'assets/main-abc.js.br': 'br',
  }))
    writeFileSync(join(folder, file), content);
  mkdirSync(`${folder}-explorer/graphiql/assets`, { recursive: true });
  writeFileSync(`${folder}-explorer/graphiql/index.html`, '<html>explorer');
  writeFileSync(`${folder}-explorer/graphiql/assets/editor-abc.js`, 'editor');
});

const serve = async (route: Route) => {
  const server = createServer((request: IncomingMessage, response: ServerResponse) => void route.answer(request, response, request.url ?? '/'));
  onTestFinished(() => void server.close());
  const port = await listen(server, 0, '127.0.0.1');
  return (path: string, headers: Record<string, string> = {}) => fetch(`http://127.0.0.1:${port}${path}`, { headers });
};

it.each([
  ['the first page', '/', 200, '<html>', 'no-cache'],
  ['a screen by its address', '/werkgevers/nuo:1', 200, '<html>', 'no-cache'],
  ['an asset', '/assets/main-abc.js', 200, 'js', 'public, max-age=31536000, immutable'],
  ['the service worker, asked anew each time', '/service-worker.js', 200, 'worker', 'no-cache'],
  ['the explorer', '/graphiql', 200, '<html>explorer', 'no-cache'],
  ['an asset of the explorer', '/graphiql/assets/editor-abc.js', 200, 'editor', 'public, max-age=31536000, immutable'],
  ['no screen in the place of the explorer', '/graphiql/unknown', 404, '"code":"NOT_FOUND"', 'no-store'],
  ['an asset of an earlier build', '/assets/main-old.js', 404, '"code":"NOT_FOUND"', 'no-store'],
  ['what lies beside the folder', '/..%2f..%2fetc%2fpasswd', 200, '<html>', 'no-cache'],
])('gives %s', async (_, path, status, content, caching) => {
  const response = await (await serve(pageRoute(folder, false) as Route))(path, { 'accept-encoding': 'identity' });
  expect([response.status, response.headers.get('cache-control')]).toEqual([status, caching]);
  expect(await response.text()).toContain(content);
});

it('says the same of a page that has not changed: a reload puts these headers in the place of the first', async () => {
  const get = await serve(pageRoute(folder, false) as Route);
  const first = await get('/vandaag');
  const again = await get('/vandaag', { 'if-none-match': first.headers.get('etag') ?? '' });
  expect(again.status).toBe(304);
  for (const name of ['content-security-policy', 'cache-control', 'cross-origin-opener-policy']) expect(again.headers.get(name)).toBe(first.headers.get(name));
});

it('lets a page run its own scripts only, and the explorer make styles', async () => {
  const get = await serve(pageRoute(folder, false) as Route);
  const policyOf = async (path: string) => (await get(path)).headers.get('content-security-policy') ?? '';
  expect(await policyOf('/vandaag')).toMatch(/default-src 'none'.*frame-ancestors 'none'.*script-src 'self';.*style-src 'self'$/);
  expect(await policyOf('/graphiql')).toMatch(/script-src 'self';.*style-src 'self' 'unsafe-inline'/);
});

it.each([
  ['/graphql', false, false],
  ['/graphql/x', false, false],
  ['/events', false, false],
  ['/sessie/onbekend', false, false],
  ['/health/live', false, false],
  ['/graphiql', false, true],
  ['/graphiql', true, false],
  ['/graphiql.html', true, false],
  ['/vandaag', true, true],
])('%s with production %s is a page: %s', (path, production, expected) => {
  expect(pageRoute(folder, production)?.handles(path)).toBe(expected);
});

it('has no explorer where none was built', () => {
  const alone = mkdtempSync(join(tmpdir(), 'screens-'));
  writeFileSync(join(alone, 'index.html'), '<html>');
  expect(['/graphiql', '/vandaag'].map((path) => pageRoute(alone, false)?.handles(path))).toEqual([false, true]);
});

it('is nothing without a build', () => {
  expect(pageRoute(join(folder, 'nothing'), false)).toBeNull();
});
