import { type Indicator, units } from './indicator.ts';

const formats = new Map<number, Intl.NumberFormat>();
const numberOf = (value: number, decimals: number): string => {
  let format = formats.get(decimals);
  if (!format) formats.set(decimals, (format = new Intl.NumberFormat('nl-NL', { minimumFractionDigits: decimals, maximumFractionDigits: decimals })));
  return format.format(value);
};

/** A value in Dutch with its unit: `75,0 %`, `€ 1.234,56`, `7 personen`. */
export const formatValue = ({ unit, decimals }: Pick<Indicator, 'unit' | 'decimals'>, value: number): string => {
  const number = numberOf(value, decimals);
  if (unit === 'PERCENT') return `${number} %`;
  if (unit === 'EURO') return `€ ${number}`;
  if (unit === 'EURO_PER_FTE') return `€ ${number} per fte`;
  return unit === 'FACTS' ? number : `${number} ${units[unit]}`;
};
