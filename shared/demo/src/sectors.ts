export interface Sector {
  /** How often, next to the other sectors. */
  weight: number;
  /** SBI 2025 (five digits). */
  sbiCodes: string[];
  trades: string[];
  /** Smallest and largest usual number of people. */
  employees: [number, number];
}

const sector = (weight: number, sbiCodes: string, trades: string, ...employees: [number, number]): Sector => ({
  weight,
  sbiCodes: sbiCodes.split(' '),
  trades: trades.split(', '),
  employees,
});

/** The mixture of Twente: much industry, construction and transport. */
export const sectors = {
  industry: sector(
    18,
    '25620 25110 28990 22210 13960 31010 10710 18120',
    'Metaalbewerking, Machinefabriek, Kunststoffen, Textielfabriek, Meubelfabriek, Bakkerij, Drukkerij, Constructiebedrijf',
    5,
    350,
  ),
  construction: sector(
    14,
    '41000 43210 43220 43320 43340 43910',
    'Bouwbedrijf, Installatietechniek, Timmerbedrijf, Schildersbedrijf, Dakdekkersbedrijf, Elektrotechniek',
    2,
    120,
  ),
  retail: sector(17, '47110 47520 47710 47760 47550', 'Supermarkt, Bouwmarkt, Modehuis, Tuincentrum, Woonwinkel', 2, 90),
  transport: sector(9, '49410 52100 52290 53200', 'Transport, Logistiek, Warehousing, Pakketdienst', 4, 220),
  care: sector(12, '86910 87100 88101 88910 87301', 'Zorggroep, Thuiszorg, Woonzorg, Kinderopvang, Dagbesteding', 6, 400),
  hospitality: sector(8, '56111 56112 55101 56290', 'Restaurant, Lunchroom, Hotel, Catering', 2, 60),
  horticulture: sector(7, '01301 81300 01610 01190', 'Kwekerij, Hoveniersbedrijf, Loonbedrijf, Boomkwekerij', 2, 45),
  services: sector(10, '81210 81220 78200 82920 96010', 'Schoonmaak, Glazenwasserij, Facilitair, Verpakkingsservice, Wasserij', 4, 180),
  automotive: sector(5, '45112 45200 95310', 'Autobedrijf, Garage, Schadeherstel', 2, 30),
} as const satisfies Record<string, Sector>;

export type SectorName = keyof typeof sectors;
export const sectorWeights = Object.fromEntries(Object.entries(sectors).map(([name, { weight }]) => [name, weight])) as Record<SectorName, number>;
