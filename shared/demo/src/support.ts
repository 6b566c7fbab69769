import { addDays, dayNumber, dayOf, TODAY } from './days.ts';
import { clientPlacementKind, isPlaced, placementNumberOf } from './placed-clients.ts';
import { type Random, randomOf } from './random.ts';
import type { DemoClient, DemoExemption, DemoProvision } from './types.ts';

const PROVISIONS = { TRAINING: 5, DIAGNOSIS: 2, LEARNING_LINE: 3, MEDIATION: 3, PARTICIPATION: 2, OTHER_FACILITATING: 1 } as const;
const TRIAL_DAYS = 59;
const YEAR = 365;

const ago = (random: Random, from: number, to: number, today: string = TODAY): string => dayOf(dayNumber(today) - random.int(from, to));

/** What helps who is placed: it follows the kind of the placement, which the NUO knows by the same draw. */
const atWork = (random: Random, municipality: string, index: number, today: string): DemoProvision[] => {
  const kind = clientPlacementKind(municipality, placementNumberOf(index));
  if (kind === 'PROEFPLAATSING') {
    const startsOn = ago(random, 5, TRIAL_DAYS - 1, today);
    const endsOn = addDays(startsOn, TRIAL_DAYS - 1);
    return [{ kind: 'PROEFPLAATSING', executor: 'NUO', startsOn, endsOn: null, expectedEndOn: endsOn, decision: { kind: 'PROEFPLAATSING', startsOn, endsOn } }];
  }
  const startsOn = ago(random, 30, 2 * YEAR);
  const decided = (decision: 'BESCHUT_WERK' | 'JOBCOACH', more: Pick<DemoProvision, 'kind' | 'executor'>): DemoProvision[] => [
    { ...more, startsOn, endsOn: null, expectedEndOn: null, decision: { kind: decision, startsOn, endsOn: null } },
  ];
  if (kind === 'SHELTERED_INTERNAL') return decided('BESCHUT_WERK', { kind: 'BESCHUT_WERK', executor: 'NUO' });
  return kind === 'REGULAR_WITH_LKS' ? decided('JOBCOACH', { kind: 'JOBCOACH', executor: random.chance(0.7) ? 'NUO' : 'EXTERNAL' }) : [];
};

const inProgramme = (random: Random, { registeredOn }: Pick<DemoClient, 'registeredOn'>): DemoProvision[] => {
  if (!random.chance(0.6)) return [];
  const startsOn = addDays(registeredOn, random.int(20, 60));
  if (startsOn > TODAY) return [];
  const endsOn = random.chance(0.4) ? addDays(startsOn, random.int(0, 30)) : null;
  const expectedEndOn = dayOf(dayNumber(TODAY) + random.int(-10, 120));
  const kind = random.weighted(PROVISIONS);
  return [
    {
      kind,
      executor: random.pick(['NUO', 'EXTERNAL', 'OWN'] as const),
      startsOn,
      endsOn: endsOn !== null && endsOn > TODAY ? TODAY : endsOn,
      expectedEndOn,
      decision: null,
    },
  ];
};

const exemptionsOf = (random: Random): DemoExemption[] => {
  if (!random.chance(0.06)) return [];
  const startsOn = ago(random, 10, 300);
  const endsOn = addDays(startsOn, YEAR - 1);
  return [{ ground: random.chance(0.6) ? 'SINGLE_PARENT' : 'URGENT_TEMPORARY', startsOn, endsOn, reviewOn: dayOf(dayNumber(TODAY) + random.int(-5, 90)) }];
};

/** Provisions and exemptions of a client; a trial that runs does so on `today`. A stream of its own: the other facts of a client stay as they were. */
export const supportOf = (
  municipality: string,
  index: number,
  client: Pick<DemoClient, 'status' | 'registeredOn'>,
  today: string,
): { provisions: DemoProvision[]; exemptions: DemoExemption[] } => {
  const random = randomOf(`support ${municipality}`, index);
  if (isPlaced(index)) return { provisions: atWork(random, municipality, index, today), exemptions: [] };
  if (client.status !== 'IN_PROGRAMME' && client.status !== 'PLACEABLE') return { provisions: [], exemptions: [] };
  return { provisions: inProgramme(random, client), exemptions: exemptionsOf(random) };
};

/** Sheltered places that a municipality (CBS code) must have; fictional. */
export const demoTaakstelling: Readonly<Record<string, number>> = { '0141': 74, '1700': 28, '0183': 12, '0189': 16 };
