import { action, grant } from '@werkplein/kernel';
import { employerStaff, uitvoering } from '../grantees.ts';

export { viewEmployers } from '../employers/employer.policy.ts';
export { reaches } from '../participants/participant.policy.ts';
export { viewVacancies } from '../vacancies/vacancy.policy.ts';

const mediators = {
  ...grant('all', ...uitvoering, 'nuo.accountmanager', 'nuo.coordinator'),
  ...grant('own', 'werkplein.klantregisseur', 'werkplein.kwaliteitsmedewerker', 'werkplein.accountmanager'),
};
export const countProposals = action('proposals.count', 'Per gemeente zien hoeveel voordrachten er bij een werkgever lopen', grant('all', ...employerStaff));
export const viewProposals = action('proposals.view', 'Voordrachten van kandidaten zien; een Werkplein alleen die van de eigen gemeente', mediators);
export const runProposals = action('proposals.run', 'Kandidaten voordragen en voordrachten bijwerken; een Werkplein alleen eigen kandidaten', mediators);
