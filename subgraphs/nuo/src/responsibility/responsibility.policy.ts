import { action, grant } from '@werkplein/kernel';
import { uitvoering } from '../grantees.ts';

export { viewParticipants } from '../participants/participant.policy.ts';
export const assignResponsibles = action(
  'responsibility.assign',
  'Aanwijzen wie een deelnemer begeleidt, wie vervangt, en dat beëindigen',
  grant('all', ...uitvoering, 'nuo.coordinator'),
);
export const countHandOvers = action(
  'responsibility.handOvers',
  'Zien hoe vaak deelnemers een andere begeleider of organisatie kregen; een Werkplein alleen van de eigen gemeente',
  { ...grant('all', ...uitvoering, 'nuo.coordinator'), ...grant('own', 'werkplein.klantregisseur', 'werkplein.kwaliteitsmedewerker') },
);
