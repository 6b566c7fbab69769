import { existsSync, globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createWerkplein } from '@werkplein/client-regie';
import { factsFor } from '@werkplein/client-regie/testing';
import { type Database, municipalities, type Municipality, RetentionTerm, type SubjectRegistry } from '@werkplein/kernel';
import { databaseForTest } from '@werkplein/kernel/testing';
import { nuoEntities, nuoMigrations, nuoRegistry } from '@werkplein/nuo';
import { expect, it } from 'vitest';

// The pages that a privacy officer and a security officer sign, held to the code.

const root = resolve(import.meta.dirname, '..');
const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const privacy = read('docs/privacy.md');
const codesIn = (file: string, form: RegExp): string[] => [...read(file).matchAll(form)].map(([, code]) => code as string);

it('the page of the privacy officer names every activity that a line can have', () => {
  const activities = [
    ...codesIn('shared/werkplein/src/clients/client.activities.ts', /^ {2}'([a-z-]+)': \{/gm),
    ...codesIn('subgraphs/nuo/src/activities.ts', /activity\('([a-z-]+)'/g),
    ...codesIn('subgraphs/nuo/src/subjects.ts', /activity\('([a-z-]+)'/g),
  ];
  expect(activities.length).toBeGreaterThan(20);
  const [, section = ''] = /^## Activiteiten\n([\s\S]*?)^## /m.exec(privacy) ?? [];
  expect(activities.filter((code) => !section.includes(`\`${code}\``))).toEqual([]);
});

const termsOf = async (db: Database): Promise<Map<string, string>> => {
  const rows = await db.read.em.find(RetentionTerm, { order: { validFrom: 'ASC' } });
  return new Map(rows.map(({ kind, term }) => [kind, term]));
};
const kindsOf = ({ subjects, retained }: SubjectRegistry): string[] => [...subjects.flatMap(({ tables }) => tables), ...retained].map(({ kind }) => kind);

it('and how long each kind of data is kept, by the newest term', async () => {
  const werkplein = createWerkplein(factsFor(municipalities[0] as Municipality));
  const nuo = await databaseForTest('sqlite', { entities: nuoEntities, migrations: nuoMigrations });
  const terms = new Map([...(await termsOf(await databaseForTest('sqlite', werkplein))), ...(await termsOf(nuo))]);
  const told = new Map([...privacy.matchAll(/^\| (`.*`) \|.*\| (P\w+) \|/gm)].flatMap(([, kinds = '', term]) => kinds.split(', ').map((kind) => [kind, term])));
  const kinds = new Set([...kindsOf(werkplein.subjects), ...kindsOf(nuoRegistry)]);
  expect(kinds.size).toBeGreaterThan(10);
  expect([...kinds].filter((kind) => told.get(`\`${kind}\``) !== terms.get(kind)).map((kind) => `${kind}: ${terms.get(kind)}`)).toEqual([]);
});

it('each test that the security page names is there', () => {
  const named = [...read('docs/security.md').matchAll(/`([\w./*-]+\.test\.ts)`/g)].map(([, file]) => file as string);
  const folders = ['', 'test/access/', 'gateway/src/limits/'];
  expect(named.length).toBeGreaterThan(25);
  expect(
    named.filter(
      (file) => !folders.some((folder) => (file.includes('*') ? globSync(folder + file, { cwd: root }).length > 0 : existsSync(join(root, folder, file)))),
    ),
  ).toEqual([]);
});

it('a purpose is demanded by the actions of which the privacy page tells, and by no other', () => {
  const demanding = read('docs/permissions.csv')
    .split('\n')
    .filter((line) => /,"werkplein\.[^"]*: [A-Z_]+ or/.test(line))
    .map((line) => line.split(',').slice(0, 2).join(' '));
  expect(demanding).toEqual([
    'nuo clients.reach',
    'nuo orders.view',
    'werkplein client.readAccessLog',
    'werkplein client.readWhole',
    'werkplein loonwaarde.read',
    'werkplein transfer.read',
  ]);
});
