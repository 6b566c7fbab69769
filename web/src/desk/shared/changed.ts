import type { FormValues } from '../../ui/use-form.ts';

/** Lines of a field as a list. */
export const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** A text field as it is sent; emptied is null. */
export const textOrNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());
/** A number as its field gives it: the browser lets nothing else be typed. */
export const numberOrNull = (text: string): number | null => (text.trim() === '' ? null : Number(text));

/** The fields that somebody changed: what a colleague changed meanwhile is not written over. */
export const changedOf = <V extends FormValues>(values: V, first: V): Partial<V> =>
  Object.fromEntries(Object.entries(values).filter(([name, value]) => value !== first[name])) as Partial<V>;
