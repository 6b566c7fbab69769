import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, inject, it, onTestFinished } from 'vitest';
import { dialects, emptyDatabase } from '../testing/databases.ts';
import { type Database, kernelEntities, openDatabase } from './database.ts';
import { type AccountUse, grantsOf } from './grants.ts';
import { column, createTable } from './migrations.ts';

const empty = { entities: [], migrations: [] };
const denied = /^(CREATE|ALTER|DROP|INDEX|SELECT|INSERT|UPDATE|DELETE|TRIGGER|GRANT) command denied|^Access denied/;

const audited = "INSERT INTO audit_event (id, at, employeeId, organisation, action, subjectIds) VALUES (UUID(), NOW(3), 'e', '0141', 'a', '[]')";
/** What an account does, and who of the two may. */
const cases: [string, string, ...AccountUse[]][] = [
  ['makes a table', 'CREATE TABLE mine (id int)'],
  ['changes a table', 'ALTER TABLE audit_event ADD COLUMN mine int'],
  ['makes an index', 'CREATE INDEX mine ON audit_event (action)'],
  ['removes a table', 'DROP TABLE audit_event'],
  ['empties a table', 'TRUNCATE TABLE processing_log'],
  ['makes a trigger', 'CREATE TRIGGER mine BEFORE INSERT ON audit_event FOR EACH ROW SET NEW.action = NULL'],
  ['gives its rights away', 'GRANT SELECT ON audit_event TO CURRENT_USER'],
  ['looks at who else there is', 'SELECT User FROM mysql.user'],
  ['adds to the audit', audited, 'program', 'tasks'],
  ['reads the audit', 'SELECT * FROM audit_event', 'program', 'tasks'],
  ['places a row in the chain', "UPDATE audit_event SET position = NULL, hash = NULL WHERE id = ''", 'program'],
  ['changes who did something', "UPDATE audit_event SET employeeId = 'x'"],
  ['changes what was done', "UPDATE audit_event SET action = 'x', position = 1"],
  ['replaces a row of the audit', 'REPLACE INTO audit_event SELECT * FROM audit_event', 'tasks'],
  ['removes from the audit', "DELETE FROM audit_event WHERE id = ''", 'tasks'],
  ['changes the processing log', "UPDATE processing_log SET activityId = 'x'"],
  ['removes from the processing log', "DELETE FROM processing_log WHERE id = ''", 'tasks'],
  ['changes how long something is kept', "UPDATE retention_term SET term = 'P99Y'"],
  ['says that a migration ran', "INSERT INTO migrations (timestamp, name) VALUES (1, 'x')"],
  ['forgets an erasure', 'DELETE FROM erasure', 'tasks'],
  ['removes a letter', 'DELETE FROM letter_out', 'tasks'],
  ['removes an answer that was remembered', 'DELETE FROM command_request', 'program', 'tasks'],
];

describe.runIf(dialects.includes('mariadb')).each(['program', 'tasks'] as const)('the account of the %s', (use) => {
  let admin: Database;
  let account: Database;
  let drop: () => Promise<void>;
  beforeAll(async () => {
    const made = await emptyDatabase('mariadb');
    drop = made.drop;
    admin = await openDatabase({ ...empty, url: made.url });
    await admin.migrate();
    const url = new URL(made.url);
    url.username = `u_${randomUUID().replaceAll('-', '')}`;
    const user = `'${url.username}'@'%'`;
    await admin.write(({ em }) => em.query(`CREATE USER ${user}`));
    for (const grant of grantsOf(kernelEntities, use, url.pathname.slice(1), user)) await admin.write(({ em }) => em.query(grant));
    account = await openDatabase({ ...empty, url: url.href });
  });
  afterAll(async () => {
    const [row] = await account.read.em.query<{ me: string }[]>('SELECT SUBSTRING_INDEX(USER(), "@", 1) AS me');
    await account.close();
    await admin.write(({ em }) => em.query(`DROP USER '${row?.me}'@'%'`));
    await admin.close();
    await drop();
  });

  it('finds its tables made, and has nothing to make', async () => {
    expect(await account.migrate()).toEqual([]);
    expect(await account.ready()).toBe(true);
  });

  it('does not let a newer version serve on its tables', async () => {
    const [row] = await account.read.em.query<{ me: string; name: string }[]>('SELECT SUBSTRING_INDEX(USER(), "@", 1) AS me, DATABASE() AS name');
    const url = new URL(inject('mariadbUrl') as string);
    [url.username, url.pathname] = [row?.me as string, row?.name as string];
    const Next = createTable(1999000000001, 'next_thing', { columns: { id: column.id }, primary: ['id'] });
    const newer = await openDatabase({ url: url.href, entities: [], migrations: [Next] });
    onTestFinished(() => newer.close());
    await expect(newer.migrate()).rejects.toThrow(
      'This account may not change tables, and 1 migrations have not run (Create_next_thing1999000000001 first): run migrate with one that may.',
    );
    expect(await newer.ready()).toBe(false);
    // Who came before goes on.
    expect(await account.ready()).toBe(true);
  });

  it.each(cases)('%s only when it may', async (_, sql, ...may) => {
    const done = account.write(({ em }) => em.query(sql));
    if (may.includes(use)) await done;
    else await expect(done).rejects.toThrow(denied);
  });
});
