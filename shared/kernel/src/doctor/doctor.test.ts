import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generate } from 'selfsigned';
import { describe, expect, it } from 'vitest';
import { fixedClock } from '../clock/index.ts';
import { ConfigurationError } from '../config/index.ts';
import { storedInstant } from '../persistence/columns.ts';
import type { Database } from '../persistence/database.ts';
import { databaseForTest, dialects } from '../testing/databases.ts';
import { checkCertificate } from './check-certificate.ts';
import { checkClock } from './check-clock.ts';
import { checkDatabase, checkOpenDatabase, checkRights } from './check-database.ts';
import { checkDisk, checkRedis } from './check-place.ts';
import { checkSettings } from './check-settings.ts';
import { exitCodeOf, type Finding, reportText, well, worry, wrong } from './finding.ts';

const told = (findings: readonly Finding[]): string[] => findings.map(({ grade, found }) => `${grade}: ${found}`);
/** What is not well says what to do. */
const expectAdvice = (findings: readonly Finding[]): void => {
  for (const { grade, advice } of findings) expect(advice !== '').toBe(grade !== 'goed');
};

describe('settings', () => {
  it('are named with what is wrong with each, once and without their values', async () => {
    const refuse =
      (...lines: string[]) =>
      () => {
        throw new ConfigurationError(`The configuration is not usable:\n${lines.map((line) => `  ${line}`).join('\n')}`);
      };
    const findings = await checkSettings([refuse('A_PORT: no number', 'A_KEY: required'), refuse('A_KEY: required'), () => 'fine']);
    expect(told(findings)).toEqual(['fout: A_PORT: no number', 'fout: A_KEY: required']);
    expectAdvice(findings);
    expect(told(await checkSettings([() => 'fine']))).toEqual(['goed: zijn te gebruiken']);
  });
});

describe('a certificate', async () => {
  const now = new Date('2026-11-23T10:00:00Z');
  const day = 86_400_000;
  const made = async (from: number, until: number) => {
    const { cert, private: key } = await generate([{ name: 'commonName', value: 'localhost' }], {
      keyType: 'ec',
      notBeforeDate: new Date(now.getTime() + from * day),
      notAfterDate: new Date(now.getTime() + until * day),
    });
    return { cert: Buffer.from(cert), key: Buffer.from(key) };
  };
  const good = await made(-1, 100);
  const other = await made(-1, 100);
  const garbage = Buffer.from('garbage');
  it.each([
    ['is well', good, /^goed: geldig tot 2027-03-03$/],
    ['is of its own authority', { ...good, ca: good.cert }, /^goed/],
    ['of another authority', { ...good, ca: other.cert }, /^let op: is niet van de uitgever/],
    ['with an authority that is none', { ...good, ca: garbage }, /^fout: heeft een uitgever/],
    ['ends soon', await made(-100, 13), /^let op: verloopt over 13 dagen$/],
    ['has ended', await made(-100, -1), /^fout: is verlopen/],
    ['has not begun', await made(1, 100), /^fout: geldt pas vanaf/],
    ['with the key of another', { cert: good.cert, key: other.key }, /^fout: hoort niet bij zijn sleutel$/],
    ['with a key that is none', { cert: good.cert, key: garbage }, /^fout: heeft een sleutel die niet te lezen is$/],
    ['that is none', { cert: garbage, key: good.key }, /^fout: is geen certificaat$/],
  ])('%s', (_, tls, expected) => {
    const findings = checkCertificate('certificaat', tls, now);
    expect(told(findings)).toEqual([expect.stringMatching(expected)]);
    expectAdvice(findings);
  });
});

it.each([
  [0, 'goed'],
  [5, 'goed'],
  [6, 'let op'],
  [-6, 'let op'],
  [31, 'fout'],
  [-31, 'fout'],
] as const)('a clock that is %i seconds off is %s', (seconds, grade) => {
  const now = new Date('2026-11-23T10:00:00Z');
  expect(checkClock('nuo', new Date(now.getTime() + seconds * 1000), now, now).grade).toBe(grade);
});

it.each([
  [['GRANT ALL PRIVILEGES ON *.* TO `root`@`%` IDENTIFIED BY PASSWORD "x"'], 'let op: het account mag tabellen maken, veranderen of weggooien'],
  [['GRANT USAGE ON *.* TO `p`@`%`', 'GRANT SELECT, CREATE ON `w`.* TO `p`@`%`'], 'let op: het account mag tabellen maken, veranderen of weggooien'],
  [['GRANT SELECT, INSERT, UPDATE, DELETE ON `w`.* TO `p`@`%`'], 'let op: het account mag veranderen wat is gelogd'],
  [['GRANT USAGE ON *.* TO `p`@`%`', 'GRANT SELECT ON `w`.`client` TO `p`@`%`'], 'fout: het account mag niet bij audit_event'],
  [['GRANT SELECT ON `w`.`client` TO `p`@`%`', 'GRANT SELECT, INSERT ON `w`.`audit_event` TO `p`@`%`'], 'goed: het account mag wat het moet en niet meer'],
])('rights %j', (grants, expected) => {
  const findings = checkRights(grants, ['client', 'audit_event']);
  expect(told(findings)).toEqual([expected]);
  expectAdvice(findings);
});

