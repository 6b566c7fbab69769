import { municipalities, NUO } from '@werkplein/kernel';
import { demoClientId } from './clients.ts';
import { addDays, dayNumber, dayOf, TODAY } from './days.ts';
import { activeEmployer, branchCount, demoBranchId, demoEmployerId, popularAmong } from './employers.ts';
import { demoId, derivedId } from './ids.ts';
import { fullName, personName } from './names.ts';
import { clientPlacementKind, placedClientIndex } from './placed-clients.ts';
import { type Random, randomOf } from './random.ts';
import { clientPlacementsOf, demoSizes } from './sizes.ts';
import { trialBefore, trialOf } from './trials.ts';
import type { DemoPlacement } from './placement.types.ts';
import type { DemoParticipant } from './types.ts';

const wswKinds = { SHELTERED_INTERNAL: 44, WORK_ON_LOCATION: 22, SECONDMENT_GROUP: 18, SECONDMENT_INDIVIDUAL: 12, BEGELEID_WERKEN: 4 } as const;
const wswShares: Record<string, number> = { '0141': 46, '1700': 26, '0183': 10, '0189': 18 };
const shares = Object.fromEntries(municipalities.map(({ code }) => [code, wswShares[code] ?? 10]));
const PROEFPLAATSING_DAYS = 56;
const ENDED = 0.25;
/** One employer in so many hires groups. */
const HIRERS_OF_GROUPS = 350;

type Employer = Pick<DemoPlacement, 'employerId' | 'branchId'>;
type Term = Pick<DemoPlacement, 'status' | 'startsOn' | 'expectedEndOn' | 'endedOn'>;

const employerOf = (random: Random, kind: DemoPlacement['kind'], employers: number): Employer => {
  if (kind === 'SHELTERED_INTERNAL') return { employerId: null, branchId: null };
  const popular = random.chance(0.45);
  // Groups work at few hirers, several people at each.
  const among = kind === 'SECONDMENT_GROUP' ? Math.ceil(employers / HIRERS_OF_GROUPS) : popular ? popularAmong(employers) : employers;
  const index = activeEmployer(random.int(0, among - 1));
  return { employerId: demoEmployerId(index), branchId: demoBranchId(index, random.int(0, branchCount(index) - 1)) };
};

const startedIn = (random: Random, first: string, last: string): string => dayOf(random.int(dayNumber(first), dayNumber(last)));

/** Two months at most by law; 56 days are less in any pair of months. One that runs is awaited, so it runs on `today`. */
const proefplaatsingTerm = (random: Random, today: string): Term => {
  const ended = random.chance(ENDED);
  const startsOn = ended ? startedIn(random, '2023-01-02', '2026-08-31') : addDays(today, -random.int(1, 40));
  const expectedEndOn = addDays(startsOn, PROEFPLAATSING_DAYS);
  return { status: ended ? 'ENDED' : 'ACTIVE', startsOn, expectedEndOn, endedOn: ended ? addDays(startsOn, random.int(14, PROEFPLAATSING_DAYS)) : null };
};

const termOf = (random: Random, kind: DemoPlacement['kind'], first: string, today: string): Term => {
  if (kind === 'PROEFPLAATSING') return proefplaatsingTerm(random, today);
  const startsOn = startedIn(random, first, '2026-09-28');
  const open = { startsOn, expectedEndOn: kind.startsWith('SECONDMENT') ? addDays(TODAY, random.int(30, 700)) : null };
  if (!random.chance(ENDED)) return { ...open, status: 'ACTIVE', endedOn: null };
  return { ...open, status: 'ENDED', endedOn: dayOf(random.int(dayNumber(startsOn) + 14, dayNumber(TODAY))) };
};

/** Id of the order under which a client was placed. */
export const demoOrderId = (placementId: string): string => derivedId(placementId, 'order');

export interface DemoPlaced {
  participant: DemoParticipant;
  placement: DemoPlacement;
}

