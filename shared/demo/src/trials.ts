import { addDays } from './days.ts';
import { derivedId } from './ids.ts';
import type { DemoPlacement } from './placement.types.ts';
import { randomOf } from './random.ts';

const paid: ReadonlySet<DemoPlacement['kind']> = new Set(['REGULAR', 'REGULAR_WITH_LKS']);
/** So many of those who came to work on a contract were on trial there first. */
const SHARE = 0.3;

/** Days of the trial that came before a placement, and days between the two; null when there was none. */
export const trialBefore = (placementId: string, kind: DemoPlacement['kind']): { days: number; gap: number } | null => {
  const random = randomOf(`trial before ${placementId}`, 0);
  // Two months at most, and work within thirty days counts as following from it.
  return paid.has(kind) && random.chance(SHARE) ? { days: random.int(28, 56), gap: random.int(1, 14) } : null;
};

/** The trial placement that led to a placement: of the same person, at the same employer, under the same order. */
export const trialOf = (placement: DemoPlacement): DemoPlacement | null => {
  const { id, kind, startsOn } = placement;
  const trial = placement.clientId === null ? null : trialBefore(id, kind);
  if (trial === null) return null;
  const endedOn = addDays(startsOn, -trial.gap);
  return {
    ...placement,
    id: derivedId(id, 'trial before'),
    kind: 'PROEFPLAATSING',
    status: 'ENDED',
    startsOn: addDays(endedOn, 1 - trial.days),
    expectedEndOn: endedOn,
    endedOn,
  };
};