describe.each(dialects)('a database on %s', (dialect) => {
  const clock = fixedClock('2026-11-23T10:00:00Z');
  const open = () => databaseForTest(dialect, { entities: [], migrations: [] });

  const backedUp = async (db: Database, at: Date): Promise<void> => {
    await db.write((tx) => tx.em.query('INSERT INTO backup_taken (sha256, takenAt) VALUES (?, ?)', ['0'.repeat(64), storedInstant(at)]));
  };

  it('that is well says so', async () => {
    const db = await open();
    await backedUp(db, new Date());
    const findings = await checkOpenDatabase(db, [], () => new Date());
    expect(findings.filter(({ subject, grade }) => grade !== 'goed' && subject !== 'rechten')).toEqual([]);
    expect(findings.length).toBeGreaterThan(4);
  });

  it('that nobody keeps says what waits', async () => {
    const db = await open();
    const at = new Date(clock().getTime() - 300_000);
    await db.write((tx) =>
      tx.em.query(
        `INSERT INTO audit_event (id, at, employeeId, organisation, action, subjectIds, purpose, traceId) VALUES ('nuo:1', ?, 'e', 'nuo', 'a', '[]', '', '')`,
        [storedInstant(at)],
      ),
    );
    const findings = await checkOpenDatabase(db, [], clock);
    expect(told(findings)).toContain('let op: 1 regels staan niet in de keten, de oudste al 300 seconden');
    expectAdvice(findings);
  });

  it.each([
    [null, 'let op: er is er nog geen'],
    [25, 'goed: de nieuwste is 25 uur oud'],
    [27, 'let op: de nieuwste is 27 uur oud'],
  ])('whose newest backup is %s hours old: %s', async (hours, expected) => {
    const db = await open();
    if (hours !== null) await backedUp(db, new Date(clock().getTime() - hours * 3_600_000));
    const findings = (await checkOpenDatabase(db, [], clock)).filter(({ subject }) => subject === 'back-up');
    expect(told(findings)).toEqual([expected]);
    expectAdvice(findings);
  });

  it('that lacks tables says to migrate', async () => {
    const db = await open();
    await db.write((tx) => tx.em.query('DELETE FROM migrations WHERE id = (SELECT m FROM (SELECT MAX(id) AS m FROM migrations) last)'));
    const [finding, ...more] = await checkOpenDatabase(db, [], clock);
    expect([finding?.grade, finding?.advice, more]).toEqual(['fout', expect.stringContaining('npm run migrate'), []]);
  });
});

it.each([
  ['mariadb://nobody:wachtwoord@127.0.0.1:1/none', 'fout: niet te openen (ECONNREFUSED)'],
  [`file:${join(mkdtempSync(join(tmpdir(), 'doctor-')), 'none.sqlite')}`, 'fout: het bestand is er niet'],
])('a database that cannot be opened is said to be, and not made: %s', async (url, expected) => {
  const findings = await checkDatabase({ url, entities: [], migrations: [] }, [], fixedClock('2026-11-23T10:00:00Z'));
  expect(told(findings)).toEqual([expected]);
  expect(JSON.stringify(findings)).not.toContain('nobody');
});

it('a Redis that is away and a folder that is not there are wrong', async () => {
  expect((await checkRedis('EVENTS_REDIS_URL', 'redis://:geheim@127.0.0.1:1')).grade).toBe('fout');
  expect([checkDisk('/nowhere/data.sqlite').grade, checkDisk(tmpdir()).found]).toEqual(['fout', expect.stringMatching(/^\d+ % van de schijf is vrij$/)]);
});

it('a report says what to do, and the worst decides how the program ends', () => {
  const findings = [well('versie', '1'), worry('schijf', 'bijna vol', 'Maak ruimte.'), wrong('database', 'weg', 'Start haar.')];
  expect([0, 1, 2, 3].map((count) => exitCodeOf(findings.slice(0, count)))).toEqual([0, 0, 1, 2]);
  expect(reportText('almelo', findings)).toBe(
    'almelo\n  goed    versie: 1\n  LET OP  schijf: bijna vol\n          → Maak ruimte.\n  FOUT    database: weg\n          → Start haar.\n',
  );
});
