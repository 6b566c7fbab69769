import {
  type GraphQLInputType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredInputField,
  Kind,
  parse,
  typeFromAST,
} from 'graphql';

const numbers: ReadonlySet<string> = new Set(['Int', 'Float']);

/** The directory answers in this process, and its scalars read what they are given; those of the subgraphs are any value to the gateway. */
const readHere: Readonly<Record<string, string>> = { MunicipalityCode: '0141', Date: '2026-01-01', DateTime: '2026-01-01T00:00:00Z' };

const example = (type: GraphQLInputType): unknown => {
  if (isNonNullType(type)) return example(type.ofType);
  if (isListType(type)) return [];
  if (isEnumType(type)) return type.getValues()[0]?.name;
  if (isInputObjectType(type)) {
    return Object.fromEntries(
      Object.values(type.getFields())
        .filter(isRequiredInputField)
        .map((field) => [field.name, example(field.type)]),
    );
  }
  if (numbers.has(type.name)) return 1;
  return type.name === 'Boolean' ? true : (readHere[type.name] ?? 'x');
};

/** A value of the right form for each variable that a document cannot do without. */
export const exampleVariables = (schema: GraphQLSchema, document: string): Record<string, unknown> => {
  const operation = parse(document, { noLocation: true }).definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION);
  return Object.fromEntries(
    (operation?.variableDefinitions ?? [])
      .filter(({ type, defaultValue }) => type.kind === Kind.NON_NULL_TYPE && !defaultValue)
      .map(({ variable, type }) => [variable.name.value, example(typeFromAST(schema, type as never) as unknown as GraphQLInputType)]),
  );
};
