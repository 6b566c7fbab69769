import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { In, Column, Entity, PrimaryColumn } from 'typeorm';
import { describe, expect, it, onTestFinished } from 'vitest';
import { fixedClock } from '../clock/index.ts';
import { newIds } from '../ids/index.ts';
import { column, createTable, type Database, varchar } from '../persistence/index.ts';
import { databaseForTest, dialects } from '../testing/databases.ts';
import { ImportError, type ImportOptions, type ImportSpec, progressBar, runImport } from './index.ts';

@Entity({ name: 'person' })
class Person {
  @PrimaryColumn(varchar(20)) number!: string;
  @Column(varchar(200)) name!: string;
  @Column({ type: 'int' }) hours!: number;
}

const options = {
  entities: [Person],
  migrations: [
    createTable(1763800009000, 'person', { columns: { number: column.varchar(20), name: column.varchar(200), hours: column.int }, primary: ['number'] }),
  ],
};

const spec: ImportSpec<Person> = {
  columns: {
    number: { names: ['nummer', 'Persnr'], required: true, text: 'Nummer' },
    name: { names: ['naam'], required: true, text: 'Naam' },
    hours: { names: ['uren'], required: false, text: 'Uren per week' },
  },
  parse: ({ number = '', name = '', hours = '' }) => {
    const problems = [
      ...(/^[0-9]+$/.test(number) ? [] : [{ path: ['number'], message: 'Verwacht: cijfers.' }]),
      ...(/^[0-9]*$/.test(hours) ? [] : [{ path: ['hours'], message: 'Verwacht: een getal.' }]),
    ];
    return problems.length > 0 ? { problems } : { row: { number, name, hours: Number(hours) } };
  },
  check: async (_tx, rows) => rows.map(({ name }) => (name === 'Onbekend' ? [{ path: ['name'], message: 'bestaat niet' }] : [])),
  write: async ({ em }, rows) => {
    const known = new Map((await em.findBy(Person, { number: In(rows.map(({ number }) => number)) })).map((person) => [person.number, person]));
    await em.upsert(Person, [...rows], ['number']);
    return rows.map((row) => {
      const before = known.get(row.number);
      if (!before) return 'created';
      return before.name === row.name && before.hours === row.hours ? 'unchanged' : 'updated';
    });
  },
};

const folder = (): string => {
  const path = mkdtempSync(join(tmpdir(), 'import-'));
  onTestFinished(() => rmSync(path, { recursive: true }));
  return path;
};
const fileWith = (content: string | Buffer): string => {
  const file = join(folder(), 'personen.csv');
  writeFileSync(file, content);
  return file;
};
const clock = fixedClock('2026-11-01T12:00:00Z');
const run = (db: Database, file: string, more: Partial<ImportOptions<Person>> = {}) =>
  runImport({ file, spec, db, ctx: { clock, newId: newIds('nuo', clock) }, dryRun: false, ...more });
const people = (db: Database) => db.read.em.find(Person, { order: { number: 'ASC' } });
const rejectedOf = (file: string): string[] => readFileSync(`${file}.rejected.csv`, 'utf8').replace('\uFEFF', '').trimEnd().split('\r\n');
const none = { created: 0, updated: 0, unchanged: 0, wouldWrite: 0, rejected: 0, rejectedFile: null };

