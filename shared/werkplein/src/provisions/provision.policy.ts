import { action, grant } from '@werkplein/kernel';

const regie = grant('own', 'werkplein.klantregisseur', 'werkplein.kwaliteitsmedewerker');
export const readProvisions = action('provision.read', 'De voorzieningen van een cliënt zien', regie);
/** Participatiewet art. 7 lid 4: what a client gets is for the municipality to say; the NUO hears it by an order. */
export const writeProvisions = action('provision.write', 'Voorzieningen van een cliënt starten, onderbreken, verbeteren en beëindigen', regie);
