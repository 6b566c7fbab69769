import type { Random } from './random.ts';

interface Place {
  city: string;
  /** CBS code. */
  municipality: string;
  /** First and last four digits of its postcodes. */
  pc4: [number, number];
  streets: string[];
  businessStreets: string[];
  /** How much lives and works here, next to the other places. */
  weight: number;
}

const place = (city: string, municipality: string, first: number, last: number, weight: number, streets: string, businessStreets: string): Place => ({
  city,
  municipality,
  pc4: [first, last],
  weight,
  streets: streets.split(', '),
  businessStreets: businessStreets.split(', '),
});

export const places: readonly Place[] = [
  place(
    'Almelo',
    '0141',
    7601,
    7610,
    73,
    'Grotestraat, Wierdensestraat, Ootmarsumsestraat, Bornsestraat, Sluiskade NZ, Rembrandtlaan, Violierstraat, Vriezenveenseweg, Windslaan, Nieuwstraat, Hofkampstraat, Sluitersveldssingel',
    'Twentepoort Oost, Plesmanweg, Bedrijvenpark Twente, Turfkade, Buitenhavenweg, Schuilenburgsingel',
  ),
  place(
    'Vriezenveen',
    '1700',
    7671,
    7672,
    14,
    'Westeinde, Oosteinde, Almeloseweg, Tonnendijk, Schout Doddestraat, Krijgerstraat',
    'Weitzelweg, Kanaal Noord, Oosterweilanden, Smitterijweg',
  ),
  place(
    'Vroomshoop',
    '1700',
    7681,
    7681,
    9,
    'Hoofdstraat, Julianastraat, Tonnendijk, Hammerstraat, Linderflier, Zwolsekanaal',
    'Linderflier, Nijverheidsstraat, Industriestraat',
  ),
  place('Den Ham', '1700', 7683, 7683, 6, 'Dorpsstraat, Ommerweg, Grotestraat, Vroomshoopseweg, Molenstraat', 'De Veldkamp, Rohorst'),
  place('Westerhaar-Vriezenveensewijk', '1700', 7676, 7676, 5, 'Hoofdweg, Burg. Koetjestraat, Hoofdstraat, Garstelanden', 'Garstelanden, Fabrieksweg'),
  place('Tubbergen', '0183', 7651, 7651, 5, 'Grotestraat, Almeloseweg, Oranjestraat, Reutummerweg, Hardenbergerweg', 'Ambachtstraat, Handelsstraat'),
  place('Albergen', '0183', 7665, 7665, 4, 'Hoofdstraat, Ootmarsumseweg, Ohnhorststraat, Gravendijk', 'Zandhuisweg, Industrieweg'),
  place('Geesteren', '0183', 7678, 7678, 4, 'Dorpsstraat, Vriezenveenseweg, Huyerenseweg, Meester Meijerstraat', 'Booyinksweg, Langeveenseweg'),
  place(
    'Wierden',
    '0189',
    7641,
    7642,
    14,
    'Marktstraat, Nijverdalsestraat, Almelosestraat, Rijssensestraat, Ypeloweg, Appelhofstraat',
    'Weuste Noord, Violenhoeksweg, Kluinveenweg',
  ),
  place('Enter', '0189', 7468, 7468, 8, 'Dorpsstraat, Rijssenseweg, Goorseweg, Brandput, Werfstraat', 'Vonderweg, Elsmoat, Hoekstraat'),
  place('Rijssen', '1742', 7461, 7463, 8, 'Haarstraat, Grotestraat, Enterstraat, Boomkamp', 'Nijverheidsstraat, Noordermorssingel, Morsweg'),
  place('Nijverdal', '0163', 7441, 7443, 7, 'Grotestraat, Rijssensestraat, Salomonsonstraat, Boomcateweg', 'Baruch Spinozastraat, Energiestraat'),
  place('Hengelo', '0164', 7551, 7559, 12, 'Enschedesestraat, Deldenerstraat, Bornsestraat, Oldenzaalsestraat', 'Diamantstraat, Platinastraat, Westermaatsweg'),
  place('Borne', '0147', 7621, 7623, 4, 'Grotestraat, Stationsstraat, Azelosestraat, Oud Bornsestraat', 'Molenkamp, Industriestraat'),
  place('Ootmarsum', '1774', 7631, 7631, 2, 'Marktstraat, Ganzenmarkt, Almelosestraat, Denekamperstraat', 'De Mors, Wildehof'),
];

export interface DemoAddress {
  street: string;
  houseNumber: number;
  postcode: string;
  city: string;
  /** CBS code. */
  municipality: string;
}

// PostNL leaves out letters that look like others; SA, SD and SS cannot occur because S is not first here.
const first = 'ABCDEGHJKLMNPRTVWXZ';
const second = 'ABCDEGHJKLMNPRSTVWXZ';

const within = (municipality?: string): readonly Place[] => places.filter((one) => municipality === undefined || one.municipality === municipality);
const byMunicipality = new Map<string | undefined, readonly Place[]>();

const pickPlace = (random: Random, municipality?: string): Place => {
  if (!byMunicipality.has(municipality)) byMunicipality.set(municipality, within(municipality));
  const candidates = byMunicipality.get(municipality) ?? [];
  const index = random.weighted(Object.fromEntries(candidates.map(({ weight }, i) => [String(i), weight])));
  return candidates[Number(index)] as Place;
};

/** A street that exists in a place that exists; number and letters are drawn. Within `municipality`, or anywhere in the region. */
export const addressOf = (random: Random, use: 'home' | 'business', municipality?: string): DemoAddress => {
  const place = pickPlace(random, municipality);
  return {
    street: random.pick(use === 'home' || random.chance(0.3) ? place.streets : place.businessStreets),
    houseNumber: random.int(1, 240),
    postcode: `${random.int(...place.pc4)}${random.pick([...first])}${random.pick([...second])}`,
    city: place.city,
    municipality: place.municipality,
  };
};