describe.each(dialects)('an import into %s', (dialect) => {
  const database = () => databaseForTest(dialect, options);

  it.each([
    ['semicolons', 'nummer;naam;uren\n1;Zoë;24\n'],
    ['commas and another order', 'uren,naam,nummer\r\n24,Zoë,1\r\n'],
    ['a BOM', '\uFEFFnummer;naam;uren\n1;Zoë;24\n'],
    ['Windows-1252', iconv.encode('nummer;naam;uren\n1;Zoë;24\n', 'windows-1252')],
    ['headers in other words, case and spaces', ' PERSNR ;"Naam";Uren\n1;Zoë;24\n'],
    ['empty lines and empty rows', 'nummer;naam;uren\n\n1;Zoë;24\n;;\n\n'],
  ])('reads a file with %s', async (_, content) => {
    const db = await database();
    expect(await run(db, fileWith(content))).toEqual({ ...none, read: 1, created: 1 });
    expect(await people(db)).toEqual([{ number: '1', name: 'Zoë', hours: 24 }]);
  });

  it('writes bad rows with their line and all reasons to a file of their own', async () => {
    const db = await database();
    const file = fileWith('nummer;naam;uren\n1;"Jan\nJansen";8\n\nx;;y\n2;"Te\r\nveel";8;9\n3;Onbekend;8\n4;"a;b";=1+1\n5;Piet;\n');
    expect(await run(db, file)).toEqual({ ...none, read: 6, created: 2, rejected: 4, rejectedFile: `${file}.rejected.csv` });
    expect(rejectedOf(file).join('\n')).toBe(
      [
        'regel;redenen;nummer;naam;uren',
        '5;"naam: is verplicht; nummer: Verwacht: cijfers.; uren: Verwacht: een getal.";x;;y',
        '6;de regel heeft 4 cellen; de eerste regel van het bestand heeft er 3;2;"Te\nveel";8;9',
        '8;naam: bestaat niet;3;Onbekend;8',
        `9;uren: Verwacht: een getal.;4;"a;b";'=1+1`,
      ]
        .join('\n')
        .replace(
          'de regel heeft 4 cellen; de eerste regel van het bestand heeft er 3',
          '"de regel heeft 4 cellen; de eerste regel van het bestand heeft er 3"',
        ),
    );
    expect(await people(db)).toMatchObject([{ name: 'Jan\nJansen' }, { name: 'Piet', hours: 0 }]);
  });

  it('takes a mended rejected file, and then leaves none behind', async () => {
    const db = await database();
    const file = fileWith('nummer;naam;uren\n1;-Jan;x\n');
    await run(db, file);
    writeFileSync(file, readFileSync(`${file}.rejected.csv`, 'utf8').replace(';x', ';8'));
    expect(await run(db, file)).toEqual({ ...none, read: 1, created: 1 });
    expect(await people(db)).toEqual([{ number: '1', name: '-Jan', hours: 8 }]);
    expect(existsSync(`${file}.rejected.csv`)).toBe(false);
  });

  it('uses a mapping file', async () => {
    const db = await database();
    const file = fileWith('id;Wie;naam\n1;Jan;iets anders\n');
    const mappingFile = `${file}.json`;
    writeFileSync(mappingFile, JSON.stringify({ number: 'ID', Naam: 'wie' }));
    expect(await run(db, file, { mappingFile })).toMatchObject({ created: 1 });
    expect(await people(db)).toMatchObject([{ number: '1', name: 'Jan' }]);
  });

  it('writes nothing in a dry run, but says what is wrong', async () => {
    const db = await database();
    const file = fileWith('nummer;naam\n1;Jan\n2;Onbekend\n');
    expect(await run(db, file, { dryRun: true })).toEqual({ ...none, read: 2, wouldWrite: 1, rejected: 1, rejectedFile: `${file}.rejected.csv` });
    expect(await people(db)).toEqual([]);
    expect(rejectedOf(file)).toHaveLength(2);
  });

  const many = (hours: number): string => `nummer;naam;uren\n${Array.from({ length: 25 }, (_, i) => `${i};Naam ${i};${hours}`).join('\n')}\n`;

  it('finds all unchanged the second time', async () => {
    const db = await database();
    const file = fileWith(many(8));
    const progress: number[] = [];
    expect(await run(db, file, { batchSize: 10, onProgress: ({ rows }) => progress.push(rows) })).toMatchObject({ read: 25, created: 25 });
    expect(progress).toEqual([10, 20, 25]);
    expect(await run(db, file, { batchSize: 10 })).toMatchObject({ read: 25, unchanged: 25 });
    expect(await run(db, fileWith(many(9)))).toMatchObject({ read: 25, updated: 25 });
  });

  it('completes in the next run what a failure broke off', async () => {
    const [db, whole] = [await database(), await database()];
    const file = fileWith(many(8));
    let batches = 0;
    const failing: ImportSpec<Person> = {
      ...spec,
      write: async (tx, rows, ctx) => {
        const outcomes = await spec.write(tx, rows, ctx);
        batches += 1;
        if (batches === 2) throw new Error('power cut');
        return outcomes;
      },
    };
    await expect(run(db, file, { spec: failing, batchSize: 10 })).rejects.toThrow('power cut');
    expect(await people(db)).toHaveLength(10);
    expect(await run(db, file, { batchSize: 10 })).toMatchObject({ unchanged: 10, created: 15 });
    await run(whole, file);
    expect(await people(db)).toEqual(await people(whole));
  });
});

