import { demoUsers } from '@werkplein/kernel';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Stack, startStack } from '../stack.ts';
import { browserProgram, launchBrowser, settled, signIn, violations } from './browser.ts';

let stack: Stack;
let browser: Browser;

describe.skipIf(browserProgram === undefined)('the frame of the screens', () => {
  beforeAll(async () => {
    stack = await startStack('sqlite', 0.02);
    browser = await launchBrowser();
  }, 300_000);
  afterAll(async () => {
    await browser?.close();
    await stack?.stop();
  }, 60_000);

  it('asks who one is first, and then shows the page that was asked for', async () => {
    const { page, context } = await signIn(browser, stack.url, 'wierden.klantregisseur', '/werkgevers?naam=a');
    await page.getByRole('heading', { level: 1, name: 'Werkgevers' }).waitFor();
    expect(new URL(page.url()).searchParams.get('naam')).toBe('a');
    expect(await page.evaluate(() => Object.keys(localStorage).concat(Object.keys(sessionStorage)).join())).not.toMatch(/token/i);
    expect(await page.evaluate(() => document.cookie)).toBe('');
    await context.close();
  });

  it('keeps a form when the session has ended: one signs in again in a window beside it, and goes on', async () => {
    const { page, context } = await signIn(browser, stack.url, 'nuo.accountmanager', '/werkgevers/nieuw');
    await page.getByLabel('Naam van het bedrijf').fill('Na de pauze BV');
    await page.getByLabel('Waarom geen KVK-nummer').fill('Nog in oprichting');
    await context.clearCookies({ name: 'sessie' });
    await page.getByRole('button', { name: 'Inschrijven' }).click();
    const dialog = page.getByRole('dialog', { name: 'U bent afgemeld' });
    await dialog.waitFor();
    expect(await violations(page)).toEqual([]);
    // Who is known to the identity provider still is asked nothing there.
    await dialog.getByRole('button', { name: 'Opnieuw aanmelden' }).click();
    await page.getByRole('heading', { level: 1, name: 'Na de pauze BV' }).waitFor();
    await context.close();
  });

  it('says that a screen is under way while its program is fetched, and leaves the one before it standing', async () => {
    const { page, context } = await signIn(browser, stack.url, 'nuo.accountmanager', '/werkgevers');
    await settled(page);
    const held = Promise.withResolvers<void>();
    await page.route('**/*.js', async (route) => {
      await held.promise;
      await route.continue();
    });
    await page.getByRole('navigation', { name: 'Hoofdmenu' }).getByRole('link', { name: 'Kaart' }).click();
    await page.getByRole('progressbar', { name: 'Bezig met laden' }).waitFor();
    await page.getByRole('heading', { level: 1, name: 'Werkgevers' }).waitFor();
    await page.waitForFunction(() => getComputedStyle(document.querySelector('[role=progressbar]') as Element).opacity === '1');
    expect(await violations(page)).toEqual([]);
    held.resolve();
    await page.getByRole('heading', { level: 1, name: 'Kaart' }).waitFor();
    expect(await page.getByRole('progressbar').count()).toBe(0);
    await context.close();
  });

  it('ends at signing out: the address and the button back lead to signing in', async () => {
    const { page, context } = await signIn(browser, stack.url, 'wierden.klantregisseur', '/clienten');
    await page.getByRole('heading', { level: 1 }).waitFor();
    await settled(page);
    await page.getByRole('button', { name: 'Afmelden' }).click();
    await page.waitForURL((url) => url.origin !== new URL(stack.url).origin);
    await page.goto(`${stack.url}/clienten`);
    await page.getByRole('link', { name: 'Aanmelden' }).waitFor();
    expect(await violations(page)).toEqual([]);
    await context.close();
  });

  it('names in the summary of what is wrong each field, and says of an empty one that it is to be filled in', async () => {
    const { page, context } = await signIn(browser, stack.url, 'nuo.accountmanager', '/werkgevers/nieuw');
    await page.getByRole('button', { name: 'Inschrijven' }).click();
    await page.getByRole('link', { name: 'Naam van het bedrijf: Vul dit in.' }).click();
    expect(await page.getByLabel('Naam van het bedrijf').evaluate((field) => field === document.activeElement)).toBe(true);
    await context.close();
  });

  it('puts a long menu in groups', async () => {
    const { page, context } = await signIn(browser, stack.url, 'nuo.coordinator');
    const menu = page.getByRole('navigation', { name: 'Hoofdmenu' });
    await menu.getByRole('list', { name: 'Uitvoering' }).getByRole('link', { name: 'Maandafsluiting' }).waitFor();
    expect(await menu.getByRole('list').count()).toBe(3);
    await context.close();
  });

  it('says of the screens of a Werkplein to who has none that they are not there', async () => {
    const { page, context } = await signIn(browser, stack.url, 'nuo.coordinator', '/clienten');
    await page.getByRole('heading', { level: 1, name: 'Deze pagina bestaat niet' }).waitFor();
    expect(await violations(page)).toEqual([]);
    await context.close();
  });

  it('says of an address that leads nowhere what to do', async () => {
    const { page, context } = await signIn(browser, stack.url, 'nuo.coordinator', '/nergens');
    await page.getByRole('heading', { level: 1, name: 'Deze pagina bestaat niet' }).waitFor();
    expect(await violations(page)).toEqual([]);
    await context.close();
  });

  it.each([...demoUsers.keys()].filter((user) => /^(nuo|tubbergen)\./.test(user)))('begins for %s with a screen that is theirs', async (user) => {
    const { page, context } = await signIn(browser, stack.url, user);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await settled(page);
    expect(await page.getByRole('alert').count()).toBe(0);
    expect(await page.getByRole('navigation', { name: 'Hoofdmenu' }).getByRole('link').count()).toBeGreaterThan(0);
    expect(await violations(page)).toEqual([]);
    await context.close();
  });
});
