import { municipalities } from '@werkplein/kernel';
import { dayNumber, dayOf, TODAY } from './days.ts';
import { demoEmployee } from './employees.ts';
import { historyOf } from './histories.ts';
import { demoId } from './ids.ts';
import { personName } from './names.ts';
import { occupations } from './occupations.ts';
import { addressOf } from './places.ts';
import { clientPlacementKind, isOrdered, isPlaced, placementNumberOf } from './placed-clients.ts';
import { programmeOf } from './plans.ts';
import { testBsns } from './published.ts';
import { type Random, randomOf } from './random.ts';
import { sectorWeights } from './sectors.ts';
import { demoSizes } from './sizes.ts';
import { supportOf } from './support.ts';
import type { DemoCandidate, DemoClient } from './types.ts';

const CASELOAD = 80;
const statuses = { REGISTERED: 8, INTAKE: 10, IN_PROGRAMME: 34, PLACEABLE: 20, AFTERCARE: 7, CLOSED: 16, SUSPENDED: 5 } as const;
const grounds = {
  ALGEMENE_BIJSTAND: 70,
  IOAW: 4,
  IOAZ: 1,
  ANW: 1,
  NUG: 12,
  WIA_UITSTROMER: 2,
  DOOR_VOORZIENING: 4,
  UWV_OVEREENKOMST: 2,
  PRO_VSO_ENTREE: 4,
} as const;

type Axes = Pick<DemoClient, 'grondslag' | 'wswStatus' | 'beschut' | 'doelgroepregister' | 'doelgroepLks'>;

/** The axes of domain.md §3.1 together: beschut werk excludes the doelgroepregister, a Wsw job excludes loonkostensubsidie. */
const axesOf = (random: Random, municipality: string, index: number): Axes => {
  if (isPlaced(index)) {
    const kind = clientPlacementKind(municipality, placementNumberOf(index));
    const beschut = kind === 'SHELTERED_INTERNAL';
    const lks = beschut || kind === 'REGULAR_WITH_LKS' || random.chance(0.3);
    return {
      grondslag: random.weighted(grounds),
      wswStatus: 'GEEN',
      beschut: beschut ? 'GEPLAATST' : 'GEEN',
      doelgroepregister: !beschut && lks ? 'JA' : 'NEE',
      doelgroepLks: lks ? 'JA' : 'NEE',
    };
  }
  if (random.chance(0.036)) {
    const wswStatus = random.chance(0.85) ? 'DIENSTBETREKKING_ART2' : 'BEGELEID_WERKEN_ART7';
    return { grondslag: 'WSW', wswStatus, beschut: 'GEEN', doelgroepregister: 'JA', doelgroepLks: 'NEE' };
  }
  const beschut = random.weighted({ GEEN: 90, ADVIES_AANGEVRAAGD: 3, ADVIES_POSITIEF: 2, ADVIES_NEGATIEF: 1, VASTGESTELD: 4 });
  const doelgroepregister = beschut === 'VASTGESTELD' ? 'NEE' : random.weighted({ NEE: 72, JA: 22, VERMOEDELIJK: 6 });
  return {
    grondslag: random.weighted(grounds),
    wswStatus: 'GEEN',
    beschut,
    doelgroepregister,
    doelgroepLks: doelgroepregister === 'JA' || random.chance(0.08) ? 'JA' : 'NEE',
  };
};

/** Who is to do something for a client mostly may know who it is. */
const disclosureOf = (random: Random, index: number, status: DemoClient['status']): Pick<DemoClient, 'disclosedParts' | 'disclosedUntil'> => {
  const share = isPlaced(index) || isOrdered(index, status) ? 0.9 : status === 'PLACEABLE' ? 0.2 : 0;
  if (!random.chance(share)) return { disclosedParts: [], disclosedUntil: null };
  const more = (['CONTACT', 'DOELGROEP'] as const).filter(() => random.chance(0.5));
  return { disclosedParts: ['NAME', 'KLANTREGISSEUR', ...more], disclosedUntil: '2099-12-31' };
};

