import { randomFrom, randomOperation } from '@werkplein/gateway/testing';
import {
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import type { Question } from '../access/graph.ts';

type Random = () => number;
type Variables = Record<string, unknown>;

const inherited = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf', '__defineGetter__', '__typename', '__schema'];
const texts = [
  '',
  ' ',
  '\u0000',
  '\uD800',
  '\uFEFF',
  '\u202Eabc',
  '🧑‍🦽'.repeat(50),
  'İ'.repeat(300),
  'a\u0301'.repeat(200),
  '%s%n',
  "' OR 1=1 --",
  '"; DROP TABLE client; --',
  '${jndi:ldap://x}',
  '../../etc/passwd',
  '<script>',
  'x'.repeat(20_000),
  '0141:01900000-0000-7000-8000-000000000001',
  '0141:',
  'nuo:x',
  ':::',
  '999990123',
  '2026-02-30',
  '9999-12-31T23:59:60Z',
  '-1',
  '1e309',
  ...inherited,
];
const numbers = [0, -0, -1, 1, 2 ** 31 - 1, 2 ** 31, -(2 ** 31) - 1, 2 ** 53, 1e308, 1.5, -1e-320];

const pickFrom =
  (random: Random) =>
  <T>(list: readonly T[]): T =>
    list[Math.floor(random() * list.length)] as T;

const deep = (levels: number, list: boolean): unknown => {
  let value: unknown = 1;
  for (let level = 0; level < levels; level += 1) value = list ? [value] : { a: value };
  return value;
};

/** Any JSON. */
const anything = (random: Random, depth = 0): unknown => {
  const pick = pickFrom(random);
  const chance = random();
  if (chance < 0.35) return pick(texts);
  if (chance < 0.6) return pick(numbers);
  if (chance < 0.75) return pick([true, false, null]);
  if (chance < 0.8) return deep(Math.floor(random() * 400), random() < 0.5);
  if (depth > 3) return null;
  if (chance < 0.9) return Array.from({ length: Math.floor(random() * 4) }, () => anything(random, depth + 1));
  return Object.fromEntries(Array.from({ length: Math.floor(random() * 4) }, () => [pick([...inherited, 'id', 'input', 'a']), anything(random, depth + 1)]));
};

/** A value of this type, with here and there one that is none. */
const valueOf = (random: Random, type: GraphQLInputType, depth = 0): unknown => {
  if (random() < 0.06) return anything(random);
  if (isNonNullType(type)) return valueOf(random, type.ofType, depth);
  if (random() < 0.05) return null;
  if (isListType(type)) return Array.from({ length: Math.floor(random() * 3) }, () => valueOf(random, type.ofType, depth + 1));
  if (isEnumType(type)) return pickFrom(random)(type.getValues()).name;
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields()).filter((field) => isNonNullType(field.type) || (depth < 3 && random() < 0.6));
    return Object.fromEntries(fields.map((field) => [field.name, valueOf(random, field.type, depth + 1)]));
  }
  if (type.name === 'Int' || type.name === 'Float') return random() < 0.7 ? Math.floor(random() * 50) : pickFrom(random)(numbers);
  if (type.name === 'Boolean') return random() < 0.5;
  if (type.name === 'Date') return random() < 0.8 ? `2026-0${1 + Math.floor(random() * 9)}-15` : pickFrom(random)(texts);
  if (type.name === 'DateTime') return random() < 0.8 ? '2026-05-05T09:00:00Z' : pickFrom(random)(texts);
  return random() < 0.3 ? `fuzz-${Math.floor(random() * 1e9)}` : pickFrom(random)(texts);
};

const selectionOf = (field: GraphQLField<unknown, unknown>): string => (isCompositeType(getNamedType(field.type)) ? ' { __typename }' : '');

