import { action, grant } from '@werkplein/kernel';

const regie = grant('own', 'werkplein.klantregisseur', 'werkplein.kwaliteitsmedewerker');
export const readExemptions = action('exemption.read', 'De ontheffingen van een cliënt zien', regie);
/** Participatiewet art. 7 lid 4: duties are for the municipality alone. */
export const writeExemptions = action('exemption.write', 'Een ontheffing vastleggen, heronderzoeken en beëindigen', regie);
