import { action, grant } from '@werkplein/kernel';

const regie = grant('own', 'werkplein.klantregisseur', 'werkplein.kwaliteitsmedewerker');
export const readPlans = action('plan.read', 'Het plan van aanpak van een cliënt zien', regie);
/** Participatiewet art. 7 lid 4: the plan holds duties, so it is for the municipality alone. */
export const writePlans = action('plan.write', 'Een plan van aanpak opstellen, vaststellen, evalueren en beëindigen', regie);
