import { type Database, newIds, NUO, openDatabase, type Principal, type RequestContext, type WriteTx } from '@werkplein/kernel';
import { dialects, emptyDatabase, serveForTest, type TestSubgraph } from '@werkplein/kernel/testing';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Employer } from '../employers/employer.entity.ts';
import { employerByAlias, lockEmployer } from '../employers/employer.store.ts';
import { loadDemo, nuoEntities, nuoMigrations, nuoSubgraph } from '../index.ts';
import { idOf, testClock, testDemo } from '../testing/index.ts';
import { ContactPlan } from './contact-plan.entity.ts';
import type { PlanContactInput } from './contact-plan.inputs.ts';
import { accountManager, nextRequest, plan, planInput } from './contact-plan.testing.ts';
import { claimContact } from './plan-contact.ts';

// `npm run test:claims` makes it 10,000 claims on 100 employers (domain.md §10, H1).
const CLAIMS = Number(process.env['CLAIMS'] ?? 400);
const CALLERS = 50;
const BURST = 100;
const EMPLOYERS = CLAIMS / BURST;
const LIMIT = 900_000;
const range = (n: number): number[] => Array.from({ length: n }, (_, i) => i);

/** Several servers, each with connections of its own, on one database. */
const serversOn = async (dialect: (typeof dialects)[number], count: number, employers: number): Promise<{ servers: TestSubgraph[]; dbs: Database[] }> => {
  const { url, drop } = await emptyDatabase(dialect);
  const dbs = await Promise.all(range(count).map(() => openDatabase({ url, entities: nuoEntities, migrations: nuoMigrations })));
  await dbs[0]?.migrate();
  await loadDemo(dbs[0] as Database, { ...testDemo(employers), contactMoments: [], participants: [], placements: [] });
  const servers = await Promise.all(dbs.map((db) => serveForTest(NUO, NUO, nuoSubgraph, db, testClock)));
  onTestFinished(async () => {
    for (const { server } of servers) await server.stop();
    for (const db of dbs) await db.close();
    await drop();
  });
  return { servers, dbs };
};
// SQLite has one writing process; MariaDB is shared by two.
const processes = (dialect: (typeof dialects)[number]): number => (dialect === 'mariadb' ? 2 : 1);
const at = (n: number) => ({ employerId: idOf('employer', n), contactPersonId: idOf('person', n) });
const claim = (servers: TestSubgraph[], caller: number, employer: number) =>
  plan(servers[caller % servers.length] as TestSubgraph, accountManager(caller), at(employer));
const plansAt = (db: Database, employer: number) => db.read.em.countBy(ContactPlan, { employerAliasId: idOf('employer', employer) });

