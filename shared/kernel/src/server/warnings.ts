import {
  getNamedType,
  getNullableType,
  GraphQLID,
  GraphQLList,
  GraphQLNonNull,
  type GraphQLObjectType,
  type GraphQLSchema,
  GraphQLString,
  isInputObjectType,
  isListType,
  isObjectType,
  isUnionType,
  type GraphQLInputType,
} from 'graphql';
import { findBsnLike } from '../scalars/bsn.ts';

/** Numbers by their nature: a BSN belongs there, or the same proof holds for another number. */
const numberFields = new Set(['bsn', 'rsin', 'phone', 'requestId']);

/** Names of the free-text fields of an input in which stands what may be a BSN. */
const suspectFields = (type: GraphQLInputType, value: unknown, name: string): string[] => {
  const bare = getNullableType(type);
  if (value === null || value === undefined) return [];
  if (isListType(bare)) return (Array.isArray(value) ? value : [value]).flatMap((each) => suspectFields(bare.ofType, each, name));
  if (isInputObjectType(bare)) {
    return Object.values(bare.getFields()).flatMap((field) => suspectFields(field.type, (value as Record<string, unknown>)[field.name], field.name));
  }
  const free = bare !== GraphQLID && getNamedType(bare).name === GraphQLString.name && !numberFields.has(name);
  return free && typeof value === 'string' && findBsnLike(value).length > 0 ? [name] : [];
};

const textOf = (field: string): string => `Het veld "${field}" bevat een getal dat een burgerservicenummer kan zijn. Haal het weg.`;

/** What the writer of this input should look at again. */
export const bsnWarnings = (inputs: readonly { name: string; type: GraphQLInputType; value: unknown }[]): string[] =>
  [...new Set(inputs.flatMap(({ name, type, value }) => suspectFields(type, value, name)))].map(textOf);

const description = 'What the writer should look at again, in Dutch, e.g. a number that may be a BSN. It has been recorded.';

const answersOf = (schema: GraphQLSchema, command: GraphQLObjectType): GraphQLObjectType[] =>
  Object.values(command.getFields()).flatMap(({ type }) => {
    const named = schema.getType(getNamedType(type).name);
    if (isUnionType(named)) return named.getTypes();
    return isObjectType(named) ? [named] : [];
  });

/**
 * Gives every answer of every command the field `warnings`, and fills it from the command's free text. Here and not in the commands:
 * one that forgot it would let a BSN into a text that many read.
 */
export const warnOfBsnInText = (schema: GraphQLSchema): void => {
  const commands = Object.values(schema.getTypeMap()).filter((type) => isObjectType(type) && type.name.endsWith('Commands'));
  for (const command of commands as GraphQLObjectType[]) {
    for (const answer of answersOf(schema, command)) {
      answer.getFields()['warnings'] = {
        name: 'warnings',
        description,
        type: new GraphQLNonNull(new GraphQLList(new GraphQLNonNull(GraphQLString))),
        args: [],
        deprecationReason: undefined,
        extensions: {},
        astNode: undefined,
        resolve: (source: { warnings?: string[] }) => source.warnings ?? [],
      };
    }
    for (const field of Object.values(command.getFields())) {
      const { resolve } = field;
      if (!resolve) continue;
      field.resolve = async (source, args: Record<string, unknown>, ctx, info) => {
        const answer: unknown = await resolve(source, args, ctx, info);
        const found = bsnWarnings(field.args.map(({ name, type }) => ({ name, type, value: args[name] })));
        return found.length === 0 || typeof answer !== 'object' || answer === null
          ? answer
          : { ...answer, warnings: [...((answer as { warnings?: string[] }).warnings ?? []), ...found] };
      };
    }
  }
};
