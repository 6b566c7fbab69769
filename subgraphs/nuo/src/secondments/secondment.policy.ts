import { type Action, action, grant } from '@werkplein/kernel';
import { uitvoering } from '../grantees.ts';
import type { SecondmentActor } from './secondment.machine.ts';

const regie = grant('own', 'werkplein.klantregisseur', 'werkplein.kwaliteitsmedewerker');

export const viewSecondments = action('secondments.view', 'Detacheringsovereenkomsten zien; een Werkplein alleen die waaronder eigen mensen werken', {
  ...grant('all', ...uitvoering, 'nuo.coordinator'),
  ...regie,
});
export const viewSecondmentRates = action('secondments.viewRates', 'Het tarief van een detachering zien; een Werkplein alleen waar eigen mensen onder werken', {
  ...grant('all', 'nuo.detacheringsconsulent', 'nuo.coordinator'),
  ...regie,
});
export const runSecondments = action(
  'secondments.run',
  'Detacheringsovereenkomsten opstellen, laten tekenen, opzeggen en beëindigen',
  grant('all', 'nuo.detacheringsconsulent', 'nuo.coordinator'),
);
/** Wsw art. 5 and Participatiewet art. 7 lid 9: a price must not distort competition, so one below the floor is somebody's decision. */
export const approveSecondmentRates = action('secondments.approveRate', 'Een tarief onder de ondergrens goedkeuren', grant('all', 'nuo.coordinator'));

/** Whoever may do this can be the actor; a coordinator is a consultant too. */
export const actionOfActor: Record<SecondmentActor, Action> = { CONSULTANT: runSecondments, COORDINATOR: approveSecondmentRates };
