/**
 * The last day before the Wsw closed: its population are those who had Wsw employment on it.
 * A day that has passed and does not change, so no dated parameter.
 */
export const wswClosing = {
  on: '2014-12-31',
  source: 'Invoeringswet Participatiewet; Regeling uitvoering sociale werkvoorziening en begeleid werken 2015, bijlage (BWBR0023158)',
} as const;
