import type { ChildProcess } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import { demoToken } from '@werkplein/dev-identity';
import { type Dialect, openDatabase } from '@werkplein/kernel';
import { type Answer, dialects, freePort } from '@werkplein/kernel/testing';
import type { EntityManager } from 'typeorm';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { ended, startProgram, untilReady } from '../stack.ts';
import { type NuoProcesses, processesOfFile } from './nuo-processes.ts';
import { contact, inDays, manager, newEmployers, plan, range, run } from './steps.ts';

// H16 and H17 of domain.md §10.

const nuoOf = processesOfFile();
const coordinator = 'nuo.coordinator';

interface Read {
  ids: string[];
  next: string | null;
}

/** Pages of three, at another process each time, with something written between. */
const readAll = async (page: (n: number, after: string | null) => Promise<Read>, between: (n: number) => Promise<unknown>): Promise<string[]> => {
  const seen: string[] = [];
  for (let [n, after]: [number, string | null] = [0, null]; ; n += 1) {
    const { ids, next } = await page(n, after);
    seen.push(...ids);
    if (next === null) return seen;
    after = next;
    await between(n);
  }
};

/* oxlint-disable typescript/no-explicit-any -- answers of any shape */
const pageIn = (connection: any, idOf: (node: any) => string = ({ id }) => id): Read => ({
  ids: connection.nodes.map(idOf),
  next: connection.pageInfo.hasNextPage ? connection.pageInfo.endCursor : null,
});

describe.each(dialects)('pages that are read while others write, at the processes on %s,', (dialect) => {
  const ask = async (nuo: NuoProcesses, n: number, query: string, variables: object) =>
    (await nuo.at(n).ask('nuo.accountmanager', query, { ...variables })).data;

  it('give each employer once and none is passed over, also when some are merged meanwhile', async () => {
    const nuo = nuoOf(dialect);
    const named = async (name: string): Promise<string> =>
      (
        await run(
          nuo.at(0),
          'nuo.accountmanager',
          'registerEmployer',
          { legalName: `Bladeren ${name}`, registrationReason: 'fictief' },
          '... on EmployerRegistered { employer { id } }',
        )
      ).employer.id;
    const there: string[] = [];
    for (const i of range(12)) there.push(await named(`m${String(i).padStart(2, '0')}`));
    // Pairs of one that was read and one that was not: merged both ways.
    const merges = [
      [0, 11],
      [10, 1],
    ] as const;
    const gone = new Set(merges.map(([, vanishing]) => there[vanishing]));
    const query = `query ($after: String) { employers(first: 3, after: $after, filter: { name: "bladeren" }) { nodes { id } pageInfo { hasNextPage endCursor } } }`;
    const seen = await readAll(
      async (n, after) => pageIn((await ask(nuo, n, query, { after })).employers),
      async (n) => {
        await Promise.all([named(`a${n}`), named(`z${n}`)]);
        const [survivor, vanishing] = merges[n] ?? [];
        if (survivor === undefined || vanishing === undefined) return;
        const pair = { survivorId: there[survivor], vanishingId: there[vanishing], survivorVersion: 1, vanishingVersion: 1 };
        await run(nuo.at(1), coordinator, 'mergeEmployers', pair);
      },
    );
    expect(new Set(seen).size).toBe(seen.length);
    expect(there.filter((id) => !gone.has(id) && !seen.includes(id))).toEqual([]);
  });

  it('would give one twice by counting rows', async () => {
    const nuo = nuoOf(dialect);
    const rows = async (offset: number) =>
      (
        await nuo.db.read.em.query<{ id: string }[]>(`SELECT id FROM employer WHERE nameKey LIKE 'bladeren %' ORDER BY nameKey, id LIMIT 3 OFFSET ${offset}`)
      ).map(({ id }) => id);
    const first = await rows(0);
    await run(nuo.at(1), 'nuo.accountmanager', 'registerEmployer', { legalName: 'Bladeren 0', registrationReason: 'fictief' });
    expect(first).toContain((await rows(3))[0]);
  });

  it('give each contact of an employer once, last first', async () => {
    const nuo = nuoOf(dialect);
    const [employerId = ''] = await newEmployers(nuo, 1);
    const at = (day: number) => contact(nuo.at(day), manager(0), employerId, { occurredAt: `${inDays(-day)}T09:00:00Z` });
    const there = await Promise.all(range(12).map(async (i) => (await at(10 + i)).contactMoment.id as string));
    const query = `query ($id: ID!, $before: String) { employer(id: $id) { contactMoments(last: 3, before: $before) { nodes { id } pageInfo { hasNextPage endCursor } } } }`;
    const seen = await readAll(
      async (n, before) => pageIn((await ask(nuo, n, query, { id: employerId, before })).employer.contactMoments),
      () => at(1),
    );
    expect(seen).toEqual(there);
  });

  it('give each entry of a calendar once', async () => {
    const nuo = nuoOf(dialect);
    const [employerId = ''] = await newEmployers(nuo, 1);
    const purposes = ['ACQUAINTANCE', 'VACANCY', 'AFTERCARE', 'RELATION', 'EVENT', 'COMPLAINT'];
    const on = (n: number, day: number, purpose: string) =>
      plan(nuo.at(n), manager(n), employerId, { window: { from: inDays(day), until: inDays(day) }, purpose });
    const there: string[] = [];
    for (const [n, purpose] of purposes.entries()) {
      there.push((await on(n, 30 + n, purpose)).contactPlan.id as string);
      there.unshift((await contact(nuo.at(n), manager(n), employerId, { occurredAt: `${inDays(-20 - n)}T09:00:00Z`, direction: 'INCOMING' })).contactMoment.id);
    }
    const query = `query ($id: ID!, $from: Date!, $until: Date!, $after: String) { employer(id: $id) { contactCalendar(from: $from, until: $until, first: 3, after: $after) {
      nodes { contactPlan { id } contactMoment { id } } pageInfo { hasNextPage endCursor } } } }`;
    const seen = await readAll(
      async (n, after) =>
        pageIn(
          (await ask(nuo, n, query, { id: employerId, from: inDays(-60), until: inDays(60), after })).employer.contactCalendar,
          ({ contactPlan, contactMoment }) => (contactPlan ?? contactMoment).id,
        ),
      // Before everything that was read.
      (n) => contact(nuo.at(n), manager(n), employerId, { occurredAt: `${inDays(-40 - n)}T09:00:00Z`, direction: 'INCOMING' }),
    );
    expect(seen).toEqual(there);
  });

  it('give each event once, in one order, of twenty who write at both processes meanwhile', async () => {
    const nuo = nuoOf(dialect);
    const [employerId = ''] = await newEmployers(nuo, 1);
    const feed = `query ($after: String, $ids: [ID!], $first: Int!) { activity(after: $after, employerIds: $ids, first: $first) {
      nodes { id contactMoment { id } } pageInfo { endCursor } } }`;
    const writers = Promise.all(range(20).map(async (n) => (await contact(nuo.at(n), manager(n), employerId)).contactMoment.id as string));
    const seen: { id: string; contactMoment: { id: string } | null }[] = [];
    const moments = (nodes: typeof seen) => nodes.flatMap(({ contactMoment }) => contactMoment?.id ?? []);
    for (let [n, after]: [number, string | null] = [0, null]; moments(seen).length < 20; n += 1) {
      const page: any = (await ask(nuo, n, feed, { after, ids: [employerId], first: 3 })).activity;
      seen.push(...page.nodes);
      after = page.pageInfo.endCursor ?? after;
      if (page.nodes.length === 0) await wait(10);
    }
    expect(new Set(seen.map(({ id }) => id)).size).toBe(seen.length);
    expect(moments(seen).toSorted()).toEqual((await writers).toSorted());
    const { nodes } = (await ask(nuo, 1, feed, { ids: [employerId], first: 100 })).activity;
    expect(nodes).toEqual(seen);
  });
});

