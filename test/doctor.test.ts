import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import { newLetterKeys } from '@werkplein/kernel';
import { dialects, freePort } from '@werkplein/kernel/testing';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { program, workplace } from './programs.ts';

const programs = { timeout: 240_000 };
/** Whatever else runs on this machine, at these addresses nobody answers. */
const away = (suffix: string, path: string) =>
  Object.fromEntries(['NUO', 'ALMELO', 'TWENTERAND', 'TUBBERGEN', 'WIERDEN'].map((name) => [`${name}_${suffix}`, `http://127.0.0.1:1/${path}`]));

describe.each(dialects)('the doctor of an organisation on %s', programs, (dialect) => {
  it('says what to do until the installation is well, and changes nothing', async () => {
    const { env: own, run } = await workplace(dialect);
    const env = { ...own, ...away('LETTERS_URL', 'letters') };
    const before = await run('almelo', 'doctor');
    expect([before.code, before.out]).toEqual([2, expect.stringMatching(/FOUT\s+database: [\s\S]*npm run migrate/)]);
    expect((await run('almelo', 'migrate')).code).toBe(0);
    const after = await program('almelo', ['doctor'], env).ended;
    expect(after.out).toMatch(/^almelo\n\s+goed\s+versie: 20/);
    expect(after.out).toContain('database: bereikbaar, en de tabellen zijn van deze versie');
    expect(after.out).not.toContain('FOUT');
    expect(after.out.match(/LET OP  (NUO|Twenterand|Tubbergen|Wierden): niet bereikbaar/g)).toHaveLength(4);
    // The account of a test makes tables, which that of a service may not.
    expect([after.code, after.out.includes('LET OP  rechten: het account mag tabellen maken')]).toEqual([1, dialect === 'mariadb']);

    const broken = await program('almelo', ['doctor'], { ...env, ALMELO_PORT: 'veel', ALMELO_BSN_KEY: 'geheim', LOG_LEVEL: 'loud' }).ended;
    expect([broken.code, broken.out]).toEqual([2, expect.stringMatching(/FOUT\s+instellingen: ALMELO_PORT[\s\S]*LOG_LEVEL[\s\S]*ALMELO_BSN_KEY/)]);
    expect(broken.out).not.toMatch(/geheim|veel/);
  });
});

it('the doctor of an organisation compares keys with another that runs, and shows none', programs, async () => {
  const { env, run, folder } = await workplace('sqlite');
  const { WIERDEN_LETTERS_URL: _, ...others } = away('LETTERS_URL', 'letters');
  const port = await freePort();
  const both = { ...env, ...others, WIERDEN_PORT: String(port), WIERDEN_DATABASE_URL: `file:${folder}/wierden.sqlite` };
  const wierden = program('wierden', [], both);
  onTestFinished(() => void wierden.kill());
  await vi.waitFor(async () => expect((await fetch(`http://127.0.0.1:${port}/health/ready`)).ok).toBe(true), { timeout: 60_000, interval: 100 });
  expect((await run('almelo', 'migrate')).code).toBe(0);
  const alike = await program('almelo', ['doctor'], both).ended;
  expect(alike.out).toContain('Wierden: wij hebben over en weer de goede sleutels voor brieven');
  expect(alike.out).toContain('Wierden: PERSON_TOKEN_KEY is dezelfde als hier');
  const other = randomBytes(32).toString('base64');
  const unlike = await program('almelo', ['doctor'], { ...both, PERSON_TOKEN_KEY: other, ALMELO_LETTER_KEYS: (await newLetterKeys()).privateSet }).ended;
  expect([unlike.code, unlike.out]).toEqual([2, expect.stringContaining('FOUT    Wierden: neemt onze brieven niet aan (401)')]);
  const tokens = await program('almelo', ['doctor'], { ...both, PERSON_TOKEN_KEY: other }).ended;
  expect([tokens.code, tokens.out]).toEqual([
    2,
    expect.stringMatching(/FOUT {4}Wierden: PERSON_TOKEN_KEY is een andere dan hier\n\s+→ .*npm run tell-person-tokens/),
  ]);
  expect(tokens.out).not.toContain(other);
});

it('the doctor of the gateway sees organisations that are away, and names the settings that production needs', programs, async () => {
  const examine = async (env: NodeJS.ProcessEnv) => {
    const child = spawn(process.execPath, [resolve(import.meta.dirname, '../gateway/dist/main.js'), 'doctor'], { env: { ...process.env, ...env } });
    let out = '';
    child.stdout.on('data', (text: Buffer) => (out += text.toString()));
    const code = await new Promise<number | null>((done) => child.once('close', done));
    return { code, out };
  };
  const { folder } = await workplace('sqlite');
  const alone = await examine({ KEYS_DIR: folder, ...away('URL', 'graphql') });
  expect([alone.code, alone.out.match(/niet bereikbaar \(ECONNREFUSED\)/g)?.length]).toEqual([2, 5]);
  expect(alone.out).toMatch(/goed\s+supergraph/);
  const production = await examine({ KEYS_DIR: folder, NODE_ENV: 'production', ...away('URL', 'graphql') });
  expect([production.code, production.out]).toEqual([2, expect.stringMatching(/GATEWAY_PRIVATE_KEY: required/)]);
});
