// Every Dutch text of the printed report, at B1.

export const texts = {
  title: 'Kwartaalrapportage',
  subtitle: 'Prestatieafspraken met de NUO',
  quarter: (quarter: number, year: number): string => `${quarter}e kwartaal ${year}`,
  until: (day: string): string => `Cijfers van 1 januari tot en met ${day}.`,
  knownAt: (moment: string): string => `Zoals bekend op ${moment}.`,
  frozen: (moment: string, by: string, edition: number): string => `Vastgelegd op ${moment} door ${by}, uitgave ${edition}.`,
  today: (moment: string): string => `De kolommen “nu bekend” gaan over dezelfde dagen, zoals bekend op ${moment}.`,
  noToday: 'Wat nu bekend is kon niet worden opgehaald. Die kolommen zijn daarom leeg.',
  reason: (reason: string): string => `Reden van deze uitgave: ${reason}`,
  complete: 'Alle bronnen deden mee.',
  incomplete: 'Let op: niet alle gegevens waren er.',
  missing: (sources: string): string => `Dit ontbrak: ${sources}.`,
  acceptedBecause: (reason: string): string => `Toch vastgelegd, omdat: ${reason}`,
  suppressed: 'Aantallen van 1 tot en met 4 staan niet in deze rapportage, en ook niet wat daaruit volgt.',
  caption: 'Per afspraak: het doel, wat er is gerealiseerd en waar het jaar op uitkomt',
  summary: 'In het kort',
  hash: (hash: string): string => `Controlegetal (SHA-256): ${hash}`,
  definitions: 'Wat de cijfers tellen',
  definition: (version: number): string => `Definitie ${version}.`,
  limits: (amber: string, red: string, side: string): string => `Oranje bij meer dan ${amber} ${side} het doel, rood bij meer dan ${red}.`,
  noDifference: 'geen',
  yes: 'ja',
  no: 'nee',
} as const;

/** Above the columns, in their order. */
export const headings = {
  title: 'Afspraak',
  indicator: 'Code',
  unit: 'Eenheid',
  direction: 'Richting',
  target: 'Doel',
  amberBeyond: 'Oranje bij meer dan (afstand tot het doel)',
  redBeyond: 'Rood bij meer dan (afstand tot het doel)',
  value: 'Gerealiseerd',
  text: 'Gerealiseerd in woorden',
  forecast: 'Verwacht voor het jaar',
  colour: 'Stand',
  why: 'Toelichting',
  complete: 'Volledig',
  missing: 'Wat ontbreekt',
  todayValue: 'Nu bekend',
  todayForecast: 'Verwacht, nu bekend',
  todayColour: 'Stand, nu bekend',
  difference: 'Verschil',
  manual: 'Met de hand vastgelegd',
  versionNumber: 'Versie van de afspraak',
  definitionVersion: 'Versie van de definitie',
} as const;

export const colourNames = { GREEN: 'op koers', AMBER: 'let op', RED: 'niet op koers', UNKNOWN: 'niet te zeggen' } as const;
/** A shape beside the colour, for who does not see colours or prints in grey. */
export const colourMarks = { GREEN: '●', AMBER: '▲', RED: '■', UNKNOWN: '–' } as const;
/** Which side of the target is the wrong one. */
export const wrongSides = { HIGHER: 'onder', LOWER: 'boven', EXACT: 'naast' } as const;
export const directionNames = { HIGHER: 'meer is beter', LOWER: 'minder is beter', EXACT: 'precies het doel is het best' } as const;
