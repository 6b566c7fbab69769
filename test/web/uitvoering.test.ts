import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { type Stack, startStack } from '../stack.ts';
import { browserProgram, day, launchBrowser, settled, sideways, signIn, violations, widths } from './browser.ts';

const SCALE = 0.05;
const today = day(0);

let stack: Stack;
let browser: Browser;

const open = async (user: string, path: string): Promise<Page> => {
  const { context, page } = await signIn(browser, stack.url, user, path);
  onTestFinished(() => context.close());
  await settled(page);
  return page;
};
/** A button opens the form of a step, and another in that form sends it. */
const take = async (page: Page, step: string, fill: () => Promise<void> = async () => undefined): Promise<void> => {
  await page.getByRole('button', { name: step }).click();
  await page.getByRole('heading', { name: step }).waitFor();
  await fill();
  await page.locator('form.form').getByRole('button', { name: step }).click();
  await page.getByRole('heading', { name: step, level: 3 }).waitFor({ state: 'detached' });
  await settled(page);
};
const isGood = async (page: Page): Promise<void> => expect(await violations(page)).toEqual([]);

const command = async (user: string, name: string, type: string, input: object, organisation = 'nuo') => {
  const document = `mutation ($input: ${type}!) { ${organisation} { ${name}(input: $input) { __typename } } }`;
  const { data, errors } = await stack.ask(user, document, { input: { requestId: crypto.randomUUID(), ...input } });
  return (data?.[organisation]?.[name]?.__typename as string | undefined) ?? JSON.stringify(errors);
};

interface Given {
  id: string;
  displayName: string;
  serviceOrders: { nodes: object[] };
  placements: { nodes: object[] };
}

interface Open {
  id: string;
  title: string;
  employer: { id: string };
  almelo: object[];
  wierden: object[];
}
interface Named {
  id: string;
  name: string | null;
  commissioner: { kind: string };
  placements: { nodes: { status: string }[] };
}

const sharing = (clientId: string) => ({
  clientId,
  parts: ['NAME', 'KLANTREGISSEUR'],
  purpose: 'BEMIDDELING',
  until: `${Number(today.slice(0, 4)) + 1}-01-01`,
});

