import { machine, type StateOf, type StepOf } from '@werkplein/kernel';

/** An ontheffing: temporary and for one person, by a decision of the municipality. */
export const exemptionMachine = machine({
  name: 'exemption',
  title: 'Ontheffing',
  source: 'Participatiewet art. 7 lid 4, art. 9 lid 2 en art. 9a',
  states: { RUNNING: 'Geldig', ENDED: 'Beëindigd' },
  actors: { REGIE: 'een klantregisseur of kwaliteitsmedewerker van het Werkplein van de cliënt' },
  steps: {
    start: { from: [], to: 'RUNNING', by: ['REGIE'], text: 'Verlenen' },
    review: { from: ['RUNNING'], to: 'SAME', by: ['REGIE'], text: 'Heronderzoeken' },
    end: { from: ['RUNNING'], to: 'ENDED', by: ['REGIE'], text: 'Beëindigen' },
  },
});
export type ExemptionState = StateOf<typeof exemptionMachine>;
export type ExemptionStep = Exclude<StepOf<typeof exemptionMachine>, 'start'>;

/** Why somebody is exempt; `SINGLE_PARENT`: of a child below the age of the law, counted together wherever one lives. */
export const exemptionGrounds = {
  SINGLE_PARENT: 'Alleenstaande ouder met een jong kind (art. 9a)',
  URGENT_TEMPORARY: 'Dringende redenen van sociale of medische aard, tijdelijk (art. 9 lid 2)',
  INCAPACITATED: 'Volledig en duurzaam arbeidsongeschikt (art. 9 lid 5)',
} as const;
export type ExemptionGround = keyof typeof exemptionGrounds;
