import { InvalidValue } from '@werkplein/kernel';
import type { InputCheck } from '../input.ts';
import type { Placement } from './placement.entity.ts';
import type { GuidanceInput } from './placement.inputs.ts';

const HUNDREDTHS = 100;
const MOST = 200;

const parseHours = (hours: number): number => {
  if (!(hours > 0 && hours <= MOST) || Math.round(hours * HUNDREDTHS) / HUNDREDTHS !== hours)
    throw new InvalidValue(`uren per maand, meer dan 0 en hooguit ${MOST}, met hooguit 2 decimalen`);
  return hours;
};

/** Who guides at work and how much, as columns. */
export const guidanceOf = (checking: InputCheck, input: GuidanceInput | null | undefined): Pick<Placement, 'guidanceForm' | 'guidanceHoursPerMonth'> => ({
  guidanceForm: input?.form ?? null,
  guidanceHoursPerMonth: checking.optional(['guidance', 'hoursPerMonth'], input?.hoursPerMonth, parseHours),
});
