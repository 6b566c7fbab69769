import { parseDay } from './day.ts';
import { InvalidValue, matching } from './invalid-value.ts';

const expected = 'een tijdstip met datum, tijd en tijdzone, zoals 2026-03-31T09:00:00+02:00';
const pattern = /^[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt]([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\.[0-9]{1,9})?([Zz]|[+-]([01][0-9]|2[0-3]):[0-5][0-9])$/;

/**
 * RFC 3339. A time without offset means another moment on each server; `-00:00` says that the offset is unknown (RFC 3339 §4.3).
 * Kept to the millisecond.
 */
export const parseInstant = (value: unknown): Date => {
  const text = matching(value, pattern, expected);
  if (text.endsWith('-00:00')) throw new InvalidValue(expected);
  try {
    parseDay(text.slice(0, 10));
    const instant = new Date(text.toUpperCase());
    // In UTC it may fall in a year that no column holds.
    parseDay(instant.toISOString().slice(0, -14));
    return instant;
  } catch {
    throw new InvalidValue(expected);
  }
};

/** UTC with `Z`, from a Date or from an RFC 3339 text. */
export const formatInstant = (value: unknown): string => {
  if (!(value instanceof Date)) return parseInstant(value).toISOString();
  if (Number.isNaN(value.getTime())) throw new InvalidValue(expected);
  return value.toISOString();
};
