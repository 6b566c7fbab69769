import { GraphQLError, GraphQLScalarType, Kind, type ValueNode } from 'graphql';
import { InvalidValue } from './invalid-value.ts';

interface ScalarOptions<T> {
  name: string;
  /** Shape, unit and source, for the readers of the schema. */
  description: string;
  parse: (value: unknown) => T;
  serialize?: (value: unknown) => string | number;
  literals?: readonly Kind[];
}

const input = <T>(name: string, parse: (value: unknown) => T, value: unknown, options: { nodes?: ValueNode } = {}): T => {
  try {
    return parse(value);
  } catch (error) {
    if (!(error instanceof InvalidValue)) throw error;
    // No originalError and no value in the text: either could carry a BSN into an answer or a log.
    throw new GraphQLError(`${name}: ${error.message}`, { ...options, extensions: { code: 'BAD_INPUT' } });
  }
};

const literalValue = (node: ValueNode, literals: readonly Kind[]): unknown => {
  if (!literals.includes(node.kind)) return undefined;
  if (node.kind === Kind.STRING) return node.value;
  if (node.kind === Kind.INT || node.kind === Kind.FLOAT) return Number(node.value);
  return undefined;
};

export const scalar = <T extends string | number | Date>({
  name,
  description,
  parse,
  serialize,
  literals = [Kind.STRING],
}: ScalarOptions<T>): GraphQLScalarType<T, string | number> =>
  new GraphQLScalarType<T, string | number>({
    name,
    description,
    parseValue: (value) => input(name, parse, value),
    parseLiteral: (node) => input(name, parse, literalValue(node, literals), { nodes: node }),
    serialize: (value) => {
      try {
        return (serialize ?? (parse as (value: unknown) => string | number))(value);
      } catch {
        // Not BAD_INPUT: the fault is in our data. The value stays out here too.
        throw new Error(`A stored value is no ${name}.`);
      }
    },
  });
