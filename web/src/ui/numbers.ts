// Numbers as people write them.

const formats = new Map<string, Intl.NumberFormat>();
const format = (least: number, most: number): Intl.NumberFormat => {
  const key = `${least} ${most}`;
  const known = formats.get(key) ?? new Intl.NumberFormat('nl-NL', { minimumFractionDigits: least, maximumFractionDigits: most });
  formats.set(key, known);
  return known;
};

/** A number with so many digits behind the comma. */
export const numberText = (value: number, decimals = 0): string => format(decimals, decimals).format(value);
/** A number with the digits that it has, so many at most. */
export const shortNumber = (value: number, most = 2): string => format(0, most).format(value);

const plain = new Intl.NumberFormat('nl-NL', { useGrouping: false, maximumFractionDigits: 2 });
/** A number as it is typed in a field; empty for none. */
export const typedNumber = (value: number | null | undefined): string => (value == null ? '' : plain.format(value));

const euros = new Intl.NumberFormat('nl-NL', { style: 'currency', currency: 'EUR' });
export const euroText = (value: number): string => euros.format(value);

/** A number of the graph with its sign beside it, also at the end of a line. */
export const unbroken = (text: string): string => text.replace('€ ', '€\u00a0').replace(' %', '\u00a0%');
