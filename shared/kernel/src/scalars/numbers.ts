import { InvalidValue } from './invalid-value.ts';

const number = (value: unknown, allowed: (value: number) => boolean, expected: string): number => {
  if (typeof value !== 'number' || !Number.isFinite(value) || !allowed(value)) throw new InvalidValue(expected);
  // Makes -0 a 0: they are equal, but they do not print equal.
  return value + 0;
};

export const parsePercentage = (value: unknown): number =>
  number(
    value,
    (percentage) => percentage >= 0 && percentage <= 100 && Number(percentage.toFixed(2)) === percentage,
    'een percentage van 0 tot en met 100 met hooguit 2 decimalen',
  );

export const parseWhole =
  (from: number, to: number) =>
  (value: unknown): number =>
    number(value, (whole) => Number.isInteger(whole) && whole >= from && whole <= to, `een geheel getal van ${from} tot en met ${to}`);

export const parseEuroCents = (value: unknown): number =>
  number(value, (cents) => cents >= 0 && Number.isSafeInteger(cents), 'een bedrag in hele eurocenten, 0 of meer');

/** A balance or a difference: it may be below 0. */
export const parseEuroCentsBalance = (value: unknown): number =>
  number(value, (cents) => Number.isSafeInteger(cents), 'een bedrag in hele eurocenten, ook onder 0');

/** Hours of a contract; a full Wsw week is 36. */
export const parseHoursPerWeek = (value: unknown): number =>
  number(
    value,
    (hours) => hours > 0 && hours <= 40 && Number.isInteger(hours * 4),
    'uren per week, meer dan 0 en hooguit 40, in stappen van een kwartier (0,25)',
  );
