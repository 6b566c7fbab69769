import { action, grant } from '@werkplein/kernel';

const regie = grant('own', 'werkplein.klantregisseur', 'werkplein.kwaliteitsmedewerker');
export const assignKlantregisseurAction = action('dossier.assign', 'Een klantregisseur aan een dossier toewijzen', regie);
export const changeDossierStatusAction = action('dossier.changeStatus', 'De status van een dossier wijzigen', regie);
