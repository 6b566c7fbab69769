import { action, grant } from '@werkplein/kernel';

const regie = grant('own', 'werkplein.klantregisseur', 'werkplein.kwaliteitsmedewerker');
export const assignKlantregisseurAction = action('dossier.assign', 'Een klantregisseur aan een dossier toewijzen, of laten vervangen', regie);
/** Participatiewet art. 7 lid 4: where a client stands is for the municipality to say, never for the NUO. */
export const directDossier = action('dossier.direct', 'De stappen van een dossier zetten, van intake tot afsluiten', regie);