describe('a file that cannot be imported', () => {
  it.each([
    ['lacks columns', 'nr;uren\n1;8\n', 'de verplichte kolom "nummer", "Persnr" ontbreekt; de verplichte kolom "naam" ontbreekt'],
    ['has a column twice', 'nummer;naam;Persnr\n1;Jan;1\n', 'de kolommen "nummer", "Persnr" zijn allebei "nummer"'],
    ['is empty', '', 'Het bestand is leeg.'],
    ['has no header', '\n\n', 'De eerste regel'],
    ['is a workbook', Buffer.from('PK\u0003\u0004 and so on'), 'Excel'],
    ['is UTF-16', Buffer.from('nummer;naam', 'utf16le'), 'geen CSV-bestand in UTF-8'],
    ['has an open quote', 'nummer;naam\n1;Jan\n2;"Piet\n', 'in of na regel 3'],
  ])('is refused with nothing written when it %s', async (_, content, message) => {
    const db = await databaseForTest('sqlite', options);
    const refused = await run(db, fileWith(content)).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(ImportError);
    expect((refused as ImportError).message).toContain(message);
    expect(await people(db)).toEqual([]);
  });

  it('is refused when it does not exist', async () => {
    const db = await databaseForTest('sqlite', options);
    await expect(run(db, join(folder(), 'weg.csv'))).rejects.toThrow('niet te lezen');
  });

  it.each([
    [{ number: 'nummer', name: 'nummer' }, 'zowel "nummer" als "naam"'],
    [{ name: 'naam', naam: 'nummer' }, 'noemt de kolom "naam" twee keer'],
    [{ phone: 'naam' }, 'de kolom "phone", die deze import niet kent'],
    [{ name: 'wie' }, '"wie", maar die kolom staat niet in het bestand'],
    [['naam'], 'Het mappingbestand is niet te lezen'],
  ])('is refused with the mapping %j', async (mapping, message) => {
    const db = await databaseForTest('sqlite', options);
    const file = fileWith('nummer;naam\n1;Jan\n');
    writeFileSync(`${file}.json`, JSON.stringify(mapping));
    await expect(run(db, file, { mappingFile: `${file}.json` })).rejects.toThrow(message);
  });
});

describe('a progress bar', () => {
  const shown = (isTTY: boolean): string => {
    let text = '';
    let ms = 0;
    const bar = progressBar({ isTTY, write: (more) => (text += more) }, 'rijen', 400, () => ms);
    for (let done = 100; done <= 400; done += 100) {
      ms += 2000;
      bar.update(done);
    }
    bar.done();
    return text;
  };

  it('redraws one line on a terminal', () => {
    expect(shown(true).split('\r\u001B[K')).toEqual([
      '',
      'rijen: 25% 100/400, 50/s',
      'rijen: 50% 200/400, 50/s',
      'rijen: 75% 300/400, 50/s',
      'rijen: 100% 400/400, 50/s',
      'rijen: 100% 400/400, 50/s\n',
    ]);
  });

  it('writes a line every 5 seconds to a log', () => {
    expect(shown(false)).toBe('rijen: 75% 300/400, 50/s\nrijen: 100% 400/400, 50/s\n');
  });
});