/** One field with all of its arguments as variables: a command in its namespace, a root field, or one of those below it. */
const called = (schema: GraphQLSchema, random: Random): { query: string; variables: Variables } | null => {
  const pick = pickFrom(random);
  const kind = random() < 0.6 ? 'mutation' : 'query';
  let type: GraphQLObjectType | null | undefined = kind === 'mutation' ? schema.getMutationType() : schema.getQueryType();
  const path: string[] = [];
  const variables: Variables = {};
  const declared: string[] = [];
  while (type) {
    const field: GraphQLField<unknown, unknown> = pick(Object.values(type.getFields()));
    const given = field.args.filter((arg) => isNonNullType(arg.type) || random() < 0.6);
    for (const arg of given) {
      const name = `v${declared.length}`;
      declared.push(`$${name}: ${String(arg.type)}`);
      variables[name] = valueOf(random, arg.type);
    }
    const from = declared.length - given.length;
    path.push(`${field.name}${given.length > 0 ? `(${given.map((arg, n) => `${arg.name}: $v${from + n}`).join(', ')})` : ''}`);
    const next = getNamedType(field.type);
    if (!isObjectType(next) || (path.length > 1 && random() < 0.7)) return { query: wrap(kind, declared, path, selectionOf(field)), variables };
    type = next;
  }
  return null;
};
const wrap = (kind: string, declared: readonly string[], path: readonly string[], end: string): string =>
  `${kind} Fuzz${declared.length > 0 ? `(${declared.join(', ')})` : ''} { ${path.join(' { ')}${end}${' }'.repeat(path.length)}`;

const tokens = /"""[\s\S]*?"""|"(?:\\.|[^"\\])*"|\.\.\.|[_A-Za-z]\w*|-?\d[\d.eE+-]*|\S/g;
const odd = [
  '{',
  '}',
  '(',
  ')',
  '[',
  ']',
  '!',
  '$',
  '@',
  ':',
  '...',
  '|',
  '&',
  '=',
  'on',
  'fragment F on Query',
  '"',
  '"""',
  '#',
  '\\u{110000}',
  '\u0000',
  '9'.repeat(400),
  '-0',
  '1e999',
];

/** The same document with some words taken out, said twice, moved or replaced. */
const twisted = (query: string, names: readonly string[], random: Random): string => {
  const pick = pickFrom(random);
  const words = query.match(tokens) ?? [];
  const named = words.flatMap((word, at) => (/^[_A-Za-z]/.test(word) ? [at] : []));
  for (let turns = 1 + Math.floor(random() * 2); turns > 0; turns -= 1) {
    const at = Math.floor(random() * words.length);
    const chance = random();
    if (chance < 0.1) words.splice(at, 1);
    else if (chance < 0.2) words.splice(at, 0, ...words.slice(at, at + 1 + Math.floor(random() * 12)));
    else if (chance < 0.7) words[pick(named)] = pick(names);
    else if (chance < 0.8) words[pick(named)] = pick(inherited);
    else if (chance < 0.9) words[at] = JSON.stringify(pick(texts));
    else words.splice(at, 0, pick(odd));
  }
  return words.join(' ');
};

/** The same text with some of its bytes changed. */
const broken = (text: string, random: Random): string => {
  const bytes = Buffer.from(text);
  for (let turns = 1 + Math.floor(random() * 6); turns > 0; turns -= 1) bytes[Math.floor(random() * bytes.length)] = Math.floor(random() * 256);
  return bytes.toString('latin1');
};

/** Names of the schema: what a stranger could have found out. */
export const namesOf = (schema: GraphQLSchema): string[] => {
  const names = new Set<string>();
  for (const type of Object.values(schema.getTypeMap())) {
    names.add(type.name);
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) for (const { name } of [field, ...field.args]) names.add(name);
  }
  return [...names];
};

/** What a fuzzer sends next: of one seed always the same. */
export const fuzzed = (schema: GraphQLSchema, names: readonly string[], seed: number): Question => {
  const random = randomFrom(seed + 7_000_000);
  const pick = pickFrom(random);
  const chance = random();
  const valid = (): Question => (random() < 0.5 ? called(schema, random) : null) ?? randomOperation(schema, seed);
  if (chance < 0.3) return valid();
  if (chance < 0.4) return { ...valid(), variables: { a: anything(random), b: anything(random), v0: anything(random), input: anything(random) } };
  if (chance < 0.75) {
    const { query, variables } = valid();
    return { query: twisted(query, names, random), ...(variables && { variables }) };
  }
  if (chance < 0.85) return { query: broken(valid().query, random) };
  const body = JSON.stringify(valid());
  if (chance < 0.9) return { query: '', raw: broken(body, random) };
  if (chance < 0.95) return { query: '', raw: JSON.stringify(anything(random)) ?? '' };
  return {
    query: '',
    raw: JSON.stringify({
      ...valid(),
      [pick(['operationName', 'extensions', 'variables', 'documentId', 'query', 'id', 'http', ...inherited])]: anything(random),
    }),
  };
};
