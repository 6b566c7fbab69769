// A change that breaks is told before it is made: CHANGELOG.md names what breaks in a paragraph with the word "Breaking:".
import type { SchemaChange } from './compare.ts';

export interface Place {
  /** `Almelo`, as in `AlmeloClient`. */
  name: string;
  /** `almelo`, as in `Query.almelo`. */
  field: string;
}

/** The Werkpleinen share one schema: `AlmeloClient.name` is `‹Gemeente›Client.name`, as in the permission table. */
export const common = (text: string, places: readonly Place[]): string =>
  places.reduce((result, { name, field }) => result.replaceAll(name, '‹Gemeente›').replaceAll(new RegExp(`\\b${field}\\b`, 'g'), '‹gemeente›'), text);

/** The section of the newest day. */
export const newestDay = (changelog: string): string => changelog.split(/^## /m)[1] ?? '';

/** What is new in the changelog, or all of its newest day when there is no former one. */
const told = (now: string, before: string | null): string[] => {
  const known = new Set(before?.split('\n'));
  return (before === null ? newestDay(now) : now).split('\n').filter((line) => line.includes('Breaking:') && !known.has(line));
};

const whole = (coordinate: string): RegExp => new RegExp(`(?<![\\w.‹])${coordinate.replaceAll('.', '\\.')}(?![\\w.])`, 'u');

/** The coordinates that break and are not named in the changelog. `before` is the changelog that belongs to the former schema; null when there is none. */
export const untold = (changes: readonly SchemaChange[], now: string, before: string | null, places: readonly Place[]): string[] => {
  const text = common(told(now, before).join('\n'), places);
  const broken = new Set(changes.filter(({ level }) => level === 'breaking').map(({ coordinate }) => common(coordinate, places)));
  return [...broken].filter((coordinate) => !whole(coordinate).test(text));
};
