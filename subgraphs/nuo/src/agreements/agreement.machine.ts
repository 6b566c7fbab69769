import { type ActorOf, machine, type StateOf, type StepOf } from '@werkplein/kernel';

export const agreementMachine = machine({
  name: 'prestatieafspraak',
  title: 'Prestatieafspraak',
  source: 'contourenplan (jaarlijkse prestatieafspraken, sturing via de P&C-cyclus, doelen in de programmabegroting)',
  states: { CONCEPT: 'Concept', AGREED: 'Afgesproken', ADJUSTED: 'Bijgesteld', SETTLED: 'Afgerekend', WITHDRAWN: 'Vervallen' },
  actors: { NUO: 'een coördinator van de NUO', MUNICIPALITY: 'een kwaliteitsmedewerker van de gemeente' },
  steps: {
    propose: { from: [], to: 'CONCEPT', by: ['NUO'], text: 'Voorstellen' },
    change: { from: ['CONCEPT', 'WITHDRAWN'], to: 'CONCEPT', by: ['NUO'], text: 'Het voorstel wijzigen, of opnieuw voorstellen' },
    withdraw: { from: ['CONCEPT'], to: 'WITHDRAWN', by: ['NUO', 'MUNICIPALITY'], text: 'Het voorstel laten vervallen' },
    accept: { from: ['CONCEPT'], to: ['CONCEPT', 'AGREED'], by: ['NUO', 'MUNICIPALITY'], text: 'Het voorstel aannemen' },
    adjust: { from: ['AGREED', 'ADJUSTED'], to: 'SAME', by: ['NUO', 'MUNICIPALITY'], text: 'Een bijstelling voorstellen' },
    acceptAdjustment: {
      from: ['AGREED', 'ADJUSTED'],
      to: ['AGREED', 'ADJUSTED'],
      by: ['NUO', 'MUNICIPALITY'],
      text: 'Een bijstelling aannemen',
    },
    withdrawAdjustment: { from: ['AGREED', 'ADJUSTED'], to: 'SAME', by: ['NUO', 'MUNICIPALITY'], text: 'Een bijstelling laten vervallen' },
    recordValue: { from: ['AGREED', 'ADJUSTED'], to: 'SAME', by: ['NUO'], text: 'Met de hand vastleggen wat is gerealiseerd' },
    settle: { from: ['AGREED', 'ADJUSTED'], to: 'SETTLED', by: ['MUNICIPALITY'], text: 'Afrekenen' },
  },
});
export type AgreementState = StateOf<typeof agreementMachine>;
export type AgreementActor = ActorOf<typeof agreementMachine>;
export type AgreementStep = Exclude<StepOf<typeof agreementMachine>, 'propose'>;