/** Somebody of Wierden for whom the NUO does nothing yet, and whose name the NUO may know. */
const someoneShared = async (): Promise<Given> => {
  const { data } = await stack.ask(
    'wierden.klantregisseur',
    '{ wierden { caseload(first: 200) { nodes { id displayName serviceOrders(first: 1, filter: { active: true }) { nodes { id } } placements(first: 1) { nodes { id } } } } } }',
  );
  const found = (data.wierden.caseload.nodes as Given[]).find(({ serviceOrders, placements }) => serviceOrders.nodes.length + placements.nodes.length === 0);
  if (!found) throw new Error('the NUO does something for everybody of Wierden');
  expect(await command('wierden.klantregisseur', 'shareWithNuo', 'ShareWithNuoInput', sharing(found.id), 'wierden')).toMatch(/AlreadyShared|DisclosureSaved/);
  return found;
};
describe.skipIf(browserProgram === undefined)('the screens of uitvoering', () => {
  beforeAll(async () => {
    [stack, browser] = await Promise.all([startStack('sqlite', SCALE), launchBrowser()]);
  }, 200_000);
  afterAll(async () => {
    await browser?.close();
    await stack?.stop();
  });

  it('bring an order of a klantregisseur to a placement that runs', async () => {
    const client = await someoneShared();
    const order = { clientId: client.id, service: 'MEDIATION', goal: 'Werk bij een gewone werkgever', startsOn: today };
    expect(await command('wierden.klantregisseur', 'placeServiceOrder', 'ServiceOrderInput', order)).toBe('ServiceOrderPlaced');

    const page = await open('nuo.trajectbegeleider', '/opdrachten');
    await page.getByLabel('Opdrachtgever').selectOption('Wierden');
    await settled(page);
    expect(new URL(page.url()).searchParams.get('gemeente')).toBe('0189');
    await page.getByRole('link', { name: client.displayName }).click();
    await page.getByRole('heading', { level: 1, name: client.displayName }).waitFor();
    await page.getByRole('heading', { name: 'Wat het Werkplein deelt' }).waitFor();
    await isGood(page);
    await take(page, 'Accepteren');
    await take(page, 'Starten');
    await page.getByRole('link', { name: 'Plaatsing voorstellen' }).click();

    await page.getByLabel('Zoek een werkgever').fill('ba');
    await page.getByRole('radiogroup', { name: 'Werkgever' }).locator('label').first().click();
    await page.getByRole('button', { name: 'Plaatsing voorstellen' }).click();
    await page.getByRole('heading', { name: 'Verbeter de fouten' }).waitFor();
    await isGood(page);
    await page.getByLabel('Soort').selectOption('Regulier werk');
    await page.getByLabel('Uren per week').fill('24,5');
    await page.getByRole('button', { name: 'Plaatsing voorstellen' }).click();
    await page.getByRole('heading', { name: 'Wacht op akkoord van de regie' }).waitFor();
    await settled(page);
    await isGood(page);

    const placementId = decodeURIComponent(page.url().split('/').at(-1) ?? '');
    expect(await command('wierden.klantregisseur', 'agreePlacement', 'AgreePlacementInput', { placementId, expectedVersion: 1 })).toBe('PlacementChanged');
    await page.reload();
    await take(page, 'Plannen', () => page.getByLabel('Nummer van het contract').fill('Contract 12'));
    await take(page, 'Starten');
    await page.getByRole('list', { name: 'Waar deze plaatsing is' }).getByText('Actief').waitFor();
    await isGood(page);
    await take(page, 'Verbeteren', async () => {
      await page.getByLabel('Uren per week').fill('28');
      await page.getByLabel('Wat was er mis?').fill('Een tikfout');
      await isGood(page);
    });
    await page.getByText('Verbeterd', { exact: true }).waitFor();
    const { data } = await stack.ask('nuo.jobcoach', `{ placement(id: "${placementId}") { status hoursPerWeek details { agreementReference } } }`);
    expect(data.placement).toMatchObject({ status: 'ACTIVE', hoursPerWeek: 28, details: { agreementReference: 'Contract 12' } });
  }, 90_000);

  it('lead a candidate of a Werkplein to a vacancy, and on to being placed there', async () => {
    const regie = await open('wierden.klantregisseur', '/bemiddeling');
    const offer = regie.getByRole('button', { name: /^Voordragen voor / }).first();
    const [, title = '', employer = ''] = /^Voordragen voor (.*) bij (.*)$/.exec((await offer.getAttribute('aria-label')) ?? '') ?? [];
    const path = await regie.getByRole('link', { name: employer }).first().getAttribute('href');
    const clientId = decodeURIComponent((await regie.locator('h2 a').first().getAttribute('href'))?.split('/')[2] ?? '');
    await offer.click();
    await isGood(regie);
    await regie.getByRole('button', { name: 'Voordragen', exact: true }).click();
    await regie.getByText(`De cliënt is voorgedragen voor ${title}.`).waitFor();

    const page = await open('nuo.accountmanager', path as string);
    await page.getByRole('table', { name: 'Voordrachten' }).getByRole('row').filter({ hasText: title }).getByRole('link').first().click();
    await page.getByRole('heading', { level: 1, name: 'Voordracht' }).waitFor();
    await isGood(page);
    await page.getByText('Afgewezen door de werkgever').click();
    await page.getByRole('button', { name: 'Opslaan' }).click();
    await page.getByRole('heading', { name: 'Verbeter de fouten' }).waitFor();
    await isGood(page);
    for (const [step, status] of [
      ['Komt op gesprek', 'In gesprek'],
      ['Geplaatst', 'Geplaatst'],
    ] as const) {
      await page.locator('label').getByText(step, { exact: true }).click();
      await page.getByRole('button', { name: 'Opslaan' }).click();
      await page.locator('.badge').filter({ hasText: status }).waitFor();
    }
    await page.getByText('Deze voordracht is afgerond.').waitFor();
    await isGood(page);

    // The placement that comes of it names the proposal.
    const proposalId = decodeURIComponent(page.url().split('/').at(-1) ?? '');
    expect(await command('wierden.klantregisseur', 'shareWithNuo', 'ShareWithNuoInput', sharing(clientId), 'wierden')).toMatch(/AlreadyShared|DisclosureSaved/);
    const order = { clientId, service: 'MEDIATION', goal: 'Werk bij een gewone werkgever', startsOn: today };
    expect(await command('wierden.klantregisseur', 'placeServiceOrder', 'ServiceOrderInput', order)).toBe('ServiceOrderPlaced');
    const { data } = await stack.ask('wierden.klantregisseur', `{ client(id: "${clientId}") { serviceOrders(first: 5) { nodes { id status } } } }`);
    const orderId = (data.client.serviceOrders.nodes as { id: string; status: string }[]).find(({ status }) => status === 'OFFERED')?.id;
    for (const [step, expectedVersion] of [
      ['acceptServiceOrder', 1],
      ['startServiceOrder', 2],
    ] as const)
      expect(await command('nuo.trajectbegeleider', step, 'ServiceOrderStepInput', { orderId, expectedVersion })).toBe('ServiceOrderChanged');
    const coach = await open('nuo.trajectbegeleider', `/plaatsingen/nieuw?opdracht=${orderId}`);
    await coach.getByLabel('Soort').selectOption('Regulier werk');
    await coach.getByLabel('Zoek een werkgever').fill(employer);
    await coach.getByRole('radiogroup', { name: 'Werkgever' }).getByText(employer).first().click();
    await coach.getByLabel('Komt voort uit').selectOption(`Voordracht voor ${title} (geplaatst)`);
    await coach.getByLabel('Uren per week').fill('24');
    await isGood(coach);
    await coach.getByRole('button', { name: 'Plaatsing voorstellen' }).click();
    await coach.getByRole('heading', { name: 'Wacht op akkoord van de regie' }).waitFor();
    const placementId = decodeURIComponent(coach.url().split('/').at(-1) ?? '');
    const made = await stack.ask('nuo.trajectbegeleider', `{ placement(id: "${placementId}") { proposal { id } vacancy { title } } }`);
    expect(made.data.placement).toEqual({ proposal: { id: proposalId }, vacancy: { title } });
  }, 120_000);

  it('find who of the Werkpleinen fits a vacancy, and propose them', async () => {
    const { data } = await stack.ask(
      'nuo.accountmanager',
      '{ vacancies(first: 50, filter: { open: true }) { nodes { id title employer { id } almelo: candidatesOfAlmelo(first: 5) { score } wierden: candidatesOfWierden(first: 5) { score } } } }',
    );
    const fitted = (data.vacancies.nodes as Open[]).find(({ almelo, wierden }) => almelo.length + wierden.length > 0);
    const page = await open('nuo.accountmanager', `/werkgevers/${fitted?.employer.id}/vacatures/${fitted?.id}`);
    const panel = page.getByRole('region', { name: 'Passende kandidaten' });
    const offers = panel.getByRole('button', { name: / voordragen$/ });
    await offers.first().waitFor();
    expect(await offers.count()).toBeGreaterThanOrEqual((fitted?.almelo.length ?? 0) + (fitted?.wierden.length ?? 0));
    await offers.first().click();
    await isGood(page);
    await panel.getByRole('button', { name: 'Voordragen', exact: true }).click();
    await page.getByText(`De cliënt is voorgedragen voor ${fitted?.title}.`).waitFor();
    await settled(page);
    expect(await violations(page)).toEqual([]);
  }, 60_000);

  it('propose a placement of a Wsw worker inside, whom no order is asked for', async () => {
    const { data } = await stack.ask(
      'nuo.jobcoach',
      '{ participants(first: 200) { nodes { id name commissioner { kind } placements(first: 5) { nodes { status } } } } }',
    );
    const of = (kind: string) =>
      (data.participants.nodes as Named[]).find(
        ({ name, commissioner, placements }) => name !== null && commissioner.kind === kind && placements.nodes.every(({ status }) => status === 'ENDED'),
      );
    const found = of('MUNICIPALITY');
    const page = await open('nuo.werkleider', `/deelnemers/${found?.id}`);
    await page.getByRole('link', { name: 'Plaatsing voorstellen' }).click();
    await page.getByText(found?.name ?? '').waitFor();
    await page.getByLabel('Soort').selectOption('Beschut werk binnen');
    await page.getByLabel('Begeleiding').selectOption({ index: 1 });
    await page.getByRole('button', { name: 'Plaatsing voorstellen' }).click();
    await page.getByRole('heading', { name: 'Verbeter de fouten' }).waitFor();
    await isGood(page);
    await page.getByLabel('Uren per week').fill('24');
    await page.getByRole('button', { name: 'Plaatsing voorstellen' }).click();
    await page.getByRole('button', { name: 'Plannen' }).waitFor();
    await isGood(page);
    await page.goto(`${stack.url}/deelnemers/${of('UWV')?.id}`);
    await page.getByRole('heading', { name: 'Diensten van de NUO' }).waitFor();
    expect(await page.getByRole('link', { name: 'Plaatsing voorstellen' }).count()).toBe(0);
  }, 60_000);

  it('let a jobcoach carry out the loonwaardebepaling for which a Werkplein asked them', async () => {
    const { id: clientId } = await someoneShared();
    expect(
      await command('wierden.klantregisseur', 'placeServiceOrder', 'ServiceOrderInput', {
        clientId,
        service: 'DIAGNOSIS',
        goal: 'Loonwaarde',
        startsOn: today,
      }),
    ).toBe('ServiceOrderPlaced');
    expect(
      await command(
        'wierden.klantregisseur',
        'requestLoonwaarde',
        'RequestLoonwaardeInput',
        { clientId, functionName: 'Hovenier', hoursPerWeek: 32 },
        'wierden',
      ),
    ).toBe('WierdenLoonwaardeRequested');
    const { data } = await stack.ask(
      'wierden.klantregisseur',
      `{ client(id: "${clientId}") { serviceOrders(first: 1) { nodes { participant { id } } } ... on WierdenClient { loonwaardebepalingen { id version } } } }`,
    );
    const [{ id, version }] = data.client.loonwaardebepalingen;
    const expert = (await stack.ask('nuo.jobcoach', '{ me { id name } }')).data.me;
    const plan = { id, expectedVersion: version, plannedOn: today, expertOrganisation: 'nuo', expert };
    expect(await command('wierden.klantregisseur', 'planLoonwaarde', 'PlanLoonwaardeInput', plan, 'wierden')).toBe('WierdenLoonwaardeChanged');

    const page = await open('nuo.jobcoach', `/deelnemers/${data.client.serviceOrders.nodes[0].participant.id}`);
    await page.getByRole('button', { name: 'Onderzoek vastleggen: Hovenier' }).click();
    for (const [label, value] of [
      ['Taak', 'Snoeien'],
      ['Tempo (%)', '80'],
      ['Kwaliteit (%)', '90'],
      ['Netto werktijd (%)', '100'],
    ] as const)
      await page.getByLabel(label, { exact: true }).fill(value);
    await isGood(page);
    await page.locator('form.form').getByRole('button', { name: 'Onderzoek vastleggen' }).click();
    await page.getByText('Het onderzoek is vastgelegd.').waitFor();
    await page.getByText('Uitgevoerd', { exact: true }).waitFor();
    await isGood(page);
  }, 60_000);

  it('tell why a step is not possible, and keep what was typed', async () => {
    const { data } = await stack.ask(
      'nuo.jobcoach',
      '{ placements(first: 1, filter: { states: [ACTIVE], kinds: [REGULAR] }) { nodes { id startsOn version } } }',
    );
    const [placement] = data.placements.nodes;
    const page = await open('nuo.jobcoach', `/plaatsingen/${placement.id}`);
    await page.getByRole('button', { name: 'Onderbreken' }).click();
    await page.getByLabel('Eerste dag zonder werk').fill('2019-01-01');
    await page.getByLabel('Reden').selectOption('Ziekte');
    await page.locator('form.form').getByRole('button', { name: 'Onderbreken' }).click();
    await page.getByRole('heading', { name: /Dit kan nu niet|Verbeter de fouten/ }).waitFor();
    await isGood(page);
    await page.reload();
    await page.getByRole('button', { name: 'Onderbreken' }).click();
    expect(await page.getByLabel('Eerste dag zonder werk').inputValue()).toBe('2019-01-01');
  }, 60_000);

  it('show how full each workplace is, by words, and move in time by the address', async () => {
    const page = await open('nuo.werkleider', '/werkplekken?soort=INSIDE');
    const table = page.getByRole('table');
    expect(await table.getByText(/^(vol|[\d.,]+ vrij|[\d.,]+ te veel)$/).count()).toBeGreaterThan(0);
    await isGood(page);
    await page.getByRole('link', { name: /Later/ }).click();
    await settled(page);
    const later = page.url();
    expect(new URL(later).searchParams.get('van')).toMatch(/^\d{4}-\d\d-\d\d$/);
    await page.goBack();
    expect(new URL(page.url()).searchParams.has('van')).toBe(false);
    await settled(page);
    await table.getByRole('link').first().click();
    await page.getByRole('heading', { name: /Wie hier werkt op/ }).waitFor();
    await settled(page);
    await isGood(page);
    await page.setViewportSize(widths.phone);
    await page.goto(later);
    await settled(page);
    expect(await sideways(page)).toBeLessThanOrEqual(0);
    await isGood(page);
  }, 60_000);

  it('follow a learning line from a new step to its certificate', async () => {
    const page = await open('nuo.jobcoach', '/leerwerklijnen');
    await isGood(page);
    await page.getByRole('table').getByRole('link').last().click();
    await page.getByRole('button', { name: 'Stap toevoegen' }).waitFor();
    await take(page, 'Stap toevoegen', async () => {
      await page.getByLabel('Onderdeel').fill('Zaagtafel 77');
      await page.getByLabel('Soort werk').fill('Magazijn');
      await page.getByLabel('Wat iemand dan kan').fill('Rijdt zelf met een heftruck');
    });
    await page.getByRole('button', { name: 'Wijzigen: Zaagtafel 77' }).click();
    await page.getByLabel('Wat iemand dan kan').fill('Rijdt zelf en veilig');
    await page.getByRole('button', { name: 'Opslaan' }).click();
    await page.getByText('Rijdt zelf en veilig').waitFor();
    for (const [step, label] of [
      ['Beginnen: Zaagtafel 77', 'Datum'],
      ['Behaald: Zaagtafel 77', 'Datum'],
    ] as const) {
      await page.getByRole('button', { name: step }).click();
      await page.getByLabel(label).fill(today);
      await page.getByRole('button', { name: 'Opslaan' }).click();
      // While it is sent the button has another name.
      await page.getByRole('button', { name: /^(Opslaan|Bezig)/ }).waitFor({ state: 'detached' });
    }
    await page.getByRole('button', { name: 'Praktijkverklaring: Zaagtafel 77' }).click();
    await page.getByLabel('Nummer van de praktijkverklaring').fill('PV-2026-77');
    await page.getByLabel('Leerbedrijf').fill('Leerbedrijf Hoek');
    await isGood(page);
    await page.getByRole('button', { name: 'Opslaan' }).click();
    await page.getByText('Praktijkverklaring PV-2026-77 van Leerbedrijf Hoek').waitFor();
    await page.getByLabel('Nieuwe notitie').fill('Kan nu alleen rijden.');
    await page.getByRole('button', { name: 'Notitie bewaren' }).click();
    await page.getByRole('listitem').getByText('Kan nu alleen rijden.').waitFor();
    expect(await violations(page)).toEqual([]);
  }, 60_000);

  it('add a workplace, find it by its name, and refuse to make it smaller than what it holds', async () => {
    const page = await open('nuo.werkleider', '/werkplekken');
    await page.getByRole('link', { name: 'Werkplek toevoegen' }).click();
    await page.getByRole('button', { name: 'Werkplek toevoegen' }).click();
    await page.getByRole('heading', { name: 'Verbeter de fouten' }).waitFor();
    await isGood(page);
    await page.getByLabel('Naam').fill('Proefbank 88');
    await page.getByLabel('Soort').selectOption('Binnen');
    await page.getByLabel('Waar').fill('Plesmanweg');
    await page.getByLabel('Gemeente').selectOption('Almelo');
    await page.getByLabel('Uren per week').fill('400');
    await page.getByLabel('Open vanaf').fill(today);
    await page.getByRole('button', { name: 'Werkplek toevoegen' }).click();
    await page.getByRole('heading', { level: 1, name: 'Proefbank 88' }).waitFor();
    const workplace = page.url();

    const { data } = await stack.ask('nuo.werkleider', '{ placements(first: 1, filter: { states: [ACTIVE], kinds: [SHELTERED_INTERNAL] }) { nodes { id } } }');
    await page.goto(`${stack.url}/plaatsingen/${data.placements.nodes[0].id}`);
    await page.getByRole('button', { name: 'Werkplek geven' }).click();
    await page.getByLabel('Zoek een werkplek').fill('proefbank');
    await page.getByText('1 werkplek.').waitFor();
    await page.getByText(/^Proefbank 88, Plesmanweg/).click();
    await page.getByLabel('Zoek een werkplek').fill('bestaat niet');
    await page.getByText('Geen werkplek gevonden.').waitFor();
    await page.getByRole('radio', { name: /^Proefbank 88/, checked: true }).waitFor({ state: 'attached' });
    await isGood(page);
    await page.locator('form.form').getByRole('button', { name: 'Werkplek geven' }).click();
    await page.getByRole('link', { name: 'Proefbank 88' }).waitFor();

    await page.goto(workplace);
    await page.getByRole('button', { name: 'Werkplek wijzigen' }).click();
    await page.getByLabel('Uren per week').fill('0,25');
    await page.getByRole('button', { name: 'Opslaan' }).click();
    await page
      .getByRole('alert')
      .getByText(/werken hier meer mensen dan er dan nog uren zijn/)
      .waitFor();
    expect(await violations(page)).toEqual([]);
  }, 90_000);

  it('begin with secondments for a detacheringsconsulent, from the concept to its signature', async () => {
    const page = await open('nuo.detacheringsconsulent', '/');
    await page.getByRole('heading', { level: 1, name: 'Detacheringen' }).waitFor();
    await isGood(page);
    await page.getByRole('link', { name: 'Detachering opstellen' }).click();
    await page.getByLabel('Zoek een werkgever').fill('ba');
    await page.getByRole('radiogroup', { name: 'Werkgever' }).locator('label').first().click();
    await page.getByLabel('Werk', { exact: true }).fill('Inpakken 99');
    await page.getByLabel('Begint op').fill(today);
    await page.getByLabel('Tarief per uur, in euro').fill('24,50');
    await page.getByRole('button', { name: 'Detachering opstellen' }).click();
    await page.getByRole('heading', { level: 1, name: /^Inpakken 99/ }).waitFor();
    await page.getByText('€ 24,50').waitFor();
    await take(page, 'Als getekend vastleggen');
    await take(page, 'Tarief vastleggen', async () => {
      await page.getByLabel('Tarief per uur, in euro').fill('25,75');
      await page.getByLabel('Eerste dag').fill(`${Number(today.slice(0, 4)) + 1}-01-01`);
    });
    await page.getByText('€ 25,75').waitFor();
    await page.getByRole('button', { name: 'Laten ingaan' }).click();
    await page.locator('form.form').getByRole('button', { name: 'Laten ingaan' }).click();
    await page.getByRole('heading', { name: 'Dit kan nu niet' }).waitFor();
    expect(await violations(page)).toEqual([]);
  }, 90_000);

  it('tell of a secondment that ended on which day it did', async () => {
    const { data } = await stack.ask('nuo.detacheringsconsulent', '{ secondments(first: 50, filter: { status: ENDED }) { nodes { id endsOn } } }');
    const ended = (data.secondments.nodes as { id: string; endsOn: string | null }[]).find(({ endsOn }) => endsOn === null);
    const page = await open('nuo.detacheringsconsulent', `/detacheringen/${ended?.id}`);
    await page.getByText('Afgelopen op', { exact: true }).waitFor();
    expect(await page.getByText('Geen einde afgesproken').count()).toBe(0);
    await page.goto(`${stack.url}/detacheringen?status=ENDED`);
    await page.getByRole('table').waitFor();
    expect(await page.getByText('Geen einde afgesproken').count()).toBe(0);
  }, 60_000);

  it('let the coordinator speak for UWV, from the registration to the agreement', async () => {
    const page = await open('nuo.coordinator', '/deelnemers/nieuw');
    await page.getByLabel('OIN van UWV').fill('00000099000000001000');
    await page.getByLabel('Nummer van de opdrachtgever').fill('UWV-8181');
    await page.getByRole('button', { name: 'Deelnemer inschrijven' }).click();
    await page.getByRole('heading', { level: 1, name: 'Nummer UWV-8181' }).waitFor();
    await page.getByRole('button', { name: 'Opdracht vastleggen' }).click();
    await page.getByLabel('Dienst').selectOption('Bemiddeling naar werk');
    await page.getByLabel('Doel').fill('Werk bij een gewone werkgever');
    await page.getByLabel('Nummer van de brief').fill('Brief 12');
    await isGood(page);
    await page.locator('form.form').getByRole('button', { name: 'Opdracht vastleggen' }).click();
    await page.waitForURL('**/opdrachten/*');
    const orderId = decodeURIComponent(page.url().split('/').at(-1) ?? '');
    await page.goto(`${stack.url}/opdrachten?gemeente=UWV`);
    await settled(page);
    await page.getByRole('link', { name: 'Nummer UWV-8181' }).waitFor();

    const { data } = await stack.ask(
      'nuo.jobcoach',
      `{ serviceOrder(id: "${orderId}") { participant { id } } employers(first: 1, filter: { status: ACTIVE }) { nodes { id } } }`,
    );
    const [{ id: employerId }] = data.employers.nodes;
    const participantId = data.serviceOrder.participant.id;
    expect(await command('nuo.jobcoach', 'acceptServiceOrder', 'ServiceOrderStepInput', { orderId, expectedVersion: 1 })).toBe('ServiceOrderChanged');
    expect(await command('nuo.jobcoach', 'startServiceOrder', 'ServiceOrderStepInput', { orderId, expectedVersion: 2 })).toBe('ServiceOrderChanged');
    const placement = { participantId, serviceOrderId: orderId, kind: 'REGULAR', employerId, startsOn: today, hoursPerWeek: 20 };
    expect(await command('nuo.jobcoach', 'proposePlacement', 'ProposePlacementInput', placement)).toBe('PlacementProposed');
    const { data: made } = await stack.ask('nuo.jobcoach', `{ participant(id: "${participantId}") { placements(first: 1) { nodes { id } } } }`);
    await page.goto(`${stack.url}/plaatsingen/${made.participant.placements.nodes[0].id}`);
    await settled(page);
    await isGood(page);
    await take(page, 'Akkoord geven');
    await page.getByText('Akkoord gegeven', { exact: true }).waitFor();
  }, 60_000);

  it('keep hours of a placement, and who guides a participant', async () => {
    const { data } = await stack.ask(
      'nuo.detacheringsconsulent',
      '{ timesheets(month: "2026-10", first: 1) { nodes { placement { id participant { id } } } } closedMonths(first: 1) { month } }',
    );
    const [{ placement }] = data.timesheets.nodes;
    const page = await open('nuo.detacheringsconsulent', `/plaatsingen/${placement.id}`);
    const fitted0 = data.closedMonths[0].month < '2026-10';
    await page.getByRole('button', { name: 'Verbeteren: oktober 2026' }).click();
    await page.getByLabel('Gewerkte uren').fill('abc');
    await page.locator('form.form').getByRole('button', { name: 'Verbeteren: oktober 2026' }).click();
    await page.getByRole('heading', { name: 'Verbeter de fouten' }).waitFor();
    await isGood(page);
    await page.getByLabel('Gewerkte uren').fill('61,5');
    if (!fitted0) await page.getByLabel('Wat was er mis?').fill('Een dag vergeten');
    await page.locator('form.form').getByRole('button', { name: 'Verbeteren: oktober 2026' }).click();
    await page.getByText(fitted0 ? /Gewerkt 61,5/ : /Een dag vergeten/).waitFor();

    await page.goto(`${stack.url}/deelnemers/${placement.participant.id}`);
    await settled(page);
    await page.getByRole('button', { name: 'Begeleider aanwijzen' }).click();
    await page.getByLabel('Rol').selectOption('Werkleider');
    await page.getByLabel('Collega').selectOption('Demo werkleider NUO');
    await page.locator('form.form').getByRole('button', { name: 'Begeleider aanwijzen' }).click();
    await page.getByRole('button', { name: 'Vervanging: Demo werkleider NUO' }).waitFor();
    expect(await violations(page)).toEqual([]);
  }, 60_000);

  it('close a month only after confirming, and say what is missing', async () => {
    const page = await open('nuo.coordinator', '/maanden');
    await isGood(page);
    const close = page.getByRole('button', { name: /^Sluit .* af$/ });
    const name = await close.innerText();
    await close.click();
    const form = page.locator('form.form');
    await form.getByRole('button', { name }).click();
    await page.getByText('Bevestig eerst dat u de uren hebt gecontroleerd.').waitFor();
    await page.getByText('Ik heb de uren gecontroleerd').click();
    await form.getByRole('button', { name }).click();
    await page
      .getByRole('alert')
      .getByText(/Er ontbre/)
      .waitFor();
    await isGood(page);
    await page.getByText('Afsluiten terwijl er nog iets ontbreekt').click();
    await page.getByLabel('Waarom u afsluit').fill('De laatste staten komen later');
    await form.getByRole('button', { name }).click();
    await page.getByText(/^De maand .* is afgesloten\./).waitFor();
    await settled(page);
    const { data } = await stack.ask('nuo.coordinator', '{ closedMonths(first: 1) { reason } }');
    expect(data.closedMonths).toEqual([{ reason: 'De laatste staten komen later' }]);
  }, 60_000);

  it('have an explorer that asks as who is signed in, from nowhere but here', async () => {
    const page = await open('nuo.jobcoach', '/opdrachten');
    const elsewhere: string[] = [];
    const refused: string[] = [];
    page.on('request', (request) => request.url().startsWith(stack.url) || request.url().startsWith('data:') || elsewhere.push(request.url()));
    page.on('console', (line) => /Content Security Policy/i.test(line.text()) && refused.push(line.text()));
    await page.goto(`${stack.url}/graphiql?query=${encodeURIComponent('{ me { name } }')}`);
    await page.locator('.graphiql-query-editor .view-lines').getByText('name').waitFor();
    await page.getByRole('button', { name: /Execute/ }).click();
    await page.locator('.graphiql-response').getByText('Demo jobcoach NUO').waitFor();
    expect([elsewhere, refused]).toEqual([[], []]);
  }, 60_000);

  it('keep the inbox when Tubbergen does not answer, and say that it does not', async () => {
    await stack.kill('tubbergen');
    const page = await open('nuo.trajectbegeleider', '/opdrachten?status=alle');
    await page.getByRole('heading', { name: 'Tubbergen antwoordt nu niet' }).waitFor();
    expect(await page.getByRole('table').getByRole('link').count()).toBeGreaterThan(0);
    expect(await page.getByRole('cell', { name: 'Tubbergen' }).count()).toBeGreaterThan(0);
    await isGood(page);
  });
});
