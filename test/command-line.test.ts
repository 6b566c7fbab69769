import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { openDatabase } from '@werkplein/kernel';
import { dialects } from '@werkplein/kernel/testing';
import { describe, expect, it, onTestFinished } from 'vitest';
import { program, workplace } from './programs.ts';

// Programs compile their modules and migrate a database before they do anything: on a busy machine that takes a while.
const programs = { timeout: 240_000 };

describe.each(dialects)('the import at the command line on %s', programs, (dialect) => {
  it('reads the sample files, refuses their mistakes with reasons, and changes nothing the second time', async () => {
    const { folder, run } = await workplace(dialect);
    const files: [string, string[], string, string][] = [
      [
        'nuo',
        ['import', 'employers', 'werkgevers.csv'],
        '6 rijen gelezen: 2 nieuw, 0 gewijzigd, 0 ongewijzigd, 4 afgekeurd',
        '6 rijen gelezen: 0 nieuw, 0 gewijzigd, 2 ongewijzigd, 4 afgekeurd',
      ],
      [
        'nuo',
        ['import', 'employers', 'werkgevers-windows1252.csv', '--mapping', 'werkgevers-windows1252.kolommen.json'],
        '2 rijen gelezen: 2 nieuw',
        '0 nieuw, 0 gewijzigd, 2 ongewijzigd, 0 afgekeurd',
      ],
      ['nuo', ['import', 'contacts', 'contacten.csv'], '4 rijen gelezen: 2 nieuw', '0 nieuw, 0 gewijzigd, 2 ongewijzigd, 2 afgekeurd'],
      ['nuo', ['import', 'placements', 'plaatsingen.csv'], '4 rijen gelezen: 2 nieuw', '0 nieuw, 0 gewijzigd, 2 ongewijzigd, 2 afgekeurd'],
      ['almelo', ['import', 'clients', 'clienten-almelo.csv'], '4 rijen gelezen: 2 nieuw', '0 nieuw, 0 gewijzigd, 2 ongewijzigd, 2 afgekeurd'],
    ];
    expect((await run('nuo', 'import', 'employers', 'werkgevers.csv', '--dry-run')).out).toContain('niet geschreven (proef)');
    for (const [name, args, first] of files) expect((await run(name, ...args)).out).toContain(first);
    for (const [name, args, , second] of files) expect((await run(name, ...args)).out).toContain(second);
    expect(readFileSync(join(folder, 'werkgevers.csv.rejected.csv'), 'utf8')).toMatch(/^4;kvknummer: Verwacht[\s\S]*^8;statutaire naam: is verplicht/m);
  });

  it('loses nothing when it is killed in the middle, and completes at the next run', async () => {
    const { folder, env, run, count } = await workplace(dialect);
    const rows = 6000;
    const lines = Array.from({ length: rows }, (_, i) => `W-${i};Bedrijf ${i};Kerkstraat;1;7607AB;Almelo;0141`);
    const file = join(folder, 'veel.csv');
    writeFileSync(file, `bronnummer;statutaire naam;straat;huisnummer;postcode;plaats;gemeentecode\n${lines.join('\n')}\n`);
    const killed = program('nuo', ['import', 'employers', file], env);
    let written = 0;
    while (written === 0) written = await count('SELECT COUNT(*) AS n FROM employer');
    killed.kill();
    await killed.ended;
    const kept = await count('SELECT COUNT(*) AS n FROM employer');
    expect(kept).toBeGreaterThanOrEqual(written);
    expect(kept).toBeLessThan(rows);
    expect((await run('nuo', 'import', 'employers', 'veel.csv')).out).toContain(
      `${rows} rijen gelezen: ${rows - kept} nieuw, 0 gewijzigd, ${kept} ongewijzigd, 0 afgekeurd`,
    );
    expect(await count('SELECT COUNT(*) AS n FROM employer')).toBe(rows);
  });
});

describe('a program of a subgraph', programs, () => {
  it('says what it can do when it is told something else', async () => {
    const { run } = await workplace('sqlite');
    expect(await run('nuo', 'import', 'pears', 'x.csv')).toEqual({ code: 1, out: expect.stringContaining('employers|contacts|placements') });
    expect(await run('nuo', 'import', 'employers', 'absent.csv')).toEqual({ code: 1, out: expect.stringContaining('Het bestand is niet te lezen') });
  });

  it('names all wrong settings at once and does not start', async () => {
    const { code, out } = await program('almelo', [], { ALMELO_PORT: 'x', ALMELO_DATABASE_URL: 'postgres://secret' }).ended;
    expect([code, out]).toEqual([1, expect.stringMatching(/ALMELO_PORT[\s\S]*ALMELO_DATABASE_URL/)]);
    expect(out).not.toContain('secret');
  });

  it.each([['nuo'], ['almelo']])('refuses demo data and demo keys in production (%s)', async (name) => {
    const { env } = await workplace('sqlite');
    const production = {
      ...env,
      NODE_ENV: 'production',
      ALMELO_BSN_KEY: Buffer.alloc(32, 1).toString('base64'),
      ALMELO_BSN_INDEX_KEY: Buffer.alloc(32, 2).toString('base64'),
      PERSON_TOKEN_KEY: Buffer.alloc(32, 3).toString('base64'),
    };
    expect(await program(name, ['demo'], production).ended).toEqual({ code: 1, out: expect.stringContaining('NODE_ENV=production') });
    expect(await program(name, [], production).ended).toEqual({ code: 1, out: expect.stringContaining('Demo keys do not work') });
    expect(await program('almelo', [], { ...env, NODE_ENV: 'production' }).ended).toEqual({ code: 1, out: expect.stringContaining('ALMELO_BSN_KEY') });
  });

  // The pool of MariaDB keeps a process alive.
  it.runIf(dialects.includes('mariadb'))('ends when its tables cannot be made', async () => {
    const { env, databases } = await workplace('mariadb');
    const db = await openDatabase({ url: databases.nuo.url, entities: [], migrations: [] });
    // As for an account that may not make any.
    await db.write((tx) => tx.em.query('CREATE TABLE employer (other INTEGER)'));
    await db.close();
    expect(await program('nuo', [], env).ended).toEqual({ code: 1, out: expect.stringContaining('nuo cannot start. ') });
  });

  it('says that its port is taken', async () => {
    const { env } = await workplace('sqlite');
    const taken = createServer();
    const port = await new Promise<number>((done) => taken.listen(0, '127.0.0.1', () => done((taken.address() as { port: number }).port)));
    onTestFinished(() => void taken.close());
    expect(await program('nuo', [], { ...env, NUO_PORT: String(port) }).ended).toEqual({ code: 1, out: expect.stringContaining(`Port ${port} is taken`) });
  });
});

describe('starting all at once', programs, () => {
  it('ends as soon as a program does, with what it said last', async () => {
    const start = spawn(process.execPath, [join(import.meta.dirname, '../scripts/start.ts')], { env: { ...process.env, NODE_ENV: 'production' } });
    let out = '';
    for (const said of [start.stdout, start.stderr]) said.on('data', (text: Buffer) => (out += text.toString()));
    const code = await new Promise((done) => start.once('close', done));
    expect([code, out]).toEqual([1, expect.stringMatching(/ended \(1\); see data\/logs/)]);
    expect(out).toContain('ConfigurationError');
    expect(out).not.toContain('The screens are at');
  });
});
