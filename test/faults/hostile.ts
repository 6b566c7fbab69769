import { setTimeout as wait } from 'node:timers/promises';
import { hostileDocuments } from '../../gateway/dist/testing/hostile-documents.js';
import { limitedGraph } from '../../gateway/dist/testing/limits.js';
import { cpuOf } from '../../bench/gateways/processes.ts';
import { serve } from '../../bench/gateways/server.ts';
import { type Answered, ask, type Peer, startBeside, timeOf } from './beside.ts';
import { atMost, type Finding, note, ofGateway, quantile, say } from './report.ts';

/** Each document is sent so often, for the system counts processor time in steps of 10 ms. */
const TIMES = 5;
const PATIENCE_MS = 20_000;
/** So long a loop that runs needs at most to say how late it was. */
const TELL_MS = 3000;
/** What a document may cost, and so what it may keep another waiting. */
const COST_MS = 50;
/** So often the other client asks, whether it was answered or not, and so often at most who attacks, one at a time. */
const [VICTIM_MS, ATTACK_MS] = [20, 100];
const victim = '{"query":"{ employers { id name } }"}';
/** What the nuo says to whatever it is asked. */
const employers = '{"data":{"employers":[{"id":"1","name":"Bakkerij Jansen"}]}}';

/** Each time another text, which no cache knows. */
const bodyOf = ([, , query, more]: (typeof hostileDocuments)[number], turn: number): string => JSON.stringify({ query: `${query}\n#${turn}`, ...more });

const send = async ({ url }: Peer, token: string, body: string): Promise<number | null> => {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
  try {
    const response = await fetch(url, { method: 'POST', headers, body, signal: AbortSignal.timeout(PATIENCE_MS) });
    await response.arrayBuffer();
    return response.status;
  } catch {
    return null;
  }
};

/** Code is compiled at its first runs; that is not what is measured. */
const warm = async (peer: Peer, token: string): Promise<void> => {
  for (let n = 0; n < 50; n += 1) await send(peer, token, JSON.stringify({ query: `{ employers { name x${n}: id } nothing${n} }` }));
  for (let n = 0; n < 200; n += 1) await send(peer, token, victim);
};

const revive = async (peer: Peer, token: string): Promise<void> => {
  await peer.restart();
  await warm(peer, token);
};

/** Of every document what it cost, and what became of the gateway. */
const attack = async (peer: Peer, token: string): Promise<Finding[]> => {
  const costs: { name: string; ms: number }[] = [];
  const [silent, notRefused]: [string[], string[]] = [[], []];
  for (const each of hostileDocuments) {
    const [name] = each;
    const before = cpuOf(peer);
    const statuses: (number | null)[] = [];
    while (statuses.length < TIMES && !statuses.includes(null)) statuses.push(await send(peer, token, bodyOf(each, statuses.length)));
    const alive = peer.alive() && (await send(peer, token, victim)) === 200;
    if (peer.alive()) costs.push({ name, ms: (cpuOf(peer) - before) / statuses.length });
    if (statuses.some((status) => status !== null && (status < 400 || status > 499))) notRefused.push(`${name} (${statuses.join()})`);
    if (statuses.includes(null) || !alive) {
      silent.push(name);
      await revive(peer, token);
    }
    await wait(0);
  }
  const most = costs.toSorted((a, b) => b.ms - a.ms).slice(0, 3);
  say(`${peer.name}: dearest ${most.map(({ name, ms }) => `${name} ${ms.toFixed(0)} ms`).join('; ')}; without an answer: ${silent.join('; ') || 'none'}`);
  if (notRefused.length > 0) say(`${peer.name} did not refuse: ${notRefused.join('; ')}`);
  const times = costs.map(({ ms }) => ms);
  const found = [
    atMost(`of ${hostileDocuments.length} documents: not refused with 4xx`, notRefused.length, 0),
    atMost('it died or gave no answer in 20 s', silent.length, 0),
    atMost('processor time of one, most', Math.max(...times), COST_MS, ' ms'),
    { what: 'processor time of one, p50', found: `${quantile(times, 0.5).toFixed(1)} ms`, wanted: '', ok: true },
  ];
  return ofGateway(peer.name, found);
};

