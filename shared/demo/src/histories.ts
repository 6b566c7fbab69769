import { addDays, dayNumber, dayOf, TODAY } from './days.ts';
import { demoEmployee } from './employees.ts';
import { clientPlacementKind, placementNumberOf } from './placed-clients.ts';
import { type Random, randomOf } from './random.ts';
import type { DemoClient, DemoHistory, DemoHistoryStep } from './types.ts';

// How a client came where the client is: what figures count. A stream of its own: the other facts of a client stay as they were.

type Known = Pick<DemoClient, 'status' | 'registeredOn' | 'plan' | 'klantregisseur'>;

/** Days after registration, for who got that far; all have been known for ninety days by then. */
const DAYS = { intake: 5, programme: 20, placeable: 60, placed: 70, worked: 80, closed: 30, aftercare: 85, suspended: 70 } as const;
const FOLLOW_UP_DAYS = 190;
const CASELOADS = 3;

const stepsOf = (random: Random, { status, registeredOn, plan }: Known, outflow: DemoHistory['outflow']): DemoHistoryStep[] => {
  const after = (days: number): string => [addDays(registeredOn, days), TODAY].toSorted()[0] as string;
  const registered: DemoHistoryStep = { status: 'REGISTERED', on: registeredOn };
  const intake: DemoHistoryStep[] = [registered, { status: 'INTAKE', on: after(DAYS.intake) }];
  const programme: DemoHistoryStep[] = [...intake, { status: 'IN_PROGRAMME', on: plan?.establishedOn ?? after(DAYS.programme) }];
  const placeable: DemoHistoryStep[] = [...programme, { status: 'PLACEABLE', on: after(DAYS.placeable) }];
  if (status === 'REGISTERED') return [registered];
  if (status === 'INTAKE') return intake;
  if (status === 'IN_PROGRAMME') return programme;
  if (status === 'PLACEABLE') return placeable;
  if (status === 'SUSPENDED') return [...programme, { status, on: after(DAYS.suspended) }];
  // The first placements of the demo are of 2023.
  if (status === 'PLACED') return [...placeable, { status, on: dayOf(random.int(dayNumber('2023-01-02'), dayNumber('2026-09-28'))) }];
  const placed: DemoHistoryStep[] = [...placeable, { status: 'PLACED', on: after(DAYS.placed) }];
  if (status === 'AFTERCARE') return [...placed, { status, on: after(DAYS.aftercare) }];
  return outflow === 'WORK' ? [...placed, { status, on: after(DAYS.worked) }] : [registered, { status, on: after(DAYS.closed) }];
};

const loonwaardeOf = (random: Random, since: string): DemoHistory['loonwaarde'] => ({
  functionName: random.pick(['Groenmedewerker', 'Inpakker', 'Keukenhulp', 'Schoonmaker']),
  hoursPerWeek: random.pick([16, 20, 24, 32, 36]),
  wageValuePct: random.int(30, 75),
  validFrom: since,
  reviewOn: dayOf(dayNumber(TODAY) + random.int(120, 700)),
});

/** What came before: the steps of the dossier, how it ended, who had it first, and what the work is worth. */
export const historyOf = (municipality: string, index: number, client: Known): DemoHistory => {
  const random = randomOf(`history ${municipality}`, index);
  const outflow = client.status !== 'CLOSED' ? null : random.chance(0.5) ? 'WORK' : 'OTHER_INCOME';
  const steps = stepsOf(random, client, outflow);
  const last = steps.at(-1) as DemoHistoryStep;
  const followedUpOn = addDays(last.on, FOLLOW_UP_DAYS);
  const isKnown = outflow === 'WORK' && followedUpOn <= TODAY && random.chance(0.7);
  const handedOverOn = addDays(client.registeredOn, random.int(100, 700));
  const first = demoEmployee(municipality, 'klantregisseur', random.int(0, CASELOADS - 1));
  const wasHandedOver = last.status !== 'CLOSED' && handedOverOn < TODAY && first.id !== client.klantregisseur.id && random.chance(0.3);
  const isWithLks = client.status === 'PLACED' && clientPlacementKind(municipality, placementNumberOf(index)) === 'REGULAR_WITH_LKS';
  return {
    steps,
    outflow,
    followUp: isKnown ? { observedOn: followedUpOn, works: random.chance(0.75) ? 'YES' : 'NO', benefit: random.chance(0.9) ? 'NO' : 'YES' } : null,
    earlierKlantregisseur: wasHandedOver ? { ...first, until: addDays(handedOverOn, -1) } : null,
    loonwaarde: isWithLks ? loonwaardeOf(random, last.on) : null,
  };
};