const together = (
  random: Random,
  participant: Omit<DemoParticipant, 'registeredOn'>,
  kind: DemoPlacement['kind'],
  employers: number,
  placementId: string,
  today: string = TODAY,
): DemoPlaced => {
  const { id, clientId, municipality } = participant;
  const term = termOf(random, kind, clientId === null ? '2015-01-05' : '2023-01-02', today);
  const trial = clientId === null ? null : trialBefore(placementId, kind);
  const firstDay = trial === null ? term.startsOn : addDays(term.startsOn, -trial.gap - trial.days);
  return {
    // The Wsw took in nobody after 2014.
    participant: {
      ...participant,
      registeredOn: clientId === null ? startedIn(random, '1990-01-02', '2014-12-31') : addDays(firstDay, -random.int(14, 90)),
    },
    placement: {
      id: placementId,
      serviceOrderId: clientId === null ? null : demoOrderId(placementId),
      participantId: id,
      clientId,
      municipality,
      kind,
      ...employerOf(random, kind, employers),
      ...term,
      hoursPerWeek: random.int(48, 144) / 4,
    },
  };
};

/** One in so many Wsw workers who are at work stands still, for the season. */
const STANDS_STILL = 25;

const standingStill = ({ participant, placement }: DemoPlaced, index: number): DemoPlaced =>
  index % STANDS_STILL !== 0 || placement.status !== 'ACTIVE'
    ? { participant, placement }
    : { participant, placement: { ...placement, status: 'INTERRUPTED', interruptedOn: addDays(TODAY, -20) } };

const wswPlaced = (index: number, employers: number): DemoPlaced => {
  const random = randomOf('wsw', index);
  const participant = {
    id: demoId(NUO, 'wsw participant', index),
    index,
    clientId: null,
    municipality: random.weighted(shares),
    name: fullName(personName(random)),
  };
  return standingStill(together(random, participant, random.weighted(wswKinds), employers, demoId(NUO, 'wsw placement', index)), index);
};

const clientPlaced = (municipality: string, number: number, index: number, employers: number, today: string): DemoPlaced => {
  const clientId = demoClientId(municipality, placedClientIndex(number));
  const participant = { id: demoId(NUO, `participant ${municipality}`, number), index, clientId, municipality, name: null };
  const placementId = demoId(NUO, `placement ${municipality}`, number);
  return together(randomOf(`placed ${municipality}`, number), participant, clientPlacementKind(municipality, number), employers, placementId, today);
};

/** Participants with the placement of each, one at a time; trials that run do so on `today`. */
export function* demoPlaced(scale: number, today: string = TODAY): Generator<DemoPlaced> {
  const sizes = demoSizes(scale);
  for (let index = 0; index < sizes.wswParticipants; index += 1) yield wswPlaced(index, sizes.employers);
  let index = sizes.wswParticipants;
  for (const [municipality, count] of clientPlacementsOf(sizes)) {
    for (let number = 0; number < count; number += 1, index += 1) yield clientPlaced(municipality, number, index, sizes.employers, today);
  }
}

/** First the Wsw employees (with a name), then the clients of the Werkpleinen (with an id), one at a time. */
export function* demoParticipants(scale: number, today: string = TODAY): Generator<DemoParticipant> {
  for (const { participant } of demoPlaced(scale, today)) yield participant;
}

/** One placement of each participant, in the order of `demoParticipants`. */
export function* demoPlacements(scale: number, today: string = TODAY): Generator<DemoPlacement> {
  for (const { placement } of demoPlaced(scale, today)) yield placement;
}

/** The trial placements, all over by now, that led to placements of `demoPlacements`. */
export function* demoTrialsBefore(scale: number): Generator<DemoPlacement> {
  for (const placement of demoPlacements(scale)) {
    const trial = trialOf(placement);
    if (trial) yield trial;
  }
}
