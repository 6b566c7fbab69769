// What a change of the schema means for who asks it.
import { type Change, ChangeType, CriticalityLevel, diff } from '@graphql-inspector/core';
import type { GraphQLSchema } from 'graphql';
import { type Usage, usageOf } from './usage.ts';

export const levels = ['breaking', 'dangerous', 'safe'] as const;
export type Level = (typeof levels)[number];

export interface SchemaChange {
  level: Level;
  /** The name of a type, or `Type.field`, `Type.field.argument`, `Enum.VALUE`. */
  coordinate: string;
  message: string;
  /** Of the documents that were answered before, those that use it. */
  documents: string[];
}

const levelOf = ({ criticality: { level } }: Change): Level =>
  level === CriticalityLevel.Breaking ? 'breaking' : level === CriticalityLevel.Dangerous ? 'dangerous' : 'safe';

const parentOf = (coordinate: string): string => coordinate.slice(0, Math.max(0, coordinate.lastIndexOf('.')));

/** Every change but those of descriptions and of the parts of what is new; what breaks first. */
export const changesBetween = async (before: GraphQLSchema, after: GraphQLSchema, documents: ReadonlyMap<string, string>): Promise<SchemaChange[]> => {
  const usage: Usage = usageOf(before, documents);
  // The comparer can leave these out too, but then it also leaves out a field that goes from a type that gets a description.
  const changes = (await diff(before, after)).filter(({ type }) => !/DESCRIPTION|^DIRECTIVE_USAGE/.test(String(type)));
  const fresh = new Set(changes.filter(({ type }) => type === ChangeType.TypeAdded || type === ChangeType.FieldAdded).map(({ path }) => path));
  return changes
    .map((change) => {
      const coordinate = change.path ?? '';
      return { level: levelOf(change), coordinate, message: change.message, documents: [...(usage.get(coordinate) ?? [])].toSorted() };
    })
    .filter(({ level, coordinate }) => level === 'breaking' || !fresh.has(parentOf(coordinate)))
    .toSorted((a, b) => levels.indexOf(a.level) - levels.indexOf(b.level) || (a.coordinate < b.coordinate ? -1 : 1));
};
