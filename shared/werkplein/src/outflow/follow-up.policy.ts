import { action, grant } from '@werkplein/kernel';

const regie = grant('own', 'werkplein.klantregisseur', 'werkplein.kwaliteitsmedewerker');
export const readFollowUps = action('outflow.readFollowUp', 'Zien hoe het na uitstroom naar werk met een cliënt ging', regie);
export const recordFollowUpAction = action('outflow.recordFollowUp', 'Vastleggen en verbeteren hoe het na uitstroom naar werk met een cliënt ging', regie);
