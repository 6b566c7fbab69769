import { municipalities, NUO } from '@werkplein/kernel';
import { addDays, dayNumber, dayOf, TODAY } from './days.ts';
import { demoId } from './ids.ts';
import { type DemoPlaced, demoPlaced } from './placements.ts';
import { testBsns } from './published.ts';
import { type Random, randomOf } from './random.ts';

/** A group in the green, which its municipality hires and commissions. */
export interface DemoWorkGroup {
  id: string;
  name: string;
  municipality: string;
}

export interface DemoWorkplace {
  id: string;
  name: string;
  kind: 'INSIDE' | 'GREEN';
  location: string;
  /** CBS code. */
  municipality: string;
  capacityHours: number;
  workGroupId: string | null;
  adaptations: ('SEATED_WORK' | 'LOW_STIMULUS' | 'LIFTING_AID')[];
}

/** Someone in a sheltered employment: of the Wsw, or with beschut werk of a Werkplein's client. */
export interface DemoShelteredWorker {
  participantId: string;
  employmentId: string;
  /** Null of beschut werk, of which the NUO holds no such data. */
  wsw: {
    /** One of RvIG's published test numbers, or null: no other number may be used. */
    bsn: string | null;
    birthDate: string;
    gender: 'MALE' | 'FEMALE';
    firstRequestedOn: string;
    residence: string;
    residenceId: string;
    indication: {
      id: string;
      requestedOn: string;
      decidedOn: string;
      validUntil: string;
      category: 'MATIG' | 'ERNSTIG';
      handicapId: string;
      handicapCode: string;
    };
  } | null;
  kind: 'WSW_ART2' | 'WSW_BEGELEID_WERKEN_ART7' | 'BESCHUT_10B';
  startsOn: string;
  /** From when the terms are known. */
  termsFrom: string;
  employerId: string | null;
  municipality: string;
  payingMunicipality: string;
  hoursPerWeek: number;
  decision: { id: string; decidedOn: string } | null;
  termsId: string;
  placementId: string;
  /** Where the placement takes its hours. */
  workplaceId: string | null;
  /** Of who is seconded out. */
  claim: { id: string; lastWorkplaceId: string } | null;
}

const locations: Readonly<Record<string, string>> = {
  '0141': 'Plesmanweg, Almelo',
  '1700': 'Garstelanden, Westerhaar',
  '0183': 'Ambachtstraat, Tubbergen',
  '0189': 'Weuste Noord, Wierden',
};
const rooms = ['Inpak', 'Montage', 'Hout', 'Metaal', 'Wasserij', 'Post'];
const CAPACITY = 360;
/** Since then the municipalities are the formal employers of the Wsw workers. */
const MUNICIPAL_SINCE = '2021-01-01';
const codes = municipalities.map(({ code }) => code);

const isSheltered = ({ participant: { clientId }, placement: { kind, status } }: DemoPlaced): boolean =>
  clientId === null || (kind === 'SHELTERED_INTERNAL' && (status === 'ACTIVE' || status === 'INTERRUPTED'));

/** Whether somebody takes hours of a place of the NUO now. */
const takesPlace = ({ placement: { kind, status, startsOn } }: DemoPlaced): boolean =>
  kind === 'SHELTERED_INTERNAL' && (status === 'ACTIVE' || status === 'INTERRUPTED') && startsOn <= TODAY;

/** Hours inside of each municipality: it has the places for them, and a little room. */
const hoursInside = (scale: number): Map<string, number> => {
  const hours = new Map(codes.map((code) => [code, 0]));
  for (const pair of demoPlaced(scale))
    if (takesPlace(pair)) hours.set(pair.participant.municipality, (hours.get(pair.participant.municipality) ?? 0) + pair.placement.hoursPerWeek);
  return hours;
};

export const demoWorkGroups = (): DemoWorkGroup[] =>
  municipalities.map(({ code, name }, index) => ({ id: demoId(NUO, 'work group', index), name: `Groenploeg ${name}`, municipality: code }));

/** Of each municipality places inside for its people, and one in its green. */
export function* demoWorkplaces(scale: number): Generator<DemoWorkplace> {
  const inside = hoursInside(scale);
  let index = 0;
  for (const [at, { code, name }] of municipalities.entries()) {
    // No person has more than 36 hours: what a place cannot fill is less than that.
    const places = Math.ceil((inside.get(code) ?? 0) / (CAPACITY - 36)) + 1;
    for (let number = 0; number < places; number += 1, index += 1) {
      const room = rooms[number % rooms.length] as string;
      yield {
        id: demoId(NUO, 'workplace', index),
        name: `${room} ${Math.floor(number / rooms.length) + 1}`,
        kind: 'INSIDE',
        location: locations[code] ?? name,
        municipality: code,
        capacityHours: CAPACITY,
        workGroupId: null,
        adaptations: number % 2 === 0 ? ['SEATED_WORK', 'LIFTING_AID'] : ['SEATED_WORK', 'LOW_STIMULUS'],
      };
    }
    const group = demoWorkGroups()[at] as DemoWorkGroup;
    yield {
      id: demoId(NUO, 'green workplace', at),
      name: group.name,
      kind: 'GREEN',
      location: `Buitendienst ${name}`,
      municipality: code,
      capacityHours: CAPACITY,
      workGroupId: group.id,
      adaptations: [],
    };
  }
}

