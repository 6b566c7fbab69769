import { numberText, shortNumber } from '../../ui/numbers.ts';
import type { Figure } from './figure-value.tsx';

export type Side = 'NUMERATOR' | 'DENOMINATOR';

const CENTS = 100;
type Told = (value: number) => string;
const euro: Told = (value) => `€ ${numberText(value / CENTS, 2)}`;
const hours: Told = (value) => `${numberText(value / CENTS, 2)} uur`;
const percent: Told = (value) => `${numberText(value / CENTS, 2)} %`;

/** Sides of figures that are counted in hundredths, which nobody reads. */
const told: Record<string, Partial<Record<Side, Told>>> = {
  OMZET_DETACHERING: { NUMERATOR: euro },
  NTW_PER_FTE: { NUMERATOR: euro },
  VERZUIM_PCT: { NUMERATOR: hours, DENOMINATOR: hours },
  GEM_LOONWAARDE: { NUMERATOR: percent },
};

/** A part of a side, or all of it, as people read it. */
export const sideText = ({ indicator }: Figure, side: Side, value: number): string => (told[indicator.code]?.[side] ?? shortNumber)(value);
