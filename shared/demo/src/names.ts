import type { Random } from './random.ts';

// Common names, put together at random: whoever carries such a name is not meant.

const given = [
  'Anna',
  'Johanna',
  'Maria',
  'Emma',
  'Sanne',
  'Lotte',
  'Fatma',
  'Ingrid',
  'Marieke',
  'Ans',
  'Karin',
  'Esther',
  'Femke',
  'Aylin',
  'Truus',
  'Gerda',
  'Wilma',
  'Hanneke',
  'Nadia',
  'Samira',
  'Jan',
  'Hendrik',
  'Gerrit',
  'Johan',
  'Bas',
  'Daan',
  'Mehmet',
  'Kees',
  'Wim',
  'Herman',
  'Bennie',
  'Rik',
  'Tom',
  'Ali',
  'Marcel',
  'Erik',
  'Niels',
  'Jeroen',
  'Henk',
  'Mohamed',
  'Sjoerd',
  'Luuk',
];
const family: [prefix: string | null, name: string][] = [
  ...[
    'Jansen',
    'Hofman',
    'Wolters',
    'Nijhuis',
    'Oude Nijhuis',
    'Kamphuis',
    'Scholten',
    'Hendriks',
    'Meijerink',
    'Velthuis',
    'Brouwer',
    'Smit',
    'Mulder',
    'Bakker',
    'Visser',
    'Dekker',
    'Kuipers',
    'Huisman',
    'Eshuis',
    'Wessels',
    'Lansink',
    'Engbers',
    'Morsink',
    'Kuiper',
    'Peters',
    'Yilmaz',
    'Kaya',
    'Demir',
    'Haverkate',
    'Slot',
    'Tijhuis',
    'Olde Hanhof',
    'Bosch',
    'Roelofs',
    'Pluimers',
    'Schuurman',
  ].map((name): [null, string] => [null, name]),
  ['de', 'Vries'],
  ['de', 'Jong'],
  ['van den', 'Berg'],
  ['van', 'Dijk'],
  ['ter', 'Horst'],
  ['ten', 'Cate'],
  ['van der', 'Veen'],
  ['te', 'Riele'],
  ['van der', 'Meulen'],
  ['ter', 'Braak'],
  ['ten', 'Hove'],
  ['de', 'Groot'],
];

export interface PersonName {
  givenNames: string;
  prefix: string | null;
  familyName: string;
}

export const personName = (random: Random): PersonName => {
  const [prefix, familyName] = random.pick(family);
  const first = random.pick(given);
  return { givenNames: random.chance(0.3) ? `${first} ${random.pick(given)}` : first, prefix, familyName };
};

/** `Sanne ter Horst`. */
export const fullName = ({ givenNames, prefix, familyName }: PersonName): string => [givenNames.split(' ')[0], prefix, familyName].filter(Boolean).join(' ');

export const familyNameFor = (random: Random): string => random.pick(family)[1];
