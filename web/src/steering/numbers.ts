const formats = new Map<number, Intl.NumberFormat>();

/** A number as people write it, with so many digits behind the comma. */
export const numberText = (value: number, decimals = 0): string => {
  const known = formats.get(decimals) ?? new Intl.NumberFormat('nl-NL', { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
  formats.set(decimals, known);
  return known.format(value);
};

/** A number with the digits that it has, two at most. */
export const shortNumber = (value: number): string => new Intl.NumberFormat('nl-NL', { maximumFractionDigits: 2 }).format(value);
