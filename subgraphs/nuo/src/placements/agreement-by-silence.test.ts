import { OutboxEvent } from '@werkplein/kernel';
import { dialects } from '@werkplein/kernel/testing';
import { describe, expect, it } from 'vitest';
import { Placement, PlacementEvent } from './placement.entity.ts';
import { coach, placing, propose, regie, take, type World, worldFor } from './placement.testing.ts';

/** A world whose clock a test sets; it starts on Monday 3 August 2026, 12:00 in Almelo. */
const ticking = async (dialect: (typeof dialects)[number]): Promise<World & { at(instant: string): void }> => {
  let now = '2026-08-03T10:00:00Z';
  const world = await worldFor(dialect, () => new Date(now));
  return { ...world, at: (instant) => void (now = instant) };
};
/** Three working days after Monday is Thursday; that day begins at 22:00 UTC the evening before. */
const before = '2026-08-05T21:59:59.999Z';
const at = '2026-08-05T22:00:00.000Z';
const waiting = '{ placementsAwaitingAgreement(first: 10) { nodes { id details { proposedOn silence { agrees on text } } } } }';

describe.each(dialects)('a proposal about which regie says nothing on %s', (dialect) => {
  it('is agreed from the first moment of the day that was stored, for whoever looks, and is written down by whoever acts', async () => {
    const { nuo, person, order, at: setClock } = await ticking(dialect);
    const { id } = (await propose(nuo, person, order)).placement;
    const status = async () => (await nuo.ask(regie, `{ placement(id: "${id}") { status details { agreement agreedOn } } }`)).data.placement;
    setClock(before);
    expect(await status()).toEqual({ status: 'PROPOSED', details: { agreement: null, agreedOn: null } });
    expect((await nuo.ask(regie, waiting)).data.placementsAwaitingAgreement.nodes).toEqual([
      {
        id,
        details: { proposedOn: '2026-08-03', silence: { agrees: true, on: '2026-08-06', text: 'Zonder bezwaar is de plaatsing op 6 augustus 2026 akkoord.' } },
      },
    ]);
    expect(await take(nuo, coach, 'plan', id, 1)).toMatchObject({ __typename: 'StepRefused', from: 'PROPOSED', allowedSteps: ['reject'] });
    setClock(at);
    expect(await status()).toEqual({ status: 'AGREED', details: { agreement: 'IMPLICIT', agreedOn: '2026-08-06' } });
    expect((await nuo.ask(regie, waiting)).data.placementsAwaitingAgreement.nodes).toEqual([]);
    expect(await nuo.db.read.em.findOneByOrFail(Placement, { id })).toMatchObject({ status: 'PROPOSED', version: 1 });
    expect(await take(nuo, regie, 'agree', id, 1)).toMatchObject({ __typename: 'StepRefused', from: 'AGREED', allowedSteps: ['reject'] });
    expect((await take(nuo, coach, 'plan', id, 1)).placement).toMatchObject({ status: 'PLANNED', version: 3, details: { agreement: 'IMPLICIT' } });
    const rows = await nuo.db.read.em.find(PlacementEvent, { where: { placementId: id }, order: { version: 'ASC' } });
    expect(rows.map(({ step, version, onDay, byId }) => [step, version, onDay, byId === null])).toEqual([
      ['propose', 1, '2026-08-03', false],
      ['agreeImplicitly', 2, '2026-08-06', true],
      ['plan', 3, '2026-08-10', false],
    ]);
    expect(await nuo.db.read.em.countBy(OutboxEvent, { type: 'PlacementAgreed', aggregateId: id })).toBe(1);
  });

  it('can be rejected until then, and after it', async () => {
    const { nuo, person, order, at: setClock } = await ticking(dialect);
    const [first, second] = [(await propose(nuo, person, order)).placement, (await propose(nuo, person, order)).placement];
    setClock(before);
    expect((await take(nuo, regie, 'reject', first.id, 1)).placement).toMatchObject({ status: 'REJECTED', version: 2 });
    setClock(at);
    expect((await take(nuo, regie, 'reject', second.id, 1)).placement).toMatchObject({ status: 'REJECTED', version: 3 });
  });

  it('is written down once by the cleaner and by who acts at the same moment, and one with a decision never', async () => {
    const { nuo, person, order, at: setClock } = await ticking(dialect);
    const { id } = (await propose(nuo, person, order)).placement;
    await propose(nuo, person, order, { kind: 'PROEFPLAATSING' });
    setClock(at);
    const [cleaned, cleanedAgain, acted] = await Promise.all([
      placing(nuo, coach, 'settleAgreements', {}),
      placing(nuo, coach, 'settleAgreements', {}),
      take(nuo, coach, 'reject', id, 1),
    ]);
    expect(cleaned.count + cleanedAgain.count).toBeLessThanOrEqual(1);
    expect(['PlacementChanged', 'PlacementVersionConflict']).toContain(acted.__typename);
    expect(await nuo.db.read.em.countBy(PlacementEvent, { placementId: id, step: 'agreeImplicitly' })).toBe(1);
    setClock('2027-08-05T22:00:00.000Z');
    expect((await placing(nuo, coach, 'settleAgreements', {})).count).toBe(0);
    expect((await nuo.ask(regie, waiting)).data.placementsAwaitingAgreement.nodes).toMatchObject([
      { details: { silence: { agrees: false, on: null, text: 'De plaatsing wacht op een besluit van de gemeente; zonder dat gaat zij niet door.' } } },
    ]);
  });
});
