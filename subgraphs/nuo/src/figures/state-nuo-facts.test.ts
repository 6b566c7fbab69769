import {
  demoClosedMonths,
  demoColleagues,
  demoEmployers,
  demoOrderColleagues,
  demoOrderedParticipants,
  demoOrderedPlacements,
  demoParticipants,
  demoPlacements,
  demoResponsibilities,
  demoSecondments,
  demoServiceOrders,
  demoShelteredWorkers,
  demoTimesheets,
  demoWorkGroups,
  demoWorkplaces,
} from '@werkplein/demo';
import { type Clock, type Database, Fact, newIds } from '@werkplein/kernel';
import { demoUser, dialects, newAsking } from '@werkplein/kernel/testing';
import { describe, expect, it } from 'vitest';
import { In, IsNull } from 'typeorm';
import { DOUBLE_APPROACH } from '../contact-plans/double-approach.facts.ts';
import { contactOn, plan } from '../contact-plans/contact-plan.testing.ts';
import type { Telling } from '../events/publish.ts';
import { MONTH_SUM } from '../hours/month.facts.ts';
import { loadDemoLending } from '../index.ts';
import { learnPersonToken } from '../persons/index.ts';
import { command as send } from '../testing/colleagues.ts';
import { idOf, nuoForTest, testDemo, type TestNuo } from '../testing/index.ts';
import { setClock } from './figures.testing.ts';
import { stateNuoFacts } from './state-nuo-facts.ts';

const SCALE = 0.03;
let sent = 0;
const command = (nuo: TestNuo, user: string, name: string, input: object, show = '') => {
  sent += 1;
  return send(nuo, user, name, { requestId: `state-nuo-facts-${sent}`, ...input }, show);
};

/** Every kind of record that figures count, and what may have become of one since. */
const world = async (nuo: TestNuo, clock: Clock): Promise<void> => {
  const placements = [...demoPlacements(SCALE), ...demoOrderedPlacements(SCALE)];
  await loadDemoLending(nuo.db, {
    secondments: demoSecondments(placements),
    learningLines: [],
    timesheets: [...demoTimesheets(placements)],
    closedMonths: demoClosedMonths,
  });
  const at = (n: number) => ({ employerId: idOf('employer', n), contactPersonId: idOf('person', n) });
  const wrong = await contactOn(nuo, 'nuo.accountmanager', '2026-07-01', at(0));
  const right = { occurredAt: '2026-07-02T09:00:00Z', channel: 'VISIT', direction: 'OUTGOING', steering: 'VRAAGGESTUURD', subject: 'Bezoek', report: '' };
  await command(nuo, 'nuo.accountmanager', 'correctContactMoment', { contactMomentId: wrong.contactMoment?.id, ...right });
  await contactOn(nuo, 'wierden.accountmanager', '2026-11-18', {
    ...at(1),
    others: [{ employeeId: 'x1', name: 'Collega', organisation: '0141' }],
  });
  await contactOn(nuo, 'twenterand.accountmanager', '2026-11-19', at(1));
  expect((await plan(nuo, 'nuo.accountmanager', { ...at(1), window: { from: '2026-11-23', until: '2026-11-27' } })).__typename).toBe('ContactNeedsReason');
  const pair = { survivorId: idOf('employer', 1), vanishingId: idOf('employer', 2), survivorVersion: 1, vanishingVersion: 1 };
  expect((await command(nuo, 'nuo.coordinator', 'mergeEmployers', pair)).__typename).toBe('EmployersMerged');
  const telling: Telling = { ...newAsking(), principal: demoUser('nuo.coordinator'), clock, newId: newIds('nuo', clock) } as unknown as Telling;
  const people = [...demoParticipants(SCALE)].slice(0, 2);
  for (const { id: participantId } of people) await nuo.db.write((tx) => learnPersonToken(tx, telling, { participantId, token: 'token-a' }));
};

/** What facts that hold now say, in any order, without when that became known. */
const words = async ({ read }: Database): Promise<string[]> =>
  (await read.em.findBy(Fact, { withdrawnAt: IsNull() })).map(({ id: _id, recordedAt: _at, withdrawnAt: _gone, ...said }) => JSON.stringify(said)).toSorted();

describe.each(dialects)('stating the facts of all records of the NUO on %s', (dialect) => {
  it('states what commands and loaders stated and nothing else, also when it was stopped halfway, and a second time changes nothing', async () => {
    const time = setClock('2026-11-20T10:00:00Z');
    const nuo = await nuoForTest(
      dialect,
      {
        ...testDemo(0),
        employers: [...testDemo(3).employers, ...demoEmployers(SCALE)],
        colleagues: [...demoColleagues(), ...demoOrderColleagues()],
        participants: [...demoParticipants(SCALE), ...demoOrderedParticipants(SCALE)],
        serviceOrders: demoServiceOrders(SCALE),
        responsibilities: demoResponsibilities(SCALE),
        placements: [...demoPlacements(SCALE), ...demoOrderedPlacements(SCALE)],
        workGroups: demoWorkGroups(),
        workplaces: demoWorkplaces(SCALE),
        shelteredWorkers: demoShelteredWorkers(SCALE),
      },
      undefined,
      time.clock,
    );
    await world(nuo, time.clock);
    const { db } = nuo;
    const knowing = { clock: time.clock, newId: newIds('nuo', time.clock) };
    const stated = await words(db);
    const kinds = new Set(stated.map((said) => (JSON.parse(said) as Fact).kind));
    expect(kinds.size).toBe(20);
    const all = () => db.read.em.find(Fact, { order: { id: 'ASC' } });
    const before = await all();
    await stateNuoFacts(db, knowing);
    expect(await all()).toEqual(before);

    // As a database of before double approaches and sums of months were facts: they are known as they were counted then.
    await db.write((tx) => tx.em.delete(Fact, { kind: In([DOUBLE_APPROACH, MONTH_SUM]) }));
    await stateNuoFacts(db, knowing);
    const followed = (facts: Fact[]) =>
      facts
        .filter(({ kind }) => kind === DOUBLE_APPROACH || kind === MONTH_SUM)
        .map(({ kind, ref, cause, facet, payer, code, amount, recordedAt }) =>
          [kind, ref, cause, facet, payer, code, amount, recordedAt.toISOString()].join(' '),
        )
        .toSorted();
    expect(followed(await all())).toEqual(followed(before));

    // As a database from before facts was, and a run that ended after some batches.
    await db.write((tx) => tx.em.query('DELETE FROM fact'));
    let batches = 0;
    const stopping: Database = {
      ...db,
      write: (work) => {
        batches += 1;
        return batches > 8 ? Promise.reject(new Error('stopped')) : db.write(work);
      },
    };
    await expect(stateNuoFacts(stopping, knowing)).rejects.toThrow('stopped');
    const half = await words(db);
    expect(half.length > 0 && half.length < stated.length).toBe(true);
    time.at('2026-11-21T10:00:00Z');
    const seen = await stateNuoFacts(db, knowing);
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(0);
    expect(await words(db)).toEqual(stated);
    const once = await all();
    expect(new Set(once.map(({ recordedAt }) => recordedAt.toISOString()))).toEqual(new Set(['2026-11-20T10:00:00.000Z', '2026-11-21T10:00:00.000Z']));
    time.at('2026-11-22T10:00:00Z');
    await stateNuoFacts(db, knowing);
    expect(await all()).toEqual(once);
  });
});
