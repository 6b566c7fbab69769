import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { demoClients } from '@werkplein/demo';
import { fixedClock, type ImportSummary, newIds, runImport } from '@werkplein/kernel';
import { databaseForTest, dialects } from '@werkplein/kernel/testing';
import { describe, expect, it, onTestFinished } from 'vitest';
import { ClientRow } from '../clients/client.entity.ts';
import { DisclosureRow } from '../disclosures/disclosure.entity.ts';
import { DoelgroepRow } from '../doelgroep/doelgroep.entity.ts';
import { axes, brokenRule } from '../doelgroep/doelgroep.rules.ts';
import { DossierRow } from '../dossiers/dossier.entity.ts';
import { ExemptionRow } from '../exemptions/exemption.entity.ts';
import { LadderRow } from '../ladder/ladder.entity.ts';
import { lawParameterRows } from '../law-parameters/law-parameters.rows.ts';
import { PlanRow } from '../plans/plan.entity.ts';
import { ProvisionRow } from '../provisions/provision.entity.ts';
import { brokenProvisionRule } from '../provisions/provision.rules.ts';
import { moduleFor, registered, testDay, werkpleinForTest } from '../testing/index.ts';
import { clientImport, isoDay } from './client-import.ts';
import { loadDemoClients } from './load-demo-clients.ts';

const { entities, facts, migrations, vault } = moduleFor('almelo');
const tables = [ClientRow, DossierRow, DoelgroepRow, DisclosureRow];
const programme = [PlanRow, LadderRow];

function* firstDemoClients(count: number) {
  let seen = 0;
  for (const client of demoClients('0141', 1)) {
    if (seen === count) return;
    seen += 1;
    yield client;
  }
}

describe.each(dialects)('demo clients on %s', (dialect) => {
  it('are loaded with all that belongs to them, keep the rules, and are not loaded twice', async () => {
    const db = await databaseForTest(dialect, { entities, migrations });
    const demo = [...firstDemoClients(600)];
    const progress: number[] = [];
    expect(await loadDemoClients(db, demo.slice(0, 300), vault)).toEqual({ read: 300, written: 300 });
    expect(await loadDemoClients(db, demo, vault, (done) => progress.push(done))).toEqual({ read: 600, written: 300 });
    expect(progress).toEqual([500, 600]);
    const counts = () => Promise.all(tables.map((table) => db.read.em.count(table)));
    const shared = demo.filter(({ disclosedParts }) => disclosedParts.length > 0).length;
    expect(await counts()).toEqual([600, 600, 3000, shared]);
    const programmes = [demo.filter(({ plan }) => plan !== null).length, demo.flatMap(({ ladder }) => ladder).length];
    expect(await Promise.all(programme.map((table) => db.read.em.count(table)))).toEqual(programmes);
    const support = [demo.flatMap(({ provisions }) => provisions), demo.flatMap(({ exemptions }) => exemptions)].map(({ length }) => length);
    expect(support.every((length) => length > 10)).toBe(true);
    expect(await Promise.all([ProvisionRow, ExemptionRow].map((table) => db.read.em.count<object>(table)))).toEqual(support);
    // What is used keeps the rules of provisions.
    for (const { id, birthDate, provisions } of demo) {
      for (const { kind, startsOn, endsOn, decision } of provisions) {
        const context = { today: '2026-11-01', birthDate, parameters: lawParameterRows, granted: decision ? [decision] : [], others: [] };
        expect([id, brokenProvisionRule({ kind, uses: [{ startsOn, endsOn }], stopBy: null }, context)]).toEqual([id, null]);
      }
    }
    expect(await loadDemoClients(db, demo, vault)).toEqual({ read: 600, written: 0 });
    expect(await counts()).toEqual([600, 600, 3000, shared]);
    const open = demo.filter(({ status }) => status !== 'CLOSED').length;
    expect((await db.read.em.find(DossierRow)).filter(({ openClientId }) => openClientId !== null)).toHaveLength(open);
    const periods = Map.groupBy(await db.read.em.find(DoelgroepRow), ({ clientId }) => clientId);
    for (const each of periods.values()) expect(axes.map((axis) => brokenRule(each, axis))).toEqual([null, null, null, null, null]);
    const withBsn = demo.find(({ bsn }) => bsn !== null);
    const row = await db.read.em.findOneByOrFail(ClientRow, { id: withBsn?.id as string });
    expect(vault.open(row.id, row.bsnCipher as string)).toBe(withBsn?.bsn);
  });

  it('leave out a test BSN that somebody registered by hand', async () => {
    const served = await werkpleinForTest(dialect);
    const demo = [...firstDemoClients(50)].find(({ bsn }) => bsn !== null);
    await registered(served, { bsn: demo?.bsn });
    await loadDemoClients(served.db, [demo as NonNullable<typeof demo>], served.vault);
    expect((await served.db.read.em.findOneByOrFail(ClientRow, { id: demo?.id as string })).bsnIndex).toBeNull();
  });
});

