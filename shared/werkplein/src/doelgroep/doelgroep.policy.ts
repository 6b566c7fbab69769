import { action, grant } from '@werkplein/kernel';

/** Participatiewet art. 7(4): the doelgroep is for the municipality to decide, never for the NUO. */
export const setDoelgroepAxisAction = action(
  'doelgroep.set',
  'Een doelgroepkenmerk van een cliënt vaststellen',
  grant('own', 'werkplein.klantregisseur', 'werkplein.kwaliteitsmedewerker'),
);
