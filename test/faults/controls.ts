import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import Sqlite from 'better-sqlite3';
import { freePort } from '../../shared/kernel/dist/testing/free-port.js';
import { member } from './cluster.ts';
import { judge, type Kept, type Law, laws } from './history.ts';
import { type Caller, startLoad, type Target } from './load.ts';
import { between, randomOf } from './random.ts';
import { atLeast, type Finding, say } from './report.ts';
import { rightHistory, wrongs } from './wrong-histories.ts';

const SEEDS = 50;
const CLIENTS = 12;

const callers = (n: number): Caller[] => Array.from({ length: n }, (_, i) => ({ user: `u${i}`, employeeId: `u${i}` }));

const naiveTarget = (port: number): Target => {
  const post = async <T>(body: object): Promise<T | null> => {
    try {
      const response = await fetch(`http://127.0.0.1:${port}/`, { method: 'POST', body: JSON.stringify(body), signal: AbortSignal.timeout(5000) });
      return (await response.json()) as T;
    } catch {
      return null;
    }
  };
  return {
    users: callers(5),
    registrars: callers(4),
    send: post,
    read: (_, employerId) => post<string[]>({ read: employerId }),
    newEmployer: async () => randomUUID(),
  };
};

const keptByNaive = (file: string): Kept => {
  const db = new Sqlite(file, { readonly: true });
  const rows = <T>(sql: string): T[] => db.prepare(sql).all() as T[];
  const kept: Kept = {
    effects: rows('SELECT kind, id FROM effect'),
    audits: rows<Kept['audits'][number] & { id: string }>('SELECT kind, id FROM audit').map(({ kind, id }) => ({ kind, ids: [id] })),
    events: rows('SELECT id, kind, about FROM event ORDER BY entry'),
    requests: rows<Omit<Kept['requests'][number], 'made'> & { made: number }>('SELECT * FROM request').map((each) => ({ ...each, made: each.made === 1 })),
  };
  db.close();
  return kept;
};

/** What a program without these cares is found to do, by the same load, kills and judge. */
const ofNaiveProgram = async (seed: number, kills: number): Promise<Finding[]> => {
  const folder = mkdtempSync(join(tmpdir(), 'werkplein-naive-'));
  const file = join(folder, 'naive.sqlite');
  const port = await freePort();
  const naive = member('naive', [join(import.meta.dirname, 'naive.ts')], port, { ...process.env, PORT: String(port), FILE: file }, { path: '/' });
  try {
    await naive.start();
    const random = randomOf(seed);
    const load = await startLoad(naiveTarget(port), CLIENTS, randomOf(seed + 1));
    for (let n = 0; n < kills; n += 1) {
      await wait(between(random, 200, 800));
      await naive.kill();
      await naive.start();
    }
    await load.finish();
    await wait(200);
    await naive.kill();
    const kept = keptByNaive(file);
    const verdict = judge({ operations: load.operations, readings: load.readings, kept, followed: [] });
    say(`a naive program: ${load.operations.length} commands, ${kills} kills`);
    const found: Law[] = ['lost', 'repeated', 'unlike', 'doubled', 'audit', 'outbox', 'unread'];
    return found.map((law) => atLeast(`a naive program: ${laws[law]}`, verdict[law].length, 1));
  } finally {
    await naive.kill();
    rmSync(folder, { recursive: true, force: true });
  }
};

const ofJudge = (seed: number): Finding[] => [
  ...wrongs.map(([name, law, spoil]): Finding => {
    let found = 0;
    for (let n = 0; n < SEEDS; n += 1) {
      const history = rightHistory(seed + n);
      spoil(history, randomOf(seed + n));
      if (judge(history)[law].length > 0) found += 1;
    }
    return { what: `the judge: ${name}`, found: `${found} of ${SEEDS}`, wanted: String(SEEDS), ok: found === SEEDS };
  }),
  (() => {
    const accused = Array.from({ length: SEEDS }, (_, n) => judge(rightHistory(seed + n))).filter((verdict) =>
      Object.values(verdict).some((each) => each.length > 0),
    ).length;
    return { what: 'the judge: right histories that it accuses', found: String(accused), wanted: '0', ok: accused === 0 };
  })(),
];

/** Each law must be seen broken where it is broken: in seeded wrong histories, and by a program without these cares. */
export const controlFindings = async (seed: number, quick: boolean): Promise<Finding[]> => [...ofJudge(seed), ...(await ofNaiveProgram(seed, quick ? 6 : 20))];
