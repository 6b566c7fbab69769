import { setTimeout as wait } from 'node:timers/promises';
import { NUO } from '@werkplein/kernel';
import { startBalancer } from './balancer.ts';
import { type Cluster, type GatewayKind, probes, startCluster } from './cluster.ts';
import { startFollower } from './follower.ts';
import { graphTarget } from './graph-target.ts';
import { lawFindings, untilFollowed } from './kills.ts';
import { keptIn, placed } from './kept.ts';
import { startLoad } from './load.ts';
import { randomOf } from './random.ts';
import { atLeast, atMost, type Finding, note, ofGateway, say } from './report.ts';

/** Longer than a balancer needs to notice. */
export const DRAIN_MS = 1000;
/** As long as a client waits: stock has no limit, and what is looked at is not how slow a subgraph may be. */
const SUBGRAPH_TIMEOUT_MS = 10_000;

export interface BesideOptions {
  gateway: GatewayKind;
  seed: number;
  clients: number;
}

export interface Seen {
  /** Connections that ended before an answer. */
  dropped: number;
  /** Answers that are none: of another status, or with an error. */
  wrong: number;
  /** Commands of which a client did not know whether they were done. */
  doubtful: number;
}

/**
 * Two gateways of one kind and two programs of the nuo on one MariaDB, each pair behind a load balancer, under load while they are disturbed. Gives what
 * was found by who disturbs, what clients saw, held to what `promised` says of it, and what the judge of the random kills says.
 */
export const behindBalancer = async (
  { gateway, seed, clients }: BesideOptions,
  disturb: (cluster: Cluster, progress: () => string) => Promise<Finding[]>,
  promised: (seen: Seen) => Finding[],
): Promise<Finding[]> => {
  const env = { DRAIN_MS: String(DRAIN_MS), SUBGRAPH_TIMEOUT_MS: String(SUBGRAPH_TIMEOUT_MS) };
  const cluster = await startCluster('mariadb', { gateway, gateways: 2, nuos: 2, env, balanced: NUO });
  const door = await startBalancer(
    cluster.gateways.map(({ port }) => port),
    probes[gateway],
  );
  try {
    const unexpected = new Map<string, number>();
    let [answers, dropped] = [0, 0];
    const target = await graphTarget(cluster, {
      doors: [door],
      random: randomOf(seed + 1),
      seen: ({ status, code }) => {
        answers += 1;
        if (status === 200 && code === undefined) return;
        if (status === null) dropped += 1;
        else unexpected.set(`${status} ${code}`, (unexpected.get(`${status} ${code}`) ?? 0) + 1);
      },
    });
    const wrong = (): number => [...unexpected.values()].reduce((sum, each) => sum + each, 0);
    // Only ours has events to follow.
    const followers = gateway === 'ours' ? [await startFollower(cluster, 0)] : [];
    const load = await startLoad(target, clients, randomOf(seed + 2));
    await wait(1000);
    const disturbed = await disturb(cluster, () => `${answers} answers, ${dropped} dropped, ${wrong()} wrong`);
    await load.finish();
    for (const until = performance.now() + 30_000; performance.now() < until && !(await placed(cluster.databaseUrls[NUO] as string)); ) await wait(100);
    const kept = await keptIn(cluster.databaseUrls);
    await untilFollowed(followers, kept.events);
    for (const each of followers) await each.stop();
    const { operations, readings } = load;
    for (const [what, count] of unexpected) say(`  ${count} times ${what}`);
    const doubtful = operations.filter(({ inDoubt }) => inDoubt > 0);
    const longest = Math.max(...doubtful.map(({ invokedAt, completedAt }) => (completedAt ?? Number.POSITIVE_INFINITY) - invokedAt), 0);
    const broken = lawFindings({ operations, readings, kept, followed: followers.map((each) => each.ids()) }).filter(({ ok }) => !ok);
    return ofGateway(gateway, [
      ...disturbed,
      atLeast('answers', answers, 100),
      atLeast('commands done', operations.filter(({ result }) => result?.kind === 'done').length, 50),
      ...promised({ dropped, wrong: wrong(), doubtful: doubtful.length }),
      atMost('of these not settled by a repeat with the same requestId', doubtful.filter(({ result }) => result === null).length, 0),
      note('the longest that one of these took, with its repeats', `${Math.round(longest)} ms`),
      {
        what: 'what the judge found',
        found: broken.map(({ what, found }) => `${found} ${what}`).join('; ') || 'nothing',
        wanted: 'nothing',
        ok: broken.length === 0,
      },
    ]);
  } finally {
    door.stop();
    await cluster.stop();
  }
};
