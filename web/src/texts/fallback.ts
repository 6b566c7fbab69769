// What the NUO reads of claims on a sheltered place (terugvalopties).

export const fallback = {
  title: 'Terugval op een beschutte plek',
  caption: 'Wie terug kan vallen op een beschutte plek',
  lead: 'Wie vanuit een dienstverband is gedetacheerd, houdt recht op een beschutte plek. Wie het eerst een plek nodig heeft, staat bovenaan.',
  states: { OPEN: 'Nog niet nodig', RESERVED: 'Plek gereserveerd', SHORTAGE: 'Geen plek', USED: 'Geplaatst', ENDED: 'Vervallen' },
  needed: (day: string) => `Nodig vanaf ${day}`,
  hours: (hours: string) => `${hours} uur per week`,
  place: 'Gereserveerde plek',
  last: 'Laatste plek',
  toPlacement: 'Bekijk de plaatsing',
  empty: 'Niemand met deze keuze.',
  do: { reserve: 'Plek reserveren', release: 'Plek vrijgeven', lapse: 'Laten vervallen' },
  done: { reserve: 'De plek is gereserveerd.', release: 'De plek is vrij. Er moet een andere plek komen.', lapse: 'Het recht is vervallen.' },
  unfit: (day: string) => `Op deze werkplek is er geen plaats op ${day}. Kies een andere.`,
  unfitAny: 'Deze werkplek past niet: zij mist een aanpassing die nodig is, of is gesloten. Kies een andere.',
  privacyHint: 'Schrijf hier niets over de persoon zelf.',
};