/** A stream of its own: the other facts of a client stay what they were before there were candidates. */
const candidateOf = (municipality: string, index: number, status: DemoClient['status'], postcode: string): DemoCandidate | null => {
  if (status !== 'PLACEABLE') return null;
  const random = randomOf(`candidate ${municipality}`, index);
  const hoursMin = random.pick([8, 12, 16, 20, 24]);
  const wishes = new Set([0, 1].map(() => random.pick(occupations[random.weighted(sectorWeights)])));
  return {
    id: demoId(municipality, 'candidate', index),
    visibility: random.weighted({ NUO: 7, REGION_VUM: 2, INTERNAL: 1 }),
    occupations: [...wishes].map((text) => ({ code: null, text })),
    hoursMin,
    hoursMax: Math.min(hoursMin + random.pick([4, 8, 16]), 40),
    postcode4: postcode.slice(0, 4),
    maxTravelKm: random.pick([5, 10, 15, 25, 40]),
    workingLevel: random.pick([1, 1, 2, 2, 3, 4]),
    drivingLicences: random.chance(0.3) ? ['B'] : [],
    needsAdaptation: random.chance(0.25),
    needsGuidance: random.chance(0.5),
  };
};

/** A placed client was known before the first placement of the demo (2023); a new one since two months. */
const registeredOn = (random: Random, status: DemoClient['status']): string => {
  const today = dayNumber(TODAY);
  if (status === 'PLACED') return dayOf(random.int(dayNumber('2016-01-04'), dayNumber('2022-12-30')));
  if (status === 'REGISTERED' || status === 'INTAKE') return dayOf(today - random.int(1, 60));
  return dayOf(today - random.int(90, 3200));
};

/** The published numbers go round the municipalities: each is used once. */
const bsnOf = (municipality: string, index: number): string | null =>
  testBsns[index * municipalities.length + municipalities.findIndex(({ code }) => code === municipality)] ?? null;

/** Id of client `index` of a municipality (CBS code), the same at every scale. */
export const demoClientId = (municipality: string, index: number): string => demoId(municipality, 'client', index);

/** Client `index` of a municipality (CBS code); nothing else needs to exist for it. */
export const demoClient = (municipality: string, index: number, today: string = TODAY): DemoClient => {
  const random = randomOf(`client ${municipality}`, index);
  const { street, houseNumber, postcode, city } = addressOf(random, 'home', municipality);
  const status = isPlaced(index) ? 'PLACED' : random.weighted(statuses);
  const client: Omit<DemoClient, 'plan' | 'ladder' | 'provisions' | 'exemptions' | 'history'> = {
    id: demoClientId(municipality, index),
    index,
    bsn: bsnOf(municipality, index),
    ownReference: `DEMO-${municipality}-${String(index).padStart(6, '0')}`,
    ...personName(random),
    birthDate: dayOf(dayNumber(TODAY) - random.int(18 * 366, 66 * 365)),
    postcode,
    houseNumber,
    street,
    city,
    registeredOn: registeredOn(random, status),
    status,
    klantregisseur: demoEmployee(municipality, 'klantregisseur', Math.floor(index / CASELOAD)),
    ...axesOf(random, municipality, index),
    ...disclosureOf(random, index, status),
    candidate: candidateOf(municipality, index, status, postcode),
  };
  const programme = programmeOf(municipality, index, client);
  const history = historyOf(municipality, index, { ...client, ...programme });
  return { ...client, ...programme, ...supportOf(municipality, index, client, today), history };
};

/** All clients of a municipality (CBS code) at a scale, one at a time. */
export function* demoClients(municipality: string, scale: number, today: string = TODAY): Generator<DemoClient> {
  const count = demoSizes(scale).clients[municipality] ?? 0;
  for (let index = 0; index < count; index += 1) yield demoClient(municipality, index, today);
}
