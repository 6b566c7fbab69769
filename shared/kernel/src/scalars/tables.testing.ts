import { expect, it } from 'vitest';
import { InvalidValue } from './invalid-value.ts';

export const accepts = (parse: (value: unknown) => unknown, table: [unknown, unknown][]) =>
  it.each(table)('accepts %j as %j', (given, expected) => expect(parse(given)).toEqual(expected));
export const refuses = (parse: (value: never) => unknown, values: unknown[]) =>
  it.each(values.map((value) => [value]))('refuses %j and does not repeat it', (given) => {
    const failure = (() => {
      try {
        return parse(given as never);
      } catch (error) {
        return error;
      }
    })();
    expect(failure).toBeInstanceOf(InvalidValue);
    if (typeof given === 'string' && given.trim().length > 5) expect((failure as InvalidValue).message).not.toContain(given.trim());
  });

export const same = (values: string[]): [string, string][] => values.map((value) => [value, value]);
