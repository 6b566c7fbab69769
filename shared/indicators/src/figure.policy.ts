import { action, grant } from '@werkplein/kernel';
import type { FigureActions } from './figure.resolver.ts';

const nuoBoard = [
  'nuo.coordinator',
  'nuo.accountmanager',
  'nuo.trajectbegeleider',
  'nuo.jobcoach',
  'nuo.werkleider',
  'nuo.detacheringsconsulent',
  'nuo.functioneelbeheerder',
] as const;
const regie = ['werkplein.klantregisseur', 'werkplein.kwaliteitsmedewerker', 'werkplein.accountmanager', 'werkplein.functioneelbeheerder'] as const;
const reporters = ['nuo.rapporteur', 'werkplein.rapporteur'] as const;

/** Dashboards (domain.md §7): the NUO sees every municipality, a Werkplein its own and the totals over all. */
export const readFigures = action('figures.read', 'Cijfers zien: de NUO van elke gemeente, een Werkplein van de eigen gemeente en van alle samen', {
  ...grant('all', ...nuoBoard, 'nuo.rapporteur'),
  ...grant('own', ...regie, 'werkplein.rapporteur'),
});

/** The others, who may see aggregates only, get small numbers hidden and whole quarters. */
export const readExactFigures = action('figures.readExact', 'Ook kleine aantallen en elke periode zien; een rapporteur ziet die niet', {
  ...grant('all', ...nuoBoard),
  ...grant('own', ...regie),
});

export const readFigureFacts = action('figures.readFacts', 'De feiten achter een cijfer zien, als nummers', {
  ...grant('all', ...nuoBoard),
  ...grant('own', ...regie),
});

/** A total needs the part of every Werkplein, whoever asks; the gateway shows the sum alone. */
const contributeFigures = action('figures.contribute', 'Een deel van een cijfer aan de gateway geven, die het met de andere samenvoegt', {
  ...grant('all', ...nuoBoard, ...regie, ...reporters),
});

export const figureActions: FigureActions = { contribute: contributeFigures, read: readFigures, facts: readFigureFacts };
