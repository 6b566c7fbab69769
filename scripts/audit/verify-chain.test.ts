import { createHash, createPublicKey, generateKeyPairSync } from 'node:crypto';
import {
  AuditEvent,
  type AuditSigner,
  auditSigner,
  childOf,
  type Database,
  type Dialect,
  newIds,
  newLogger,
  newTrace,
  openDatabase as openOurs,
  requestContext,
  runRetention,
  sealAudit,
  startSealer,
  subjectRegistry,
} from '@werkplein/kernel';
import { demoUser, dialects, emptyDatabase, testLogging } from '@werkplein/kernel/testing';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { openDatabase, type OpenedDatabase } from './open-database.ts';
import { type Expected, type Query, type Verdict, verifyChain } from './verify-chain.ts';

const privateKey = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' });
const { d: _, ...publicKey } = privateKey;
const keys = [publicKey];
const NOW = new Date('2026-11-29T05:00:00.000Z');
const clock = () => NOW;
const ROWS = 25;

const event = (id: string, minute: number): AuditEvent => ({
  id,
  at: new Date(NOW.getTime() - 3_600_000 + minute * 60_000),
  employeeId: `m-${minute % 3}`,
  organisation: '0141',
  action: 'ContactPlan',
  subjectIds: [`nuo:${minute}`],
  purpose: minute % 2 ? 'BEMIDDELING' : null,
  traceId: null,
  position: null,
  hash: null,
});

interface Audited {
  db: Database;
  signer: AuditSigner;
  raw: OpenedDatabase;
  /** The end at each row, as it was shipped. */
  shipped: string[];
  verdict(more?: Partial<Expected>): Promise<Verdict>;
}

const audited = async (dialect: Dialect, rows = ROWS): Promise<Audited> => {
  const { url, drop } = await emptyDatabase(dialect);
  const db = await openOurs({ url, entities: [], migrations: [] });
  await db.migrate();
  const signer = auditSigner('nuo', [privateKey]);
  const newId = newIds('nuo', clock);
  const shipped = [await sealAudit(db, signer, clock)];
  for (let minute = 0; minute < rows; minute += 1) {
    await db.write((tx) => tx.em.insert(AuditEvent, event(newId(), minute)));
    shipped.push(await sealAudit(db, signer, clock));
  }
  const raw = await openDatabase(url);
  onTestFinished(async () => {
    await raw.close();
    await db.close();
    await drop();
  });
  return { db, signer, raw, shipped, verdict: (more = {}) => verifyChain(raw.query, { organisation: 'nuo', keys, now: NOW, ...more }) };
};

const columns = ['id', 'at', 'employeeId', 'organisation', 'action', 'subjectIds', 'purpose', 'traceId', 'hash'] as const;
type Row = Record<(typeof columns)[number], string | null> & { position: number };

const rowAt = async (query: Query, position: number): Promise<Row> =>
  (await query(`SELECT ${columns.join(', ')}, position FROM audit_event WHERE position = ?`, [position]))[0] as Row;

const insert = (query: Query, row: Row): Promise<unknown> => {
  const all = [...columns, 'position'] as const;
  const given = all.filter((name) => row[name] !== null);
  return query(
    `INSERT INTO audit_event (${given.join(', ')}) VALUES (${given.map(() => '?').join(', ')})`,
    given.map((name) => row[name] as string),
  );
};

/** Another text of the same length that the column can hold; an instant stays one. */
const flipped = (text: string, at: number, name: string): string => {
  const digits = [...text].flatMap((sign, i) => (/[0-9]/.test(sign) ? [i] : []));
  const place = name === 'at' ? (digits.at(-1 - (at % 3)) as number) : at % text.length;
  const old = text[place] as string;
  const next = /[0-9]/.test(old) ? String((Number(old) + 1) % 10) : old === 'x' ? 'y' : 'x';
  return `${text.slice(0, place)}${next}${text.slice(place + 1)}`;
};

const hashOf = (previous: string, row: Row): string =>
  createHash('sha256')
    .update(
      `${previous}\n${JSON.stringify([row.position, row.id, row.at, row.employeeId, row.organisation, row.action, row.subjectIds, row.purpose, row.traceId])}`,
    )
    .digest('hex');

/** As somebody would who knows how the chain is made, and has not the key. */
const rehash = async (query: Query): Promise<void> => {
  let hash = '0'.repeat(64);
  let position = 0;
  for (const row of (await query(`SELECT ${columns.join(', ')}, position FROM audit_event WHERE position IS NOT NULL ORDER BY position`)) as Row[]) {
    hash = hashOf(hash, row);
    position = row.position;
    await query('UPDATE audit_event SET hash = ? WHERE id = ?', [hash, row.id as string]);
  }
  await query('UPDATE audit_chain SET hash = ?, position = ?', [hash, position]);
};

