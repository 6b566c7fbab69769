import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Stack, startStack } from '../stack.ts';
import { browserProgram, day, launchBrowser, settled, signIn, violations } from './browser.ts';

const KLANTREGISSEUR = 'wierden.klantregisseur';
/** A number that passes the 11-proof; it belongs to nobody. */
const BSN = '999990019';

let stack: Stack;
let browser: Browser;
let page: Page;

const open = async (path: string): Promise<void> => {
  await page.goto(stack.url + path);
  await settled(page);
};
const button = (name: string | RegExp) => page.getByRole('button', { name });
/** The first line of the summary of errors; it leads to its field. */
const firstProblem = () => page.getByRole('link', { name: /(Verwacht|Deze waarde|Vul dit in)/ }).first();
/** Opens a form by its button and gives its section. */
const opened = async (name: string) => {
  await button(name).click();
  return page.getByRole('region', { name });
};
const said = (text: string): Promise<void> => page.getByRole('status').getByText(text).waitFor();
/** The command of the NUO under the same graph, as a colleague there sends it. */
const nuo = async (command: string, input: Record<string, unknown>, answer: string): Promise<Record<string, never>> => {
  const type = { acceptServiceOrder: 'ServiceOrderStepInput', startServiceOrder: 'ServiceOrderStepInput', proposePlacement: 'ProposePlacementInput' }[command];
  const { data, errors } = await stack.ask(
    'nuo.trajectbegeleider',
    `mutation C($input: ${type}!) { nuo { ${command}(input: $input) { __typename ${answer} } } }`,
    {
      input: { ...input, requestId: crypto.randomUUID() },
    },
  );
  expect(errors).toBeUndefined();
  return data.nuo[command];
};

/** Of the client whom these tests register and follow. */
let clientAddress = '';

