import type { Database } from '@werkplein/kernel';
import { idIn, type World, workerOf } from './worlds.ts';

// What was ordered for the participant of each world, and who answered for them; every column is filled, so that every field shows something.

const by = (world: World): string => `${workerOf(world).organisation}:${workerOf(world).id}`;
/** The other colleague whom the work rows make known in every world. */
const next = ({ municipality }: World): string => `${municipality.code}:demo-${municipality.field}-klantregisseur`;

const orderOf = (world: World) => ({
  id: idIn(world, 'order'),
  participantId: idIn(world, 'participant'),
  clientId: world.clientId,
  municipality: world.municipality.code,
  commissionerKind: 'MUNICIPALITY',
  commissionerCode: world.municipality.code,
  disclosureId: idIn(world, 'order'),
  service: 'MEDIATION',
  goal: 'Doel',
  budgetCents: 100,
  startsOn: '2026-02-01',
  respondBy: '2026-02-10',
  offeredOn: '2026-01-25',
  noticeOn: '2026-05-01',
  endsOn: '2026-06-30',
  status: 'EVALUATED',
  result: 'Resultaat',
  reason: 'Reden',
  advice: 'Advies',
  evaluation: 'Evaluatie',
  activeFor: null,
  version: 2,
});

/** Changed from one to the other: a hand-over. */
const responsibleIn = (world: World) =>
  [
    { id: idIn(world, 'responsible'), colleagueId: by(world), startsOn: '2026-02-01', endsOn: '2026-05-31' },
    { id: idIn(world, 'nextResponsible'), colleagueId: next(world), startsOn: '2026-06-01', endsOn: '2027-12-31' },
  ].map((term) => ({ ...term, participantId: idIn(world, 'participant'), role: 'JOBCOACH', standIn: false, openFor: null }));

export const fillOrders = (db: Database, world: World): Promise<void> =>
  db.write(async ({ em }) => {
    await em.insert('service_order', orderOf(world));
    const step = { orderId: idIn(world, 'order'), at: new Date('2026-07-01T09:00:00Z'), byId: by(world), organisation: world.municipality.code };
    await em.insert('service_order_event', {
      ...step,
      id: idIn(world, 'orderStep'),
      version: 2,
      step: 'evaluate',
      fromStatus: 'COMPLETED',
      toStatus: 'EVALUATED',
      reference: 'Brief',
      text: 'Evaluatie',
    });
    await em.insert('responsibility', responsibleIn(world));
    const left = { commissionerReference: 'Kenmerk', exitedOn: '2027-12-31', exitReason: 'Reden' };
    await em.update('participant', { id: idIn(world, 'participant') }, left);
  });