describe.each(dialects)('claims at once on %s', (dialect) => {
  it('of 50 colleagues on one employer: one is planned, 49 hear who holds it', { timeout: LIMIT }, async () => {
    const { servers, dbs } = await serversOn(dialect, processes(dialect), 1);
    const answers = await Promise.all(range(CALLERS).map((caller) => claim(servers, caller, 0)));
    const won = answers.filter(({ __typename }) => __typename === 'ContactPlanned');
    const lost = answers.filter(({ __typename }) => __typename === 'ContactConflict');
    expect([won.length, lost.length]).toEqual([1, CALLERS - 1]);
    expect(new Set(lost.map(({ holder }) => holder.id))).toEqual(new Set([won[0].contactPlan.owner.id]));
    expect(await plansAt(dbs[0] as Database, 0)).toBe(1);
  });

  it('of 50 colleagues on 50 employers: all are planned', { timeout: LIMIT }, async () => {
    const { servers } = await serversOn(dialect, processes(dialect), CALLERS);
    const answers = await Promise.all(range(CALLERS).map((caller) => claim(servers, caller, caller)));
    expect(answers.map(({ __typename }) => __typename)).toEqual(answers.map(() => 'ContactPlanned'));
  });

  it(`of 50 colleagues, ${CLAIMS} in bursts of ${BURST} on ${EMPLOYERS} employers: none is claimed twice`, { timeout: LIMIT }, async () => {
    const { servers, dbs } = await serversOn(dialect, processes(dialect), EMPLOYERS);
    const times: number[] = [];
    const started = performance.now();
    let doubles = 0;
    for (const employer of range(EMPLOYERS)) {
      const answers = await Promise.all(
        range(BURST).map(async (i) => {
          const begin = performance.now();
          const answer = await claim(servers, i % CALLERS, employer);
          times.push(performance.now() - begin);
          return { caller: accountManager(i % CALLERS).employeeId, answer };
        }),
      );
      if ((await plansAt(dbs[0] as Database, employer)) !== 1) doubles += 1;
      const winner = answers.find(({ answer }) => answer.alreadyPlanned === false)?.answer.contactPlan;
      for (const { caller, answer } of answers) {
        if (caller === winner.owner.id) expect(answer.contactPlan.id).toBe(winner.id);
        else expect([answer.__typename, answer.holder?.id]).toEqual(['ContactConflict', winner.owner.id]);
      }
    }
    const seconds = (performance.now() - started) / 1000;
    const p = (share: number) => Math.round(times.toSorted((a, b) => a - b)[Math.floor(times.length * share)] as number);
    process.stdout.write(
      `claims on ${dialect}, ${servers.length} server(s): ${CLAIMS} claims, ${EMPLOYERS} employers, ${doubles} doubles, ${Math.round(CLAIMS / seconds)}/s, p50 ${p(0.5)} ms, p99 ${p(0.99)} ms\n`,
    );
    expect(doubles).toBe(0);
  });
});

type Lookup = (tx: WriteTx, employerId: string) => Promise<Employer | null>;

const trace = { traceId: '0'.repeat(31).concat('1'), spanId: '0'.repeat(15).concat('1'), parentSpanId: '' };

/** The claim of the product in another transaction: 50 at once on one employer; gives how many of them were written. */
const claimsWithout = async (isolation: 'READ COMMITTED' | 'REPEATABLE READ', lookUp: Lookup): Promise<number> => {
  const { dbs } = await serversOn('mariadb', 2, 1);
  const claimAs = (principal: Principal, db: Database) => {
    const ctx = { principal, db, clock: testClock, newId: newIds(NUO, testClock), home: NUO, trace } as RequestContext;
    const input = { confirm: false, ...planInput({ requestId: nextRequest() }) } as unknown as PlanContactInput;
    const checked = { window: input.window, plannedAt: null, reason: null, candidateIds: [] };
    return db.read.em.connection.transaction(isolation, async (em) => {
      const tx: WriteTx = { em, dialect: 'mariadb', writes: true, announces: new Set() };
      return claimContact(tx, ctx, (await lookUp(tx, input.employerId)) as Employer, input, checked);
    });
  };
  await Promise.allSettled(range(CALLERS).map((caller) => claimAs(accountManager(caller), dbs[caller % 2] as Database)));
  return plansAt(dbs[0] as Database, 0);
};

// What must fail, so that the tests above prove something (safety.md §0.10).
describe.runIf(dialects.includes('mariadb'))('the same claims on mariadb', () => {
  it('without the lock of the employer are written more than once', { timeout: LIMIT }, async () => {
    expect(await claimsWithout('READ COMMITTED', employerByAlias)).toBeGreaterThan(1);
  });

  it('with the lock, after a read that fixed what the transaction sees, are written more than once', { timeout: LIMIT }, async () => {
    expect(await claimsWithout('REPEATABLE READ', lockEmployer)).toBeGreaterThan(1);
  });

  it('with the lock, where each read sees what was committed, are written once', { timeout: LIMIT }, async () => {
    expect(await claimsWithout('READ COMMITTED', lockEmployer)).toBe(1);
  });
});
