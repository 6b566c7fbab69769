import { action, grant } from '@werkplein/kernel';
import { readExactFigures, readFigures } from '@werkplein/indicators';

export const viewReports = action(
  'quarterReports.view',
  'Vastgelegde kwartaalrapportages zien: de NUO van elke gemeente, een Werkplein van de eigen gemeente; een rapporteur zonder kleine aantallen',
  readFigures.grants,
);
/** Who sees small numbers in a figure sees them in a report; everybody else gets the document without. */
export const viewExactReports = readExactFigures;
/** The NUO alone: what is hidden for reporters follows from the figures of every municipality, and only the NUO sees those. */
export const freezeReports = action('quarterReports.freeze', 'Een kwartaalrapportage vastleggen', grant('all', 'nuo.coordinator'));
