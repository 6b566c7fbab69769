import { describe, expect, inject, it, onTestFinished } from 'vitest';
import { dialects, emptyDatabase, newDatabase } from '../testing/databases.ts';
import { newAuthority } from '../testing/certificates.ts';
import { type DatabaseOptions, openDatabase } from './database.ts';
import { configuredDatabase } from './settings.ts';
import { asQuestion, takingLonger } from './statement-time.ts';
import type { ReadTx } from './transactions.ts';

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
    const as = (url: string): string =>
      byName(url)
        .replace('root@', `${user}@`)
        .replace(/\/t_\w+$/, `/${row?.name}`);
    await opened({ tls }, as);
    await expect(opened({ tls: { ca: tls.ca } }, as)).rejects.toThrow('Access denied');
  });

  it('limits the statements of every connection as who has it may, whoever had it before', async () => {
    const seen: number[] = [];
    const limit = async ({ em }: Pick<ReadTx, 'em'>): Promise<number> => {
      // So that each takes a connection of its own.
      const [row] = await em.query<{ seconds: string }[]>('SELECT @@max_statement_time AS seconds, SLEEP(0.1) AS slept');
      return Number(row?.seconds);
    };
    const db = await opened({
      statementSeconds: { question: 2, longer: 10 },
      poolSize: 3,
      migrations: [
        class {
          name = 'Look1766000000000';
          async up(runner: ReadTx['em']): Promise<void> {
            seen.push(await limit({ em: runner }));
          }
          async down(): Promise<void> {}
        } as never,
      ],
    });
    await db.migrate();
    const read = () => limit(db.read);
    const each = [() => asQuestion(read), read, () => asQuestion(() => takingLonger(read)), () => asQuestion(() => db.write(limit))];
    for (const now of [...each, ...each.toReversed()]) seen.push(...(await Promise.all([now(), now(), now()])));
    const rounds = [2, 10, 10, 10, 10, 10, 10, 2];
    expect(seen).toEqual([3600, ...rounds.flatMap((seconds) => [seconds, seconds, seconds])]);
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
  const far = { NODE_ENV: 'production', NUO_DATABASE_URL: 'mariadb://u:wachtwoord@db.example.nl/nuo' };
  it.each([
    ['MariaDB elsewhere, in production', far, /NUO_DATABASE_CA_FILE: needed/],
    ['a certificate without its key', { ...far, NUO_DATABASE_CERT_FILE: 'x' }, /NUO_DATABASE_CERT_FILE: goes with NUO_DATABASE_KEY_FILE/],
    ['a certificate and no authority', { NUO_DATABASE_CERT_FILE: 'x', NUO_DATABASE_KEY_FILE: 'y' }, /NUO_DATABASE_CA_FILE: needed beside/],
    ['a file that is not there', { ...far, NUO_DATABASE_CA_FILE: '/nowhere.pem' }, /NUO_DATABASE_CA_FILE: this file/],
    [
      'an address instead of a name',
      { NUO_DATABASE_URL: 'mariadb://u@10.0.0.7/nuo', NUO_DATABASE_CA_FILE: 'x' },
      /NUO_DATABASE_URL: with NUO_DATABASE_CA_FILE/,
    ],
  ])('refuse %s, and repeat no password', (_, env, message) => {
    expect(() => configuredDatabase('nuo', 'service', env)).toThrow(message);
    expect(() => configuredDatabase('nuo', 'service', env)).not.toThrow('wachtwoord');
  });

  it.each([
    ['an embedded database', { NODE_ENV: 'production' }],
    ['MariaDB on this machine', { NODE_ENV: 'production', NUO_DATABASE_URL: 'mariadb://u@127.0.0.1/nuo' }],
    ['a network that is ours alone, when somebody says so', { ...far, NUO_DATABASE_PLAINTEXT: 'true' }],
    ['development', { NUO_DATABASE_URL: 'mariadb://u@db/nuo' }],
  ])('take %s without TLS', (_, env) => {
    expect(configuredDatabase('nuo', 'service', env)).toMatchObject({ statementSeconds: { question: 2, longer: 10 }, poolSize: 10, queueLimit: 1000 });
    expect(configuredDatabase('nuo', 'task', env).statementSeconds).toEqual({ question: 3600, longer: 3600 });
  });
});
