import { type Database, newIds, NUO, type Principal, type RequestContext, type WriteTx } from '@werkplein/kernel';
import { dialects } from '@werkplein/kernel/testing';
import { describe, expect, it } from 'vitest';
import type { Employer } from '../employers/employer.entity.ts';
import { employerByAlias, lockEmployer } from '../employers/employer.store.ts';
import { nuoPairForTest, testClock, testDemo } from '../testing/index.ts';
import { ContactPlan } from './contact-plan.entity.ts';
import type { PlanContactInput } from './contact-plan.inputs.ts';
import { accountManager, nextRequest, planInput } from './contact-plan.testing.ts';
import { claimContact } from './plan-contact.ts';

// What must fail, so that the claims at processes prove something (safety.md §0.10): test/hazards/approach.test.ts.

const CALLERS = 50;
const LIMIT = 120_000;
const range = (n: number): number[] => Array.from({ length: n }, (_, i) => i);

type Lookup = (tx: WriteTx, employerId: string) => Promise<Employer | null>;

const trace = { traceId: '0'.repeat(31).concat('1'), spanId: '0'.repeat(15).concat('1'), parentSpanId: '' };

/** The claim of the product in another transaction: 50 at once on one employer; gives how many of them were written. */
const claimsWithout = async (isolation: 'READ COMMITTED' | 'REPEATABLE READ', lookUp: Lookup): Promise<number> => {
  const dbs = (await nuoPairForTest('mariadb', { employers: testDemo(1).employers })).map(({ db }) => db);
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
  return (dbs[0] as Database).read.em.count(ContactPlan);
};

describe.runIf(dialects.includes('mariadb'))('50 claims at once over two pools on mariadb', () => {
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
