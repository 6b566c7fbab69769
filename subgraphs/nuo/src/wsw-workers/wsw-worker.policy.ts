import { action, grant } from '@werkplein/kernel';

/**
 * The NUO has no role of personnel officers. Who arranges contracts and hirers (detacheringsconsulent) and who guides the workers
 * (trajectbegeleider) keep the personnel files; jobcoaches and work supervisors work without a BSN.
 */
export const personnel = grant('all', 'nuo.detacheringsconsulent', 'nuo.trajectbegeleider');

export const viewWswWorkers = action(
  'wswWorkers.view',
  'Wsw-gegevens van een medewerker zien (gemaskeerd BSN, geboortedatum, geslacht, woongemeenten), en op BSN zoeken: wie bij de NUO personeelsdossiers bijhoudt (Wsw art. 15)',
  personnel,
);
export const keepWswWorkers = action(
  'wswWorkers.keep',
  'Een Wsw-medewerker inschrijven, het BSN en andere Wsw-gegevens vastleggen en verbeteren: wie bij de NUO personeelsdossiers bijhoudt (Wsw art. 15)',
  personnel,
);
