import { describe, expect, inject, it, onTestFinished } from 'vitest';
import { dialects, emptyDatabase, newDatabase } from '../testing/databases.ts';
import { newAuthority } from '../testing/certificates.ts';
import { type DatabaseOptions, openDatabase } from './database.ts';
import { configuredDatabase, TASK_SECONDS } from './settings.ts';

const empty = { entities: [], migrations: [] };
const codeOf = (error: unknown): unknown => (error as { extensions?: { code: string } }).extensions?.code ?? (error as { code?: string }).code;

const opened = async (more: Partial<DatabaseOptions> = {}, change: (url: string) => string = (url) => url) => {
  const { url, drop } = await emptyDatabase('mariadb');
  onTestFinished(drop);
  const db = await openDatabase({ ...empty, url: change(url), ...more });
  onTestFinished(() => db.close());
  return db;
};

describe.runIf(dialects.includes('mariadb'))('MariaDB', () => {
  const tls = inject('mariadbTls') ?? { ca: '', cert: '', key: '' };
  const byName = (url: string): string => url.replace('127.0.0.1', 'localhost');

  it('is asked by TLS when it shows a certificate of the right authority for its host', async () => {
    const db = await opened({ tls }, byName);
    const [row] = await db.read.em.query<{ Value: string }[]>("SHOW STATUS LIKE 'Ssl_version'");
    expect(row?.Value).toMatch(/^TLSv1\.[23]$/);
  });

  it.each([
    ['of another authority', async () => ({ tls: { ca: String((await newAuthority('Other')).cert) } }), byName],
    ['for another host', async () => ({ tls }), (url: string) => url.replace('127.0.0.1', '127.1')],
  ])('is not asked when its certificate is %s', async (_, more, change) => {
    await expect(opened(await more(), change)).rejects.toThrow(/certificate|altnames/i);
  });

  it('sees the certificate of the program', async () => {
    const admin = await opened();
    const user = `x509_${Date.now()}`;
    await admin.write(({ em }) => em.query(`CREATE USER '${user}'@'%' REQUIRE X509`));
    onTestFinished(() => admin.write(({ em }) => em.query(`DROP USER '${user}'@'%'`)));
    const [row] = await admin.read.em.query<{ name: string }[]>('SELECT DATABASE() AS name');
    await admin.write(({ em }) => em.query(`GRANT SELECT ON ${row?.name}.* TO '${user}'@'%'`));
    const as = (url: string): string => byName(url).replace('root@', `${user}@`).replace(/\/t_\w+$/, `/${row?.name}`);
    await opened({ tls }, as);
    await expect(opened({ tls: { ca: tls.ca } }, as)).rejects.toThrow('Access denied');
  });

  it('ends a statement that takes too long, on every connection, and a migration later', async () => {
    const db = await opened({ statementSeconds: 1, poolSize: 3 });
    const limit = () => db.read.em.query<object[]>('SELECT @@max_statement_time AS seconds, CONNECTION_ID() AS connection, SLEEP(0.2) AS slept');
    const limits = (await Promise.all([limit(), limit(), limit()])).flat() as { seconds: string; connection: number }[];
    expect(limits.map(({ seconds }) => Number(seconds))).toEqual([1, 1, 1]);
    expect(new Set(limits.map(({ connection }) => connection)).size).toBe(3);
    const long = 'SELECT COUNT(*) FROM information_schema.columns a, information_schema.columns b, information_schema.columns c';
    await expect(db.read.em.query(long)).rejects.toThrow('max_statement_time');
    await expect(db.write(({ em }) => em.query(long))).rejects.toThrow('max_statement_time');

    const seen: number[] = [];
    const migrating = await opened({
      statementSeconds: 1,
      poolSize: 1,
      migrations: [
        class {
          name = 'Look1766000000000';
          async up(runner: { query(sql: string): Promise<{ seconds: string }[]> }): Promise<void> {
            seen.push(Number((await runner.query('SELECT @@max_statement_time AS seconds'))[0]?.seconds));
          }
          async down(): Promise<void> {}
        } as never,
      ],
    });
    await migrating.migrate();
    const [after] = await migrating.read.em.query<{ seconds: string }[]>('SELECT @@max_statement_time AS seconds');
    expect([seen, Number(after?.seconds)]).toEqual([[TASK_SECONDS], 1]);
  });

  it('refuses who comes above its queue as somebody who may come back, and serves the others', async () => {
    const db = await opened({ poolSize: 1, queueLimit: 2 });
    const answers = await Promise.all(Array.from({ length: 6 }, () => db.read.em.query<object[]>('SELECT SLEEP(0.2) AS x').then(() => 'ANSWER', codeOf)));
    expect(answers.toSorted()).toEqual(['ANSWER', 'ANSWER', 'ANSWER', 'UNAVAILABLE', 'UNAVAILABLE', 'UNAVAILABLE']);
    expect(await db.write(async () => 'written')).toBe('written');
  });

  it('is migrated by one process at a time', async () => {
    const { url, drop } = await emptyDatabase('mariadb');
    onTestFinished(drop);
    const dbs = await Promise.all(Array.from({ length: 3 }, () => openDatabase({ ...empty, url })));
    onTestFinished(async () => void (await Promise.all(dbs.map((db) => db.close()))));
    const ran = await Promise.all(dbs.map((db) => db.migrate()));
    expect(ran.map(({ length }) => length > 0).filter(Boolean)).toHaveLength(1);
    expect(await dbs[0]?.drift()).toEqual([]);
  });
});