/** Fewer hours nobody has. */
const FEWEST_HOURS = 12;

/** Gives the next place of a municipality with room; a full one is not looked at again. */
const placer = (places: readonly DemoWorkplace[]) => {
  const left = new Map(places.map(({ id, capacityHours }) => [id, capacityHours]));
  const open = new Map(codes.map((code) => [code, places.filter(({ kind, municipality }) => kind === 'INSIDE' && municipality === code)]));
  return (municipality: string, hours: number): string | null => {
    const some = open.get(municipality) ?? [];
    const at = some.findIndex(({ id }) => (left.get(id) ?? 0) >= hours);
    const place = some[at];
    if (!place) return null;
    const rest = (left.get(place.id) ?? 0) - hours;
    left.set(place.id, rest);
    if (rest < FEWEST_HOURS) some.splice(at, 1);
    return place.id;
  };
};

const wswOf = (random: Random, index: number, municipality: string): DemoShelteredWorker['wsw'] => {
  const decidedOn = dayOf(random.int(dayNumber('2015-01-05'), dayNumber('2020-12-01')));
  return {
    bsn: testBsns[index] ?? null,
    birthDate: dayOf(random.int(dayNumber('1962-01-01'), dayNumber('1992-12-31'))),
    gender: random.chance(0.62) ? 'MALE' : 'FEMALE',
    firstRequestedOn: dayOf(random.int(dayNumber('1998-01-05'), dayNumber('2014-06-30'))),
    residence: random.chance(0.06) ? random.pick(['1742', '0163', '1774']) : municipality,
    residenceId: demoId(NUO, 'residence', index),
    indication: {
      id: demoId(NUO, 'indication', index),
      requestedOn: addDays(decidedOn, -90),
      decidedOn,
      validUntil: dayOf(random.int(dayNumber('2026-11-20'), dayNumber('2035-12-31'))),
      category: random.chance(0.18) ? 'ERNSTIG' : 'MATIG',
      handicapId: demoId(NUO, 'handicap', index),
      handicapCode: String(random.int(100, 499)),
    },
  };
};

/** One in so many secondments has a claim that is known since its start; of the others one arises at the end. */
const CLAIMS = 4;

/** The sheltered employments of the demo, in the order of its participants. */
export function* demoShelteredWorkers(scale: number): Generator<DemoShelteredWorker> {
  const places = [...demoWorkplaces(scale)];
  const take = placer(places);
  const fallbacks = places.filter(({ kind }) => kind === 'INSIDE');
  for (const pair of demoPlaced(scale)) {
    if (!isSheltered(pair)) continue;
    const { participant, placement } = pair;
    const { index, municipality, clientId } = participant;
    const random = randomOf('sheltered', index);
    const own = clientId === null;
    const begeleid = own && placement.kind === 'BEGELEID_WERKEN';
    const startsOn = own ? participant.registeredOn : placement.startsOn;
    const lent = placement.kind.startsWith('SECONDMENT') && placement.status === 'ACTIVE' && index % CLAIMS === 0;
    const last = fallbacks.findLast((each) => each.municipality === municipality);
    yield {
      participantId: participant.id,
      employmentId: demoId(NUO, 'employment', index),
      wsw: own ? wswOf(random, index, municipality) : null,
      kind: own ? (begeleid ? 'WSW_BEGELEID_WERKEN_ART7' : 'WSW_ART2') : 'BESCHUT_10B',
      startsOn,
      termsFrom: own && startsOn < MUNICIPAL_SINCE ? MUNICIPAL_SINCE : startsOn,
      employerId: begeleid ? placement.employerId : null,
      municipality,
      payingMunicipality: own && random.chance(0.04) ? random.pick(codes) : municipality,
      hoursPerWeek: placement.hoursPerWeek,
      decision: own ? null : { id: demoId(municipality, 'beschut decision', index), decidedOn: addDays(placement.startsOn, -10) },
      termsId: demoId(NUO, 'terms', index),
      placementId: placement.id,
      workplaceId: takesPlace(pair) ? take(municipality, placement.hoursPerWeek) : null,
      claim: own && lent && last ? { id: demoId(NUO, 'claim', index), lastWorkplaceId: last.id } : null,
    };
  }
}
