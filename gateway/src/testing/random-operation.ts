import {
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql';
import { madeId } from './random-subgraph.ts';

/** Numbers from 0 to 1, the same for one seed. */
export const randomFrom = (seed: number): (() => number) => {
  let state = (seed * 2654435761) >>> 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
};

export interface RandomOperation {
  query: string;
  variables: Record<string, boolean>;
}

const scalarText: Record<string, string> = {
  Int: '3',
  Float: '1.5',
  Boolean: 'true',
  ID: `"${madeId('0141', 0)}"`,
  Date: '"2026-01-05"',
  DateTime: '"2026-01-05T10:00:00Z"',
};

const valueText = (type: GraphQLInputType, depth = 0): string => {
  if (isNonNullType(type)) return valueText(type.ofType, depth);
  if (isListType(type)) return `[${valueText(type.ofType, depth)}]`;
  if (isEnumType(type)) return type.getValues()[0]?.name ?? 'null';
  if (isInputObjectType(type)) {
    const required = Object.values(type.getFields()).filter((field) => isNonNullType(field.type) && field.defaultValue === undefined);
    return `{${required.map((field) => `${field.name}: ${valueText(field.type, depth + 1)}`).join(', ')}}`;
  }
  return scalarText[type.name] ?? '"0141"';
};

/** A valid query over a schema: aliases, fragments with and without names, conditions, fields that are asked twice. */
export const randomOperation = (schema: GraphQLSchema, seed: number): RandomOperation => {
  const random = randomFrom(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const fragments: string[] = [];
  const used = new Set<string>();
  let budget = 14 + Math.floor(random() * 26);

  const condition = (): string => {
    if (random() > 0.08) return '';
    const name = pick(['a', 'b']);
    used.add(name);
    return ` @${pick(['skip', 'include'])}(if: $${name})`;
  };
  const argumentsOf = (field: GraphQLField<unknown, unknown>): string => {
    const given = field.args.filter((arg) => (isNonNullType(arg.type) && arg.defaultValue === undefined) || (arg.name === 'first' && random() < 0.3));
    return given.length === 0 ? '' : `(${given.map((arg) => `${arg.name}: ${valueText(arg.type)}`).join(', ')})`;
  };

  /** What an interface gives by its field and its types narrow: there the stock gateway drops fragments (decision 70). */
  const isNarrowed = (type: GraphQLCompositeType, field: string, named: GraphQLCompositeType): boolean =>
    isAbstractType(type) && schema.getPossibleTypes(type).some((possible) => getNamedType(possible.getFields()[field]?.type) !== named);

  const selection = (type: GraphQLCompositeType, depth: number, walked: readonly string[], narrowed = false): string => {
    const parts: string[] = random() < 0.35 || !('getFields' in type) ? ['__typename'] : [];
    const fields = 'getFields' in type ? Object.values(type.getFields()) : [];
    const wanted = 1 + Math.floor(random() * 4);
    for (let tries = 0; tries < wanted && fields.length > 0; tries += 1) {
      const field = pick(fields);
      const named = getNamedType(field.type);
      // One name means one thing in a selection: what differs in its arguments, or in what fragments make of it, has an alias of its own.
      const alias = `${field.name}${random() < 0.15 ? '_x' : ''}`;
      const call = `${alias === field.name ? '' : `${alias}: `}${field.name}${argumentsOf({ ...field, args: field.args.filter((arg) => arg.name !== 'first') })}${condition()}`;
      if (!isCompositeType(named)) {
        parts.push(call);
        continue;
      }
      budget -= 1;
      if (depth <= 0 || budget <= 0 || walked.filter((each) => each === named.name).length > 0) continue;
      parts.push(`${call} ${selection(named, depth - 1, [...walked, named.name], isNarrowed(type, field.name, named))}`);
    }
    if (isAbstractType(type)) {
      for (const possible of schema.getPossibleTypes(type)) {
        if (narrowed || random() > 0.4) continue;
        parts.push(`... on ${possible.name}${condition()} ${selection(possible, depth - 1, walked)}`);
      }
    } else if (random() < 0.12) {
      const name = `F${fragments.length}`;
      fragments.push('');
      fragments[fragments.length - 1] = `fragment ${name} on ${type.name} ${selection(type, depth - 1, walked)}`;
      parts.push(`...${name}${condition()}`);
    } else if (random() < 0.08) parts.push(`... ${condition()} ${selection(type, depth - 1, walked)}`);
    if (parts.length === 0) parts.push('__typename');
    return `{ ${parts.join(' ')} }`;
  };

  const root = schema.getQueryType();
  if (!root) throw new Error('there is no query type');
  const body = selection(root, 5, []);
  const declared = [...used].map((name) => `$${name}: Boolean!`).join(', ');
  return {
    query: `query Random${declared === '' ? '' : `(${declared})`} ${body} ${fragments.filter((each) => body.includes(each) || each !== '').join(' ')}`,
    variables: Object.fromEntries([...used].map((name) => [name, random() < 0.5])),
  };
};
