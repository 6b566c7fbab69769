import { action, grant } from '@werkplein/kernel';

const regie = grant('own', 'werkplein.klantregisseur', 'werkplein.kwaliteitsmedewerker');
export const readLadder = action('ladder.read', 'Zien op welke trede van de participatieladder een cliënt staat en stond', regie);
export const recordLadderAction = action('ladder.record', 'De trede van een cliënt op de participatieladder vastleggen en verbeteren', regie);
