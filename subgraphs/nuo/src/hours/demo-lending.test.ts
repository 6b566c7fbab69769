import {
  demoClosedMonths,
  demoColleagues,
  demoEmployers,
  demoLearningLines,
  demoParticipants,
  demoPlacements,
  demoSecondments,
  demoTimesheets,
} from '@werkplein/demo';
import { dialects } from '@werkplein/kernel/testing';
import { describe, expect, it } from 'vitest';
import { loadDemoLending } from '../index.ts';
import { LearningStep } from '../learning/learning.entity.ts';
import { Placement } from '../placements/placement.entity.ts';
import { Secondment } from '../secondments/secondment.entity.ts';
import { nuoForTest } from '../testing/index.ts';
import { ClosedMonth, ClosedMonthGap, Timesheet } from './hours.entity.ts';

const SCALE = 0.05;
const placements = () => [...demoPlacements(SCALE)].map(({ serviceOrderId: _, ...placement }) => ({ ...placement, serviceOrderId: null }));
const lending = () => ({
  secondments: demoSecondments(placements()),
  learningLines: [...demoLearningLines(demoParticipants(SCALE))],
  timesheets: [...demoTimesheets(placements())],
  closedMonths: demoClosedMonths,
});

describe.each(dialects)('the demo of agreements, learning and hours on %s', (dialect) => {
  it('is complete and by the rules, and the same after a second run', async () => {
    const nuo = await nuoForTest(dialect, {
      employers: demoEmployers(SCALE),
      participants: demoParticipants(SCALE),
      placements: placements(),
      colleagues: demoColleagues(),
    });
    const demo = lending();
    await loadDemoLending(nuo.db, demo);
    const counts = () =>
      Promise.all([Secondment, LearningStep, Timesheet, ClosedMonth, ClosedMonthGap].map((entity) => nuo.db.read.em.count(entity as typeof Timesheet)));
    const first = await counts();
    expect(first.slice(0, 3)).toEqual([demo.secondments.length, demo.learningLines.length * 3, demo.timesheets.length]);
    await loadDemoLending(nuo.db, lending());
    expect(await counts()).toEqual(first);
    const agreements = await nuo.db.read.em.find(Secondment);
    for (const { id, kind } of agreements)
      expect(await nuo.db.read.em.countBy(Placement, { secondmentId: id })).toBeGreaterThanOrEqual(kind === 'GROUP' ? 2 : 1);
    expect(new Set(agreements.flatMap(({ kind, origin }) => [kind, origin]))).toEqual(new Set(['GROUP', 'INDIVIDUAL', 'SOWECO', 'NUO']));
    const { data } = await nuo.ask(
      'nuo.detacheringsconsulent',
      '{ hoursTotals(from: "2026-08", until: "2026-10") { month closed complete gaps money { revenueCents } } hoursGaps(month: "2026-10") { nodes { reason } } }',
    );
    expect(data.hoursTotals.map(({ month, closed, complete }: { month: string; closed: boolean; complete: boolean }) => [month, closed, complete])).toEqual([
      ['2026-08', true, true],
      ['2026-09', true, true],
      ['2026-10', false, false],
    ]);
    expect(data.hoursTotals[0].money.revenueCents).toBeGreaterThan(0);
    expect(data.hoursGaps.nodes.length).toBeGreaterThan(0);
  });
});
