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

interface TraceEvent {
  name: string;
  pid: number;
  tid: number;
  /** Processor time, in µs. */
  tdur?: number;
  args: { name?: string };
}

interface Spent {
  /** As somebody waits for it, in ms. */
  wait: number;
  /** What each task of the page took of the processor, in ms: that others keep the machine busy makes no difference. */
  tasks: number[];
}

const spentOn = async (work: () => Promise<void>): Promise<Spent> => {
  const session = await browser.newBrowserCDPSession();
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  await session.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig: { includedCategories: ['toplevel'] } });
  const begun = performance.now();
  await work();
  const wait = performance.now() - begun;
  const complete = new Promise((done) => session.once('Tracing.tracingComplete', done));
  await session.send('Tracing.end');
  await complete;
  await session.detach();
  const threadOf = ({ pid, tid }: TraceEvent): string => `${pid} ${tid}`;
  const main = new Set(events.filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain').map(threadOf));
  return { wait, tasks: events.filter((event) => event.name.endsWith('RunTask') && main.has(threadOf(event))).map(({ tdur = 0 }) => tdur / 1000) };
};

const scriptKb = (page: Page): Promise<number> =>
  page.evaluate(() =>
    (performance.getEntriesByType('resource') as PerformanceResourceTiming[])
      .filter(({ name }) => new URL(name).pathname.endsWith('.js'))
      .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0),
  );
const told = ({ wait, tasks }: Spent): string =>
  `${String(Math.round(wait)).padStart(5)} ms, longest task ${Math.round(Math.max(...tasks))} ms of processor, ${tasks.filter((ms) => ms > LONG_TASK_MS).length} over ${LONG_TASK_MS}`;

it.each(['nuo.accountmanager', 'wierden.klantregisseur', 'nuo.trajectbegeleider', 'nuo.coordinator', 'nuo.rapporteur'])(
  '%s',
  async (user) => {
    const first = await signIn(browser, stack.url, user);
    const storageState = await first.context.storageState();
    await first.context.close();
    // Signed in, and nothing of the screens in the cache.
    const context = await browser.newContext({ storageState, viewport: widths.desktop, locale: 'nl-NL', timezoneId: 'Europe/Amsterdam' });
    const page = await context.newPage();
    const loading = await spentOn(async () => {
      await page.goto(stack.url);
      await settled(page);
    });
    const weight = (await scriptKb(page)) / KB;
    const lines = [`${user}: ${weight.toFixed(1)} kB of script`, `  ${'first load'.padEnd(20)} ${told(loading)}`];
    const menu = page.getByRole('navigation', { name: 'Hoofdmenu' }).getByRole('link');
    for (const link of await menu.all()) {
      const opening = await spentOn(async () => {
        await link.click();
        // The menu says which screen one is on once that is loaded.
        await link.and(page.locator('[aria-current="page"]')).waitFor();
        await settled(page);
      });
      lines.push(`  ${(await link.innerText()).padEnd(20)} ${told(opening)}`);
    }
    process.stdout.write(`${lines.join('\n')}\n`);
    await context.close();
    expect(weight).toBeLessThan(BUDGET_KB);
  },
  120_000,
);
