import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type Answered, ask, type Beside, PATIENCE_MS, type Peer, startAndRead, startBeside, timeOf } from './beside.ts';
import { rssOf } from './cluster.ts';
import { atMost, type Finding, note, ofGateway, quantile, say } from './report.ts';

const HUNG = 'almelo';
const unaffected = JSON.stringify({ query: '{ employers(first: 5) { nodes { name kvkNumber } } }' });
const affected = JSON.stringify({
  query: 'query Client($id: ID!) { client(id: $id) { id displayName } employers(first: 1) { nodes { name } } }',
  variables: { id: '0141:00000000-0000-7000-8000-000000000001' },
});
/** Of each kind, in ms: so often is asked, whether the one before was answered or not. */
const [UNAFFECTED_MS, AFFECTED_MS] = [30, 60];
const WARM_MS = 5000;

/** Asks both kinds for so long at an even pace. */
const load = async (peer: Peer, token: string, forMs: number) => {
  const answers: Record<'unaffected' | 'affected', Promise<Answered>[]> = { unaffected: [], affected: [] };
  let [sockets, rss] = [0, 0];
  const every = (ms: number, kind: keyof typeof answers, body: string) => setInterval(() => answers[kind].push(ask(peer, token, body)), ms);
  const timers = [
    every(UNAFFECTED_MS, 'unaffected', unaffected),
    every(AFFECTED_MS, 'affected', affected),
    setInterval(() => {
      sockets = Math.max(sockets, readdirSync(`/proc/${peer.pid}/fd`).length);
      rss = Math.max(rss, rssOf(peer.pid));
    }, 200),
  ];
  await wait(forMs);
  for (const timer of timers) clearInterval(timer);
  return { sockets, rss, answers };
};

interface Measured {
  before: number;
  during: number;
  failed: number;
  answered: string;
  handles: string;
  memory: string;
  recovery: number;
}

const measure = async (peer: Peer, token: string, signal: (name: NodeJS.Signals) => void, forMs: number): Promise<Measured> => {
  await load(peer, token, WARM_MS);
  const healthy = await load(peer, token, forMs);
  const before = await Promise.all(healthy.answers.unaffected);
  signal('SIGSTOP');
  try {
    const hung = await load(peer, token, forMs);
    const during = await Promise.all(hung.answers.unaffected);
    const touched = await Promise.all(hung.answers.affected);
    const times = touched.flatMap(({ ms }) => (ms === null ? [] : [ms]));
    signal('SIGCONT');
    const since = performance.now();
    while (performance.now() - since < 60_000 && !(await ask(peer, token, affected)).whole) await wait(50);
    return {
      before: timeOf(before, 0.99),
      during: timeOf(during, 0.99),
      failed: during.filter(({ whole }) => !whole).length,
      answered: `${times.length} of ${touched.length}${times.length > 0 ? `, p50 ${Math.round(quantile(times, 0.5))}, most ${Math.round(Math.max(...times))} ms` : ''}`,
      handles: `${healthy.sockets} → ${hung.sockets}`,
      memory: `${Math.round(healthy.rss)} → ${Math.round(hung.rss)} MB`,
      recovery: performance.now() - since,
    };
  } finally {
    signal('SIGCONT');
  }
};

const findingsOf = (name: string, { before, during, failed, answered, handles, memory, recovery }: Measured): Finding[] =>
  ofGateway(name, [
    {
      what: 'p99 of what does not ask it, before and while it hangs',
      found: `${before.toFixed(0)} and ${during.toFixed(0)} ms`,
      wanted: '≤ 10 % more',
      ok: during <= before * 1.1 + 1,
    },
    atMost('of these without a whole answer', failed, 0),
    note(`what does ask it is answered within ${PATIENCE_MS / 1000} s`, answered),
    note('handles, most before and while it hangs', handles),
    note('memory, most before and while it hangs', memory),
    atMost('whole again after', Math.round(recovery), 5000, ' ms'),
  ]);

/** One Werkplein is stopped in the middle of what it does (SIGSTOP) for so long, under ours and under its peers in turn. */
export const runHung = async (forMs: number): Promise<Finding[]> => {
  const [all, one] = [await startAndRead('bench/gateways/subgraphs.ts'), await startAndRead('bench/gateways/subgraphs.ts')];
  let beside: Beside | null = null;
  try {
    const ports = { ...(JSON.parse(all.line) as Record<string, number>), [HUNG]: (JSON.parse(one.line) as Record<string, number>)[HUNG] };
    const urls = Object.fromEntries(Object.entries(ports).map(([name, port]) => [name, `http://127.0.0.1:${port}/graphql`]));
    beside = await startBeside(readFileSync(join(resolve(import.meta.dirname, '../..'), 'schema/supergraph.graphql'), 'utf8'), urls);
    const token = await beside.tokenOf('nuo.coordinator');
    const findings: Finding[] = [];
    for (const peer of beside.peers) {
      say(`${HUNG} hangs under ${peer.name}`);
      findings.push(...findingsOf(peer.name, await measure(peer, token, (name) => one.child.kill(name), forMs)));
    }
    return findings;
  } finally {
    beside?.stop();
    for (const { child } of [all, one]) child.kill('SIGKILL');
  }
};
