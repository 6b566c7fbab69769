import type { Database } from '@werkplein/kernel';
import { idIn, today, type World, workerOf } from './worlds.ts';

// The placement of each world with every column filled, so that every field shows something; where nothing is disclosed it is a proposal.

const soon = '2026-11-30';

export const fillPlacements = (db: Database, world: World): Promise<void> =>
  db.write(async ({ em }) => {
    const id = idIn(world, 'placement');
    const { id: employeeId, organisation } = workerOf(world);
    const byId = `${organisation}:${employeeId}`;
    await em.update(
      'placement',
      { id },
      {
        kind: world.disclosed ? 'PROEFPLAATSING' : 'REGULAR',
        status: world.disclosed ? 'ACTIVE' : 'PROPOSED',
        serviceOrderId: idIn(world, 'order'),
        vacancyId: idIn(world, 'vacancy'),
        proposalId: idIn(world, 'proposal'),
        proposedOn: '2026-01-20',
        implicitAgreementOn: soon,
        agreedOn: '2026-01-23',
        agreedBy: byId,
        decisionIds: [`${world.municipality.code}:besluit`],
        agreementReference: 'Contract',
        termEndsOn: soon,
        guidanceForm: 'JOBCOACH',
        guidanceHoursPerMonth: 4,
        endRequestedOn: today,
        endRequestedFor: soon,
        result: 'CONTRACT',
        closedOn: today,
      },
    );
    await em.insert('placement_interruption', {
      id: idIn(world, 'interruption'),
      placementId: id,
      startsOn: '2026-02-10',
      endsOn: '2026-02-12',
      reason: 'ILLNESS',
    });
    await em.insert('placement_event', {
      id: idIn(world, 'placementStep'),
      placementId: id,
      version: 1,
      step: 'correct',
      fromStatus: 'ACTIVE',
      toStatus: 'ACTIVE',
      at: new Date('2026-02-12T09:00:00Z'),
      onDay: '2026-02-01',
      byId,
      organisation,
      reason: 'Reden',
      facts: { hoursPerWeek: [20, 24] },
    });
  });
