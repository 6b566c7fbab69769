import { action, grant } from '@werkplein/kernel';
import { uitvoering } from '../grantees.ts';

const regie = grant('own', 'werkplein.klantregisseur', 'werkplein.kwaliteitsmedewerker');

export const viewTimesheets = action('hours.view', 'Urenstaten van deelnemers zien; een Werkplein alleen van de eigen mensen', {
  ...grant('all', ...uitvoering),
  ...regie,
});
/** Sickness is data on health (AVG art. 9): only for those who work with the person. */
export const viewAbsence = action('hours.viewAbsence', 'Zien waarom iemand afwezig was (ziekte, verlof, seizoen)', grant('all', ...uitvoering));
export const viewHoursMoney = action('hours.viewMoney', 'Omzet en directe kosten zien; een Werkplein alleen van de eigen mensen', {
  ...grant('all', 'nuo.detacheringsconsulent', 'nuo.coordinator', 'nuo.functioneelbeheerder', 'nuo.rapporteur'),
  ...regie,
});
export const viewHoursTotals = action('hours.viewTotals', 'Uren van een maand opgeteld zien, zonder wie; een Werkplein alleen van de eigen mensen', {
  ...grant('all', ...uitvoering, 'nuo.coordinator', 'nuo.functioneelbeheerder', 'nuo.rapporteur'),
  ...regie,
});
/** Which placements have no sheet yet: for whoever makes the month complete. */
export const viewMonths = action(
  'hours.viewMonths',
  'Zien welke maanden zijn afgesloten, en wat er in een maand ontbreekt',
  grant('all', ...uitvoering, 'nuo.coordinator', 'nuo.functioneelbeheerder'),
);
export const keepHours = action('hours.keep', 'Urenstaten vastleggen en verbeteren', grant('all', 'nuo.werkleider', 'nuo.detacheringsconsulent'));
export const closeMonths = action('hours.closeMonth', 'Een maand afsluiten', grant('all', 'nuo.coordinator', 'nuo.functioneelbeheerder'));
