import { action, grant } from '@werkplein/kernel';
import { uitvoering } from '../grantees.ts';

export { viewEmployers } from '../employers/employer.policy.ts';
export const viewPlacementsOfClients = action(
  'placements.viewByClient',
  'Plaatsingen per cliënt of per Werkplein zien; een klantregisseur alleen van de eigen gemeente',
  {
    ...grant('all', ...uitvoering),
    ...grant('own', 'werkplein.klantregisseur'),
  },
);
export const runPlacements = action('placements.run', 'Plaatsingen vastleggen en beëindigen', grant('all', ...uitvoering));
