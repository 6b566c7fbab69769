import { addDays } from '@werkplein/kernel';
import fc from 'fast-check';
import { Placement } from '../placements/placement.entity.ts';
import { Secondment } from '../secondments/secondment.entity.ts';
import { idOf } from '../testing/index.ts';
import { Workplace } from '../workplaces/workplace.entity.ts';
import { coach, consultant, find, oneOf, pick, type Real, type Reply, send, soon, step, theirs, today, who } from './sheltered-history.testing.ts';

// Steps of random histories: who is lent out, alone or in a group, and who works at a sheltered place.

export const agreements = fc
  .record({ n: pick, name: fc.constantFrom('draw', 'sign', 'sign', 'add', 'add', 'add', 'start', 'start', 'remove', 'rate', 'notice', 'end'), day: soon })
  .map(({ n, name, day }) =>
    step(`${name} a secondment`, async (real) => {
      const rows = (await find(real, Secondment)).filter(({ status }) => status !== 'ENDED');
      const row = oneOf(rows, n);
      if (name === 'draw' || !row)
        return send(real, consultant, 'drawUpSecondment', {
          employerId: idOf('employer', 0),
          kind: 'GROUP',
          title: 'Inpakken',
          startsOn: addDays(today, -30),
          noticeMonths: 0,
          centsPerHour: 1500,
        });
      const about = { secondmentId: row.id, expectedVersion: row.version };
      if (name === 'add' || name === 'remove') {
        const members = (await theirs(real, Placement)).filter(
          ({ kind, secondmentId }) => kind === 'SECONDMENT_GROUP' && (name === 'add' ? secondmentId === null : secondmentId === row.id),
        );
        const member = oneOf(members, n);
        return member && send(real, consultant, `${name}SecondmentMember`, { ...about, placementId: member.id });
      }
      if (name === 'sign') return send(real, consultant, 'signSecondment', { ...about, signedOn: addDays(today, -40) });
      if (name === 'start') return send(real, consultant, 'startSecondment', about);
      if (name === 'rate') return send(real, consultant, 'recordSecondmentRate', { ...about, validFrom: day, centsPerHour: 1600 });
      if (name === 'notice') return send(real, consultant, 'giveSecondmentNotice', { ...about, noticeOn: today, by: 'HIRER' });
      return send(real, consultant, 'endSecondment', { ...about, endedOn: day, reason: 'Klaar', mutualConsent: true });
    }),
  );
/** A placement that is brought as far as the rules let it, lent out or at a place. */
const placed = async (real: Real, n: number, facts: object, far: number): Promise<Reply> => {
  let answer = await send(
    real,
    coach,
    'proposePlacement',
    { participantId: real.people[n], hoursPerWeek: 20, ...facts },
    '... on PlacementProposed { placement { id version status } }',
  );
  const shown = '... on PlacementChanged { placement { id version status } }';
  for (const name of ['planPlacement', 'startPlacement'].slice(0, far)) {
    if (!answer.placement) return answer;
    const { id, version } = answer.placement;
    answer = await send(
      real,
      coach,
      name,
      { placementId: id, expectedVersion: version, ...(name === 'planPlacement' && { agreementReference: 'C-1' }) },
      shown,
    );
  }
  return answer;
};
/** Two people at work together at a hirer: what most of the rest is about. */
export const group = async (real: Real): Promise<Reply> => {
  const show = '... on SecondmentChanged { secondment { id version } }';
  const agreed = { employerId: idOf('employer', 0), kind: 'GROUP', title: 'Inpakken', startsOn: addDays(today, -30), noticeMonths: 0, centsPerHour: 1500 };
  const { secondment } = await send(real, consultant, 'drawUpSecondment', agreed, show);
  const secondmentId = secondment?.id as string;
  await send(real, consultant, 'signSecondment', { secondmentId, expectedVersion: 1, signedOn: addDays(today, -40) });
  const members: { id: string; version: number }[] = [];
  for (const n of [0, 1]) {
    const answer = await placed(real, n, { kind: 'SECONDMENT_GROUP', employerId: idOf('employer', 0), startsOn: addDays(today, -20) }, 1);
    if (answer.placement) members.push(answer.placement);
  }
  for (const [at, { id }] of members.entries()) await send(real, consultant, 'addSecondmentMember', { secondmentId, expectedVersion: 2 + at, placementId: id });
  const started = await send(real, consultant, 'startSecondment', { secondmentId, expectedVersion: 2 + members.length });
  for (const { id } of members) {
    const { version } = await real.nuo.db.read.em.findOneByOrFail(Placement, { id });
    await send(real, coach, 'startPlacement', { placementId: id, expectedVersion: version });
  }
  return started;
};
export const groups = fc.constant(step('begin a group', group));
export const lent = fc
  .record({ n: who, startsOn: soon, group: fc.boolean(), far: fc.integer({ min: 1, max: 2 }) })
  .map(({ n, startsOn, group, far }) =>
    step(group ? 'lend to a group' : 'lend', async (real) =>
      placed(real, n, { kind: group ? 'SECONDMENT_GROUP' : 'SECONDMENT_INDIVIDUAL', employerId: idOf('employer', 0), startsOn }, far),
    ),
  );
export const inside = fc
  .record({ n: who, at: pick, startsOn: soon, lasts: fc.option(fc.nat(30)), start: fc.boolean() })
  .map(({ n, at, startsOn, lasts, start }) =>
    step('give a place', async (real) => {
      const answer = await placed(real, n, { kind: 'SHELTERED_INTERNAL', startsOn, expectedEndOn: lasts === null ? null : addDays(startsOn, lasts) }, 1);
      const place = oneOf(await find(real, Workplace), at);
      const placement = answer.placement;
      if (!placement || placement.status !== 'PLANNED' || !place) return answer;
      const assigned = await send(
        real,
        coach,
        'assignWorkplace',
        { placementId: placement.id, expectedVersion: placement.version, workplaceId: place.id },
        '... on PlacementChanged { placement { id version } }',
      );
      if (!start || !assigned.placement) return assigned;
      return send(real, coach, 'startPlacement', { placementId: placement.id, expectedVersion: assigned.placement.version });
    }),
  );
