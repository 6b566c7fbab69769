import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Stack, startStack } from '../stack.ts';
import { browserProgram, launchBrowser, narrowest, settled, sideways, signIn, violations } from './browser.ts';

const MINUTES = 60_000;
/** Names as they occur, and as long as they come: in two words that cannot be broken by a space. */
const FAMILY = 'Schimmelpenninck-Hoogenraad–Westerhuisvandenbosch';
const CLIENT = `Maria Wilhelmina Christina van der ${FAMILY}`;
const EMPLOYER = 'Stichting Samenwerkingsverband Onderhoudsvoorzieningen Kinderopvangorganisaties Westerhaar-Vriezenveensewijk';
const EMAIL = 'wilhelmina.schimmelpenninck-hoogenraad.westerhuisvdbosch@onderhoudsvoorzieningen-kinderopvang.example';

let stack: Stack;
let browser: Browser;

/** Opens each address as narrow as it comes, and says what does not fit or is wrong. */
const misfits = async (user: string, paths: readonly string[]): Promise<string[]> => {
  const { page, context } = await signIn(browser, stack.url, user);
  await page.setViewportSize(narrowest);
  const found: string[] = [];
  for (const path of paths) {
    await page.goto(stack.url + path);
    await settled(page);
    const over = await sideways(page);
    if (over > 0) found.push(`${path}: ${over} px`);
    // What is cut off is not seen sideways.
    const cut = await page.evaluate(() =>
      [...document.querySelectorAll('main a, main h1, main h2, main dd, main strong, main th, main td')]
        .filter((each) => each.getBoundingClientRect().right > document.documentElement.clientWidth + 1 && each.closest('svg, .table-frame') === null)
        .map((each) => each.textContent ?? ''),
    );
    found.push(...cut.map((text) => `${path}: ${text}`), ...(await violations(page)));
  }
  await context.close();
  return found;
};

describe.skipIf(browserProgram === undefined)('long names', () => {
  beforeAll(async () => {
    [stack, browser] = await Promise.all([startStack('sqlite', 0.02), launchBrowser()]);
  }, 5 * MINUTES);
  afterAll(async () => {
    await browser?.close();
    await stack?.stop();
  }, MINUTES);

  it(
    'of a client fit at 320 pixels on every part of their page, and in the lists',
    async () => {
      const { data, errors } = await stack.ask(
        'wierden.klantregisseur',
        'mutation R($input: RegisterClientInput!) { wierden { registerClient(input: $input) { ... on WierdenClientRegistered { client { id } } } } }',
        {
          input: {
            requestId: crypto.randomUUID(),
            givenNames: 'Maria Wilhelmina Christina',
            prefix: 'van der',
            familyName: FAMILY,
            birthDate: '1961-04-02',
            address: {
              street: 'Burgemeester van Schimmelpenninckhoogenraadsingel',
              houseNumber: 1204,
              postcode: '7641AP',
              city: 'Westerhaar-Vriezenveensewijk',
            },
          },
        },
      );
      expect(errors).toBeUndefined();
      const { id } = data['wierden'].registerClient.client as { id: string };
      const parts = ['', '/plan', '/plan/schrijven', '/opdrachten', '/opdrachten/nieuw', '/delen', '/voorzieningen', '/vacatures'];
      expect(await misfits('wierden.klantregisseur', [...parts.map((part) => `/clienten/${id}${part}`), '/clienten', '/termijnen'])).toEqual([]);

      // An address with the colon encoded is the same page, and its part is told as current.
      const { page, context } = await signIn(browser, stack.url, 'wierden.klantregisseur', `/clienten/${encodeURIComponent(id)}/plan`);
      await page.getByRole('heading', { level: 1, name: CLIENT }).waitFor();
      await page.getByRole('link', { name: 'Plan van aanpak' }).and(page.locator('[aria-current="page"]')).waitFor();
      await context.close();
    },
    5 * MINUTES,
  );

  it(
    'of an employer and whom one reaches there fit at 320 pixels on each of its screens',
    async () => {
      const ask = async (name: string, type: string, input: object, answer: string) => {
        const document = `mutation M($input: ${type}!) { nuo { ${name}(input: $input) { __typename ${answer} } } }`;
        const { data, errors } = await stack.ask('nuo.accountmanager', document, { input: { requestId: crypto.randomUUID(), ...input } });
        expect(errors).toBeUndefined();
        return data['nuo'][name];
      };
      const registered = await ask(
        'registerEmployer',
        'RegisterEmployerInput',
        { legalName: `${EMPLOYER} BV`, tradeNames: [EMPLOYER], registrationReason: 'Nog in oprichting' },
        '... on EmployerRegistered { employer { id } }',
      );
      const { id } = registered.employer as { id: string };
      const added = await ask(
        'addContactPerson',
        'AddContactPersonInput',
        { employerId: id, name: CLIENT, email: EMAIL },
        '... on ContactPersonAdded { contactPerson { id } }',
      );
      const path = `/werkgevers/${id}`;
      const steps = ['', '/plannen', '/vastleggen', '/wijzigen', `/personen/${added.contactPerson.id}`, '/vacatures/nieuw', '/accounts'];
      expect(await misfits('nuo.accountmanager', [...steps.map((step) => path + step), '/werkgevers?naam=stichting', '/vandaag'])).toEqual([]);
    },
    5 * MINUTES,
  );
});
