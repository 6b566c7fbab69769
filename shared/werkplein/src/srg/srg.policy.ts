import { action, grant } from '@werkplein/kernel';

export const deliverSrgAction = action(
  'srg.deliver',
  'De maandlevering aan het CBS (SRG) maken, of nagaan wat die zou bevatten',
  grant('own', 'werkplein.kwaliteitsmedewerker', 'werkplein.functioneelbeheerder'),
);
export const listSrgDeliveries = action(
  'srg.list',
  'Zien welke maandleveringen aan het CBS (SRG) zijn gemaakt: aantallen, nooit wie erin stond',
  grant('own', 'werkplein.kwaliteitsmedewerker', 'werkplein.functioneelbeheerder', 'werkplein.rapporteur', 'werkplein.privacyofficer'),
);
