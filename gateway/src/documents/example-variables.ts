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
  // Scalars of the subgraphs are any value to the gateway.
  return type.name === 'Boolean' ? true : 'x';
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
