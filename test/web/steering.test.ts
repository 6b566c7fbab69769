import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Stack, startStack } from '../stack.ts';
import { browserProgram, launchBrowser, settled, sideways, signIn, violations, widths } from './browser.ts';

// Who steers, through the screens alone, from the board of the NUO down to the facts. What is killed is killed last.

let stack: Stack;
let browser: Browser;

const YEAR = 2026;
const nextYear = new Date().getFullYear() + 1;

const opened = async (user: string, path: string): Promise<Page> => {
  const { page } = await signIn(browser, stack.url, user, path);
  await settled(page);
  return page;
};

const goTo = async (page: Page, path: string): Promise<void> => {
  await page.goto(stack.url + path);
  await page.getByRole('button', { name: 'Afmelden' }).waitFor();
  await settled(page);
};

/** What axe finds on the screen as it stands, and whether something stands outside it on a phone. */
const faults = async (page: Page): Promise<string[]> => {
  await settled(page);
  const found = await violations(page);
  for (const [name, size] of [...Object.entries(widths), ['desktop', widths.desktop] as const]) {
    await page.setViewportSize(size);
    const over = await sideways(page);
    if (over > 0) found.push(`it is ${over} px too wide for a ${name}`);
  }
  return found;
};

const region = (page: Page, name: string | RegExp) => page.getByRole('region', { name });