describe.skipIf(browserProgram === undefined)('the day of a klantregisseur', () => {
  beforeAll(async () => {
    stack = await startStack('sqlite', 0.02);
    browser = await launchBrowser();
    ({ page } = await signIn(browser, stack.url, KLANTREGISSEUR));
  }, 240_000);
  afterAll(async () => {
    await browser?.close();
    await stack?.stop();
  });

  it('begins with the own clients, who are found by name and state, also after a reload', async () => {
    await settled(page);
    await page.getByRole('heading', { level: 1, name: 'Cliënten' }).waitFor();
    const closed = page.getByRole('option', { name: 'Afgesloten' });
    expect(await closed.count()).toBe(0);
    await page.getByRole('link', { name: 'Alle cliënten' }).click();
    // The screen that was there is settled too, until the click has its effect.
    await closed.waitFor({ state: 'attached' });
    await settled(page);
    const row = page.getByRole('row').nth(1);
    const name = await row.getByRole('link').innerText();
    const surname = name.split(' ').at(-1) as string;
    await page.getByLabel('Achternaam begint met').fill(surname);
    await page.getByRole('button', { name: 'Zoeken', exact: true }).click();
    await settled(page);
    expect(page.url()).not.toContain(surname);
    await page.reload();
    await settled(page);
    await page.getByRole('link', { name, exact: true }).first().waitFor();
    for (const each of await page.getByRole('rowheader').allInnerTexts()) expect(each).toContain(surname);
    expect(await violations(page)).toEqual([]);
  });

  it('keeps what was typed when the input is wrong, leads to the field, and keeps a BSN nowhere', async () => {
    await open('/clienten/nieuw');
    await page.getByLabel('Voornamen').fill('Roos');
    await page.getByLabel('Achternaam').fill('Proefpersoon');
    await page.getByLabel('Geboortedatum').fill('1990-04-02');
    await page.getByLabel('BSN').fill(BSN);
    await page.getByLabel('Straat').fill('Marktstraat');
    await page.getByLabel('Huisnummer').fill('4');
    await page.getByLabel('Postcode').fill('onzin');
    await page.getByLabel('Plaats').fill('Wierden');
    await button('Aanmelden').click();
    await firstProblem().click();
    expect(await page.getByLabel('Postcode').evaluate((field) => field === document.activeElement)).toBe(true);
    expect(await page.getByLabel('Voornamen').inputValue()).toBe('Roos');
    expect(await page.getByLabel('BSN').inputValue()).toBe(BSN);
    expect(await violations(page)).toEqual([]);

    const kept = await page.evaluate(() => JSON.stringify(localStorage) + JSON.stringify(sessionStorage) + location.href);
    expect(kept).toContain('Roos');
    expect(kept).not.toContain(BSN);

    await page.getByLabel('Postcode').fill('7642 AP');
    await button('Aanmelden').click();
    await page.getByRole('heading', { level: 1, name: 'Roos Proefpersoon' }).waitFor();
    clientAddress = new URL(page.url()).pathname;
    expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain('Roos');
    await settled(page);
    await page.getByText('*****0019').waitFor();
    expect(await violations(page)).toEqual([]);
  });

  it('says of somebody who is registered already who it is', async () => {
    await open('/clienten/nieuw');
    for (const [label, text] of [
      ['Voornamen', 'Roos'],
      ['Achternaam', 'Proefpersoon'],
      ['Geboortedatum', '1990-04-02'],
      ['BSN', BSN],
      ['Straat', 'Marktstraat'],
      ['Huisnummer', '4'],
      ['Postcode', '7642AP'],
      ['Plaats', 'Wierden'],
    ] as const)
      await page.getByLabel(label).fill(text);
    await button('Aanmelden').click();
    await page.getByRole('alert').getByRole('link', { name: 'Roos Proefpersoon' }).waitFor();
    expect(await violations(page)).toEqual([]);
  });

  it('takes a step of the dossier', async () => {
    await open(clientAddress);
    await (await opened('Intake starten')).getByRole('button', { name: 'Intake starten' }).click();
    await said('De intake is gestart.');
    await page.getByText('Intake, sinds').waitFor();
    expect(await violations(page)).toEqual([]);
  });

  it('writes a plan that survives a reload, is not established before it can be, and is compared with the next version', async () => {
    await open(`${clientAddress}/plan/schrijven`);
    await button('Doel toevoegen').click();
    await page.getByLabel('Wat wil de cliënt bereiken?').fill('Drie dagen in de week werken.');
    await page.reload();
    await settled(page);
    expect(await page.getByLabel('Wat wil de cliënt bereiken?').inputValue()).toBe('Drie dagen in de week werken.');
    await page.getByText('Dit is wat u eerder typte').waitFor();

    await button('Concept bewaren').click();
    await firstProblem().click();
    expect(await page.evaluate(() => document.activeElement?.tagName)).toMatch(/SELECT|INPUT/);
    expect(await page.getByLabel('Wat wil de cliënt bereiken?').inputValue()).toBe('Drie dagen in de week werken.');
    expect(await violations(page)).toEqual([]);
    await page.getByLabel('Van trede').selectOption('2');
    await page.getByLabel('Naar trede').selectOption('4');
    await page.getByLabel('Uiterlijk op').fill(day(120));
    await page.getByLabel('Besproken met de cliënt op').fill(day(0));
    await button('Concept bewaren').click();
    await said('Het concept is bewaard.');

    await (await opened('Plan vaststellen')).getByRole('button', { name: 'Plan vaststellen' }).click();
    await page.getByText('De grondslag is onbekend.').waitFor();
    expect(await violations(page)).toEqual([]);

    await open(`${clientAddress}/voorzieningen`);
    const axis = await opened('Kenmerk vastleggen');
    await axis.getByLabel('Kenmerk').selectOption('GRONDSLAG');
    await axis.getByLabel('Waarde').selectOption('ALGEMENE_BIJSTAND');
    await axis.getByRole('button', { name: 'Opslaan' }).click();
    await said('Het kenmerk is vastgelegd.');
    expect(await violations(page)).toEqual([]);

    await open(`${clientAddress}/plan`);
    await (await opened('Plan vaststellen')).getByRole('button', { name: 'Plan vaststellen' }).click();
    await said('Het plan is vastgesteld.');

    await page.getByRole('link', { name: 'Nieuwe versie schrijven' }).click();
    await page.getByLabel('Uiterlijk op').fill(day(150));
    await button('Ondersteuning toevoegen').click();
    await page.getByLabel('Wat doen wij?').fill('Een jobcoach zoekt mee.');
    await button('Concept bewaren').click();
    await said('Het concept is bewaard.');
    const changes = page.getByRole('table', { name: 'Wat anders is in plan 2 dan in plan 1' });
    await changes.getByText('Een jobcoach zoekt mee.').waitFor();
    await changes.getByText('Toegevoegd').first().waitFor();
    await page.getByLabel('Van', { exact: true }).selectOption('2');
    await page.getByText('Kies twee verschillende versies.').waitFor();
    expect(page.url()).toContain('van=2');
    expect(await violations(page)).toEqual([]);
  });

  it('shares with the NUO what an order needs, on the way to that order, and sees what the NUO sees', async () => {
    await open(`${clientAddress}/opdrachten/nieuw`);
    await page.getByText('De NUO weet nog niet wie deze cliënt is').waitFor();
    await page.getByLabel('Doel', { exact: true }).fill('Een baan van 24 uur in de groenvoorziening.');
    const sharing = await opened('Nu delen met de NUO');
    expect(await violations(page)).toEqual([]);
    await sharing.getByRole('button', { name: 'Delen' }).click();
    await said('De NUO ziet nu wat u hebt gekozen.');
    // What was typed of the order is there still.
    expect(await page.getByLabel('Doel', { exact: true }).inputValue()).toBe('Een baan van 24 uur in de groenvoorziening.');

    await button('Opdracht aanbieden').click();
    await page.getByRole('link', { name: 'Dienst: Vul dit in.' }).waitFor();
    await firstProblem().click();
    expect(await page.getByLabel('Dienst').evaluate((field) => field === document.activeElement)).toBe(true);
    await page.getByLabel('Dienst').selectOption('MEDIATION');
    await button('Opdracht aanbieden').click();
    await said('De opdracht is aangeboden aan de NUO.');
    await page.getByRole('heading', { name: 'Bemiddeling naar werk' }).waitFor();
    await page.getByText(/Aangeboden$/).waitFor();
    expect(await violations(page)).toEqual([]);

    await page.getByRole('link', { name: 'Delen met de NUO' }).click();
    await settled(page);
    await page.getByText('De NUO ziet van deze cliënt: naam').waitFor();
    const seen = page.getByRole('table', { name: /Dit ziet de NUO op/ });
    await seen.getByText('Proefpersoon', { exact: true }).waitFor();
    const hidden = page.locator('section').filter({ has: page.getByRole('heading', { name: 'Dit ziet de NUO niet' }) });
    await hidden.getByText('Plan van aanpak', { exact: true }).waitFor();
    expect(await violations(page)).toEqual([]);
  });

  it('agrees to a placement that waits, after reading what happens otherwise', async () => {
    const { data } = await stack.ask(KLANTREGISSEUR, 'query Q($id: ID!) { client(id: $id) { serviceOrders { nodes { id version } } } }', {
      id: decodeURIComponent(clientAddress.split('/')[2] as string),
    });
    const [order] = data.client.serviceOrders.nodes as { id: string; version: number }[];
    const accepted = await nuo(
      'acceptServiceOrder',
      { orderId: order?.id, expectedVersion: order?.version },
      '... on ServiceOrderChanged { serviceOrder { version participant { id } } }',
    );
    const { version, participant } = (accepted as unknown as { serviceOrder: { version: number; participant: { id: string } } }).serviceOrder;
    await nuo('startServiceOrder', { orderId: order?.id, expectedVersion: version }, '... on ServiceOrderChanged { serviceOrder { version } }');
    const employers = await stack.ask('nuo.accountmanager', '{ employers(first: 1) { nodes { id } } }');
    const proposed = await nuo(
      'proposePlacement',
      {
        serviceOrderId: order?.id,
        participantId: participant.id,
        kind: 'REGULAR',
        employerId: employers.data.employers.nodes[0].id,
        startsOn: day(30),
        hoursPerWeek: 24,
      },
      '... on PlacementRuleBroken { text }',
    );
    expect(proposed).toEqual({ __typename: 'PlacementProposed' });

    await open('/wacht-op-u');
    const item = page
      .getByRole('listitem')
      .filter({ has: page.getByRole('link', { name: 'Roos Proefpersoon' }) })
      .filter({ hasText: 'Gewone baan' });
    await item.getByText('Als u niets doet, is de plaatsing op').waitFor();
    expect(await violations(page)).toEqual([]);
    await item.getByRole('button', { name: 'Akkoord geven' }).click();
    expect(await violations(page)).toEqual([]);
    await item.getByRole('button', { name: 'Akkoord', exact: true }).click();
    await said('U bent akkoord met de plaatsing.');
    await item.waitFor({ state: 'detached' });

    await open(clientAddress);
    await page.getByText('Opdracht: Bemiddeling naar werk').first().waitFor();
    await page.getByText('Bekijk als tabel').click();
    expect(await violations(page)).toEqual([]);
  });

  it('goes through its days and moves without a fault', async () => {
    for (const [path, title] of [
      ['/termijnen', 'Termijnen'],
      ['/verhuizingen', 'Verhuizingen'],
      ['/bemiddeling', 'Vacatures voor mijn cliënten'],
    ] as const) {
      await open(path);
      await page.getByRole('heading', { level: 1, name: title }).waitFor();
      expect(await violations(page)).toEqual([]);
    }
  });

  it('reads what the law sets, and reckons what loonkostensubsidie may come to', async () => {
    await open('/wet');
    await page.getByRole('row', { name: /Minimumloon € [\d,]+ per uur/ }).waitFor();
    await page.getByRole('heading', { name: /^Taakstelling beschut werk/ }).waitFor();
    await page.getByLabel('Loonwaarde (%)').fill('60');
    await button('Uitrekenen').click();
    await firstProblem().waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByLabel('Uren per week').fill('24');
    await button('Uitrekenen').click();
    await page
      .getByRole('status')
      .getByText(/^€\s[\d.]+,\d\d$/)
      .first()
      .waitFor();
    await settled(page);
    expect(await violations(page)).toEqual([]);
    await page.getByLabel('Op welke dag').fill('2010-01-01');
    await button('Bekijken').click();
    await page.getByText('Voor deze dag zijn geen waarden bekend.').waitFor();
  });

  it('shows nothing of a client of another municipality, not even that they exist', async () => {
    const { data } = await stack.ask('almelo.klantregisseur', '{ almelo { clients(first: 1) { nodes { id displayName } } } }');
    const [{ id, displayName }] = data.almelo.clients.nodes;
    await open(`/clienten/${id}`);
    await page.getByRole('heading', { level: 1, name: 'Deze pagina bestaat niet' }).waitFor();
    expect(await page.getByText(displayName).count()).toBe(0);
    const shown = await page.getByRole('main').innerText();
    await open(`/clienten/${id.slice(0, -1)}${id.endsWith('0') ? '1' : '0'}`);
    expect(await page.getByRole('main').innerText()).toBe(shown);
    expect(await violations(page)).toEqual([]);
  });
});
