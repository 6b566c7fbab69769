import { readFileSync } from 'node:fs';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Stack, startStack } from '../stack.ts';
import { browserProgram, day, launchBrowser, PATIENCE_MS, settled, signIn, violations } from './browser.ts';

const ALMELO = 'almelo.klantregisseur';
const TWENTERAND = 'twenterand.klantregisseur';

let stack: Stack;
let browser: Browser;
let contexts: BrowserContext[] = [];
let here: Page;
let there: Page;

const open = async (page: Page, path: string): Promise<void> => {
  await page.goto(stack.url + path);
  await settled(page);
};
const said = (page: Page, text: string): Promise<void> => page.getByRole('status').getByText(text).waitFor();
/** Opens a form by its button, within a part of the screen, and gives it. */
const opened = async (page: Page, name: string, within = 'main') => {
  await page.locator(within).getByRole('button', { name, exact: true }).first().click();
  return page.locator(within).getByRole('region', { name, exact: true });
};
/** Takes a step of one button: opens its form, fills it and sends it. */
const step = async (page: Page, name: string, within: string, fields: Record<string, string>, outcome: string, submit = name): Promise<void> => {
  const form = await opened(page, name, within);
  for (const [label, value] of Object.entries(fields)) {
    const field = form.getByLabel(label).first();
    const kind = await field.evaluate((each) => each.tagName);
    await (kind === 'SELECT' ? field.selectOption(value) : field.fill(value));
  }
  await form.getByRole('button', { name: submit, exact: true }).click();
  await said(page, outcome);
  await settled(page);
};
const signedIn = async (user: string): Promise<Page> => {
  const { context, page } = await signIn(browser, stack.url, user);
  contexts.push(context);
  return page;
};

let client = { id: '', path: '' };

