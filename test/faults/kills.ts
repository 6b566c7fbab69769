import { setTimeout as wait } from 'node:timers/promises';
import type { Dialect } from '@werkplein/kernel';
import { type Cluster, type Member, startCluster } from './cluster.ts';
import { type Follower, startFollower } from './follower.ts';
import { graphTarget } from './graph-target.ts';
import { type History, judge, laws, type Law } from './history.ts';
import { keptIn, placed } from './kept.ts';
import { startLoad } from './load.ts';
import { between, oneOf, type Random, randomOf } from './random.ts';
import { atLeast, atMost, type Finding, note, quantile, say } from './report.ts';

export interface KillOptions {
  dialect: Dialect;
  kills: number;
  seed: number;
  clients: number;
}

type Victim = 'gateway' | 'subgraph' | 'database';
/** Of ten kills: a database takes every subgraph with it for a moment, so it comes seldom enough for others to be hit as well. */
const victims: readonly Victim[] = ['gateway', 'gateway', 'gateway', 'subgraph', 'subgraph', 'subgraph', 'subgraph', 'database', 'database', 'database'];
/** Milliseconds between two kills, whether what was killed before is back or not. */
const [SOONEST, LATEST] = [150, 1500];
const DOWN_AT_ONCE = 2;

/** Ends programs at moments that the seed decides and starts them again; gives how many of each, and how long each took to be ready again. */
const killAtRandom = async (cluster: Cluster, kills: number, random: Random, progress: () => string) => {
  const counts: Record<Victim, number> = { gateway: 0, subgraph: 0, database: 0 };
  const backAfter: number[] = [];
  const restarting = new Set<Promise<void>>();
  const subgraphs = [...cluster.members.values()].filter(({ name }) => !/^(gateway|identity)/.test(name));
  const restart = async (name: string, start: () => Promise<void>): Promise<void> => {
    const since = performance.now();
    await start();
    const took = performance.now() - since;
    backAfter.push(took);
    if (took > 30_000) say(`${name} took ${Math.round(took / 1000)} s to be ready`);
  };
  const kill = async (victim: Victim): Promise<void> => {
    if (victim === 'database' && cluster.server) {
      const { server } = cluster;
      await server.kill();
      return restart('MariaDB', server.start);
    }
    // On SQLite the database is in the program that holds its file: that of the nuo and of one Werkplein at once.
    const hit =
      victim === 'database'
        ? [...new Set([subgraphs[0] as Member, oneOf(random, subgraphs)])]
        : [oneOf(random, victim === 'gateway' ? cluster.gateways : subgraphs)];
    await Promise.all(
      hit.map(async (each) => {
        if (!each.ready) return;
        await each.kill();
        await restart(each.name, each.start);
      }),
    );
  };
  for (let n = 1; n <= kills; n += 1) {
    await wait(between(random, SOONEST, LATEST));
    while (restarting.size >= DOWN_AT_ONCE) await Promise.race(restarting);
    let victim = oneOf(random, victims);
    // It starts alone: programs that start while it is gone would give up.
    if (victim === 'database') await Promise.all(restarting);
    const up = cluster.gateways.filter(({ ready }) => ready);
    if (victim === 'gateway' && up.length < cluster.gateways.length) victim = 'subgraph';
    counts[victim] += 1;
    const done = kill(victim).finally(() => restarting.delete(done));
    restarting.add(done);
    if (victim === 'database') await done;
    if (n % 10 === 0 || n === kills)
      say(`${n} of ${kills} kills (${counts.gateway} gateway, ${counts.subgraph} subgraph, ${counts.database} database); ${progress()}`);
  }
  await Promise.all(restarting);
  return { counts, backAfter };
};

export const untilFollowed = async (followers: readonly Follower[], events: History['kept']['events']): Promise<void> => {
  for (const until = performance.now() + 30_000; performance.now() < until; await wait(100))
    if (followers.every((each) => new Set(each.ids()).size >= events.length)) return;
};

export const lawFindings = (history: History): Finding[] => {
  const verdict = judge(history);
  // Who follows nobody misses nothing.
  const asked = (Object.keys(laws) as Law[]).filter((law) => law !== 'undelivered' || history.followed.length > 0);
  return asked.map((law) => {
    for (const place of verdict[law].slice(0, 3)) say(`  ${law}: ${place}`);
    return atMost(laws[law], verdict[law].length, 0);
  });
};

/** Random kills under load, and what the histories say of it. */
export const runKills = async ({ dialect, kills, seed, clients }: KillOptions): Promise<Finding[]> => {
  say(`kills on ${dialect}: seed ${seed}`);
  const random = randomOf(seed);
  const cluster = await startCluster(dialect, { gateways: 2, nuos: dialect === 'mariadb' ? 2 : 1 });
  try {
    say(`${cluster.members.size} programs are ready`);
    let [answered, lost] = [0, 0];
    const seen = ({ status }: { status: number | null }): void => void (status === null ? (lost += 1) : (answered += 1));
    const target = await graphTarget(cluster, { doors: cluster.gateways, random: randomOf(seed + 1), seen });
    const followers = [await startFollower(cluster, 0), await startFollower(cluster, 1)];
    const load = await startLoad(target, clients, randomOf(seed + 2));
    await wait(1000);
    const { counts, backAfter } = await killAtRandom(cluster, kills, random, () => `${load.settled()} commands settled`);
    await load.finish();
    say(`the load has ended: ${load.operations.length} commands, ${load.readings.length} readings`);
    for (const until = performance.now() + 30_000; performance.now() < until && !(await placed(cluster.databaseUrls['nuo'] as string)); ) await wait(100);
    const kept = await keptIn(cluster.databaseUrls);
    await untilFollowed(followers, kept.events);
    for (const each of followers) await each.stop();
    const { operations, readings } = load;
    const doubtful = operations.filter(({ inDoubt }) => inDoubt > 0);
    const history: History = { operations, readings, kept, followed: followers.map((each) => each.ids()) };
    const twice = history.followed.map((ids) => ids.length - new Set(ids).size);
    return [
      atLeast('kills', counts.gateway + counts.subgraph + counts.database, kills),
      note('of gateway, subgraph, database', `${counts.gateway}, ${counts.subgraph}, ${counts.database}`),
      note('ready again after, p50 and most', `${Math.round(quantile(backAfter, 0.5))}, ${Math.round(Math.max(...backAfter))} ms`),
      note('answers, and connections that were lost', `${answered}, ${lost}`),
      atLeast('commands', operations.length, kills),
      note('of them in doubt, all repeated', String(doubtful.length)),
      note(
        'claims done, and refused for one that was held',
        ['done', 'held'].map((kind) => operations.filter((each) => each.kind === 'claim' && each.result?.kind === kind).length).join(', '),
      ),
      note('events, and how often a follower came back', `${kept.events.length}, ${followers.map((each) => each.reconnects()).join(' and ')}`),
      note('events that came twice to a follower', twice.join(' and ')),
      ...lawFindings(history),
    ];
  } finally {
    await cluster.stop();
  }
};