const header = 'Bronnummer;Voornaam;Tussenvoegsel;Achternaam;Geboortedatum;BSN;Straat;Huisnummer;Postcode;Woonplaats;Klantregisseur;Grondslag;Aanmelddatum';
const importLines = async (dialect: 'sqlite' | 'mariadb') => {
  const db = await databaseForTest(dialect, { entities, migrations });
  const folder = mkdtempSync(join(tmpdir(), 'clients-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const clock = fixedClock(`${testDay}T10:00:00Z`);
  const run = (lines: string[], dryRun = false): Promise<ImportSummary> => {
    const file = join(folder, 'clients.csv');
    writeFileSync(file, [header, ...lines].join('\n'));
    return runImport({ file, spec: clientImport(vault, facts.terms, () => testDay), db, ctx: { newId: newIds('0141', clock), clock }, dryRun });
  };
  return { db, run };
};

describe.each(dialects)('importing clients on %s', (dialect) => {
  const one = 'S-1;Anna;de;Vries;3-4-1985;999990019;Dorpsstraat;12a;7607 AB;Almelo;k1;algemene bijstand;01-02-2020';
  const two = 'S-2;Bram;;Bakker;1990-12-31;;Kerkweg;3;7607AC;Almelo;k1;;2021-01-01';

  it('makes clients with dossier and grondslag; a second run changes only what differs', async () => {
    const { db, run } = await importLines(dialect);
    expect(await run([one, two], true)).toMatchObject({ read: 2, wouldWrite: 2 });
    expect(await db.read.em.count(ClientRow)).toBe(0);
    expect(await run([one, two])).toMatchObject({ created: 2, rejected: 0 });
    expect(await run([one, two])).toMatchObject({ created: 0, unchanged: 2 });
    expect(await run([one, two.replace('Bakker', 'Bakkers')])).toMatchObject({ unchanged: 1, updated: 1 });
    expect(await Promise.all(tables.map((table) => db.read.em.count(table)))).toEqual([2, 2, 1, 0]);
    expect(await db.read.em.findOneByOrFail(ClientRow, { sourceSystem: 'SOWECO', sourceKey: 'S-1' })).toMatchObject({
      prefix: 'de',
      birthDate: '1985-04-03',
      houseNumber: 12,
      houseNumberAddition: 'a',
      postcode: '7607AB',
      bsnIndex: vault.index('999990019'),
      registeredOn: '2020-02-01',
    });
    expect(await db.read.em.findOneByOrFail(ClientRow, { sourceKey: 'S-2' })).toMatchObject({ familyName: 'Bakkers', version: 2 });
  });

  it('refuses bad rows and a BSN of another client, and writes the others', async () => {
    const { db, run } = await importLines(dialect);
    const bad = 'S-3;Cor;;Bos;31-02-1990;123456789;Weg;x;76;Almelo;k1;onzin;2030-01-01';
    const double = one.replace('S-1', 'S-4');
    expect(await run([one, bad, double, two])).toMatchObject({ read: 4, created: 2, rejected: 2 });
    expect(await db.read.em.count(ClientRow)).toBe(2);
    expect(await run([double])).toMatchObject({ rejected: 1 });
  });

  it('takes the last of two lines with one source number', async () => {
    const { db, run } = await importLines(dialect);
    expect(await run([two, two.replace('Bakker', 'Bakkers')])).toMatchObject({ created: 1, updated: 1 });
    expect((await db.read.em.find(ClientRow)).map(({ familyName }) => familyName)).toEqual(['Bakkers']);
  });
});

it('reads the problems of a row by column, without its values', () => {
  const spec = clientImport(vault, facts.terms, () => testDay);
  const parsed = spec.parse({ bronnummer: 'S-1', geboortedatum: '31-02-1990', bsn: '999990018', huisnummer: 'x', aanmelddatum: '2030-01-01', grondslag: 'x' });
  const problems = 'problems' in parsed ? parsed.problems : [];
  expect(new Set(problems.map(({ path }) => path[0]))).toEqual(
    new Set([
      'voornamen',
      'achternaam',
      'geboortedatum',
      'bsn',
      'straat',
      'huisnummer',
      'postcode',
      'woonplaats',
      'klantregisseur',
      'grondslag',
      'aanmelddatum',
    ]),
  );
  expect(JSON.stringify(problems)).not.toContain('999990018');
});

it.each([
  ['3-4-1985', '1985-04-03'],
  ['03-04-1985', '1985-04-03'],
  ['03/04/1985', '1985-04-03'],
  ['1985-04-03', '1985-04-03'],
  ['1985', '1985'],
])('reads %s as %s', (text, day) => {
  expect(isoDay(text)).toBe(day);
});
