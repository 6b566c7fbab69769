import { createPublicKey } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '@werkplein/kernel';
import { dialects, emptyDatabase } from '@werkplein/kernel/testing';
import { nuoEntities, nuoMigrations } from '@werkplein/nuo';
import { describe, expect, it, onTestFinished } from 'vitest';
import { backUp } from '../../scripts/backup/back-up.ts';
import type { Manifest } from '../../scripts/backup/manifest.ts';
import { putBack } from '../../scripts/backup/put-back.ts';
import { verifyChain } from '../../scripts/audit/verify-chain.ts';
import { openDatabase as openRaw } from '../../scripts/audit/open-database.ts';
import { program } from '../programs.ts';
import { processesOfFile } from './nuo-processes.ts';
import { contact, manager, newEmployers, newPerson, plan, range } from './steps.ts';

const nuoOf = processesOfFile();
const WRITERS = 6;

interface Acknowledged {
  kind: 'contact_plan' | 'contact_moment';
  id: string;
  at: number;
}

describe.each(dialects)('a backup under load on %s', { timeout: 240_000 }, (dialect) => {
  it('holds every write that was acknowledged before it, nothing by half, and nobody who was erased since', async () => {
    const nuo = nuoOf(dialect);
    const url = nuo.env['NUO_DATABASE_URL'] as string;
    const folder = mkdtempSync(join(tmpdir(), 'werkplein-restore-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const audit = () => {
      const { privateJwk } = JSON.parse(readFileSync(join(nuo.env['KEYS_DIR'] as string, 'nuo-audit.json'), 'utf8')) as { privateJwk: JsonWebKey };
      return { organisation: 'nuo', keys: [createPublicKey({ key: { ...privateJwk }, format: 'jwk' }).export({ format: 'jwk' })] };
    };
    const [employerId = ''] = await newEmployers(nuo, 1);
    const person = await newPerson(nuo, employerId);

    const acknowledged: Acknowledged[] = [];
    let writing = true;
    const writer = async (n: number): Promise<void> => {
      while (writing) {
        const [employer = ''] = await newEmployers(nuo, 1);
        // Two want the same days: one of them gets them.
        const plans = await Promise.all([0, 1].map((other) => plan(nuo.at(n + other), manager(2 * n + other), employer)));
        const won = plans.filter(({ __typename }) => __typename === 'ContactPlanned');
        expect(won).toHaveLength(1);
        acknowledged.push({ kind: 'contact_plan', id: won[0].contactPlan.id, at: Date.now() });
        const recorded = await contact(nuo.at(n), manager(n), employer);
        acknowledged.push({ kind: 'contact_moment', id: recorded.contactMoment.id, at: Date.now() });
      }
    };
    const writers = range(WRITERS).map(writer);
    const until = async (enough: number): Promise<void> => {
      while (acknowledged.length < enough) await Promise.race([...writers, new Promise((next) => setTimeout(next, 5))]);
    };
    await until(40);
    const begun = Date.now();
    const backup = join(folder, 'backup');
    const manifest = await backUp({ organisation: 'nuo', url }, backup);
    const ended = Date.now();
    await until(acknowledged.length + 10);
    writing = false;
    await Promise.all(writers);
    const [before, after] = [acknowledged.filter(({ at }) => at < begun), acknowledged.filter(({ at }) => at > ended)];
    expect([before.length >= 40, after.length > 0]).toEqual([true, true]);
    expect([statSync(join(backup, manifest.file)).mode & 0o077, statSync(backup).mode & 0o077]).toEqual([0, 0]);

    // Erased after the backup: it would be back.
    const erase = ['erase', '--contact-person', person, '--ground', 'UNLAWFUL', '--apply'];
    expect(await program('nuo', erase, nuo.env).ended).toMatchObject({ code: 0, out: expect.stringContaining('"Erased"') });
    const erasures = join(folder, 'erasures.json');
    expect((await program('nuo', ['export-erasures', '--out', erasures], nuo.env).ended).code).toBe(0);

    const target = await emptyDatabase(dialect);
    onTestFinished(target.drop);
    expect((await putBack({ organisation: 'nuo', url: target.url }, backup, audit())).wrong).toEqual([]);
    // A second time there is something.
    await expect(putBack({ organisation: 'nuo', url: target.url }, backup, audit())).rejects.toThrow(/is there|holds \d+ tables/);

    const env = { ...nuo.env, NUO_DATABASE_URL: target.url };
    const db = await openDatabase({ url: target.url, entities: nuoEntities, migrations: nuoMigrations });
    onTestFinished(() => db.close());
    const count = async (sql: string, ...parameters: string[]) => Number((await db.read.em.query<{ n: number }[]>(sql, parameters))[0]?.n);
    expect(await count('SELECT COUNT(*) AS n FROM contact_person WHERE id = ?', person)).toBe(1);
    expect((await program('nuo', ['reapply-erasures', '--from', erasures], env).ended).out).toContain('1 erasures learned, 1 persons erased again');
    expect(await count('SELECT COUNT(*) AS n FROM contact_person WHERE id = ?', person)).toBe(0);

    for (const { kind, id } of before) expect([id, await count(`SELECT COUNT(*) AS n FROM ${kind} WHERE id = ?`, id)]).toEqual([id, 1]);
    // Each effect has its audit row and its event, and each its effect.
    for (const kind of ['contact_plan', 'contact_moment']) {
      const rows = await db.read.em.query<{ id: string }[]>(`SELECT id FROM ${kind}`);
      expect(await count(`SELECT COUNT(*) AS n FROM outbox_event WHERE aggregateId IN (SELECT id FROM ${kind})`)).toBe(rows.length);
      for (const { id } of rows) expect([id, await count('SELECT COUNT(*) AS n FROM audit_event WHERE subjectIds LIKE ?', `%"${id}"%`)]).toEqual([id, 1]);
    }
    expect(await count('SELECT COUNT(*) AS n FROM command_request WHERE answer IS NULL')).toBe(0);
    expect(await count(`SELECT COUNT(*) AS n FROM (SELECT employerAliasId FROM contact_plan GROUP BY employerAliasId HAVING COUNT(*) > 1) AS doubled`)).toBe(0);
    const raw = await openRaw(target.url);
    const head = JSON.parse(readFileSync(join(backup, 'manifest.json'), 'utf8')) as Manifest;
    expect(await verifyChain(raw.query, { ...audit(), shipped: [head.auditHead as string] })).toMatchObject({ findings: [], shipped: 1 });
    await raw.close();

    // It serves on: who held a claim holds it still.
    const held = before.find(({ kind }) => kind === 'contact_plan') as Acknowledged;
    const [owned] = await db.read.em.query<{ employerAliasId: string }[]>('SELECT employerAliasId FROM contact_plan WHERE id = ?', [held.id]);
    expect(owned?.employerAliasId).toMatch(/^nuo:/);
  });

  it.each([
    ['that somebody touched', (backup: string, { file }: Manifest) => writeFileSync(join(backup, file), 'x', { flag: 'a' }), 'its SHA-256 differs'],
    ['of another organisation', (backup: string) => rewrite(backup, { organisation: 'almelo' }), 'a backup of almelo'],
    ['without the rows that it says', (backup: string, { rows }: Manifest) => rewrite(backup, { rows: { ...rows, employer: 12 } }), 'employer has 0 rows and had 12'],
    ['of an audit that another key signed', () => undefined, 'is not signed by a key of nuo', true],
  ])('is refused or told of, %s', async (_, touch, message, otherKey = false) => {
    const nuo = await emptyDatabase(dialect);
    const target = await emptyDatabase(dialect);
    const folder = mkdtempSync(join(tmpdir(), 'werkplein-restore-'));
    onTestFinished(async () => {
      rmSync(folder, { recursive: true, force: true });
      await nuo.drop();
      await target.drop();
    });
    const db = await openDatabase({ url: nuo.url, entities: nuoEntities, migrations: nuoMigrations });
    await db.migrate();
    await db.close();
    const backup = join(folder, 'backup');
    touch(backup, await backUp({ organisation: 'nuo', url: nuo.url }, backup));
    await expect(backUp({ organisation: 'nuo', url: nuo.url }, backup)).rejects.toThrow('is there already');
    const said = await putBack({ organisation: 'nuo', url: target.url }, backup, { organisation: 'nuo', keys: [] }).then(
      ({ wrong }) => wrong.join('\n'),
      (error: Error) => error.message,
    );
    expect([said, otherKey]).toEqual([expect.stringContaining(message), otherKey]);
  });
});

const rewrite = (backup: string, more: object): void => {
  const file = join(backup, 'manifest.json');
  writeFileSync(file, JSON.stringify({ ...(JSON.parse(readFileSync(file, 'utf8')) as object), ...more }));
};
