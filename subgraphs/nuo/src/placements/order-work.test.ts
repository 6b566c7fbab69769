import { dialects } from '@werkplein/kernel/testing';
import { describe, expect, it } from 'vitest';
import { ServiceOrder } from '../orders/service-order.entity.ts';
import { take as takeOrder } from '../orders/service-order.testing.ts';
import { Placement } from './placement.entity.ts';
import { agreed, coach, planned, propose, regie, take, worldFor } from './placement.testing.ts';

describe.each(dialects)('an order that is over on %s (H7)', (dialect) => {
  it('calls off what would begin after its last day, and lets begin what begins before', async () => {
    const world = await worldFor(dialect);
    const { nuo, order, person } = world;
    const soon = await planned(world, { startsOn: '2026-08-03', expectedEndOn: '2026-08-31' });
    const late = await planned(world, { startsOn: '2026-09-01' });
    const proposed = (await propose(nuo, person, order, { startsOn: '2026-09-10' })).placement;
    const early = await agreed(world, { startsOn: '2026-08-20', expectedEndOn: '2026-08-21' });
    const ended = await takeOrder(nuo, regie, 'end', order.id, 1, { endsOn: '2026-08-31' });
    expect(new Set(ended.calledOffIds)).toEqual(new Set([late.id, proposed.id]));
    expect(await take(nuo, coach, 'start', late.id, late.version + 1)).toMatchObject({ __typename: 'StepRefused', from: 'CANCELLED' });
    expect((await take(nuo, coach, 'start', soon.id, soon.version)).placement.status).toBe('ACTIVE');
    expect(await take(nuo, coach, 'plan', early.id, early.version, { startsOn: '2026-09-02', expectedEndOn: '2026-09-30' })).toMatchObject({
      rule: 'ORDER_OVER',
      nearestDay: '2026-08-31',
    });
    expect(await propose(nuo, person, order, {})).toMatchObject({ rule: 'ORDER_NOT_IN_PROGRESS' });
  });

  it('is not completed while something waits under it', async () => {
    const world = await worldFor(dialect);
    const { id } = await planned(world, { startsOn: '2026-09-01' });
    expect(await takeOrder(world.nuo, coach, 'complete', world.order.id, 1)).toMatchObject({ __typename: 'ServiceOrderWorkOpen', openIds: [id] });
  });

  it('and a plan at the same moment end in one of two orders, and never in a plan that begins after the end', async () => {
    for (let round = 0; round < 4; round += 1) {
      const world = await worldFor(dialect);
      const { nuo, order } = world;
      const { id, version } = await agreed(world, { startsOn: '2026-09-01' });
      const end = () => takeOrder(nuo, regie, 'end', order.id, 1, { endsOn: '2026-08-31' });
      const plan = () => take(nuo, coach, 'plan', id, version);
      // Either may be sent first.
      const answers = round % 2 === 0 ? await Promise.all([end(), plan()]) : (await Promise.all([plan(), end()])).toReversed();
      expect(answers[0]?.__typename).toBe('ServiceOrderEnded');
      expect(['PlacementChanged', 'StepRefused']).toContain(answers[1]?.__typename);
      const [placement, after] = [
        await nuo.db.read.em.findOneByOrFail(Placement, { id }),
        await nuo.db.read.em.findOneByOrFail(ServiceOrder, { id: order.id }),
      ];
      expect([placement.status, after.status]).toEqual(['CANCELLED', 'ENDED']);
    }
  });

  it('and a start at the same moment: it starts before the end, or not at all', async () => {
    for (const first of ['end', 'start'] as const) {
      const world = await worldFor(dialect);
      const { nuo, order } = world;
      const { id, version } = await planned(world, { startsOn: '2026-08-03' });
      // The order was over yesterday, by a correction of its row: no command of today makes that.
      const over = () => nuo.db.write(({ em }) => em.update(ServiceOrder, { id: order.id }, { status: 'ENDED', endsOn: '2026-08-02' }));
      const start = () => take(nuo, coach, 'start', id, version);
      if (first === 'end') {
        await over();
        expect(await start()).toMatchObject({ rule: 'ORDER_OVER', nearestDay: '2026-08-02' });
      } else {
        expect((await start()).placement.status).toBe('ACTIVE');
        await over();
      }
    }
  });
});