describe.skipIf(browserProgram === undefined)('who steers', () => {
  beforeAll(async () => {
    // A busy machine is no organisation that is down.
    vi.stubEnv('SUBGRAPH_TIMEOUT_MS', '20000');
    stack = await startStack('sqlite', 0.05);
    browser = await launchBrowser();
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await stack?.stop();
    vi.unstubAllEnvs();
  });

  it('reads a figure of the board down to its facts, which add up to it', async () => {
    const page = await opened('nuo.coordinator', `/sturing?jaar=${YEAR}`);
    expect(await faults(page)).toEqual([]);
    await page.getByRole('link', { name: 'Almelo', exact: true }).click();
    await page.getByRole('link', { name: 'Bekijk het cijfer: Plaatsingen in detachering' }).click();
    await page.getByRole('heading', { level: 1, name: 'Plaatsingen in detachering' }).waitFor();
    await settled(page);
    const value = Number(
      await region(page, /^Almelo/)
        .locator('p')
        .first()
        .textContent(),
    );
    expect(value).toBeGreaterThan(0);
    const facts = region(page, 'De feiten achter dit cijfer');
    await facts.getByText(`Dit zijn alle ${value} feiten. Samen tellen zij voor ${value}`).waitFor();
    // The first row names the columns.
    expect(await facts.getByRole('row').count()).toBe(value + 1);
    const record = facts.getByRole('link', { name: /^Openen: Plaatsing/ });
    expect(await record.count()).toBe(value);
    expect(await record.first().getAttribute('href')).toMatch(/^\/plaatsingen\/nuo/);

    const course = region(page, 'Verloop per kwartaal');
    await course.getByText('Toon als tabel').click();
    const download = page.waitForEvent('download');
    await course.getByRole('button', { name: 'Downloaden (CSV): Verloop per kwartaal' }).click();
    expect((await download).suggestedFilename()).toBe('verloop-per-kwartaal.csv');
    expect(await faults(page)).toEqual([]);
    await page.context().close();
  });

  it('compares what was known with what is known now', async () => {
    const page = await opened('nuo.coordinator', `/sturing/cijfer/CONTACTEN?gemeente=wierden&jaar=${YEAR}`);
    const then = region(page, 'Toen en nu');
    await then.getByRole('button', { name: 'Vergelijken' }).click();
    await then.getByRole('link', { name: 'Kies een datum en een tijd.' }).waitFor();
    expect(await faults(page)).toEqual([]);
    await then.getByLabel('Zoals bekend op').fill(`${YEAR}-03-01T12:00`);
    await then.getByRole('button', { name: 'Vergelijken' }).click();
    await then.getByText(/^Toen bekend \(1\smrt/).waitFor();
    await then.getByText(/^(Nu bekend is .* dan toen|Er is geen verschil)/).waitFor();
    await page.reload();
    await then.getByText(/^Toen bekend \(1\smrt/).waitFor();
    await page.context().close();
  });

  it('shows a rapporteur no facts and no small numbers, and says so', async () => {
    const page = await opened('almelo.rapporteur', `/sturing?jaar=${YEAR}&kwartaal=3`);
    await page.waitForURL('**/sturing/almelo*');
    await goTo(page, `/sturing/almelo?jaar=${YEAR}&kwartaal=3`);
    await page.getByText('te klein om te tonen').first().waitFor();
    expect(await faults(page)).toEqual([]);
    await goTo(page, `/sturing/cijfer/UITSTROOM_NAAR_WERK?gemeente=almelo&jaar=${YEAR}&kwartaal=3`);
    await region(page, /^Almelo/)
      .getByText('Te weinig mensen om te tonen')
      .waitFor();
    const facts = region(page, 'De feiten achter dit cijfer');
    await facts.getByText('De feiten zelf zijn niet voor u').waitFor();
    expect(await facts.getByRole('table').count()).toBe(0);
    expect(await page.getByRole('heading', { name: 'Toen en nu' }).count()).toBe(0);
    expect(await faults(page)).toEqual([]);
    await goTo(page, `/sturing/almelo/verloop?jaar=${YEAR}`);
    await region(page, 'Hoe ver kwamen de mensen die zich aanmeldden?').waitFor();
    expect(await faults(page)).toEqual([]);
    await goTo(page, '/sturing/wierden');
    await page.getByText('U ziet alleen de cijfers van uw eigen gemeente.').waitFor();
    await page.context().close();
  });

  it('lets both sides accept an agreement, each in a browser of their own', async () => {
    const nuo = await opened('nuo.coordinator', `/sturing/afspraken/nieuw?gemeente=wierden&jaar=${nextYear}`);
    await nuo.getByLabel('Waarover').selectOption({ label: 'Proefplaatsen' });
    await nuo.getByRole('button', { name: 'Afspraak voorstellen' }).click();
    await nuo.getByRole('link', { name: 'Vul een getal in.' }).first().waitFor();
    expect(await faults(nuo)).toEqual([]);
    await nuo.getByLabel('Doel', { exact: true }).fill('20');
    await nuo.getByLabel('Let op vanaf').fill('2');
    await nuo.getByLabel('Niet op koers vanaf').fill('5');
    await nuo.getByRole('button', { name: 'Afspraak voorstellen' }).click();
    await nuo.getByRole('heading', { level: 1, name: `Proefplaatsen, Wierden ${nextYear}` }).waitFor();
    await settled(nuo);
    const path = new URL(nuo.url()).pathname;
    await nuo.getByRole('link', { name: 'Voorstel aannemen' }).click();
    await nuo.getByRole('button', { name: 'Voorstel aannemen' }).click();
    await nuo.getByText('U hebt het voorstel aangenomen.').waitFor();

    const municipality = await opened('wierden.kwaliteitsmedewerker', path);
    await municipality.getByText('Er geldt nog niets').waitFor();
    await municipality.getByText(/^Aangenomen door Demo coordinator NUO/).waitFor();
    await municipality.getByRole('link', { name: 'Voorstel aannemen' }).click();
    expect(await faults(municipality)).toEqual([]);
    await municipality.getByRole('button', { name: 'Voorstel aannemen' }).click();
    await municipality.getByText('De afspraak geldt nu.').waitFor();
    await municipality.getByText(/^✓?Afgesproken$/).waitFor();
    expect(await faults(municipality)).toEqual([]);

    await nuo.reload();
    await nuo.getByText(/^✓?Afgesproken$/).waitFor();
    await nuo
      .getByText(/^Geldt sinds/)
      .first()
      .waitFor();
    await nuo.context().close();
    await municipality.context().close();
  });

  it('lets a proposal lapse and proposes it again, and a municipality settle a year by its report', async () => {
    const ask = async (user: string, name: string, type: string, input: object, field = 'nuo') => {
      const document = `mutation ($input: ${type}!) { ${field} { ${name}(input: $input) { __typename } } }`;
      const { data, errors } = await stack.ask(user, document, { input: { requestId: crypto.randomUUID(), ...input } });
      return data?.[field]?.[name]?.__typename ?? JSON.stringify(errors);
    };
    const page = await opened('nuo.coordinator', `/sturing/afspraken/nieuw?gemeente=tubbergen&jaar=${nextYear}`);
    await page.getByLabel('Waarover').selectOption({ label: 'Proefplaatsen' });
    await page.getByLabel('Doel', { exact: true }).fill('5');
    await page.getByLabel('Let op vanaf').fill('1');
    await page.getByLabel('Niet op koers vanaf').fill('2');
    await page.getByRole('button', { name: 'Afspraak voorstellen' }).click();
    await page.getByRole('heading', { level: 1, name: `Proefplaatsen, Tubbergen ${nextYear}` }).waitFor();
    await page.getByRole('link', { name: 'Voorstel laten vervallen' }).click();
    await page.getByRole('button', { name: 'Voorstel laten vervallen' }).click();
    await page.getByText('Het voorstel is vervallen.').waitFor();
    await page.getByRole('link', { name: 'Opnieuw voorstellen' }).click();
    expect(await page.getByLabel('Doel', { exact: true }).inputValue()).toBe('5');
    await page.getByRole('button', { name: 'Opnieuw voorstellen' }).click();
    await page.getByRole('link', { name: 'Voorstel aannemen' }).waitFor();
    expect(await faults(page)).toEqual([]);
    await page.context().close();

    const lastYear = YEAR - 1;
    const { data } = await stack.ask(
      'wierden.kwaliteitsmedewerker',
      `{ performanceAgreements(year: ${lastYear}, municipality: "0189") { id status indicator } }`,
    );
    const agreement = (data.performanceAgreements as { id: string; status: string; indicator: string }[]).find(({ status }) => status === 'AGREED');
    expect(agreement).toBeDefined();
    const municipality = await opened('wierden.kwaliteitsmedewerker', `/sturing/afspraken/${agreement?.id}?stap=afrekenen`);
    await municipality.getByText('Er is nog geen rapport van het vierde kwartaal').waitFor();
    expect(await ask('nuo.coordinator', 'freezeReport', 'FreezeReportInput', { municipality: '0189', year: lastYear, quarter: 4 }, 'reports')).toBe(
      'ReportFrozen',
    );
    await municipality.reload();
    await municipality.getByLabel('Rapport van het vierde kwartaal').selectOption({ index: 1 });
    await municipality.getByLabel('Opmerking').fill('Zoals besproken in januari.');
    expect(await faults(municipality)).toEqual([]);
    await municipality.getByRole('button', { name: 'Afrekenen' }).click();
    await municipality.getByText('De afspraak is afgerekend.').waitFor();
    await municipality.getByText('Zoals besproken in januari.').waitFor();
    await municipality.getByText('U kunt hier nu niets doen.').waitFor();
    await municipality.context().close();
  });

  it('freezes a report, and shows what changed since', async () => {
    const page = await opened('nuo.coordinator', '/rapporten');
    await page.getByRole('link', { name: 'Rapport vastleggen' }).click();
    await page.getByRole('heading', { level: 1, name: 'Kwartaalrapport vastleggen' }).waitFor();
    await page.getByLabel('Gemeente', { exact: true }).selectOption({ label: 'Wierden' });
    await page.getByLabel('Jaar', { exact: true }).selectOption(String(YEAR));
    await page.getByLabel('Kwartaal', { exact: true }).selectOption({ label: '3e kwartaal' });
    await page.getByRole('button', { name: 'Rapport vastleggen' }).click();
    await page.getByRole('heading', { level: 1, name: `Kwartaalrapport Wierden, 3e kwartaal ${YEAR}` }).waitFor();
    await settled(page);
    const report = new URL(page.url()).pathname;
    expect(await faults(page)).toEqual([]);

    // Another value for a day of the quarter, recorded after the report.
    await goTo(page, `/sturing/wierden?jaar=${YEAR}`);
    await page.getByRole('link', { name: 'Bekijk de afspraak: Exploitatieresultaat' }).click();
    await page.getByRole('link', { name: 'Gerealiseerde waarde vastleggen' }).click();
    await page.getByLabel('Tot en met').fill(`${YEAR}-09-30`);
    await page.getByLabel('Waarde (euro)').fill('4321');
    await page.getByLabel('Waar komt dit vandaan?').fill('Correctie van de accountant.');
    await page.getByRole('button', { name: 'Gerealiseerde waarde vastleggen' }).click();
    await page.getByText('De waarde is vastgelegd.').waitFor();
    expect(await faults(page)).toEqual([]);

    await goTo(page, report);
    const line = page.getByRole('row', { name: /^Exploitatieresultaat/ });
    await line.getByText('€ 4.321,00', { exact: true }).waitFor();
    expect(await line.getByRole('cell').last().textContent()).toMatch(/^\+€/);
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Downloaden (CSV)' }).click();
    expect((await download).suggestedFilename()).toBe(`kwartaalrapport-wierden-${YEAR}-kwartaal-3.csv`);

    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('navigation', { name: 'Hoofdmenu' }).isVisible()).toBe(false);
    expect(await page.getByRole('button', { name: 'Afdrukken' }).isVisible()).toBe(false);
    expect(await line.isVisible()).toBe(true);
    await page.context().close();
  });

  it('tells a privacy officer who looked at a client, once they said what for', async () => {
    const known = await stack.ask('wierden.klantregisseur', '{ wierden { clients(first: 1) { nodes { familyName } } } }');
    const familyName = known.data?.['wierden'].clients.nodes[0].familyName as string;
    const page = await opened('wierden.privacyofficer', '/');
    await page.getByRole('heading', { level: 1, name: 'Wie heeft een cliënt bekeken?' }).waitFor();
    await page.getByLabel('Begin van de achternaam').fill(familyName);
    await page.getByRole('button', { name: 'Zoeken' }).click();
    await page.getByText('Kies eerst waarvoor u dit vraagt.').waitFor();
    await page.getByText('De cliënt vraagt om inzage').click();
    await page
      .getByRole('link', { name: /^Bekijk inzage van/ })
      .first()
      .waitFor();
    expect(await faults(page)).toEqual([]);
    await page
      .getByRole('link', { name: /^Bekijk inzage van/ })
      .first()
      .click();
    await page.getByRole('cell', { name: 'Raadplegen van een cliënt' }).first().waitFor();
    // The question itself leaves a line, with its purpose.
    await page.reload();
    await page.getByRole('cell', { name: 'Een verzoek van de betrokkene over de eigen gegevens behandelen' }).first().waitFor();
    expect(await faults(page)).toEqual([]);
    await page.context().close();
  });

  it('gives a contact person of an employer what the NUO holds of them, and forgets them', async () => {
    const { data } = await stack.ask('nuo.accountmanager', '{ employers(first: 20) { nodes { contactPersons { id } } } }');
    const [person] = (data.employers.nodes as { contactPersons: { id: string }[] }[]).flatMap(({ contactPersons }) => contactPersons);
    const page = await opened('nuo.privacyofficer', '/inzage');
    await page.getByRole('button', { name: 'Verder' }).click();
    await page.getByRole('link', { name: 'Vul het nummer in.' }).waitFor();
    await page.getByText('Een contactpersoon van een werkgever').click();
    await page.getByLabel('Nummer').fill(person?.id ?? '');
    await page.getByRole('button', { name: 'Verder' }).click();
    await page.getByRole('button', { name: 'Gegevens verzamelen' }).click();
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: /JSON/ }).click()]);
    expect(readFileSync(await file.path(), 'utf8')).toContain(person?.id);
    await page.getByLabel('Waarom wissen?').selectOption('De gegevens zijn onrechtmatig verwerkt');
    await page.getByRole('button', { name: 'Kijken of het mag' }).click();
    await page.getByRole('heading', { name: 'Wissen mag. Dit gebeurt er:' }).waitFor();
    expect(await faults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Nu wissen' }).click();
    await page.getByRole('heading', { name: 'De persoon is gewist' }).waitFor();
    expect(await faults(page)).toEqual([]);
    await page.context().close();
  });

  it('makes the Wsw statistics of a half-year, after what would be in it was seen', async () => {
    const page = await opened('nuo.functioneelbeheerder', '/wsw-statistiek');
    const choose = page.getByLabel('Halfjaar');
    await choose.selectOption({ index: 1 });
    await page.getByRole('button', { name: 'Kijken wat erin komt' }).click();
    await page.getByText('Er is nog niets geleverd.').waitFor();
    await page.locator('summary').click();
    expect(await faults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Bestand maken' }).click();
    await page.getByText(/Dit halfjaar loopt nog tot en met/).waitFor();
    await choose.selectOption({ index: 2 });
    await page.getByText('CSV').click();
    await page.getByRole('button', { name: 'Kijken wat erin komt' }).click();
    await page.getByText('Er is nog niets geleverd.').waitFor();
    await page.getByRole('button', { name: 'Bestand maken' }).click();
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Bestand downloaden' }).click()]);
    expect(file.suggestedFilename()).toMatch(/^wsw-20\d\d[12]\.csv$/);
    await page.getByRole('table', { name: 'Gemaakte leveringen' }).getByRole('cell', { name: 'Alle gemeenten' }).waitFor();
    expect(await faults(page)).toEqual([]);
    await page.context().close();
  });

  it('says what is missing while Tubbergen is down, and shows no zero for it', async () => {
    await stack.kill('tubbergen');
    const page = await opened('nuo.coordinator', `/sturing/tubbergen?jaar=${YEAR}`);
    await page.getByRole('heading', { name: 'Niet volledig: Tubbergen antwoordt nu niet' }).first().waitFor();
    expect(await faults(page)).toEqual([]);
    await goTo(page, `/sturing?jaar=${YEAR}`);
    const row = region(page, 'Cijfers per gemeente').getByRole('row', { name: /^Uitstroom naar werk/ });
    const cells = await row.getByRole('cell').allTextContents();
    const [almelo, , tubbergen] = cells;
    expect(almelo).toMatch(/^\d+ personen/);
    expect(tubbergen).toContain('Een deel van de gegevens ontbreekt.');
    expect(tubbergen).not.toMatch(/\d+ personen/);
    expect(await faults(page)).toEqual([]);
    await page.context().close();
  });

  it('has a screen for a functional administrator, with the letters that do not arrive', async () => {
    const page = await opened('almelo.functioneelbeheerder', '/');
    await page.getByRole('heading', { level: 1, name: 'Brieven die niet aankomen' }).waitFor();
    await page.getByText('Alle brieven zijn aangekomen.').waitFor();
    expect(await faults(page)).toEqual([]);
    await page.context().close();
  });
});
