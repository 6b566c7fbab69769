export const map = {
  title: 'Kaart',
  intro: 'Werkgevers met open plaatsen. Hoe groter de cirkel, hoe meer plaatsen.',
  source:
    'Bron: open vacatures van dit moment. Een werkgever staat op het midden van zijn viercijferige postcode (pc4geoloc, MIT-licentie, 2021). De lichte stippen zijn de postcodegebieden van Twente, Salland en het Vechtdal. De kaart toont geen adressen en geen gemeentegrenzen.',
  picture: (employers: number, places: number) => `Plattegrond met ${employers} werkgevers en ${places} open plaatsen. Dezelfde werkgevers staan in de lijst.`,
  list: 'Dezelfde werkgevers als lijst',
  city: 'Plaats',
  anywhere: 'Alle plaatsen',
  employer: 'Werkgever',
  places: 'Open plaatsen',
  openPlaces: (count: number) => (count === 1 ? '1 open plaats' : `${count} open plaatsen`),
  none: 'Er zijn nu geen werkgevers met open plaatsen.',
  off: (count: number) =>
    count === 1
      ? '1 werkgever staat alleen in de lijst, omdat de plek niet bekend is.'
      : `${count} werkgevers staan alleen in de lijst, omdat de plek niet bekend is.`,
  loading: (count: number) => `${count} vacatures geladen, er komen er nog meer …`,
};
