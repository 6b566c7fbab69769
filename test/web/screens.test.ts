import { resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Stack, startStack } from '../stack.ts';
import { browserProgram, day, launchBrowser, narrowest, paper, settled, sideways, signIn, violations, widths } from './browser.ts';
import { tour } from './tour.ts';

const MINUTES = 60_000;
/** As that of uitvoering: there is one of everything. */
const SCALE = 0.05;

interface Route {
  path?: string | undefined;
  index?: boolean | undefined;
  children?: Route[] | undefined;
}
/** The routes of a part of the screens. They are built apart from the tests, which know no JSX: loaded by name. */
const routesOf = async (part: string): Promise<Route[]> =>
  ((await import(resolve(import.meta.dirname, `../../web/src/${part}/routes.ts`))) as Record<string, Route[]>)[`${part}Routes`] ?? [];
/** Addresses of screens, with what varies by its name. */
const addresses = (routes: readonly Route[], under = ''): string[] =>
  routes.flatMap(({ path, index, children }) => {
    const here = path === undefined || path === '' ? under : `${under}/${path}`;
    return children ? addresses(children, here) : index || path !== undefined ? [here] : [];
  });

let stack: Stack;
let browser: Browser;

describe.skipIf(browserProgram === undefined)('every screen', () => {
  beforeAll(async () => {
    [stack, browser] = await Promise.all([startStack('sqlite', SCALE), launchBrowser()]);
  }, 5 * MINUTES);
  afterAll(async () => {
    await browser?.close();
    await stack?.stop();
  }, MINUTES);

  it(
    'stands on a phone, a tablet, a desk and paper, and at 400 %, without a fault and without moving sideways',
    async () => {
      const frozen = await stack.ask('nuo.coordinator', 'mutation F($input: FreezeReportInput!) { reports { freezeReport(input: $input) { __typename } } }', {
        input: { requestId: crypto.randomUUID(), municipality: '0189', year: Number(day(0).slice(0, 4)) - 1, quarter: 4 },
      });
      expect(frozen.data?.['reports'].freezeReport.__typename).toBe('ReportFrozen');
      const stops = await tour(async (user, query) => {
        const { data, errors } = await stack.ask(user, query);
        if (errors) throw new Error(`${user}: ${JSON.stringify(errors)}`);
        return data;
      });
      const routes = (await Promise.all(['desk', 'werkplein', 'uitvoering', 'steering', 'beheer'].map(routesOf))).flat();
      expect(addresses(routes).toSorted()).toEqual([...new Set(stops.map(({ route }) => route))].toSorted());
      const found: string[] = [];
      for (const [user, own] of Map.groupBy(stops, (stop) => stop.user)) {
        const { page, context } = await signIn(browser, stack.url, user);
        page.on('pageerror', ({ message }) => found.push(`${page.url()}: ${message}`));
        for (const { path } of own) {
          await page.setViewportSize(narrowest);
          await page.goto(stack.url + path);
          await settled(page);
          for (const size of [narrowest, ...Object.values(widths)]) {
            await page.setViewportSize(size);
            const over = await sideways(page);
            if (over > 0) found.push(`${path} at ${size.width}: ${over} px too wide`);
          }
          found.push(...(await violations(page)).map((each) => `${path}: ${each}`));
          await page.setViewportSize(paper);
          await page.emulateMedia({ media: 'print' });
          if ((await sideways(page)) > 0) found.push(`${path} is wider than paper`);
          if (await page.locator('.frame-head, .pager, .ams-button').filter({ visible: true }).count())
            found.push(`${path} prints what nobody can press on paper`);
          await page.emulateMedia({ media: null });
        }
        await context.close();
      }
      expect(found).toEqual([]);
    },
    15 * MINUTES,
  );
});
