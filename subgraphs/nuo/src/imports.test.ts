import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Database, type ImportSpec, newIds, runImport } from '@werkplein/kernel';
import { dialects } from '@werkplein/kernel/testing';
import { describe, expect, it, onTestFinished } from 'vitest';
import { ContactMoment } from './contacts/contact.entity.ts';
import { Branch, Employer, EmployerAlias } from './employers/employer.entity.ts';
import { parseDutchDay, parseDutchMoment } from './import-cells.ts';
import { contactsImport, employersImport, placementsImport } from './index.ts';
import { Participant } from './participants/participant.entity.ts';
import { Placement } from './placements/placement.entity.ts';
import { nuoForTest, testClock } from './testing/index.ts';

const fileWith = (lines: string[]): string => {
  const folder = mkdtempSync(join(tmpdir(), 'nuo-import-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'bestand.csv');
  writeFileSync(file, `${lines.join('\n')}\n`);
  return file;
};
const run = async <T>(db: Database, spec: ImportSpec<T>, lines: string[], dryRun = false) => {
  const file = fileWith(lines);
  const summary = await runImport({ file, spec, db, ctx: { clock: testClock, newId: newIds('nuo', testClock) }, dryRun });
  const { read: _, rejectedFile, ...counts } = summary;
  return { counts, rejected: rejectedFile === null ? '' : readFileSync(rejectedFile, 'utf8') };
};
const counts = (more: object) => ({ created: 0, updated: 0, unchanged: 0, wouldWrite: 0, rejected: 0, ...more });

const employers = [
  'bronnummer;kvknummer;vestigingsnummer;statutaire naam;handelsnaam;straat;huisnummer;postcode;plaats;gemeentecode;sbi;telefoon;e-mail;website',
  'W1;68750110;000037178598;Test BV Donald;;Hizzaarderlaan;3a;7607 AB;Almelo;0141;47110;0546-123456;info@donald.example;www.donald.example',
  'W2;68750110;000037178601;Test BV Donald;Donald Wierden;Dorpsstraat;1;7642AA;Wierden;GM0189;;;;',
  "W3;;;Bakkerij 't Hoekje B.V.;;;;;;;;;;",
];
const contacts = [
  'bronnummer;werkgever;datumtijd;kanaal;richting;sturing;onderwerp;verslag;medewerker;organisatie',
  'C1;W2;03-08-2026 09:30;Bezoek;uitgaand;Vraaggestuurd;Kennismaking;Prima;Jan de Vries;Wierden',
  'C2;68750110;2026-01-05T09:00:00+01:00;e-mail;inkomend;aanbodgestuurd;Vraag;;Piet;NUO',
];
const placements = [
  'bronnummer;werkgever;soort;begindatum;einddatum;uren;gemeentecode;deelnemer bronnummer;naam',
  'P1;;Intern beschut;01-01-2020;31-12-2024;36;0141;D1;Wsw Medewerker',
  'P2;W3;begeleid werken;1-1-2025;;27,5;0141;D1;Wsw Medewerker',
];

describe.each(dialects)('an import on %s', (dialect) => {
  it('writes employers with their branches, and nothing the second time', async () => {
    const { db } = await nuoForTest(dialect);
    expect((await run(db, employersImport, employers)).counts).toEqual(counts({ created: 3 }));
    expect((await run(db, employersImport, employers)).counts).toEqual(counts({ unchanged: 3 }));
    const rows = await db.read.em.find(Employer, { order: { nameKey: 'ASC' } });
    expect(rows.map(({ legalName, kvkNumber }) => [legalName, kvkNumber])).toEqual([
      ["Bakkerij 't Hoekje B.V.", null],
      ['Test BV Donald', '68750110'],
    ]);
    expect(await db.read.em.count(EmployerAlias)).toBe(2);
    const branches = await db.read.em.find(Branch, { order: { sourceKey: 'ASC' } });
    expect(branches.map(({ name, postcode, municipality, phone, main }) => [name, postcode, municipality, phone, main])).toEqual([
      ['Test BV Donald', '7607AB', '0141', '+31546123456', true],
      ['Donald Wierden', '7642AA', '0189', null, false],
      ["Bakkerij 't Hoekje B.V.", null, null, null, true],
    ]);
  });

  it('adds to an employer that users registered before', async () => {
    const nuo = await nuoForTest(dialect);
    await nuo.ask(
      'nuo.accountmanager',
      'mutation { nuo { registerEmployer(input: { requestId: "request-1", legalName: "Test BV Donald", kvkNumber: "68750110" }) { ... on EmployerRegistered { alreadyKnown } } } }',
    );
    await run(nuo.db, employersImport, employers);
    expect(await nuo.db.read.em.count(Employer)).toBe(2);
    expect(await nuo.db.read.em.count(Branch)).toBe(3);
  });

  it('rejects bad rows with all their problems and writes the others', async () => {
    const { db } = await nuoForTest(dialect);
    const { counts: done, rejected } = await run(db, employersImport, [...employers, 'W9;123;12;;;;;7607SS;;;;;geen;']);
    expect(done).toEqual(counts({ created: 3, rejected: 1 }));
    for (const column of ['kvknummer', 'vestigingsnummer', 'statutaire naam', 'postcode', 'e-mail']) expect(rejected).toContain(`${column}: `);
  });

  it('writes nothing in a dry run', async () => {
    const { db } = await nuoForTest(dialect);
    expect((await run(db, employersImport, employers, true)).counts).toEqual(counts({ wouldWrite: 3 }));
    expect((await run(db, contactsImport, contacts, true)).counts).toEqual(counts({ rejected: 2 }));
    expect(await db.read.em.count(Employer)).toBe(0);
  });

  it('writes contact moments of known employers, once', async () => {
    const { db } = await nuoForTest(dialect);
    await run(db, employersImport, employers);
    const bad = ['C3;W77;03-08-2026 09:30;bezoek;uitgaand;vraaggestuurd;X;;Jan;NUO', 'C4;W1;29-03-2026 02:30;fax;uitgaand;vraaggestuurd;X;;Jan;Enschede'];
    const first = await run(db, contactsImport, [...contacts, ...bad]);
    expect(first.counts).toEqual(counts({ created: 2, rejected: 2 }));
    for (const text of ['werkgever: Deze werkgever is niet bekend', 'datumtijd: ', 'kanaal: ', 'organisatie: ']) expect(first.rejected).toContain(text);
    expect((await run(db, contactsImport, contacts)).counts).toEqual(counts({ unchanged: 2 }));
    const [one, two] = await db.read.em.find(ContactMoment, { order: { sourceKey: 'ASC' } });
    expect([one?.occurredAt.toISOString(), one?.organisation, one?.channel]).toEqual(['2026-08-03T07:30:00.000Z', '0189', 'VISIT']);
    expect([two?.employerAliasId, two?.channel]).toEqual([one?.employerAliasId, 'EMAIL']);
  });

  it('writes placements with their participants, and names of Wsw employees only', async () => {
    const { db } = await nuoForTest(dialect);
    await run(db, employersImport, employers);
    const bad = [
      'P3;W3;proefplaatsing;01-01-2025;;24;0141;D2;Klant',
      'P4;;regulier;31-12-2025;01-01-2025;50;0141;D3;',
      'P5;W77;regulier;01-01-2025;;24;0141;D4;',
    ];
    const first = await run(db, placementsImport, [...placements, ...bad]);
    expect(first.counts).toEqual(counts({ created: 2, rejected: 3 }));
    for (const text of ['naam: ', 'werkgever: Alleen', 'einddatum: ', 'uren: ', 'werkgever: Deze']) expect(first.rejected).toContain(text);
    expect((await run(db, placementsImport, placements)).counts).toEqual(counts({ unchanged: 2 }));
    expect((await db.read.em.find(Participant)).map(({ name, municipality }) => [name, municipality])).toEqual([['Wsw Medewerker', '0141']]);
    expect((await db.read.em.find(Placement, { order: { sourceKey: 'ASC' } })).map(({ status, hoursPerWeek }) => [status, hoursPerWeek])).toEqual([
      ['ENDED', 36],
      ['ACTIVE', 27.5],
    ]);
  });

  it('writes placements in the state that their days say: planned before them, with the term of a trial, ended after them', async () => {
    const { db } = await nuoForTest(dialect);
    await run(db, employersImport, employers);
    const lines = [
      `P5;W1;proefplaatsing;31-07-2026;;24;0141;D5;`,
      `P6;W1;regulier;04-08-2026;31-12-2026;24;0141;D6;`,
      `P7;W1;regulier;03-08-2026;04-08-2026;24;0141;D7;`,
      `P8;W1;regulier;01-08-2026;03-08-2026;24;0141;D8;`,
    ];
    const { counts: written } = await run(db, placementsImport, [placements[0] as string, ...lines]);
    expect(written).toEqual(counts({ created: 4 }));
    const rows = await db.read.em.find(Placement, { order: { sourceKey: 'ASC' } });
    expect(rows.map(({ status, expectedEndOn, endedOn, termEndsOn }) => [status, expectedEndOn, endedOn, termEndsOn])).toEqual([
      ['ACTIVE', null, null, '2026-09-29'],
      ['PLANNED', '2026-12-31', null, null],
      ['ACTIVE', '2026-08-04', null, null],
      ['ENDED', null, '2026-08-03', null],
    ]);
  });
});

describe('a cell', () => {
  it.each([
    ['31-03-2026 23:30', '2026-03-31T21:30:00.000Z'],
    ['1-1-2026 9:05', '2026-01-01T08:05:00.000Z'],
    ['25-10-2026 02:30', '2026-10-25T00:30:00.000Z'],
    ['2026-10-25T02:30:00+01:00', '2026-10-25T01:30:00.000Z'],
  ])('with the time %s is %s', (text, instant) => {
    expect(parseDutchMoment(text).toISOString()).toBe(instant);
  });

  it.each(['29-03-2026 02:30', '31-02-2026 10:00', '2026-05-01T10:00:00', '01-01-2026 24:00', ''])('with the time %s is refused', (text) => {
    expect(() => parseDutchMoment(text)).toThrow('Verwacht');
  });

  it('with a day is read as Dutch or ISO', () => {
    expect([parseDutchDay('5-2-2026'), parseDutchDay('2026-02-05')]).toEqual(['2026-02-05', '2026-02-05']);
    expect(() => parseDutchDay('29-02-2026')).toThrow('Verwacht');
  });
});
