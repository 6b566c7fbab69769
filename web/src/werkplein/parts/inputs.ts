/** Names of codes as choices of a field. */
export const choicesOf = (names: Readonly<Record<string, string>>): { value: string; label: string }[] =>
  Object.entries(names).map(([value, label]) => ({ value, label }));

/** What was left empty, as a command takes it. */
export const orNull = (text: string): string | null => (text.trim() === '' ? null : text);

/** A number as people write it, with a comma. Of what is none the command says so, at the field. */
export const numberOf = (text: string): number => (text.trim() === '' ? Number.NaN : Number(text.replace(',', '.')));