describe('SQLite', () => {
  it('keeps what it acknowledged through a power cut, waits for another writer, and checks references', async () => {
    const db = await newDatabase('sqlite', empty);
    onTestFinished(() => db.close());
    const pragma = (name: string) => db.write(async ({ em }) => Object.values((await em.query<object[]>(`PRAGMA ${name}`))[0] as object)[0] as unknown);
    expect(await Promise.all(['journal_mode', 'synchronous', 'busy_timeout', 'foreign_keys'].map(pragma))).toEqual(['wal', 2, 1500, 1]);
    await expect(db.read.em.query('CREATE TABLE no (id int)')).rejects.toThrow('readonly');
  });
});

describe('the settings of a database', () => {
  const far = { NODE_ENV: 'production', NUO_DATABASE_URL: 'mariadb://u:geheim@db.example.nl/nuo' };
  it.each([
    ['MariaDB elsewhere, in production', far, /NUO_DATABASE_CA_FILE: needed/],
    ['a certificate without its key', { ...far, NUO_DATABASE_CERT_FILE: 'x' }, /NUO_DATABASE_CERT_FILE: goes with NUO_DATABASE_KEY_FILE/],
    ['a certificate and no authority', { NUO_DATABASE_CERT_FILE: 'x', NUO_DATABASE_KEY_FILE: 'y' }, /NUO_DATABASE_CA_FILE: needed beside/],
    ['a file that is not there', { ...far, NUO_DATABASE_CA_FILE: '/nowhere.pem' }, /NUO_DATABASE_CA_FILE: this file/],
    ['an address instead of a name', { NUO_DATABASE_URL: 'mariadb://u@10.0.0.7/nuo', NUO_DATABASE_CA_FILE: 'x' }, /NUO_DATABASE_URL: with NUO_DATABASE_CA_FILE/],
  ])('refuse %s, and repeat no password', (_, env, message) => {
    expect(() => configuredDatabase('nuo', 'service', env)).toThrow(message);
    expect(() => configuredDatabase('nuo', 'service', env)).not.toThrow('geheim');
  });

  it.each([
    ['an embedded database', { NODE_ENV: 'production' }],
    ['MariaDB on this machine', { NODE_ENV: 'production', NUO_DATABASE_URL: 'mariadb://u@127.0.0.1/nuo' }],
    ['a network that is ours alone, when somebody says so', { ...far, NUO_DATABASE_PLAINTEXT: 'true' }],
    ['development', { NUO_DATABASE_URL: 'mariadb://u@db/nuo' }],
  ])('take %s without TLS', (_, env) => {
    expect(configuredDatabase('nuo', 'service', env)).toMatchObject({ statementSeconds: 10, poolSize: 10, queueLimit: 100 });
    expect(configuredDatabase('nuo', 'task', env).statementSeconds).toBe(TASK_SECONDS);
  });
});
