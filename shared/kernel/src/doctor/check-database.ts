import { existsSync } from 'node:fs';
import type { Clock } from '../clock/index.ts';
import { readWaiting } from '../observability/database-metrics.ts';
import { type Database, type DatabaseOptions, type Entity, kernelEntities, openDatabase } from '../persistence/database.ts';
import { tableOf } from '../persistence/grants.ts';
import { sqlitePath } from '../persistence/sqlite.ts';
import { checkClock } from './check-clock.ts';
import { type Finding, well, worry, wrong } from './finding.ts';

const SEALED_S = 60;
const PLACED_S = 30;
const MANY_LINES = 1000;
/** One each night, and a night may be late. */
const BACKUP_S = 26 * 3600;

const runbook = (name: string): string => `Zie ops/runbooks/${name}.md.`;

/** What only whoever migrates may do. */
const onTables = /\b(ALL PRIVILEGES|CREATE|ALTER|DROP|SUPER|GRANT OPTION)\b/;
/** A right on all tables at once, so also to change what was logged. */
const onAll = /^GRANT .*\b(UPDATE|DELETE)\b.* ON (\*|`[^`]+`)\.\* TO/;

/** Judges the rights of an account, as `SHOW GRANTS` gives them, by the tables that the program has. */
export const checkRights = (grants: readonly string[], tables: readonly string[]): Finding[] => {
  const findings: Finding[] = [];
  const advice = 'Geef het programma een eigen account met de rechten van `main.js grants` (docs/operations.md, "Grants").';
  if (grants.some((grant) => onTables.test(grant.replace(/ IDENTIFIED BY .*$/, ''))))
    findings.push(worry('rechten', 'het account mag tabellen maken, veranderen of weggooien', advice));
  else if (grants.some((grant) => onAll.test(grant))) findings.push(worry('rechten', 'het account mag veranderen wat is gelogd', advice));
  else {
    const missing = tables.filter((table) => !grants.some((grant) => grant.includes(`.\`${table}\` TO`) || /\bSELECT\b.* ON (\*|`[^`]+`)\.\* TO/.test(grant)));
    if (missing.length > 0) findings.push(wrong('rechten', `het account mag niet bij ${missing.join(', ')}`, advice));
  }
  return findings.length > 0 ? findings : [well('rechten', 'het account mag wat het moet en niet meer')];
};

const checkBackup = (newest: number, clock: Clock): Finding => {
  const old = clock().getTime() / 1000 - newest;
  if (old <= BACKUP_S) return well('back-up', `de nieuwste is ${Math.round(old / 3600)} uur oud`);
  return worry('back-up', newest === 0 ? 'er is er nog geen' : `de nieuwste is ${Math.round(old / 3600)} uur oud`, runbook('BackupMissing'));
};

const checkWaiting = async (db: Database, clock: Clock): Promise<Finding[]> => {
  const { unsealed, unsealedFor, events, eventsFor, undelivered, lines, backup } = await readWaiting(db, clock);
  return [
    unsealedFor > SEALED_S
      ? worry(
          'audit',
          `${unsealed} regels staan niet in de keten, de oudste al ${Math.round(unsealedFor)} seconden`,
          `Draait het programma? ${runbook('AuditNotSealed')}`,
        )
      : well('audit', 'alles staat in de keten'),
    eventsFor > PLACED_S
      ? worry('gebeurtenissen', `${events} wachten, de oudste al ${Math.round(eventsFor)} seconden`, `Draait het programma? ${runbook('EventsWait')}`)
      : well('gebeurtenissen', 'er wacht niets'),
    undelivered > 0 ? worry('brieven', `${undelivered} komen niet aan`, runbook('LettersUndelivered')) : well('brieven', 'er blijft niets liggen'),
    lines > MANY_LINES ? worry('logboek', `${lines} regels zijn nog niet verzonden`, runbook('LinesUnshipped')) : well('logboek', 'loopt niet achter'),
    checkBackup(backup, clock),
  ];
};

/** Looks at an open database without changing it; `tables` are those of the program. */
export const checkOpenDatabase = async (db: Database, tables: readonly string[], clock: Clock): Promise<Finding[]> => {
  if (!(await db.ready()))
    return [
      wrong('database', 'de tabellen zijn niet van deze versie', 'Voer `npm run migrate` uit, met het account dat dat mag, voordat het programma start.'),
    ];
  const findings = [well('database', 'bereikbaar, en de tabellen zijn van deze versie')];
  if (db.dialect === 'mariadb') {
    const before = clock();
    const [row] = await db.read.em.query<{ at: string }[]>("SELECT DATE_FORMAT(UTC_TIMESTAMP(3), '%Y-%m-%dT%H:%i:%s.%fZ') AS at");
    findings.push(checkClock('database', new Date((row?.at ?? '').replace(/\d{3}Z$/, 'Z')), before, clock()));
    const grants = await db.read.em.query<Record<string, string>[]>('SHOW GRANTS FOR CURRENT_USER()');
    findings.push(
      ...checkRights(
        grants.map((each) => Object.values(each)[0] ?? ''),
        tables,
      ),
    );
  }
  return [...findings, ...(await checkWaiting(db, clock))];
};

/** Opens a database as its program would, and looks at it. */
export const checkDatabase = async (options: DatabaseOptions, entities: readonly Entity[], clock: Clock): Promise<Finding[]> => {
  // SQLite would make it.
  if (options.url.startsWith('file:') && !existsSync(sqlitePath(options.url)))
    return [wrong('database', 'het bestand is er niet', 'Klopt de instelling? Een nieuwe database maakt `npm run migrate`.')];
  let db: Database;
  try {
    db = await openDatabase(options);
  } catch (error) {
    const code = (error as { code?: string }).code;
    return [
      wrong(
        'database',
        `niet te openen${code === undefined ? '' : ` (${code})`}`,
        'Draait zij, en kloppen adres, account en wachtwoord? Zie ops/runbooks/DatabaseDown.md.',
      ),
    ];
  }
  try {
    return await checkOpenDatabase(db, ['migrations', ...[...kernelEntities, ...entities].map(tableOf)], clock);
  } catch (error) {
    const code = (error as { code?: string }).code;
    return [wrong('database', `geeft geen goed antwoord${code === undefined ? '' : ` (${code})`}`, 'Zie ops/runbooks/DatabaseDown.md.')];
  } finally {
    await db.close();
  }
};
