import { dialects } from '@werkplein/kernel/testing';
import { describe, expect, it } from 'vitest';
import { Placement } from '../placements/placement.entity.ts';
import type { PlacementState } from '../placements/placement-states.rules.ts';
import { command } from '../testing/colleagues.ts';
import { idOf, testDemo, testId, type TestNuo } from '../testing/index.ts';
import { sharedNuo } from '../testing/shared-nuo.ts';
import { ServiceOrder } from './service-order.entity.ts';
import type { ServiceOrderStatus } from './service-order.rules.ts';
import { coach, insertOrders, insertPeople, orderRow, participantRow, regie, take } from './service-order.testing.ts';

// H7: an order that was withdrawn or ended, and a placement that goes on under it all the same, never meet.

describe.each(dialects)('an order and what is placed under it on %s', (dialect) => {
  const shared = sharedNuo(dialect, testDemo(1));
  let next = 0;
  /** An order in progress of somebody of their own, with a placement in this state when one is named. */
  const started = async (status: PlacementState | null = null, startsOn = '2026-09-15', orderStatus: ServiceOrderStatus = 'IN_PROGRESS') => {
    next += 1;
    const nuo = shared();
    const person = participantRow(next);
    await nuo.db.write((tx) => insertPeople(tx, person));
    const row = orderRow(next, person, { status: orderStatus });
    await insertOrders(nuo, row);
    const placementId = testId(6, 700 + next);
    const [like] = await nuo.db.read.em.findBy(Placement, { id: idOf('placement', 0) });
    const { id: participantId, clientId } = person;
    if (status !== null)
      await nuo.db.write(({ em }) =>
        em.insert(Placement, {
          ...(like as Placement),
          id: placementId,
          participantId,
          clientId,
          serviceOrderId: row.id,
          status,
          startsOn,
          endedOn: null,
          version: 1,
        }),
      );
    return { orderId: row.id, participantId, placementId };
  };
  const stateOf = async (nuo: TestNuo, id: string) => (await nuo.db.read.em.findOneBy(Placement, { id }))?.status;
  const end = (orderId: string, endsOn = '2026-08-31') => take(shared(), regie, 'end', orderId, 1, { endsOn, reference: null });
  const plan = (placementId: string) => command(shared(), coach, 'planPlacement', { placementId, expectedVersion: 1, agreementReference: 'C-1' });
  const propose = (participantId: string, serviceOrderId: string) =>
    command(shared(), coach, 'proposePlacement', {
      participantId,
      serviceOrderId,
      kind: 'REGULAR',
      employerId: idOf('employer', 0),
      startsOn: '2026-09-15',
      hoursPerWeek: 20,
    });

  it.each(['PROPOSED', 'AGREED', 'PLANNED'] as const)('does not close while something under it is %s, and calls it off when it ends before', async (status) => {
    const { orderId, placementId } = await started(status);
    for (const step of ['complete', 'handBack'])
      expect(await take(shared(), coach, step, orderId, 1)).toEqual({ __typename: 'ServiceOrderWorkOpen', openIds: [placementId] });
    expect(await end(orderId)).toMatchObject({ __typename: 'ServiceOrderEnded', calledOffIds: [placementId] });
    expect(await stateOf(shared(), placementId)).toBe('CANCELLED');
  });

  it.each(['ACTIVE', 'INTERRUPTED', 'ENDED'] as const)('closes and ends beside what has begun: %s', async (status) => {
    const one = await started(status, '2026-02-01');
    expect((await take(shared(), coach, 'complete', one.orderId, 1)).__typename).toBe('ServiceOrderChanged');
    const two = await started(status, '2026-02-01');
    expect(await end(two.orderId)).toMatchObject({ calledOffIds: [] });
    expect([await stateOf(shared(), one.placementId), await stateOf(shared(), two.placementId)]).toEqual([status, status]);
  });

  it('leaves what begins on the last day or before', async () => {
    const { orderId, placementId } = await started('PLANNED', '2026-08-31');
    expect(await end(orderId)).toMatchObject({ calledOffIds: [] });
    expect(await stateOf(shared(), placementId)).toBe('PLANNED');
  });

  it.each(['OFFERED', 'ACCEPTED', 'WITHDRAWN', 'ENDED', 'COMPLETED'] as const)('lets nothing be proposed when it is %s', async (status) => {
    const { orderId, participantId } = await started(null, undefined, status);
    const answer = await propose(participantId, orderId);
    expect(answer.__typename ?? answer.code).not.toBe('PlacementProposed');
    expect(await shared().db.read.em.countBy(Placement, { serviceOrderId: orderId })).toBe(0);
  });

  it('lets something be proposed while it is in progress', async () => {
    const { orderId, participantId } = await started();
    expect((await propose(participantId, orderId)).__typename).toBe('PlacementProposed');
  });

  it('ends while something is planned under it: whichever comes first, it does not go on', { timeout: 60_000 }, async () => {
    for (let n = 0; n < 8; n += 1) {
      const { orderId, placementId } = await started('AGREED');
      const both = [() => end(orderId), () => plan(placementId)];
      const answers = await Promise.all((n % 2 ? both : both.toReversed()).map((send) => send()));
      expect(answers.map(({ __typename }) => __typename)).toContain('ServiceOrderEnded');
      expect(await stateOf(shared(), placementId)).toBe('CANCELLED');
    }
  });

  it('ends while something is proposed under it: whichever comes first, nothing is left', { timeout: 60_000 }, async () => {
    for (let n = 0; n < 8; n += 1) {
      const { orderId, participantId } = await started();
      const both = [() => end(orderId), () => propose(participantId, orderId)];
      const answers = await Promise.all((n % 2 ? both : both.toReversed()).map((send) => send()));
      expect(answers.map(({ __typename }) => __typename)).toContain('ServiceOrderEnded');
      expect((await shared().db.read.em.findOneByOrFail(ServiceOrder, { id: orderId })).status).toBe('ENDED');
      const left = await shared().db.read.em.findBy(Placement, { serviceOrderId: orderId });
      expect(left.every(({ status }) => status === 'CANCELLED')).toBe(true);
    }
  });
});
