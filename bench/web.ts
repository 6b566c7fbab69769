// npm run bench:web: what a first load of each start screen weighs and takes, and how long the browser is held up by walking the menu.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Stack, startStack } from '../test/stack.ts';
import { launchBrowser, settled, signIn, widths } from '../test/web/browser.ts';

const SCALE = 1;
const KB = 1000;
/** Of scripts, compressed. */
const BUDGET_KB = 200;
/** Above it somebody feels that the screen hangs. */
const LONG_TASK_MS = 50;

let stack: Stack;
let browser: Browser;
beforeAll(async () => {
  [stack, browser] = await Promise.all([startStack('sqlite', SCALE, { documents: true }), launchBrowser()]);
}, 600_000);
afterAll(async () => {
  await browser?.close();
  await stack?.stop();
});

interface Watched {
  tasks: number[];
}

/** Collects the tasks that held the page up, from before its first script. */
const watch = async (page: Page): Promise<void> => {
  await page.addInitScript(() => {
    const watched: Watched = { tasks: [] };
    Object.assign(globalThis, { watched });
    new PerformanceObserver((list) => watched.tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: 'longtask', buffered: true });
  });
};
const tasksSoFar = (page: Page): Promise<number[]> => page.evaluate(() => (globalThis as unknown as { watched: Watched }).watched.tasks.splice(0));

const scriptKb = (page: Page): Promise<number> =>
  page.evaluate(() =>
    (performance.getEntriesByType('resource') as PerformanceResourceTiming[])
      .filter(({ name }) => new URL(name).pathname.endsWith('.js'))
      .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0),
  );
const now = (page: Page): Promise<number> => page.evaluate(() => performance.now());

const told = (tasks: readonly number[]): string => (tasks.length === 0 ? 'none' : `${tasks.length}, longest ${Math.round(Math.max(...tasks))} ms`);

it.each(['nuo.accountmanager', 'wierden.klantregisseur', 'nuo.trajectbegeleider', 'nuo.coordinator', 'nuo.rapporteur'])(
  '%s',
  async (user) => {
    const first = await signIn(browser, stack.url, user);
    const storageState = await first.context.storageState();
    await first.context.close();
    // Signed in, and nothing of the screens in the cache.
    const context = await browser.newContext({ storageState, viewport: widths.desktop, locale: 'nl-NL', timezoneId: 'Europe/Amsterdam' });
    const page = await context.newPage();
    await watch(page);
    await page.goto(stack.url);
    await settled(page);
    const [ready, weight, loading] = [await now(page), (await scriptKb(page)) / KB, await tasksSoFar(page)];
    const walked: string[] = [];
    const menu = page.getByRole('navigation', { name: 'Hoofdmenu' }).getByRole('link');
    for (const link of await menu.all()) {
      const begun = await now(page);
      await link.click();
      await settled(page);
      walked.push(
        `  ${(await link.innerText()).padEnd(20)} ${String(Math.round((await now(page)) - begun)).padStart(5)} ms, long tasks: ${told(await tasksSoFar(page))}`,
      );
    }
    process.stdout.write(
      `${user} at ${new URL(page.url()).origin}: ${weight.toFixed(1)} kB of script, ready after ${Math.round(ready)} ms, long tasks (over ${LONG_TASK_MS} ms): ${told(loading)}\n${walked.join('\n')}\n`,
    );
    await context.close();
    expect(weight).toBeLessThan(BUDGET_KB);
  },
  120_000,
);
