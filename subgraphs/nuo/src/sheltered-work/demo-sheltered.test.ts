import {
  demoColleagues,
  demoEmployers,
  demoOrderColleagues,
  demoOrderedParticipants,
  demoParticipants,
  demoPlacements,
  demoServiceOrders,
  demoShelteredWorkers,
  demoWorkGroups,
  demoWorkplaces,
  testBsns,
} from '@werkplein/demo';
import { municipalities } from '@werkplein/kernel';
import { dialects } from '@werkplein/kernel/testing';
import { describe, expect, it } from 'vitest';
import { loadDemo } from '../index.ts';
import { command } from '../testing/colleagues.ts';
import { nuoForTest } from '../testing/index.ts';
import { FallbackClaim } from '../workplaces/fallback-claim.entity.ts';
import { Workplace } from '../workplaces/workplace.entity.ts';
import { loadsOf } from '../workplaces/workplace-load.store.ts';
import { WswWorker } from '../wsw-workers/wsw-worker.entity.ts';
import { ShelteredEmployment } from './employment.entity.ts';

const scale = 0.05;

describe('the sheltered workers of the demo', () => {
  const workers = [...demoShelteredWorkers(scale)];
  const places = [...demoWorkplaces(scale)];

  it('have only published BSNs, each once, and work in the four municipalities', () => {
    const bsns = workers.flatMap(({ wsw }) => wsw?.bsn ?? []);
    expect(new Set(bsns).size).toBe(bsns.length);
    expect(bsns.length).toBeGreaterThan(5);
    expect(bsns.filter((bsn) => !(testBsns as readonly string[]).includes(bsn))).toEqual([]);
    const codes = new Set(municipalities.map(({ code }) => code));
    expect([...workers, ...places].filter(({ municipality }) => !codes.has(municipality))).toEqual([]);
    expect(places.filter(({ kind }) => kind === 'GREEN').map(({ municipality }) => municipality)).toEqual([...codes]);
  });

  it('are of each kind, with a place for everyone who works inside, and some with a claim', () => {
    expect(new Set(workers.map(({ kind }) => kind))).toEqual(new Set(['WSW_ART2', 'WSW_BEGELEID_WERKEN_ART7', 'BESCHUT_10B']));
    expect(workers.some(({ claim }) => claim !== null)).toBe(true);
    expect(workers.filter(({ workplaceId }) => workplaceId !== null).length).toBeGreaterThan(10);
  });
});

describe.each(dialects)('loaded on %s', (dialect) => {
  it('they are the same after a second time, fill no place beyond its room, and make the statistics', async () => {
    const nuo = await nuoForTest(dialect);
    const demo = () => ({
      employers: demoEmployers(scale),
      colleagues: [...demoColleagues(), ...demoOrderColleagues()],
      participants: [...demoParticipants(scale), ...demoOrderedParticipants(scale)],
      serviceOrders: demoServiceOrders(scale),
      placements: demoPlacements(scale),
      workGroups: demoWorkGroups(),
      workplaces: demoWorkplaces(scale),
      shelteredWorkers: demoShelteredWorkers(scale),
    });
    const empty = { contactMoments: [], vacancies: [], proposals: [], teams: [], accounts: [], responsibilities: [], contactPlans: [] };
    for (let time = 0; time < 2; time += 1) await loadDemo(nuo.db, { ...empty, ...demo() });
    const { em } = nuo.db.read;
    const workers = [...demoShelteredWorkers(scale)];
    expect([await em.count(ShelteredEmployment), await em.count(WswWorker), await em.count(FallbackClaim)]).toEqual([
      workers.length,
      workers.filter(({ wsw }) => wsw !== null).length,
      workers.filter(({ claim }) => claim !== null).length,
    ]);
    const places = await em.find(Workplace);
    const loads = await loadsOf(
      nuo.db.read,
      places.map(({ id }) => id),
      '2026-11-28',
    );
    for (const { id, capacityHours } of places) expect((loads.get(id) ?? []).reduce((sum, { hours }) => sum + hours, 0)).toBeLessThanOrEqual(capacityHours);
    const answer = await command(
      nuo,
      'nuo.functioneelbeheerder',
      'deliverWswStatistics',
      { period: '20261', dryRun: true },
      '... on WswStatisticsDelivered { written rejected rejections { problems { field } } }',
    );
    expect(answer.written).toBe(workers.filter(({ wsw }) => wsw !== null && wsw.bsn !== null).length);
    // Nobody may be given a BSN that is not published: the rest is rejected for that alone.
    expect(new Set(answer.rejections.flatMap(({ problems }: { problems: { field: number }[] }) => problems.map(({ field }) => field)))).toEqual(new Set([4]));
  });
});
