import { type ActorOf, machine, type StateOf, type StepOf } from '@werkplein/kernel';

/** Someone in sheltered employment who is seconded out can come back: the end of the secondment gives a place, or the shortage shows. */
export const claimMachine = machine({
  name: 'fallback-claim',
  title: 'Terugvaloptie',
  source: 'Afspraak: wie vanuit een dienstverband is gedetacheerd, houdt recht op een beschutte plek',
  states: { OPEN: 'Open', RESERVED: 'Plek gereserveerd', SHORTAGE: 'Geen plek', USED: 'Geplaatst', ENDED: 'Vervallen' },
  actors: { STAFF: 'wie bij de NUO plaatsingen uitvoert', PLANNER: 'wie bij de NUO werkplekken plant' },
  steps: {
    open: { from: [], to: 'OPEN', by: ['STAFF'], text: 'Vastleggen' },
    settle: { from: ['OPEN'], to: ['RESERVED', 'SHORTAGE'], by: ['STAFF'], text: 'Een plek zoeken bij het einde van de detachering' },
    reserve: { from: ['SHORTAGE', 'RESERVED'], to: 'RESERVED', by: ['PLANNER'], text: 'Een plek reserveren' },
    release: { from: ['RESERVED'], to: 'SHORTAGE', by: ['PLANNER'], text: 'De plek vrijgeven' },
    place: { from: ['RESERVED', 'SHORTAGE'], to: 'USED', by: ['STAFF'], text: 'Plaatsen' },
    lapse: { from: ['OPEN', 'RESERVED', 'SHORTAGE'], to: 'ENDED', by: ['PLANNER'], text: 'Laten vervallen' },
  },
});
export type ClaimState = StateOf<typeof claimMachine>;
export type ClaimStep = StepOf<typeof claimMachine>;
export type ClaimActor = ActorOf<typeof claimMachine>;
