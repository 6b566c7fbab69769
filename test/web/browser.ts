import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

const PROGRAMS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Where a browser is on this machine; undefined when there is none. CHROMIUM names another. */
export const browserProgram: string | undefined = process.env['CHROMIUM'] ?? PROGRAMS.find((path) => existsSync(path));

export const launchBrowser = (): Promise<Browser> =>
  // Of a container there is no other sandbox, and its shared memory is small.
  chromium.launch({ executablePath: browserProgram ?? '', args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu'] });

/** Widths at which every screen must stand: a phone, a tablet, a desk. */
export const widths = { phone: { width: 390, height: 844 }, tablet: { width: 820, height: 1180 }, desktop: { width: 1440, height: 900 } } as const;

/** A phone held small; a desktop of 1280 pixels at 400 % has as many. */
export const narrowest = { width: 320, height: 640 };

/** What A4 has between its margins. */
export const paper = { width: 688, height: 1016 };

/** By how many pixels a screen, or a table on it, can be moved sideways. */
export const sideways = (page: Page): Promise<number> =>
  page.evaluate(() =>
    Math.max(
      ...[document.documentElement, ...document.querySelectorAll('.table-frame, .ams-table')].map(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth),
    ),
  );

/** What comes, comes sooner; on a loaded machine of two cores it has taken over twenty seconds. */
export const PATIENCE_MS = 60_000;

const calendar = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' });
/** The calendar day in Amsterdam so many days from now, as the programs under test count them: in UTC it is still the day before around midnight. */
export const day = (days: number): string => calendar.format(new Date(Date.now() + days * 86_400_000));

/** A browser of its own in which a demo user has signed in, through the identity provider. Only where it is asked does it keep the screens for later. */
export const signIn = async (
  browser: Browser,
  url: string,
  user: string,
  path = '/',
  serviceWorkers: 'allow' | 'block' = 'block',
): Promise<{ context: BrowserContext; page: Page }> => {
  const context = await browser.newContext({ viewport: widths.desktop, locale: 'nl-NL', timezoneId: 'Europe/Amsterdam', serviceWorkers });
  context.setDefaultTimeout(PATIENCE_MS);
  const page = await context.newPage();
  await page.goto(url + path);
  await page.getByRole('link', { name: 'Aanmelden' }).click();
  await page.getByLabel('Demogebruiker').selectOption(user);
  await page.getByRole('button', { name: 'Aanmelden' }).click();
  await page.getByRole('button', { name: 'Afmelden' }).waitFor();
  return { context, page };
};

/** Waits until a screen is there and nothing on it is still on its way, for some frames on end: a redirect draws a frame in which nothing is. */
export const settled = async (page: Page): Promise<void> => {
  await page.waitForFunction(
    ([call, frames]) => {
      const seen = globalThis as { still?: { of: string; frames: number } };
      const of = `${call} ${location.href}`;
      const there = document.querySelector('h1') !== null && document.querySelector('.waiting, [aria-busy="true"]') === null;
      seen.still = { of, frames: there ? (seen.still?.of === of ? seen.still.frames : 0) + 1 : 0 };
      return seen.still.frames > frames;
    },
    [randomUUID(), 3] as const,
    { polling: 'raf' },
  );
};

const axeFile = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

interface Violation {
  id: string;
  help: string;
  nodes: { html: string; failureSummary: string }[];
}

/** What is wrong with the screen as it stands, by WCAG 2.2 A and AA and what axe holds for good practice. */
export const violations = async (page: Page): Promise<string[]> => {
  // The policy of the page lets no foreign script in; the browser's own tools may.
  const session = await page.context().newCDPSession(page);
  await session.send('Page.setBypassCSP', { enabled: true });
  await page.evaluate(readFileSync(axeFile, 'utf8'));
  const found = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: { run(root: unknown, options: object): Promise<{ violations: Violation[] }> } };
    const { violations: list } = await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] });
    return list;
  });
  return found.map(({ id, help, nodes }) => `${id}: ${help}\n${nodes.map(({ html, failureSummary }) => `  ${html}\n  ${failureSummary}`).join('\n')}`);
};
