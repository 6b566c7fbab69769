import { action, grant } from '@werkplein/kernel';

export const deliverWsw = action(
  'wswStatistics.deliver',
  'De Wsw-statistiek over een half jaar leveren of proefdraaien, met BSN (Wsw art. 15): de functioneel beheerder van de NUO als aangewezen rechtspersoon voor allen, die van een gemeente voor wie zij verantwoordelijk is',
  { ...grant('all', 'nuo.functioneelbeheerder'), ...grant('own', 'werkplein.functioneelbeheerder') },
);
