import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { listen } from '@werkplein/kernel';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pageRoute } from '@werkplein/gateway';
import { browserProgram, launchBrowser } from './browser.ts';

const folder = mkdtempSync(join(tmpdir(), 'screens-'));
let browser: Browser;
let server: Server;
let url: string;
/** Paths that reached the server. */
let asked: string[] = [];
let serve = pageRoute(folder, true);

describe.skipIf(browserProgram === undefined)('the screens that a browser keeps', () => {
  beforeAll(async () => {
    cpSync(resolve(import.meta.dirname, '../../web/dist'), folder, { recursive: true });
    serve = pageRoute(folder, true);
    server = createServer((request, response) => {
      const path = new URL(request.url ?? '/', 'http://localhost').pathname;
      asked.push(path);
      if (serve?.handles(path)) void serve.answer(request, response, path);
      else response.writeHead(503, { 'content-type': 'text/plain' }).end('not the screens');
    });
    url = `http://localhost:${await listen(server, 0, '127.0.0.1')}`;
    browser = await launchBrowser();
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    server?.close();
    rmSync(folder, { recursive: true, force: true });
  }, 60_000);

  it('open without a network after one visit; what is not a screen is never kept; a new version takes over when the former is closed', async () => {
    const context = await browser.newContext();
    const versions = () => page.evaluate(() => caches.keys());
    let page = await context.newPage();
    await page.goto(url);
    await page.evaluate(() => navigator.serviceWorker.ready);
    const [first] = await versions();
    const names = await page.evaluate(async (name) => (await (await caches.open(name as string)).keys()).map((each) => new URL(each.url).pathname), first);
    expect(names.filter((path) => path !== '/' && path !== '/icon.svg' && !path.startsWith('/assets/'))).toEqual([]);
    expect(names.length).toBeGreaterThan(50);

    await context.setOffline(true);
    await page.goto(`${url}/werkgevers/nuo:1/vastleggen`);
    await page.getByRole('alert').waitFor();
    for (const path of ['/graphql', '/sessie/inloggen', '/events', '/health/live'])
      expect([path, await page.goto(url + path).then(String, () => 'no network')]).toEqual([path, 'no network']);
    await context.setOffline(false);

    // Another build: the page is asked of the server first, its old files are kept while it is open.
    const worker = join(folder, 'service-worker.js');
    rmSync(`${worker}.br`);
    rmSync(`${worker}.gz`);
    writeFileSync(worker, readFileSync(worker, 'utf8').replace((first as string).replace('schermen-', ''), 'another'));
    serve = pageRoute(folder, true);
    asked = [];
    await page.goto(url);
    await page.evaluate(async () => {
      const registration = await navigator.serviceWorker.ready;
      await registration.update();
      const next = registration.installing ?? registration.waiting;
      while (next?.state === 'installing') await new Promise((done) => next.addEventListener('statechange', done, { once: true }));
    });
    expect(asked).toContain('/service-worker.js');
    expect((await versions()).toSorted()).toEqual([first, 'schermen-another'].toSorted());
    await page.goto('about:blank');
    await page.close();
    page = await context.newPage();
    await page.goto(url);
    await expect.poll(versions).toEqual(['schermen-another']);
    await context.close();
  });
});
