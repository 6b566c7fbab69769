import { action, grant } from '@werkplein/kernel';
import { uitvoering } from '../grantees.ts';
import { personnel } from '../wsw-workers/wsw-worker.policy.ts';

export const viewIndications = action(
  'indications.view',
  'Wsw-indicaties zien, en welke herindicaties moeten worden aangevraagd; een Werkplein alleen van wie de eigen gemeente verantwoordelijk is',
  { ...grant('all', ...uitvoering), ...grant('own', 'werkplein.klantregisseur', 'werkplein.kwaliteitsmedewerker') },
);
export const keepIndications = action(
  'indications.keep',
  'Een indicatiebesluit van UWV en de aanvraag van een herindicatie vastleggen: wie bij de NUO personeelsdossiers bijhoudt. Handicapcodes komen alleen per bestand binnen',
  personnel,
);
