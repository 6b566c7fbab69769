import { action, grant } from '@werkplein/kernel';

export const listKlantregisseurs = action(
  'responsibility.listKlantregisseurs',
  'Zien welke collega’s van het eigen Werkplein nu cliënten hebben, om er een te kiezen',
  grant('own', 'werkplein.klantregisseur', 'werkplein.kwaliteitsmedewerker'),
);
