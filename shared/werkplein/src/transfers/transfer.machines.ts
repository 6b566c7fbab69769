import { type ActorOf, machine, type StateOf, type StepOf } from '@werkplein/kernel';

const source = 'Participatiewet art. 40 (woonplaats); protocol in docs/decisions/0046';
const regie = (which: string): string => `een klantregisseur of kwaliteitsmedewerker van het ${which} Werkplein`;

/** At the Werkplein that gives the regie away. It decides: what the other says comes by letter and is an answer to its offer. */
export const outgoingTransferMachine = machine({
  name: 'transfer-outgoing',
  title: 'Verhuizing: overdragen',
  source,
  states: {
    OFFERED: 'Aangeboden',
    ACCEPTED: 'Aangenomen',
    REFUSED: 'Geweigerd',
    WITHDRAWN: 'Ingetrokken',
    CLOSED: 'Dossier gesloten',
    COMPLETED: 'Afgerond',
  },
  actors: { REGIE: regie('oude'), OTHER: 'het nieuwe Werkplein, per brief', DAY: 'het systeem, op de dag van overgang' },
  steps: {
    offer: { from: [], to: 'OFFERED', by: ['REGIE'], text: 'Aanbieden' },
    withdraw: { from: ['OFFERED'], to: 'WITHDRAWN', by: ['REGIE'], text: 'Intrekken' },
    hearAccepted: { from: ['OFFERED'], to: 'ACCEPTED', by: ['OTHER'], text: 'Aannemen' },
    hearRefused: { from: ['OFFERED'], to: 'REFUSED', by: ['OTHER'], text: 'Weigeren' },
    close: { from: ['ACCEPTED'], to: 'CLOSED', by: ['DAY'], text: 'Dossier sluiten' },
    hearOpened: { from: ['CLOSED'], to: 'COMPLETED', by: ['OTHER'], text: 'Dossier openen' },
  },
});

/** At the Werkplein that takes the regie. Accepting opens nothing: the dossier opens when the old one has closed. */
export const incomingTransferMachine = machine({
  name: 'transfer-incoming',
  title: 'Verhuizing: overnemen',
  source,
  states: { OFFERED: 'Aangeboden', ACCEPTED: 'Aangenomen', REFUSED: 'Geweigerd', WITHDRAWN: 'Ingetrokken', COMPLETED: 'Afgerond' },
  actors: { REGIE: regie('nieuwe'), OTHER: 'het oude Werkplein, per brief' },
  steps: {
    hearOffered: { from: [], to: 'OFFERED', by: ['OTHER'], text: 'Aanbieden' },
    accept: { from: ['OFFERED'], to: 'ACCEPTED', by: ['REGIE'], text: 'Aannemen' },
    refuse: { from: ['OFFERED'], to: 'REFUSED', by: ['REGIE'], text: 'Weigeren' },
    // The other may withdraw before it hears that we accepted.
    hearWithdrawn: { from: ['OFFERED', 'ACCEPTED'], to: 'WITHDRAWN', by: ['OTHER'], text: 'Intrekken' },
    hearClosed: { from: ['ACCEPTED'], to: 'COMPLETED', by: ['OTHER'], text: 'Dossier openen' },
  },
});

export type TransferDirection = 'OUT' | 'IN';
export type TransferState = StateOf<typeof outgoingTransferMachine> | StateOf<typeof incomingTransferMachine>;
export type OutgoingStep = StepOf<typeof outgoingTransferMachine>;
export type IncomingStep = StepOf<typeof incomingTransferMachine>;
export type TransferActor = ActorOf<typeof outgoingTransferMachine> | ActorOf<typeof incomingTransferMachine>;