describe.skipIf(browserProgram === undefined)('a client of Almelo from decision to move', () => {
  beforeAll(async () => {
    stack = await startStack('sqlite', 0.02);
    browser = await launchBrowser();
    here = await signedIn(ALMELO);
    const { data } = await stack.ask(
      ALMELO,
      'mutation R($input: RegisterClientInput!) { almelo { registerClient(input: $input) { ... on AlmeloClientRegistered { client { id } } } } }',
      {
        input: {
          requestId: crypto.randomUUID(),
          givenNames: 'Jip',
          familyName: 'Verhuisproef',
          birthDate: '1990-04-02',
          address: { street: 'Marktstraat', houseNumber: 4, postcode: '7607AP', city: 'Almelo' },
        },
      },
    );
    const { id } = data.almelo.registerClient.client;
    client = { id, path: `/clienten/${id}` };
  }, 240_000);
  afterAll(async () => {
    await browser?.close();
    await stack?.stop();
    contexts = [];
  });

  it('shows each Werkplein its own clients, and looks for a name without putting it in the address', async () => {
    await settled(here);
    await here.getByRole('heading', { level: 1, name: 'Cliënten' }).waitFor();
    await here.getByLabel('Achternaam begint met').fill('Verhuisproef');
    await here.getByRole('button', { name: 'Zoeken', exact: true }).click();
    await here.getByRole('link', { name: 'Jip Verhuisproef' }).waitFor();
    expect(here.url().toLowerCase()).not.toContain('verhuisproef');
    await here.reload();
    await here.getByRole('link', { name: 'Jip Verhuisproef' }).click();
    await here.getByRole('heading', { level: 1, name: 'Jip Verhuisproef' }).waitFor();
    await here.goBack();
    await here.getByRole('link', { name: 'Jip Verhuisproef' }).waitFor();
    expect(await here.getByLabel('Achternaam begint met').inputValue()).toBe('Verhuisproef');
  });

  it('publishes a decision, corrects it by another, and gives an exemption by it', async () => {
    await open(here, `${client.path}/voorzieningen`);
    await step(here, 'Besluit vastleggen', '#besluiten', { Soort: 'ONTHEFFING', 'Eerste dag': day(0), 'Laatste dag': day(60) }, 'Het besluit is vastgelegd.');
    await step(here, 'Besluit herzien', '#besluiten', { 'Laatste dag': day(90) }, 'Het besluit is herzien.');
    await here.locator('#besluiten').getByText('Herzien door een ander besluit').waitFor();
    expect(await here.locator('#besluiten').getByRole('button', { name: 'Besluit herzien' }).count()).toBe(1);

    const start = await opened(here, 'Ontheffing vastleggen', '#ontheffingen');
    await start.getByRole('button', { name: 'Ontheffing vastleggen' }).click();
    await start.getByRole('link').first().click();
    expect(await here.evaluate(() => document.activeElement?.tagName)).toBe('SELECT');
    await start.getByLabel('Reden').selectOption('URGENT_TEMPORARY');
    await start.getByLabel('Laatste dag').fill(day(60));
    expect(await violations(here)).toEqual([]);
    await start.getByRole('button', { name: 'Ontheffing vastleggen' }).click();
    await said(here, 'De ontheffing is vastgelegd.');
    await step(here, 'Opnieuw bekeken', '#ontheffingen', {}, 'Vastgelegd dat de ontheffing blijft gelden.');
    await step(
      here,
      'Maanden uit een andere gemeente',
      '#ontheffingen',
      { Gemeente: '0153', Reden: 'URGENT_TEMPORARY', Aantal: '3' },
      'De maanden zijn vastgelegd.',
    );
    await here.locator('#ontheffingen').getByText('gemeente 0153').waitFor();
    await step(here, 'Ontheffing beëindigen', '#ontheffingen', { Reden: 'Het gaat weer' }, 'De ontheffing is beëindigd.');
    await here.locator('#ontheffingen').getByText('Voorbij').waitFor();
    expect(await violations(here)).toEqual([]);
  });

  it('interrupts, resumes, corrects and ends a provision', async () => {
    await open(here, `${client.path}/voorzieningen`);
    await step(here, 'Voorziening starten', '#voorzieningen', { Soort: 'TRAINING', 'Eerste dag': day(-30) }, 'De voorziening is gestart.');
    await step(here, 'Onderbreken', '#voorzieningen', { 'Laatste dag': day(-10) }, 'De voorziening is onderbroken.');
    await step(here, 'Hervatten', '#voorzieningen', { 'Eerste dag': day(-2) }, 'De voorziening loopt weer.');
    await step(
      here,
      'Verbeteren',
      '#voorzieningen',
      { 'Gebruik 1: tot en met': day(-12), Opmerking: 'Een dag te laat opgeschreven' },
      'De voorziening is verbeterd.',
    );
    await here.locator('#voorzieningen').getByText('Een dag te laat opgeschreven').waitFor();
    await step(here, 'Beëindigen', '#voorzieningen', { Reden: 'COMPLETED' }, 'De voorziening is beëindigd.');
    await here.locator('#voorzieningen').getByText('Voltooid').waitFor();
    expect(await violations(here)).toEqual([]);
  });

  it('measures a loonwaarde: asked, planned, carried out, established, and decided on', async () => {
    await open(here, `${client.path}/voorzieningen`);
    await step(here, 'Loonwaarde laten bepalen', '#loonwaarde', { Functie: 'Hovenier', Uren: '32' }, 'De loonwaardebepaling is aangevraagd.');
    const plan = await opened(here, 'Bezoek plannen', '#loonwaarde');
    await plan.getByText('Bij het Werkplein').click();
    const me = await stack.ask(ALMELO, '{ me { id name } }');
    await plan.getByLabel('Deskundige').selectOption({ label: me.data.me.name });
    await plan.getByLabel('Dag van het bezoek').fill(day(0));
    await plan.getByRole('button', { name: 'Bezoek plannen' }).click();
    await said(here, 'Het bezoek is gepland.');
    await settled(here);

    const form = await opened(here, 'Onderzoek vastleggen', '#loonwaarde');
    await form.getByRole('button', { name: 'Taak toevoegen' }).click();
    const fill = async (number: number, values: readonly string[]): Promise<void> => {
      const task = form.getByRole('group', { name: `Hoofdtaak ${number}` });
      for (const [index, label] of ['Taak', 'Tijd (%)', 'Tempo (%)', 'Kwaliteit (%)', 'Netto werktijd (%)'].entries())
        await task.getByLabel(label, { exact: true }).fill(values[index] as string);
    };
    await fill(1, ['Snoeien', '60', '80', '90', '100']);
    await fill(2, ['Harken', '30', '70', '100', '100']);
    await form.getByRole('button', { name: 'Onderzoek vastleggen' }).click();
    await form.getByText('De tijd van de taken is samen 100 %.').first().waitFor();
    expect(await violations(here)).toEqual([]);
    await fill(2, ['Harken', '40', '70', '100', '100']);
    await form.getByRole('button', { name: 'Onderzoek vastleggen' }).click();
    await said(here, 'Het onderzoek is vastgelegd.');
    await settled(here);
    await step(here, 'Vaststellen', '#loonwaarde', { 'Herzien op': day(700) }, 'De loonwaarde is vastgesteld.');
    await here.locator('#loonwaarde').getByText('71,2 %').waitFor();
    const decide = await opened(here, 'Besluit loonkostensubsidie vastleggen', '#loonwaarde');
    await decide.getByText('Dit besluit volgt op de vastgestelde loonwaarde voor Hovenier.').waitFor();
    expect(await violations(here)).toEqual([]);
    await decide.getByLabel('Eerste dag').fill(day(0));
    await decide.getByRole('button', { name: 'Besluit vastleggen' }).click();
    await said(here, 'Het besluit is vastgelegd.');
    await here
      .locator('#besluiten')
      .getByRole('heading', { name: /^Loonkostensubsidie/ })
      .waitFor();
  });

  it('corrects what was wrong of a client', async () => {
    await open(here, client.path);
    const form = await opened(here, 'Gegevens verbeteren', '#gegevens');
    await form.getByLabel('Postcode').fill('onzin');
    await form.getByRole('button', { name: 'Gegevens verbeteren' }).click();
    await form.getByRole('link').first().click();
    await form.getByLabel('Postcode').fill('7607 AB');
    await form.getByLabel('Straat').fill('Nieuwstraat');
    await form.getByRole('button', { name: 'Gegevens verbeteren' }).click();
    await said(here, 'De gegevens zijn verbeterd.');
    await here.getByText('Nieuwstraat 4').waitFor();
    expect(await violations(here)).toEqual([]);
  });

  it('closes the dossier and opens another for who comes back', async () => {
    const close = await opened(here, 'Dossier sluiten', '#dossier');
    await close.getByLabel('Reden van uitstroom').selectOption('OTHER_INCOME');
    await close.getByRole('button', { name: 'Dossier sluiten' }).click();
    await close.getByRole('alert').waitFor();
    for (const box of await close.locator('.ams-checkbox__label').all()) await box.click();
    await close.getByRole('button', { name: 'Dossier sluiten' }).click();
    await said(here, 'Het dossier is gesloten.');
    await here.getByText('Gesloten op').first().waitFor();
    const reopen = async (): Promise<void> => {
      const again = await opened(here, 'Nieuw dossier openen', '#dossier');
      await again.getByLabel('Klantregisseur').selectOption({ index: 1 });
      await again.getByRole('button', { name: 'Nieuw dossier openen' }).click();
    };
    await reopen();
    await here.getByRole('alert').getByText('Een nieuw dossier kan vanaf morgen.').waitFor();
    const { data } = await stack.ask(ALMELO, '{ almelo { clients(filter: { status: CLOSED }, first: 1) { nodes { id } } } }');
    await open(here, `/clienten/${data.almelo.clients.nodes[0].id}`);
    await reopen();
    await said(here, 'Er is een nieuw dossier geopend.');
    await here.getByRole('button', { name: 'Intake starten' }).waitFor();
    expect(await violations(here)).toEqual([]);
  });

  it('offers a client to another Werkplein, which refuses, and accepts the next offer', async () => {
    const { data } = await stack.ask(
      ALMELO,
      '{ almelo { clients(filter: { mine: true, status: IN_PROGRAMME }, first: 50) { nodes { id displayName transfers { state } } } } }',
    );
    const staying = (data.almelo.clients.nodes as { id: string; displayName: string; transfers: unknown[] }[]).find(({ transfers }) => transfers.length === 0);
    const { id, displayName } = staying as { id: string; displayName: string };
    there = await signedIn(TWENTERAND);
    const offer = async (): Promise<void> => {
      await open(here, `/clienten/${id}`);
      const form = await opened(here, 'Verhuizing aanbieden', '#klantregisseur');
      await form.getByRole('combobox').selectOption({ label: 'Twenterand' });
      await form.getByLabel('Eerste dag van de nieuwe regie').fill(day(7));
      await form.getByRole('button', { name: 'Aanbieden' }).click();
      await said(here, 'De verhuizing is aangeboden.');
    };
    const arrived = async (state: string, page: Page, path: string, about: string = displayName): Promise<void> => {
      // A letter goes on its own: until it is there the list is asked again.
      await expect
        .poll(
          async () => {
            await open(page, path);
            return page.getByRole('listitem').filter({ hasText: about }).filter({ hasText: state }).count();
          },
          { timeout: PATIENCE_MS, interval: 250 },
        )
        .toBeGreaterThan(0);
    };
    await offer();
    await arrived('Aangeboden', there, '/verhuizingen');
    expect(await violations(there)).toEqual([]);
    const item = () => there.getByRole('listitem').filter({ hasText: displayName }).first();
    await item().getByRole('button', { name: 'Weigeren' }).click();
    await item().getByLabel('Reden').fill('Staat hier niet ingeschreven');
    await item().getByRole('region').getByRole('button', { name: 'Weigeren' }).click();
    await said(there, 'geweigerd');
    await arrived('Geweigerd', here, '/verhuizingen?wat=alles');
    await here.getByText('Staat hier niet ingeschreven').first().waitFor();

    // An offer that is taken back is gone there.
    await offer();
    await arrived('Aangeboden', there, '/verhuizingen');
    await open(here, '/verhuizingen');
    const mine = here.getByRole('listitem').filter({ hasText: displayName }).first();
    await mine.getByRole('button', { name: 'Intrekken' }).click();
    await mine.getByLabel('Reden').fill('Gaat toch niet door');
    await mine.getByRole('region').getByRole('button', { name: 'Intrekken' }).click();
    await said(here, 'ingetrokken');
    // Who was offered is forgotten there.
    await arrived('Ingetrokken', there, '/verhuizingen?wat=alles', 'Gaat toch niet door');
    expect(await there.getByText(displayName).count()).toBe(0);

    await offer();
    await arrived('Aangeboden', there, '/verhuizingen');
    await item().getByRole('button', { name: 'Aannemen' }).click();
    await item().getByLabel('Nieuwe klantregisseur').selectOption({ index: 1 });
    await item().getByRole('region').getByRole('button', { name: 'Aannemen' }).click();
    await said(there, 'aangenomen');
    await arrived('Aangenomen', here, '/verhuizingen');
    expect(await violations(here)).toEqual([]);
  }, 120_000);

  it('confirms a placement that started, begins aftercare, and changes and ends what the NUO sees', async () => {
    const { data } = await stack.ask(
      ALMELO,
      '{ almelo { clients(filter: { status: PLACEABLE }, first: 200) { nodes { id placements(first: 5) { nodes { status } } } } } }',
    );
    const started = (data.almelo.clients.nodes as { id: string; placements: { nodes: { status: string }[] } }[]).find(({ placements }) =>
      placements.nodes.some(({ status }) => status === 'ACTIVE'),
    );
    await open(here, `/clienten/${started?.id}`);
    const confirm = await opened(here, 'Plaatsing bevestigen', '#dossier');
    await confirm.getByLabel('Welke plaatsing').selectOption({ index: 1 });
    await confirm.getByLabel('Afgesproken tot en met').fill('');
    await confirm.getByRole('button', { name: 'Plaatsing bevestigen' }).click();
    await said(here, 'De plaatsing is bevestigd.');
    await here.getByText('Geplaatst, sinds').waitFor();
    const aftercare = await opened(here, 'Nazorg starten', '#dossier');
    await aftercare.getByRole('button', { name: 'Nazorg starten' }).click();
    await aftercare.getByRole('link').first().click();
    await aftercare.getByText('De cliënt heeft een contract zonder ondersteuning').click();
    await aftercare.getByRole('button', { name: 'Nazorg starten' }).click();
    await said(here, 'De nazorg is gestart.');
    expect(await violations(here)).toEqual([]);

    await here.getByRole('link', { name: 'Delen met de NUO' }).click();
    await settled(here);
    const share = here.getByRole('button', { name: 'Delen met de NUO' });
    await share.or(here.getByRole('button', { name: 'Wijzigen wat de NUO ziet' })).waitFor();
    if (await share.count()) {
      await (await opened(here, 'Delen met de NUO')).getByRole('button', { name: 'Delen', exact: true }).click();
      await said(here, 'De NUO ziet nu wat u hebt gekozen.');
    }
    const change = await opened(here, 'Wijzigen wat de NUO ziet');
    await change.getByLabel('Tot en met').fill(day(40));
    await change.getByRole('button', { name: 'Wijzigen', exact: true }).click();
    await said(here, 'Gewijzigd. De NUO ziet nu wat u hebt gekozen.');
    await (await opened(here, 'Stoppen met delen')).getByRole('button', { name: 'Stop met delen' }).click();
    await said(here, 'Het delen is gestopt.');
    await here.getByRole('button', { name: 'Delen met de NUO' }).waitFor();
    expect(await violations(here)).toEqual([]);
  });

  it('begins at each other Werkplein with its clients too', async () => {
    for (const user of ['tubbergen.klantregisseur', 'almelo.kwaliteitsmedewerker']) {
      const page = await signedIn(user);
      await page.getByRole('link', { name: 'Alle cliënten' }).click();
      await page.getByRole('row').nth(1).waitFor();
      await settled(page);
      await open(page, '/wacht-op-u');
      await page.getByRole('heading', { name: 'Wachtlijst beschut werk' }).waitFor();
      expect(await violations(page)).toEqual([]);
    }
  });

  it('gives a client their data, says why they cannot be forgotten yet, and what is past its term', async () => {
    const page = await signedIn('almelo.privacyofficer');
    await page.getByLabel('Begin van de achternaam').fill('Verhuisproef');
    await page.getByText('De cliënt vraagt om inzage').click();
    await page.getByRole('button', { name: 'Zoeken' }).click();
    await page.getByRole('link', { name: 'Bekijk inzage van Jip Verhuisproef' }).click();
    await page.getByRole('heading', { name: 'Inzage en wissen' }).waitFor();
    expect(decodeURIComponent(page.url()).toLowerCase()).not.toContain('verhuisproef');
    await page.getByRole('button', { name: 'Gegevens verzamelen' }).click();
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Downloaden om te lezen (HTML)' }).click()]);
    expect(readFileSync(await file.path(), 'utf8')).toContain('Verhuisproef');
    await page.getByLabel('Waarom wissen?').selectOption('NO_LONGER_NEEDED');
    await page.getByRole('button', { name: 'Kijken of het mag' }).click();
    await page.getByRole('heading', { name: 'Wissen mag nog niet: deze gegevens moeten bewaard blijven' }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('link', { name: 'Andere cliënt zoeken' }).click();
    await page.getByRole('link', { name: 'Bekijk inzage van Jip Verhuisproef' }).waitFor();
    await page.getByRole('link', { name: 'Bewaartermijnen' }).click();
    await page.getByRole('button', { name: 'Kijken wat weg moet' }).click();
    await page.getByRole('status', { name: 'Gegevens waarvan de termijn voorbij is' }).waitFor();
    expect(await violations(page)).toEqual([]);
  });

  it('sends a letter again that did not arrive, and sets it aside', async () => {
    await stack.kill('tubbergen');
    const { data } = await stack.ask(ALMELO, '{ almelo { clients(filter: { status: PLACED }, first: 1) { nodes { id } } } }');
    await open(here, `/clienten/${data.almelo.clients.nodes[0].id}`);
    await step(here, 'Verhuizing aanbieden', '#klantregisseur', { Naar: '0183', 'Eerste dag': day(9) }, 'De verhuizing is aangeboden.', 'Aanbieden');
    const page = await signedIn('almelo.functioneelbeheerder');
    const row = page.getByRole('row', { name: /Verhuizing aangeboden/ });
    // A try that failed brings it to the list, each time.
    const failed = async (): Promise<void> => {
      await expect
        .poll(
          async () => {
            await open(page, '/brieven');
            return row.count();
          },
          { timeout: PATIENCE_MS, interval: 250 },
        )
        .toBe(1);
    };
    await failed();
    await row.getByRole('button', { name: /^Opnieuw versturen/ }).click();
    await said(page, 'De brief wordt opnieuw verstuurd.');
    await failed();
    expect(await violations(page)).toEqual([]);
    await row.getByRole('button', { name: /^Opzijleggen/ }).click();
    await page.getByRole('button', { name: 'Ja, opzijleggen' }).click();
    await said(page, 'De brief is opzijgelegd.');
    await page.getByRole('link', { name: 'SRG' }).click();
    await page.getByRole('button', { name: 'Tellen' }).click();
    await page.getByText('Dit komt in de levering. Er is nog niets gemaakt.').waitFor();
    expect(await violations(page)).toEqual([]);
  });
});
