import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Stack, startStack } from '../stack.ts';
import { browserProgram, day, launchBrowser, PATIENCE_MS, settled, signIn, violations, widths } from './browser.ts';

const SECONDS = 1000;
const NEW = 'Zaagtest en Zonen';

let stack: Stack;
let browser: Browser;
const contexts: BrowserContext[] = [];

/** Somebody at a browser of their own. */
const at = async (user: string, path: string, serviceWorkers?: 'allow'): Promise<Page> => {
  const { context, page } = await signIn(browser, stack.url, user, path, serviceWorkers);
  contexts.push(context);
  return page;
};
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor();
const said = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor();
const save = (page: Page) => page.getByRole('button', { name: 'Opslaan' }).click();
/** What axe says of a screen once it stands. */
const problems = async (page: Page): Promise<string[]> => {
  await settled(page);
  return violations(page);
};

/** An employer that nobody knows yet, registered by the first account manager. */
let employer: string;
let manager: Page;

describe.skipIf(browserProgram === undefined)('the employer desk', () => {
  beforeAll(async () => {
    stack = await startStack('sqlite', 0.02);
    browser = await launchBrowser();
    manager = await at('nuo.accountmanager', '/werkgevers');
  }, 300 * SECONDS);

  afterAll(async () => {
    for (const context of contexts) await context.close();
    await browser?.close();
    await stack?.stop();
  }, 60 * SECONDS);

  it('finds employers as one types, keeps the search in the address, and shows who is alike when one registers', async () => {
    await heading(manager, 'Werkgevers');
    const known = await manager.getByRole('table').getByRole('link').first().innerText();
    await manager.getByLabel('Naam van de werkgever').pressSequentially(known.toLowerCase());
    await manager.waitForURL((url) => url.searchParams.get('naam') === known.toLowerCase());
    await manager.getByRole('table').getByRole('link', { name: known }).first().waitFor();
    await manager.reload();
    expect(await manager.getByLabel('Naam van de werkgever').inputValue()).toBe(known.toLowerCase());
    expect(await problems(manager)).toEqual([]);

    await manager.getByLabel('Naam van de werkgever').fill('xyz bestaat niet');
    await said(manager, 'Geen werkgevers gevonden');
    await manager.getByRole('link', { name: 'Werkgever inschrijven' }).click();
    await heading(manager, 'Werkgever inschrijven');
    await manager.getByRole('button', { name: 'Inschrijven' }).click();
    await manager.getByRole('link', { name: /Geef een KvK-nummer/ }).click();
    expect(await problems(manager)).toEqual([]);
    await manager.getByLabel('Waarom geen KVK-nummer').fill('Nog in oprichting');
    await manager.getByLabel('Naam van het bedrijf').fill(NEW);
    expect(await manager.getByRole('checkbox', { name: /^Toch een nieuwe werkgever maken/ }).count()).toBe(0);
    await manager.getByRole('button', { name: 'Inschrijven' }).click();
    await heading(manager, NEW);
    employer = new URL(manager.url()).pathname;
    expect(await problems(manager)).toEqual([]);

    // Who registers it again meets it while typing.
    const colleague = await at('wierden.accountmanager', '/werkgevers/nieuw');
    await colleague.getByLabel('Naam van het bedrijf').pressSequentially(NEW);
    await colleague.getByRole('region', { name: 'Bedoelt u een van deze?' }).getByRole('link', { name: NEW }).waitFor();
    await colleague.getByRole('checkbox', { name: /^Toch een nieuwe werkgever maken/ }).waitFor({ state: 'attached' });
    expect(await problems(colleague)).toEqual([]);
  });

  it('plans a contact; a colleague of another organisation meets it, joins it, and is seen to without reloading', async () => {
    const colleague = await at('wierden.accountmanager', `${employer}/plannen`);
    await manager.getByRole('link', { name: 'Contact plannen' }).click();
    await heading(manager, `Contact plannen met ${NEW}`);
    await manager.getByLabel('Waarvoor').selectOption('Vacature');
    await said(manager, 'Ja, dit kan');
    expect(await problems(manager)).toEqual([]);
    await manager.getByRole('button', { name: 'Plannen' }).click();
    await said(manager, 'Het contact is gepland.');
    await manager.getByRole('region', { name: 'Contacten' }).getByRole('link', { name: 'Vacature' }).waitFor();

    await colleague.getByLabel('Waarvoor').selectOption('Vacature');
    await said(colleague, 'Nee, niet zonder meer');
    await colleague.getByRole('button', { name: 'Plannen' }).click();
    const dialog = colleague.getByRole('dialog', { name: 'Een collega was u voor' });
    await dialog.getByText(/Demo accountmanager NUO \(NUO\) heeft hier al contact gepland/).waitFor();
    expect(await problems(colleague)).toEqual([]);
    // Waiting fills in the first free day; what was chosen stays.
    await dialog.getByRole('button', { name: /Wachten tot/ }).click();
    expect(await colleague.getByLabel('Waarvoor').inputValue()).toBe('VACANCY');
    await said(colleague, 'Ja, dit kan');
    await colleague.getByLabel('Vanaf').fill(day(0));
    await said(colleague, 'Nee, niet zonder meer');
    await colleague.getByRole('button', { name: 'Plannen' }).click();
    await dialog.getByRole('button', { name: 'Aansluiten bij dit contact' }).click();
    await said(colleague, 'U sluit aan bij dit contact.');
    await manager
      .getByRole('region', { name: 'Contacten' })
      .getByText(/Met Demo accountmanager Wierden/)
      .waitFor();
    expect(await problems(manager)).toEqual([]);
    expect(await problems(colleague)).toEqual([]);
  });

  it('offers a contact, and the colleague finds it under Vandaag at once and takes it over', async () => {
    const colleague = await at('wierden.accountmanager', '/vandaag');
    await said(colleague, 'Live: nieuwe dingen verschijnen vanzelf');
    await manager.getByRole('region', { name: 'Contacten' }).getByRole('link', { name: 'Vacature' }).click();
    await manager.getByRole('button', { name: 'Aan een collega geven' }).click();
    await manager.getByRole('combobox', { name: 'Collega' }).selectOption('Demo accountmanager Wierden (Wierden)');
    expect(await problems(manager)).toEqual([]);
    await manager.getByRole('button', { name: 'Aanbieden' }).click();
    await said(manager, 'Het contact is aangeboden.');

    await colleague.getByText(`Contact met ${NEW}`).waitFor();
    expect(await problems(colleague)).toEqual([]);
    await colleague.getByRole('listitem').filter({ hasText: NEW }).getByRole('link', { name: 'Bekijk het contact' }).first().click();
    await colleague.getByRole('button', { name: 'Aannemen', exact: true }).click();
    await said(colleague, 'Het contact is nu van u.');
    expect(await problems(colleague)).toEqual([]);
  });

  it('records a contact in a hallway: kept without a network, sent when there is one, once though its answer was lost', async () => {
    const phone = await at('nuo.accountmanager', `${employer}/vastleggen`, 'allow');
    const context = phone.context();
    await phone.setViewportSize(widths.phone);
    await heading(phone, `Contact vastleggen met ${NEW}`);
    await phone.getByLabel('Onderwerp').fill('Rondleiding in de zagerij');
    await phone.waitForFunction(() => Object.values(localStorage).some((each: string) => each.includes('Rondleiding')));
    await phone.reload();
    await said(phone, 'U was hier al aan begonnen.');
    expect(await phone.getByLabel('Onderwerp').inputValue()).toBe('Rondleiding in de zagerij');
    expect(await problems(phone)).toEqual([]);

    // What the screens are made of is here by now: the form opens without a network, and as somebody.
    await phone.evaluate(() => navigator.serviceWorker.ready);
    await context.setOffline(true);
    await phone.reload();
    // Its name cannot be known now.
    await phone.getByRole('heading', { level: 1, name: 'Contact vastleggen', exact: true }).waitFor();
    expect(await phone.getByLabel('Onderwerp').inputValue()).toBe('Rondleiding in de zagerij');
    expect(await problems(phone)).toEqual([]);
    await phone.getByRole('button', { name: 'Opslaan' }).click();
    const waiting = phone.getByRole('region', { name: '1 contact nog niet verzonden' });
    await waiting.getByText('Onbekend: Rondleiding in de zagerij').waitFor();
    // What was kept did not fail.
    await phone.getByRole('heading', { name: 'Er is geen verbinding' }).first().waitFor();
    expect(await phone.getByText('Dit is niet gelukt').count()).toBe(0);
    await phone.getByRole('button', { name: 'Afmelden' }).click();
    const warning = phone.getByRole('dialog', { name: 'Nog niet alles is verzonden' });
    expect(await problems(phone)).toEqual([]);
    await warning.getByRole('button', { name: 'Aangemeld blijven' }).click();

    // It gets through, but the answer does not come back.
    let sent = 0;
    await context.route('**/graphql', async (route) => {
      const { operationName } = route.request().postDataJSON() as { operationName: string };
      if (operationName !== 'RecordContact') return route.continue();
      sent += 1;
      if (sent > 1) return route.continue();
      await route.fetch();
      return route.abort();
    });
    await context.setOffline(false);
    await expect.poll(() => sent, { timeout: PATIENCE_MS }).toBe(1);
    await waiting.getByRole('button', { name: 'Nu verzenden' }).click();
    await said(phone, 'Verzonden: Onbekend: Rondleiding in de zagerij');
    expect(sent).toBe(2);
    await waiting.waitFor({ state: 'detached' });
    await phone.goto(stack.url + employer);
    await phone.getByRole('region', { name: 'Contacten' }).getByText('Rondleiding in de zagerij').waitFor();
    expect(await phone.getByRole('region', { name: 'Contacten' }).getByText('Rondleiding in de zagerij', { exact: true }).count()).toBe(1);
    expect(await problems(phone)).toEqual([]);
  });

  it('changes an employer and who is there, and tells what a vacancy is and how it stands', async () => {
    await manager.goto(stack.url + employer);
    await manager.getByRole('link', { name: 'Werkgever wijzigen' }).click();
    await manager.getByLabel('Medewerkers').fill('-3');
    await save(manager);
    await said(manager, '0 of meer werkzame personen');
    expect(await problems(manager)).toEqual([]);
    await manager.getByLabel('Medewerkers').fill('12');
    await save(manager);
    await said(manager, 'De werkgever is gewijzigd.');
    await manager.getByRole('link', { name: 'Werkgever wijzigen' }).click();
    await manager.getByLabel('Zoek de werkgever waar deze bij hoort').fill('ba');
    const concern = manager.getByRole('radiogroup', { name: 'Hoort bij werkgever' }).locator('label').first();
    const [parent = ''] = (await concern.innerText()).split(', ');
    await concern.click();
    expect(await problems(manager)).toEqual([]);
    await save(manager);
    await manager.getByRole('region', { name: 'Gegevens' }).getByRole('link', { name: parent }).waitFor();

    await manager.getByRole('link', { name: 'Vestiging toevoegen' }).click();
    await manager.getByLabel('Naam van de vestiging').fill('Zagerij Oost');
    await manager.getByLabel('Straat').fill('Zaagpad');
    await manager.getByLabel('Huisnummer').fill('7');
    await manager.getByLabel('Postcode').fill('7607AP');
    await manager.getByLabel('Plaats', { exact: true }).fill('Enschede');
    await manager.getByLabel('Gemeente', { exact: true }).selectOption('Een andere gemeente');
    await save(manager);
    await manager
      .getByRole('link', { name: /gemeente/i })
      .first()
      .waitFor();
    expect(await problems(manager)).toEqual([]);
    await manager.getByLabel('Gemeentecode').fill('0344');
    await save(manager);
    await said(manager, 'De vestiging is opgeslagen.');
    await manager.getByRole('link', { name: 'Zagerij Oost wijzigen' }).click();
    expect(await manager.getByLabel('Gemeentecode').inputValue()).toBe('0344');
    await manager.getByLabel('Gemeente', { exact: true }).selectOption('Enschede');
    await save(manager);
    await manager.getByText('Zagerij Oost').first().waitFor();

    await manager.getByRole('link', { name: 'Contactpersoon toevoegen' }).click();
    await manager.getByLabel('Naam', { exact: true }).fill('Jo Zager');
    await save(manager);
    await manager.getByRole('link', { name: 'Jo Zager wijzigen' }).click();
    await manager.getByText('Wil niet benaderd worden').click();
    expect(await problems(manager)).toEqual([]);
    await save(manager);
    await said(manager, 'Niet benaderen');

    const vacancy = async (): Promise<void> => {
      await manager.getByRole('link', { name: 'Vacature toevoegen' }).click();
      await manager.getByLabel('Titel').fill('Zager');
      await manager.getByLabel('Beroep').fill('Zager');
      await save(manager);
    };
    await vacancy();
    await said(manager, 'De vacature is opgeslagen.');
    await vacancy();
    await said(manager, 'Staat deze vacature er al?');
    expect(await problems(manager)).toEqual([]);
    await manager.getByRole('button', { name: 'Annuleren' }).click();
    await manager.getByRole('table', { name: 'Vacatures' }).getByRole('link', { name: 'Zager' }).click();
    await manager.getByRole('button', { name: 'Pauzeren' }).click();
    await said(manager, 'Gepauzeerd');
    expect(await problems(manager)).toEqual([]);
  });

  it('gives work to a colleague: a task, an account with its plan; and corrects what was recorded', async () => {
    await manager.goto(stack.url + employer);
    await manager.getByRole('link', { name: 'Nieuwe taak' }).click();
    await manager.getByLabel('Wat moet er gebeuren').fill('Bel de zagerij');
    await manager.getByLabel('Wie doet het').selectOption('Demo accountmanager NUO (NUO)');
    await save(manager);
    await said(manager, 'De taak is opgeslagen.');
    await manager.goto(`${stack.url}/taken`);
    await manager.getByRole('button', { name: 'Wijzigen: Bel de zagerij' }).click();
    await manager.getByLabel('Wat moet er gebeuren').fill('Mail de zagerij');
    expect(await problems(manager)).toEqual([]);
    await save(manager);
    await manager.getByRole('button', { name: 'Vervalt: Mail de zagerij' }).click();
    await said(manager, 'De taak is vervallen.');

    const coordinator = await at('nuo.coordinator', `${employer}/accounts`);
    await coordinator.getByLabel('Accounthouder').selectOption('Demo accountmanager NUO (NUO)');
    await coordinator.getByRole('button', { name: 'Accounthouder aanwijzen' }).click();
    await said(coordinator, 'De accounthouder is aangewezen.');
    expect(await problems(coordinator)).toEqual([]);
    await manager.goto(`${stack.url}${employer}/accounts`);
    await manager.getByRole('button', { name: 'Plan en team wijzigen' }).click();
    await manager.getByLabel('Doel').fill('Twee leerbanen');
    await manager.getByLabel('Iemand toevoegen aan het team').selectOption('Demo accountmanager Wierden (Wierden)');
    await manager.getByRole('button', { name: 'Iemand toevoegen aan het team' }).click();
    expect(await problems(manager)).toEqual([]);
    await save(manager);
    await said(manager, 'Twee leerbanen');
    await manager.getByRole('button', { name: 'Aan een collega geven' }).click();
    await manager.getByLabel('Collega', { exact: true }).selectOption('Demo accountmanager Wierden (Wierden)');
    await manager.getByRole('button', { name: 'Aanbieden' }).click();
    await manager.getByRole('button', { name: 'Aanbod intrekken' }).click();
    await said(manager, 'Het aanbod is ingetrokken.');

    await manager.goto(stack.url + employer);
    const timeline = manager.getByRole('region', { name: 'Contacten' });
    await timeline.getByRole('button', { name: 'Verbeteren: Rondleiding in de zagerij' }).click();
    await timeline.getByLabel('Onderwerp').fill('Rondleiding in de schaverij');
    expect(await problems(manager)).toEqual([]);
    await save(manager);
    await timeline.getByText('Rondleiding in de schaverij', { exact: true }).waitFor();
    expect(await timeline.getByText('Rondleiding in de zagerij', { exact: true }).count()).toBe(0);
  });

  it('shows what merging two employers does before it is done, and undoes it', async () => {
    const coordinator = await at('nuo.coordinator', '/dubbelingen');
    await heading(coordinator, 'Dubbelingen');
    await coordinator.getByRole('button', { name: 'Zoeken' }).click();
    await said(coordinator, /Klaar: .* werkgevers vergeleken/);
    await coordinator
      .getByRole('link', { name: /^Vergelijken: / })
      .first()
      .waitFor();
    expect(await problems(coordinator)).toEqual([]);
    await coordinator
      .getByRole('link', { name: /^Vergelijken: / })
      .first()
      .click();
    // Only what differs is there to take over, with what it is.
    const rows = coordinator.getByRole('region', { name: 'Vergelijken' }).getByRole('row');
    await rows.nth(1).waitFor();
    for (const row of (await rows.all()).slice(1)) {
      const [name = ''] = await row.getByRole('rowheader').allInnerTexts();
      const [first = '', second = ''] = await row.getByRole('cell').allInnerTexts();
      const offered = await coordinator.getByRole('checkbox', { name: `${name}: ${second}`, exact: true }).count();
      const takes = name !== 'Vestigingen' && first !== second && first !== 'Geen' && second !== 'Geen';
      expect([name, offered]).toEqual([name, takes ? 1 : 0]);
    }
    await coordinator.getByRole('button', { name: 'Bekijk wat er gebeurt' }).click();
    const preview = coordinator.getByRole('region', { name: 'Dit gebeurt er' });
    await preview.waitFor();
    // What only one of them can have is chosen.
    for (const choice of await preview.getByRole('radio', { name: 'Van de werkgever die blijft' }).all()) await choice.check();
    const reason = preview.getByLabel('Waarom zijn zij één');
    if ((await reason.count()) > 0) await reason.fill('Een bedrijf met twee inschrijvingen');
    expect(await problems(coordinator)).toEqual([]);
    await preview.getByRole('button', { name: 'Samenvoegen' }).click();
    await said(coordinator, 'De werkgevers zijn samengevoegd.');
    expect(await problems(coordinator)).toEqual([]);
    await coordinator.getByRole('button', { name: 'Ongedaan maken' }).click();
    await said(coordinator, 'De samenvoeging is ongedaan gemaakt.');
    expect(await problems(coordinator)).toEqual([]);
  });

  it('hands over everything of a colleague, and says what moved', async () => {
    const coordinator = await at('nuo.coordinator', '/overdragen');
    await coordinator.getByLabel('Collega die vertrekt').selectOption('Demo accountmanager Almelo (Almelo)');
    await coordinator.getByRole('region', { name: 'Wat Demo accountmanager Almelo nog heeft' }).getByRole('table').first().waitFor();
    await coordinator.getByLabel('Aan wie').selectOption('Demo accountmanager NUO (NUO)');
    expect(await problems(coordinator)).toEqual([]);
    await coordinator.getByRole('button', { name: 'Alles overdragen' }).click();
    await coordinator.getByRole('heading', { name: 'Alles is overgedragen.' }).waitFor();
    expect(await problems(coordinator)).toEqual([]);
    await coordinator.getByRole('link', { name: 'Collega’s' }).click();
    await coordinator.getByRole('button', { name: 'Nieuw team' }).click();
    await coordinator.getByLabel('Naam van het team').fill('De zagers');
    await coordinator.getByRole('group', { name: 'Wie horen erbij' }).getByText('Demo accountmanager NUO (NUO)').click();
    expect(await problems(coordinator)).toEqual([]);
    await save(coordinator);
    await said(coordinator, 'De zagers');
  });

  it('shows employers with open places as a plot and as a list', async () => {
    await manager.goto(`${stack.url}/kaart`);
    await heading(manager, 'Kaart');
    const list = manager.getByRole('region', { name: 'Dezelfde werkgevers als lijst' });
    await list.getByRole('link').first().waitFor();
    expect(await problems(manager)).toEqual([]);
    const name = await list.getByRole('link').first().innerText();
    await list.getByRole('link').first().click();
    await heading(manager, name);
  });
});
