/** Says what was expected, in Dutch. Never repeats what was given: that may be a BSN, and messages reach logs. */
export class InvalidValue extends Error {
  readonly expected: string;

  constructor(expected: string) {
    super(`Verwacht: ${expected}.`);
    this.name = 'InvalidValue';
    this.expected = expected;
  }
}

/** The trimmed text when it has the shape, else InvalidValue. Patterns use [0-9], because other scripts have digits too. */
export const matching = (value: unknown, pattern: RegExp, expected: string): string => {
  if (typeof value !== 'string') throw new InvalidValue(`${expected}, als tekst`);
  const text = value.trim();
  if (!pattern.test(text)) throw new InvalidValue(expected);
  return text;
};
