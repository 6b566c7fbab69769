import { parseDay, type Problem } from '@werkplein/kernel';
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import { profileShapes } from './profile.shapes.ts';
import { repaired } from './repairs.ts';
import type { Shapes } from './shape.ts';
import { vacancyShapes } from './vacancy.shapes.ts';

const isDay = (text: string): boolean => {
  try {
    return parseDay(text) === text;
  } catch {
    return false;
  }
};

/** A check of one shape out of a set, by JSON Schema 2020-12. */
export const validator = (shapes: Shapes, name: string): ValidateFunction => {
  const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true, strictRequired: false, formats: { date: isDay } });
  return ajv.compile({ $schema: 'https://json-schema.org/draft/2020-12/schema', $defs: shapes, $ref: `#/$defs/${name}` });
};

const shapesOf = { vacancies: repaired(vacancyShapes), profiles: repaired(profileShapes) };
const sets = {
  Vacature: shapesOf.vacancies,
  MPVacature: shapesOf.vacancies,
  Werkgever: shapesOf.vacancies,
  MPWerkgever: shapesOf.vacancies,
  Werkzoekende: shapesOf.profiles,
  MPWerkzoekende: shapesOf.profiles,
} as const;
export type MessageKind = keyof typeof sets;
export const repairedShapes: Readonly<Record<MessageKind, Shapes>> = sets;

const expected: Record<string, (params: Record<string, unknown>) => string> = {
  type: ({ type }) => `een waarde van het soort ${[type].flat().join(' of ')}`,
  maxLength: ({ limit }) => `tekst van hooguit ${String(limit)} tekens`,
  minimum: ({ limit }) => `een getal vanaf ${String(limit)}`,
  maximum: ({ limit }) => `een getal tot en met ${String(limit)}`,
  enum: ({ allowedValues }) => `een van ${[allowedValues].flat().join(', ')}`,
  pattern: () => 'tekst in de vorm die VUM voorschrijft',
  format: () => 'een bestaande datum, geschreven als JJJJ-MM-DD',
};

/** Never repeats what was given: it may be about a person. */
const problemOf = ({ instancePath, keyword, params }: ErrorObject): Problem => {
  const path = instancePath
    .split('/')
    .slice(1)
    .map((part) => (/^[0-9]+$/.test(part) ? Number(part) : part.replaceAll('~1', '/').replaceAll('~0', '~')));
  if (keyword === 'required') return { path: [...path, String(params['missingProperty'])], message: 'is verplicht' };
  return { path, message: `Verwacht: ${expected[keyword]?.(params) ?? keyword}.` };
};

const compiled = new Map<MessageKind, ValidateFunction>();

/** What is wrong with a message by the published shape, its defects repaired; empty when it is right. */
export const problemsOf = (kind: MessageKind, message: unknown): Problem[] => {
  const check = compiled.get(kind) ?? validator(sets[kind], kind);
  compiled.set(kind, check);
  return check(message) ? [] : (check.errors ?? []).map(problemOf);
};
