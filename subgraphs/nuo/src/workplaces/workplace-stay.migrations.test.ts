import { insertRows } from '@werkplein/kernel';
import { dialects } from '@werkplein/kernel/testing';
import type { QueryRunner } from 'typeorm';
import { describe, expect, it } from 'vitest';
import { Placement, PlacementEvent } from '../placements/placement.entity.ts';
import { sharedNuo } from '../testing/shared-nuo.ts';
import { newPlacement, newWorker, newWorkplace } from '../testing/sheltered.ts';
import { testDemo } from '../testing/index.ts';
import { WorkplaceStay } from './workplace-stay.entity.ts';
import { StaysFromSteps } from './workplace-stay.migrations.ts';

describe.each(dialects)('stays of placements that were there before stays were kept on %s', (dialect) => {
  const nuo = sharedNuo(dialect, testDemo(1));

  it('follow from the steps that gave a place, and a run that was killed is done again', async () => {
    const [first, second] = [await newWorkplace(nuo()), await newWorkplace(nuo())];
    const placed = async (workplaceId: string | null) =>
      newPlacement(nuo(), await newWorker(nuo()), { kind: 'SHELTERED_INTERNAL', employerAliasId: null, startsOn: '2026-01-01', workplaceId });
    const [moved, never, nowhere] = [await placed(second.id), await placed(first.id), await placed(null)];
    const step = (placement: Placement, version: number, of: Partial<PlacementEvent>): PlacementEvent => ({
      id: `${placement.id}-${version}`.slice(-41),
      placementId: placement.id,
      version,
      step: 'assign',
      fromStatus: 'ACTIVE',
      toStatus: 'ACTIVE',
      at: new Date('2026-03-01T09:00:00Z'),
      onDay: '2026-03-01',
      byId: null,
      organisation: 'nuo',
      reason: null,
      facts: null,
      ...of,
    });
    await nuo().db.write((tx) =>
      insertRows(tx, PlacementEvent, [
        step(moved, 2, { facts: { workplaceId: [null, first.id] } }),
        step(moved, 3, { onDay: '2026-03-01', facts: null }),
        step(moved, 4, { onDay: '2026-05-01', facts: { workplaceId: [first.id, second.id] } }),
        step(nowhere, 2, { step: 'correct', facts: { hoursPerWeek: [20, 24] } }),
      ]),
    );
    const stays = async () =>
      (await nuo().db.read.em.find(WorkplaceStay, { order: { fromDay: 'ASC' } })).map(({ placementId, workplaceId, fromDay, untilDay }) => ({
        placementId,
        workplaceId,
        fromDay,
        untilDay,
      }));
    const expected = [
      { placementId: never.id, workplaceId: first.id, fromDay: '2026-01-01', untilDay: null },
      { placementId: moved.id, workplaceId: first.id, fromDay: '2026-03-01', untilDay: '2026-04-30' },
      { placementId: moved.id, workplaceId: second.id, fromDay: '2026-05-01', untilDay: null },
    ];
    for (let run = 0; run < 2; run += 1) {
      await nuo().db.write(({ em }) => new StaysFromSteps().up(em.queryRunner as QueryRunner));
      expect((await stays()).filter(({ placementId }) => [moved.id, never.id, nowhere.id].includes(placementId))).toEqual(expected);
    }
  });
});