type Tampering = readonly [name: string, change: (query: Query) => Promise<unknown>];
const place = fc.integer({ min: 1, max: ROWS });

const flip = fc.tuple(place, fc.constantFrom(...columns), fc.nat(500)).map(
  ([position, name, at]): Tampering => [
    `flip ${name} at ${position}`,
    async (query) => {
      const old = (await rowAt(query, position))[name];
      await query(`UPDATE audit_event SET ${name} = ? WHERE position = ?`, [old === null ? 'x' : flipped(old, at, name), position]);
    },
  ],
);
const empty = fc.tuple(place, fc.constantFrom('purpose', 'position', 'hash')).map(
  ([position, name]): Tampering => [
    `empty ${name} at ${position}`,
    async (query) => {
      const { purpose } = await rowAt(query, position);
      const to = name === 'purpose' && purpose === null ? "''" : 'NULL';
      await query(`UPDATE audit_event SET ${name} = ${to} WHERE position = ?`, [position]);
    },
  ],
);
const remove = fc.tuple(place, fc.integer({ min: 1, max: 5 }), fc.boolean()).map(
  ([position, count, close]): Tampering => [
    `delete ${count} from ${position}${close ? ', closing the gap' : ''}`,
    async (query) => {
      await query('DELETE FROM audit_event WHERE position >= ? AND position < ?', [position, position + count]);
      if (close) for (let at = position + count; at <= ROWS; at += 1) await query('UPDATE audit_event SET position = ? WHERE position = ?', [at - count, at]);
    },
  ],
);
const add = place.map(
  (position): Tampering => [
    `insert at ${position}`,
    async (query) => {
      const like = await rowAt(query, position);
      for (let at = ROWS; at >= position; at -= 1) await query('UPDATE audit_event SET position = ? WHERE position = ?', [at + 1, at]);
      await insert(query, { ...like, id: 'nuo:made-up', position, hash: like.hash });
    },
  ],
);
const append = fc.integer({ min: 1, max: 3 }).map(
  (more): Tampering => [
    `append behind the end by ${more}`,
    async (query) => {
      const last = await rowAt(query, ROWS);
      const row = { ...last, id: 'nuo:made-up', position: ROWS + more };
      await insert(query, { ...row, hash: hashOf(last.hash as string, row) });
    },
  ],
);
const before = fc
  .integer({ min: -3, max: 0 })
  .map(
    (position): Tampering => [
      `insert before the beginning at ${position}`,
      async (query) => insert(query, { ...(await rowAt(query, 1)), id: 'nuo:made-up', position }),
    ],
  );
const swap = fc
  .tuple(place, place)
  .filter(([one, other]) => one !== other)
  .map(
    ([one, other]): Tampering => [
      `swap ${one} and ${other}`,
      async (query) => {
        await query('UPDATE audit_event SET position = 1000 WHERE position = ?', [one]);
        await query('UPDATE audit_event SET position = ? WHERE position = ?', [one, other]);
        await query('UPDATE audit_event SET position = ? WHERE position = 1000', [other]);
      },
    ],
  );
const rewrite = fc.tuple(place, fc.boolean()).map(
  ([position, gone]): Tampering => [
    `${gone ? 'delete' : 'change'} ${position} and hash everything anew`,
    async (query) => {
      if (gone) {
        await query('DELETE FROM audit_event WHERE position = ?', [position]);
        for (let at = position + 1; at <= ROWS; at += 1) await query('UPDATE audit_event SET position = ? WHERE position = ?', [at - 1, at]);
      } else await query("UPDATE audit_event SET employeeId = 'somebody else' WHERE position = ?", [position]);
      await rehash(query);
    },
  ],
);
const end = fc.constantFrom<Tampering>(
  ['another position of the end', (query) => query('UPDATE audit_chain SET position = position - 1')],
  ['another hash of the end', (query) => query("UPDATE audit_chain SET hash = '0'")],
  ['no signed end', (query) => query('UPDATE audit_chain SET head = NULL')],
  ['a signed end that was touched', (query) => query("UPDATE audit_chain SET head = REPLACE(head, '.', '.x')")],
  ['a made-up beginning', (query) => query("UPDATE audit_chain SET base = 'a.b.c'")],
  ['an end as a beginning', (query) => query('UPDATE audit_chain SET base = head')],
  ['no chain', (query) => query('DELETE FROM audit_chain')],
  ['two chains', (query) => query("INSERT INTO audit_chain (id, position, hash) VALUES (2, 0, '0')")],
);
const tamperings = fc.oneof({ weight: 5, arbitrary: flip }, empty, { weight: 2, arbitrary: remove }, add, append, before, swap, rewrite, end);

