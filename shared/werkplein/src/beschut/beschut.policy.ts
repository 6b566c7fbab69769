import { action, grant } from '@werkplein/kernel';

export const listBeschutWaiting = action(
  'beschut.listWaiting',
  'Zien wie van het eigen Werkplein op beschut werk wacht, en in welke volgorde',
  grant('own', 'werkplein.klantregisseur', 'werkplein.kwaliteitsmedewerker'),
);

/** Numbers of nobody in particular. */
export const readBeschutPlaces = action('beschut.readPlaces', 'De taakstelling beschut werk van een gemeente zien, en hoeveel cliënten wachten', {
  ...grant('all', 'nuo.trajectbegeleider', 'nuo.coordinator', 'nuo.rapporteur'),
  ...grant('own', 'werkplein.klantregisseur', 'werkplein.kwaliteitsmedewerker', 'werkplein.rapporteur', 'werkplein.coordinator'),
});