/** Another client asks at an even pace until this is called, which gives what it was answered. */
const startVictim = (peer: Peer, token: string): (() => Promise<Answered[]>) => {
  const answers: Promise<Answered>[] = [];
  const timer = setInterval(() => answers.push(ask(peer, token, victim)), VICTIM_MS);
  return () => {
    clearInterval(timer);
    return Promise.all(answers);
  };
};

const shown = (answers: readonly Answered[]): string => [0.5, 0.99, 1].map((share) => timeOf(answers, share).toFixed(0)).join(', ');

/** What another client feels while each document is sent for so long, and how late the event loop is. */
const others = async (peer: Peer, [attacker, token]: readonly [string, string], forMs: number): Promise<Finding[]> => {
  await peer.loopDelay();
  const quietVictim = startVictim(peer, token);
  await wait(forMs * 20);
  const quiet = await quietVictim();
  const quietLoop = await peer.loopDelay();
  const attacked: Answered[] = [];
  const late: { name: string; ms: number }[] = [];
  for (const each of hostileDocuments) {
    const stopVictim = startVictim(peer, token);
    let status: number | null = 0;
    const until = performance.now() + forMs;
    for (let turn = TIMES; status !== null && performance.now() < until; turn += 1) {
      const pause = wait(ATTACK_MS);
      status = await send(peer, attacker, bodyOf(each, turn));
      await pause;
    }
    const answers = stopVictim();
    // A loop that does not tell was held for as long as there was no answer; a gateway may also plan for ever and go on with others.
    const told = peer.alive() ? await Promise.race([peer.loopDelay(), wait(TELL_MS, PATIENCE_MS)]) : PATIENCE_MS;
    late.push({ name: each[0], ms: told });
    // While it is started again nobody asks.
    if (status === null || !peer.alive()) {
      await revive(peer, token);
      await peer.loopDelay();
    }
    attacked.push(...(await answers));
  }
  const most = late.toSorted((a, b) => b.ms - a.ms);
  say(
    `${peer.name}: loop latest under ${most
      .slice(0, 3)
      .map(({ name, ms }) => `${name} ${ms.toFixed(0)} ms`)
      .join('; ')}`,
  );
  const typical = quantile(
    late.map(({ ms }) => ms),
    0.5,
  );
  const [before, during] = [timeOf(quiet, 0.99), timeOf(attacked, 0.99)];
  return ofGateway(peer.name, [
    {
      what: `another client's ${attacked.length} questions: p50, p99, most, quiet and under attack`,
      found: `${shown(quiet)} and ${shown(attacked)} ms`,
      wanted: `p99 ≤ twice, and ${COST_MS} ms`,
      ok: during <= before * 2 + COST_MS,
    },
    atMost('of these without a whole answer', attacked.filter(({ whole }) => !whole).length, 0),
    note(
      'event loop late, most: of the quiet time; p50 of the documents; of the worst',
      `${quietLoop.toFixed(0)}; ${typical.toFixed(0)}; ${most[0]?.ms.toFixed(0)} ms`,
    ),
  ]);
};

/** The hostile documents, sent to ours and to its peers. Only the nuo answers, with one employer to everything; so what they cost is of the gateway alone. */
export const runHostile = async (forMs: number): Promise<Finding[]> => {
  const { supergraphSdl } = await limitedGraph();
  const nuo = await serve(async () => employers);
  const beside = await startBeside(supergraphSdl, { nuo: `http://127.0.0.1:${nuo}/graphql` });
  try {
    const findings: Finding[] = [];
    for (const peer of beside.peers) {
      const [attacker, other] = [await beside.tokenOf('nuo.coordinator'), await beside.tokenOf('nuo.accountmanager')];
      await warm(peer, other);
      findings.push(...(await attack(peer, attacker)));
      findings.push(...(await others(peer, [attacker, other], forMs)));
    }
    return findings;
  } finally {
    beside.stop();
  }
};
