import { action, grant } from '@werkplein/kernel';

const regie = grant('own', 'werkplein.klantregisseur', 'werkplein.kwaliteitsmedewerker');
export const shareWithNuoAction = action('disclosure.write', 'Onderdelen van een cliënt met de NUO delen, dat wijzigen en dat intrekken', regie);
export const readDisclosures = action('disclosure.read', 'Zien wat van een cliënt met de NUO wordt gedeeld en is gedeeld', regie);
