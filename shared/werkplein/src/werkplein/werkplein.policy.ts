import { action, grant } from '@werkplein/kernel';

/** Name, address and catalogue of a Werkplein are for everyone who takes part. */
export const readWerkplein = action('werkplein.read', 'De algemene gegevens van een Werkplein zien', {
  ...grant(
    'all',
    'nuo.accountmanager',
    'nuo.coordinator',
    'nuo.trajectbegeleider',
    'nuo.jobcoach',
    'nuo.werkleider',
    'nuo.detacheringsconsulent',
    'nuo.functioneelbeheerder',
    'nuo.rapporteur',
    'nuo.privacyofficer',
  ),
  ...grant(
    'all',
    'werkplein.klantregisseur',
    'werkplein.kwaliteitsmedewerker',
    'werkplein.accountmanager',
    'werkplein.functioneelbeheerder',
    'werkplein.rapporteur',
    'werkplein.privacyofficer',
    'werkplein.coordinator',
    'werkplein.trajectbegeleider',
    'werkplein.jobcoach',
    'werkplein.werkleider',
    'werkplein.detacheringsconsulent',
  ),
});
