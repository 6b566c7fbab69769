// `npm run test:soak [-- minutes] [--database mariadb|sqlite] [--seed N]`: the graph under even load, and whether its memory, handles or delays grow.
import { readdirSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import type { Dialect } from '@werkplein/kernel';
import { type Cluster, rssOf, startCluster } from './cluster.ts';
import { graphTarget } from './graph-target.ts';
import { startLoad } from './load.ts';
import { randomOf } from './random.ts';
import { atMost, type Finding, quantile, say, table } from './report.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: 'string', default: '1' },
    database: { type: 'string', default: 'mariadb' },
    clients: { type: 'string', default: '6' },
  },
});
const minutes = Number(positionals[0] ?? 30);
/** Code is compiled and caches fill up at first; that is no growth. */
const WARM = 0.3;
const EVERY_MS = 2000;
const RSS_LIMIT = 1;
/** A colleague begins something so often, however fast the machine is just then: a load that grows needs more memory, and that is no leak. */
const BEGINS_EVERY_MS = 150;

interface Sample {
  /** Since the start. */
  minute: number;
  rss: number;
  handles: number;
  /** What a route without work takes to answer: how long the event loop was busy with something else. */
  lagMs: number;
}

const sampleOf = async ({ pid, port }: { pid: number | null; port: number }, minute: number): Promise<Sample> => {
  const since = performance.now();
  await (await fetch(`http://127.0.0.1:${port}/health/live`)).text();
  const lagMs = performance.now() - since;
  return { minute, rss: rssOf(pid as number), handles: readdirSync(`/proc/${pid}/fd`).length, lagMs };
};

/** Of the straight line that lies nearest, in units a minute. */
const slope = (samples: readonly Sample[], of: 'rss' | 'handles'): number => {
  const mean = (list: readonly number[]): number => list.reduce((sum, each) => sum + each, 0) / list.length;
  const [x, y] = [mean(samples.map(({ minute }) => minute)), mean(samples.map((each) => each[of]))];
  const over = samples.reduce((sum, each) => sum + (each.minute - x) * (each[of] - y), 0);
  return over / samples.reduce((sum, { minute }) => sum + (minute - x) ** 2, 0);
};

const findingsOf = (name: string, samples: readonly Sample[]): Finding[] => {
  const warm = samples.slice(Math.floor(samples.length * WARM));
  const half = Math.floor(warm.length / 2);
  const [early, late] = [warm.slice(0, half), warm.slice(half)];
  const p50 = (list: readonly Sample[], of: 'rss' | 'handles'): number =>
    quantile(
      list.map((each) => each[of]),
      0.5,
    );
  const lag = (list: readonly Sample[]): number =>
    quantile(
      list.map(({ lagMs }) => lagMs),
      0.95,
    );
  return [
    {
      ...atMost(`${name}: memory, MB a minute`, slope(warm, 'rss'), RSS_LIMIT),
      what: `${name}: memory ${Math.round(p50(early, 'rss'))} → ${Math.round(p50(late, 'rss'))} MB; a minute`,
    },
    atMost(`${name}: handles ${p50(early, 'handles')} → ${p50(late, 'handles')}; a minute`, slope(warm, 'handles'), 0.5),
    {
      what: `${name}: delay of the event loop, p95, first and second half`,
      found: `${lag(early).toFixed(1)} and ${lag(late).toFixed(1)} ms`,
      wanted: '',
      ok: true,
    },
  ];
};

const soak = async (cluster: Cluster): Promise<Finding[]> => {
  let [answers, wrong] = [0, 0];
  const seen = ({ status, code }: { status: number | null; code: string | undefined }): void => {
    answers += 1;
    if (status !== 200 || code !== undefined) wrong += 1;
  };
  const target = await graphTarget(cluster, { doors: cluster.gateways, random: randomOf(Number(values.seed)), seen });
  const load = await startLoad(target, Number(values.clients), randomOf(Number(values.seed) + 1), BEGINS_EVERY_MS);
  const watched = ['gateway0', 'nuo0', 'almelo'].map((name) => cluster.members.get(name)).filter((each) => each !== undefined);
  const samples = new Map(watched.map(({ name }) => [name, [] as Sample[]]));
  const since = performance.now();
  const minute = (): number => (performance.now() - since) / 60_000;
  for (let said = 0; minute() < minutes; await wait(EVERY_MS)) {
    for (const each of watched) samples.get(each.name)?.push(await sampleOf(each, minute()));
    if (minute() < said + 1) continue;
    said += 1;
    say(
      `${said} of ${minutes} min: ${answers} answers, ${watched.map(({ name }) => `${name} ${Math.round(samples.get(name)?.at(-1)?.rss ?? 0)} MB`).join(', ')}`,
    );
  }
  await load.finish();
  return [
    { what: 'answers, and a second', found: `${answers}, ${Math.round(answers / minutes / 60)}`, wanted: '', ok: answers > 0 },
    atMost('answers that were wrong', wrong, 0),
    ...[...samples].flatMap(([name, each]) => findingsOf(name, each)),
  ];
};

const cluster = await startCluster(values.database as Dialect);
let findings: Finding[] = [];
try {
  findings = await soak(cluster);
} finally {
  await cluster.stop();
}
process.stdout.write(table(`${minutes} minutes of even load on ${values.database}`, findings));
process.exit(findings.every(({ ok }) => ok) ? 0 : 1);
