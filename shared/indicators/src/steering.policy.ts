import { action, grant } from '@werkplein/kernel';
import { readFigures } from './figure.policy.ts';

// The gateway, which computes, and the NUO, which keeps, ask the same.

/** A target says nothing of a person: who may see a figure may see what was agreed on it. */
export const viewAgreements = action(
  'performanceAgreements.view',
  'Prestatieafspraken zien: de NUO van elke gemeente, een Werkplein van de eigen gemeente',
  readFigures.grants,
);

export const viewReports = action(
  'quarterReports.view',
  'Vastgelegde kwartaalrapportages zien: de NUO van elke gemeente, een Werkplein van de eigen gemeente; een rapporteur zonder kleine aantallen',
  readFigures.grants,
);

/** The NUO alone: what is hidden for reporters follows from the figures of every municipality, and only the NUO sees those. */
export const freezeReports = action('quarterReports.freeze', 'Een kwartaalrapportage vastleggen', grant('all', 'nuo.coordinator'));
