import type { Indicator, Source } from './indicator.ts';

const nuo: readonly Source[] = ['nuo'];
const werkplein: readonly Source[] = ['werkplein'];
const none: readonly Source[] = [];

type Given = Pick<Indicator, 'code' | 'title' | 'definition' | 'unit' | 'attribution' | 'numerator'> & Partial<Indicator>;
const indicator = (given: Given): Indicator => ({
  version: 1,
  decimals: 0,
  shape: 'FLOW',
  denominator: none,
  scale: 1,
  additive: true,
  aboutPersons: true,
  ...given,
});
const percentage = { unit: 'PERCENT', decimals: 1, scale: 100 } as const;
/** Kinds hold hours and percents in hundredths, and money in cents. */
const HUNDREDTH = 0.01;

/** Every indicator by which a municipality steers the NUO (domain.md §4.3 and §8). */
export const indicators: readonly Indicator[] = [
  indicator({
    code: 'PLAATSINGEN_REGULIER',
    title: 'Plaatsingen in regulier werk',
    definition:
      'Plaatsingen in een gewone baan, met of zonder loonkostensubsidie, die in de periode zijn begonnen. Een voorstel of een geplande plaatsing telt niet. Verder gaan na een onderbreking of een verlenging is geen nieuwe plaatsing.',
    unit: 'FACTS',
    attribution: 'W',
    numerator: nuo,
  }),
  indicator({
    code: 'PLAATSINGEN_DETACHERING',
    title: 'Plaatsingen in detachering',
    definition:
      'Detacheringen die in de periode zijn begonnen; elk lid van een groep telt voor één. Een andere inlener is een nieuwe plaatsing. Detacheringen die van Soweco zijn overgenomen tellen niet als begonnen.',
    unit: 'FACTS',
    attribution: 'W',
    numerator: nuo,
  }),
  indicator({
    code: 'PLAATSINGEN_BEGELEID_WERKEN',
    title: 'Plaatsingen in begeleid werken',
    definition:
      'Plaatsingen in begeleid werken (Wsw art. 7) die in de periode zijn begonnen. Een overgang van Wsw art. 2 naar art. 7 telt mee en is geen uitstroom.',
    unit: 'FACTS',
    attribution: 'W',
    numerator: nuo,
  }),
  indicator({
    code: 'PROEFPLAATSEN',
    title: 'Proefplaatsen',
    definition: 'Proefplaatsen die in de periode zijn begonnen. Een verlenging is dezelfde proefplaats.',
    unit: 'FACTS',
    attribution: 'W',
    numerator: nuo,
  }),
  indicator({
    code: 'DOORSTROOM_PROEF_NAAR_CONTRACT_PCT',
    title: 'Doorstroom van proefplaats naar contract',
    definition:
      'Van de proefplaatsen die in de periode eindigden: het deel dat binnen 30 dagen werd gevolgd door betaald werk van dezelfde persoon bij dezelfde werkgever. Werkgevers die zijn samengevoegd gelden als één.',
    ...percentage,
    attribution: 'W',
    numerator: nuo,
    denominator: nuo,
  }),
  indicator({
    code: 'BESCHUT_GEREALISEERD_VS_TAAKSTELLING',
    title: 'Beschut werk tegenover de taakstelling',
    definition: 'Mensen die op de peildag in beschut werk werken (Participatiewet art. 10b), als deel van de plaatsen in de taakstelling van dat jaar.',
    ...percentage,
    shape: 'STAND',
    attribution: 'W',
    numerator: nuo,
    denominator: werkplein,
  }),
  indicator({
    code: 'WSW_ARBEIDSJAREN',
    title: 'Arbeidsjaren Wsw',
    definition:
      'Het gemiddelde over de maandeinden tot en met de peildag van de uren van alle Wsw-dienstverbanden, gedeeld door de volledige week; per persoon ten hoogste één. Een dienstverband dat vóór de laatste dag van de maand eindigt telt voor die maand niet.',
    unit: 'ARBEIDSJAREN',
    decimals: 2,
    shape: 'MEAN',
    attribution: 'B',
    numerator: nuo,
    denominator: nuo,
  }),
  indicator({
    code: 'WSW_SE',
    title: 'Standaardeenheden Wsw',
    definition: 'Als de arbeidsjaren Wsw, maar wie op het maandeinde een ernstige arbeidshandicap heeft telt zwaarder, met de factor die dan geldt.',
    unit: 'SE',
    decimals: 2,
    shape: 'MEAN',
    attribution: 'B',
    numerator: nuo,
    denominator: nuo,
  }),
  indicator({
    code: 'UITSTROOM_NAAR_WERK',
    title: 'Uitstroom naar werk',
    definition:
      'Mensen van wie het dossier in de periode is gesloten met als reden werk, in dienst of als zelfstandige; elk één keer. Wie verhuist wordt overgedragen en telt niet als uitstroom. Wie uit de Wsw naar regulier werk ging staat apart vermeld.',
    unit: 'PERSONS',
    attribution: 'R',
    numerator: werkplein,
  }),
  indicator({
    code: 'DUURZAME_UITSTROOM_26W',
    title: 'Duurzame uitstroom',
    definition:
      'Van de mensen die uitstroomden naar werk en van wie de 26 weken daarna in de periode eindigden: het deel dat dan nog werkt en geen uitkering heeft. Van wie dat niet bekend is staat apart vermeld en telt niet als duurzaam. De termijn is die van de dag waarop het dossier is gesloten.',
    ...percentage,
    attribution: 'R',
    numerator: werkplein,
    denominator: werkplein,
  }),
  indicator({
    code: 'GEM_LOONWAARDE',
    title: 'Gemiddelde loonwaarde',
    definition:
      'Het ongewogen gemiddelde van de vastgestelde loonwaarden die op de peildag gelden, één per persoon en functie, van mensen die dan geplaatst zijn. De forfaitaire 50 % telt niet mee. Het gemiddelde naar uren staat apart vermeld.',
    unit: 'PERCENT',
    decimals: 1,
    scale: HUNDREDTH,
    shape: 'STAND',
    attribution: 'W',
    numerator: werkplein,
    denominator: werkplein,
  }),
  indicator({
    code: 'NTW_PER_FTE',
    title: 'Netto toegevoegde waarde per fte',
    definition:
      'De omzet min de directe kosten van de gesloten maanden, gedeeld door de fte van dezelfde mensen in die maanden. Maanden die nog open zijn tellen niet mee; het cijfer is dan niet volledig.',
    unit: 'EURO_PER_FTE',
    decimals: 2,
    scale: HUNDREDTH,
    attribution: 'B',
    numerator: nuo,
    denominator: nuo,
  }),
  indicator({
    code: 'OMZET_DETACHERING',
    title: 'Omzet uit detachering',
    definition: 'De declarabele uren maal het tarief van die dag, van de gesloten maanden. Een correctie telt in de maand waarin zij is geboekt.',
    unit: 'EURO',
    decimals: 2,
    scale: HUNDREDTH,
    attribution: 'B',
    numerator: nuo,
    aboutPersons: false,
  }),
  indicator({
    code: 'VERZUIM_PCT',
    title: 'Verzuim',
    definition: 'De uren van verzuim door ziekte als deel van de contracturen, in de gesloten maanden. Een onderbreking door het seizoen is geen verzuim.',
    ...percentage,
    attribution: 'B',
    numerator: nuo,
    denominator: nuo,
  }),
  indicator({
    code: 'LADDER_STIJGERS',
    title: 'Stijgers op de participatieladder',
    definition:
      'Van de mensen met een meting in de periode en een eerdere meting: het deel dat bij de laatste meting ten minste één trede hoger staat dan bij de meting daarvoor. Wie maar één keer is gemeten telt niet mee; dalers staan apart vermeld.',
    ...percentage,
    attribution: 'R',
    numerator: werkplein,
    denominator: werkplein,
  }),
  indicator({
    code: 'WERKGEVERS_ACTIEF',
    title: 'Actieve werkgevers',
    definition:
      'Werkgevers met in de periode een lopende plaatsing of een gelukt contact, elk één keer. Een werkgever met vestigingen in meer gemeenten telt in elk daarvan, dus de gemeenten samen kunnen meer zijn dan het totaal.',
    unit: 'EMPLOYERS',
    attribution: 'G',
    numerator: nuo,
    additive: false,
    aboutPersons: false,
  }),
  indicator({
    code: 'CONTACTEN',
    title: 'Contacten met werkgevers',
    definition:
      'Contacten in de periode, behalve die niet gelukt zijn. Een gezamenlijk bezoek is één contact. Een verbeterd contact telt zoals het verbeterd is.',
    unit: 'FACTS',
    attribution: 'ACTOR',
    numerator: nuo,
    aboutPersons: false,
  }),
  indicator({
    code: 'VOORKOMEN_DUBBELINGEN',
    title: 'Voorkomen dubbele benaderingen',
    definition:
      'Pogingen om een werkgever te benaderen die een ander al benaderde, en die niet zijn doorgegaan: de vrager sloot aan, wachtte of koos een andere tijd. Herhalingen binnen een kwartier tellen één keer. Overrulede waarschuwingen en echte dubbele benaderingen staan apart vermeld.',
    unit: 'FACTS',
    attribution: 'ACTOR',
    numerator: nuo,
    aboutPersons: false,
  }),
  indicator({
    code: 'DOORLOOPTIJD_OPDRACHT_TOT_PLAATSING',
    title: 'Doorlooptijd van opdracht tot plaatsing',
    definition:
      'De mediaan van de kalenderdagen van het aanbieden van een opdracht tot de eerste plaatsing, van plaatsingen die in de periode begonnen. De negende van de tien (P90) en de opdrachten die nog openstaan, met hun leeftijd, staan apart vermeld.',
    unit: 'DAYS',
    attribution: 'W',
    numerator: nuo,
    additive: false,
  }),
  indicator({
    code: 'OVERDRACHTEN_PER_CLIENT',
    title: 'Overdrachten per cliënt',
    definition:
      'Hoe vaak de verantwoordelijke persoon of organisatie wisselde, bij het Werkplein en bij de NUO, gedeeld door de cliënten in traject: met een vastgesteld plan van aanpak en een dossier dat niet is opgeschort. Een verhuizing naar een andere gemeente is een overdracht, daar waar de cliënt naartoe gaat. De eerste toewijzing en een vervanger voor korte tijd tellen niet.',
    unit: 'PER_CLIENT',
    decimals: 2,
    attribution: 'R',
    numerator: ['werkplein', 'nuo'],
    denominator: werkplein,
  }),
  indicator({
    code: 'WACHTLIJST_BESCHUT',
    title: 'Wachtlijst beschut werk',
    definition:
      'Mensen met een open dossier van wie op de peildag beschut werk is vastgesteld en die van het Werkplein nog geen plek in beschut werk hebben. Wie een plek heeft en even niet werkt, wacht niet.',
    unit: 'PERSONS',
    shape: 'STAND',
    attribution: 'R',
    numerator: werkplein,
  }),
  indicator({
    code: 'OPDRACHTEN_TE_LAAT',
    title: 'Opdrachten waarop te laat is gereageerd',
    definition: 'Opdrachten die op de peildag nog zonder antwoord zijn, na de dag waarop de NUO uiterlijk had moeten antwoorden.',
    unit: 'FACTS',
    shape: 'STAND',
    attribution: 'R',
    numerator: nuo,
  }),
];

const byCode = new Map(indicators.map((each) => [each.code, each]));

/** The indicator with this code, or null. */
export const indicatorOf = (code: string): Indicator | null => byCode.get(code) ?? null;