describe.each(dialects)('the audit on %s', (dialect) => {
  it('is as it was written when nobody touched it', async () => {
    const { verdict, shipped } = await audited(dialect);
    expect(await verdict({ shipped })).toEqual({ findings: [], rows: ROWS, head: ROWS, base: 0, unsealed: 0, shipped: ROWS + 1 });
  });

  it('tells of every one of 1,000 random changes', async () => {
    const { verdict, raw } = await audited(dialect);
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(tamperings, async ([name, change]) => {
        await raw.query('BEGIN');
        try {
          await change(raw.query);
          const { findings } = await verdict();
          seen.add(name.split(' ')[0] as string);
          expect({ name, found: findings.length > 0 }).toEqual({ name, found: true });
        } finally {
          await raw.query('ROLLBACK');
        }
      }),
      { numRuns: 1000, seed: 20261129 },
    );
    expect(seen.size).toBeGreaterThan(8);
    expect((await verdict()).findings).toEqual([]);
  });

  // The negative control: what the signature and the ends kept elsewhere are for.
  it('would believe who hashes anew if nobody signed, and who puts an old end back if nothing was kept elsewhere', async () => {
    const { verdict, raw, shipped } = await audited(dialect);
    const forged = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' });
    await raw.query('BEGIN');
    await raw.query("UPDATE audit_event SET employeeId = 'somebody else' WHERE position = 3");
    await rehash(raw.query);
    const [chain] = await raw.query('SELECT position, hash FROM audit_chain');
    const head = auditSigner('nuo', [forged]).sign({
      kind: 'HEAD',
      position: Number(chain?.['position']),
      hash: String(chain?.['hash']),
      at: NOW.toISOString(),
    });
    await raw.query('UPDATE audit_chain SET head = ?', [head]);
    const theirs = createPublicKey({ key: forged, format: 'jwk' }).export({ format: 'jwk' });
    expect((await verdict({ keys: [theirs] })).findings).toEqual([]);
    expect((await verdict()).findings).toEqual(['the end of the chain is not signed by a key of nuo']);
    await raw.query('ROLLBACK');

    await raw.query('BEGIN');
    await raw.query('DELETE FROM audit_event');
    await raw.query('UPDATE audit_chain SET head = NULL, base = NULL, position = 0');
    expect((await verdict()).findings).toEqual([expect.stringMatching(/^no program of nuo ever ran on this database, or somebody/)]);
    await raw.query('ROLLBACK');

    await raw.query('BEGIN');
    await raw.query('DELETE FROM audit_event WHERE position > 20');
    const { hash } = await rowAt(raw.query, 20);
    await raw.query('UPDATE audit_chain SET position = 20, hash = ?, head = ?', [hash as string, shipped[20] as string]);
    expect((await verdict()).findings).toEqual([]);
    expect((await verdict({ shipped: shipped.slice(0, 21) })).findings).toEqual([]);
    expect((await verdict({ shipped })).findings).toEqual([`the chain was cut short: an end at ${ROWS} was kept elsewhere`]);
    await raw.query('ROLLBACK');
  });

  it('says what waits too long to be sealed, and not what was written just now', async () => {
    const { verdict, db } = await audited(dialect, 2);
    await db.write((tx) => tx.em.insert(AuditEvent, { ...event('nuo:late', 0), at: NOW }));
    expect(await verdict()).toMatchObject({ findings: [], unsealed: 1 });
    await db.write((tx) => tx.em.update(AuditEvent, { id: 'nuo:late' }, { at: new Date(NOW.getTime() - 301_000) }));
    expect((await verdict()).findings).toEqual(['1 rows are not sealed, the oldest of 2026-11-29 04:54:59.000']);
  });

  it('stays one chain when retention removes its front, five years later', async () => {
    const { verdict, db, signer, shipped, raw } = await audited(dialect);
    // Somebody's clock was ahead: what lies behind it waits for it.
    await db.write((tx) => tx.em.insert(AuditEvent, { ...event('nuo:z-ahead', 0), at: new Date('2026-12-24T05:00:00Z') }));
    await sealAudit(db, signer, clock);
    await db.write((tx) => tx.em.insert(AuditEvent, event('nuo:zz-behind', 0)));
    await sealAudit(db, signer, clock);
    const later = () => new Date('2031-12-01T05:00:00Z');
    const ctx = requestContext({
      principal: demoUser('nuo.functioneelbeheerder'),
      db,
      home: 'nuo',
      clock: later,
      newId: newIds('nuo', later),
      trace: childOf(newTrace()),
      operation: 'Test',
      purpose: null,
      logging: testLogging('nuo', { audit: signer }),
    });
    const run = async (requestId: string) => (await runRetention(ctx, subjectRegistry({ subjects: [] }), { requestId, dryRun: false })).parts;
    const removed = async (requestId: string) => (await run(requestId)).find(({ kind }) => kind === 'audit')?.rows;
    expect([await removed('retention-1'), await removed('retention-2')]).toEqual([ROWS, 0]);
    await sealAudit(db, signer, later);
    // The two rows that stay, and those of the two runs.
    expect(await verdict({ now: later(), shipped: shipped.slice(-1) })).toEqual({ findings: [], rows: 4, head: ROWS + 4, base: ROWS, unsealed: 0, shipped: 1 });
    await raw.query('UPDATE audit_chain SET base = NULL');
    expect((await verdict({ now: later() })).findings).toEqual([`positions 1 up to ${ROWS} are missing`]);
  });

  it('seals what was there before the chain, and each row once when two processes seal at once', async () => {
    const { verdict, db, signer } = await audited(dialect, 0);
    const newId = newIds('nuo', clock);
    await db.write((tx) =>
      tx.em.insert(
        AuditEvent,
        Array.from({ length: 300 }, (_, i) => event(newId(), i % 50)),
      ),
    );
    await Promise.all(Array.from({ length: 3 }, () => sealAudit(db, signer, clock)));
    expect(await verdict()).toMatchObject({ findings: [], rows: 300, head: 300, unsealed: 0 });
  });

  it('is sealed by a running process after the commit, whose log says where the chain ends', async () => {
    const { verdict, db, signer } = await audited(dialect, 0);
    const lines: { msg: string; auditHead: string; position: number }[] = [];
    const log = newLogger('nuo', 'info', { write: (line: string) => void lines.push(JSON.parse(line) as (typeof lines)[number]) });
    const sealer = startSealer({ db, signer, clock, log });
    await vi.waitFor(() => expect(lines).toHaveLength(1), { timeout: 20_000, interval: 20 });
    await db.write((tx) => tx.em.insert(AuditEvent, event('nuo:1', 0)));
    await vi.waitFor(async () => expect(await verdict()).toMatchObject({ rows: 1, unsealed: 0 }), { timeout: 20_000, interval: 20 });
    await db.write((tx) => tx.em.insert(AuditEvent, event('nuo:2', 1)));
    await sealer.stop();
    expect(lines.map(({ msg, position }) => [msg, position])).toEqual([
      ['audit head', 0],
      ['audit head', 2],
    ]);
    expect(await verdict({ shipped: lines.map(({ auditHead }) => auditHead) })).toMatchObject({ findings: [], rows: 2, shipped: 2 });
  });

  it('is not sealed on from an end that somebody changed', async () => {
    const { verdict, db, signer, raw, shipped } = await audited(dialect, 3);
    await raw.query('UPDATE audit_chain SET position = 2');
    await db.write((tx) => tx.em.insert(AuditEvent, event('nuo:next', 0)));
    await expect(sealAudit(db, signer, clock)).rejects.toThrow('does not hold what was signed');
    expect(await verdict()).toMatchObject({ unsealed: 1 });
    // An older end that was signed by us: the process knows better while it runs.
    await raw.query('UPDATE audit_chain SET position = 3');
    const lines: string[] = [];
    const sealer = startSealer({ db, signer, clock, log: newLogger('nuo', 'info', { write: (line: string) => void lines.push(line) }) });
    await vi.waitFor(async () => expect(await verdict()).toMatchObject({ rows: 4, unsealed: 0 }), { timeout: 20_000, interval: 20 });
    await raw.query('DELETE FROM audit_event WHERE position > 1');
    await raw.query('UPDATE audit_chain SET position = 1, hash = (SELECT hash FROM audit_event WHERE position = 1), head = ?', [shipped[1] as string]);
    await db.write((tx) => tx.em.insert(AuditEvent, event('nuo:late', 1)));
    await sealer.stop();
    expect(lines.join('')).toContain('went back from 4 to 2');
  });
});
