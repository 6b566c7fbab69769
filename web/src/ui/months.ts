const month = new Intl.DateTimeFormat('nl-NL', { month: 'long', year: 'numeric', timeZone: 'UTC' });

/** `2026-10` as `oktober 2026`. */
export const monthText = (name: string): string => month.format(new Date(`${name}-01T00:00:00Z`));

/** The month so many months later. */
export const addMonths = (name: string, months: number): string => {
  const [year = 0, number = 1] = name.split('-').map(Number);
  return new Date(Date.UTC(year, number - 1 + months, 1)).toISOString().slice(0, 7);
};