// Last: what it breaks stays broken.
describe.each(dialects)('a nuo that fails in the middle of a question, behind the gateway, on %s,', (dialect) => {
  const gateways = new Map<Dialect, { ask(query: string, variables: object): Promise<Answer>; children: ChildProcess[] }>();
  beforeAll(async () => {
    const nuo = nuoOf(dialect);
    const [identityPort, gatewayPort] = [await freePort(), await freePort()];
    const env: NodeJS.ProcessEnv = { ...nuo.env, IDENTITY_PORT: String(identityPort), GATEWAY_PORT: String(gatewayPort), NUO_PORT: String(nuo.ports[0]) };
    const children = [startProgram('shared/dev-identity/dist/main.js', env), startProgram('gateway/dist/main.js', env)];
    for (const [i, port] of [identityPort, gatewayPort].entries()) await untilReady(children[i] as ChildProcess, port);
    const authorization = `Bearer ${await demoToken('wierden.accountmanager', { port: identityPort, keysDir: env['KEYS_DIR'] as string })}`;
    gateways.set(dialect, {
      children,
      ask: async (query, variables) => {
        const body = JSON.stringify({ query, variables });
        const headers = { 'content-type': 'application/json', authorization };
        return (await (await fetch(`http://127.0.0.1:${gatewayPort}/graphql`, { method: 'POST', headers, body })).json()) as Answer;
      },
    });
  }, 60_000);
  afterAll(async () => {
    for (const child of gateways.get(dialect)?.children ?? []) {
      child.kill('SIGTERM');
      await ended(child);
    }
  });

  const question = `query ($id: ID!, $window: ContactWindowInput!) {
    mayApproach(employerId: $id, window: $window, purpose: RELATION, steering: AANBODGESTUURD, channel: PHONE) { answer }
    employer(id: $id) { nextContact { id } contactMoments(last: 5) { nodes { id } } } }`;
  const held = async () => {
    const nuo = nuoOf(dialect);
    const [employerId = ''] = await newEmployers(nuo, 1);
    const { contactPlan } = await plan(nuo.at(0), manager(0), employerId, { purpose: 'RELATION' });
    const { contactMoment } = await contact(nuo.at(0), manager(0), employerId);
    const { ask } = gateways.get(dialect) as { ask(query: string, variables: object): Promise<Answer> };
    const asking = () => ask(question, { id: employerId, window: { from: inDays(40), until: inDays(40) } });
    expect((await asking()).data).toEqual({
      mayApproach: { answer: 'NO' },
      employer: { nextContact: { id: contactPlan.id }, contactMoments: { nodes: [{ id: contactMoment.id }] } },
    });
    return { nuo, asking };
  };
  const nothing = { data: { mayApproach: null, employer: null }, errors: [expect.anything(), expect.anything()] };
  const codes = ({ errors }: Answer) => errors?.map(({ extensions }) => `${extensions['service']} ${extensions['code']}`);

  it('answers UNKNOWN when one of its tables cannot be read, and no list', async () => {
    const { nuo, asking } = await held();
    await nuo.db.write((tx) => tx.em.query('ALTER TABLE contact_plan RENAME TO contact_plan_away'));
    const { data, errors } = await asking();
    await nuo.db.write((tx) => tx.em.query('ALTER TABLE contact_plan_away RENAME TO contact_plan'));
    expect(data.mayApproach).toEqual({ answer: 'UNKNOWN' });
    expect(data.employer?.nextContact ?? null).toBeNull();
    expect(errors?.map(({ path }) => path?.join('.'))).toContain('employer.nextContact');
    expect((await asking()).data.mayApproach.answer).toBe('NO');
  });

  it('and stands still, is an error of which the place is named, never YES and never an empty list', async () => {
    const { nuo, asking } = await held();
    const goOn = () => void nuo.child(0).kill('SIGCONT');
    onTestFinished(goOn);
    nuo.child(0).kill('SIGSTOP');
    const answer = await asking();
    goOn();
    expect(answer).toMatchObject(nothing);
    expect(new Set(codes(answer))).toEqual(new Set(['nuo SUBGRAPH_UNAVAILABLE']));
    expect((await asking()).data.mayApproach.answer).toBe('NO');
  });

  /** What happens while both questions wait for a table, so certainly in the middle. */
  const inTheMiddle = async (nuo: NuoProcesses, asking: () => Promise<Answer>, happens: (em: EntityManager, connections: number[]) => Promise<unknown>) => {
    const other = await openDatabase({ url: nuo.env['NUO_DATABASE_URL'] as string, entities: [], migrations: [] });
    const answer = await other.write(async ({ em }) => {
      await em.query('LOCK TABLES contact_plan WRITE');
      const answering = asking();
      const waiting = async () =>
        (
          await em.query<{ id: number }[]>("SELECT ID AS id FROM information_schema.processlist WHERE DB = DATABASE() AND STATE LIKE '%table metadata lock%'")
        ).map(({ id }) => id);
      let connections = await waiting();
      while (connections.length < 2) connections = await waiting();
      await happens(em, connections);
      await em.query('UNLOCK TABLES');
      return answering;
    });
    await other.close();
    return answer;
  };

  it.runIf(dialect === 'mariadb')('because its connections to the database are cut, answers UNKNOWN, and an error in place of the list', async () => {
    const { nuo, asking } = await held();
    const { data, errors } = await inTheMiddle(nuo, asking, (em, connections) => Promise.all(connections.map((id) => em.query(`KILL ${id}`))));
    expect(data.mayApproach).toEqual({ answer: 'UNKNOWN' });
    expect(data.employer?.nextContact ?? null).toBeNull();
    expect(errors?.map(({ path }) => path?.join('.'))).toContain('employer.nextContact');
    expect((await asking()).data.mayApproach.answer).toBe('NO');
  });

  it.runIf(dialect === 'mariadb')('and is gone, is an error of which the place is named, never YES and never an empty list', async () => {
    const { nuo, asking } = await held();
    const answer = await inTheMiddle(nuo, asking, () => nuo.kill(0));
    expect(answer).toMatchObject(nothing);
    expect(new Set(codes(answer))).toEqual(new Set(['nuo SUBGRAPH_UNAVAILABLE']));
  });
});
