// Which documents use which part of a schema, by coordinate: `Type`, `Type.field`, `Type.field.argument`, `Enum.VALUE`.
import {
  getNamedType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  parse,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';

/** Coordinate → names of the documents that use it. */
export type Usage = ReadonlyMap<string, ReadonlySet<string>>;

const owned = (name: string): boolean => !name.startsWith('__');

/**
 * Who may feel a change. An input that travels as a variable counts as used whole, and so does every value of an enum that is read: what is in them
 * cannot be told from the document. A field that is asked of an interface is asked of every type that it may be.
 */
export const usageOf = (schema: GraphQLSchema, documents: ReadonlyMap<string, string>): Usage => {
  const usage = new Map<string, Set<string>>();
  for (const [name, text] of documents) {
    const seen = new Set<string>();
    const use = (coordinate: string): boolean => {
      if (seen.has(coordinate)) return false;
      seen.add(coordinate);
      usage.set(coordinate, (usage.get(coordinate) ?? new Set()).add(name));
      return true;
    };
    const useType = (type: GraphQLNamedType): void => {
      if (!use(type.name)) return;
      if (isEnumType(type)) for (const value of type.getValues()) use(`${type.name}.${value.name}`);
      if (isInputObjectType(type)) for (const field of Object.values(type.getFields())) useInput(`${type.name}.${field.name}`, field.type);
    };
    const useInput = (coordinate: string, type: GraphQLInputType | GraphQLOutputType): void => {
      use(coordinate);
      useType(getNamedType(type));
    };
    const info = new TypeInfo(schema);
    visit(
      parse(text, { noLocation: true }),
      visitWithTypeInfo(info, {
        Field: () => {
          const [parent, field] = [info.getParentType(), info.getFieldDef()];
          if (!parent || !field || !owned(field.name)) return;
          for (const type of isAbstractType(parent) ? [parent, ...schema.getPossibleTypes(parent)] : [parent]) use(`${type.name}.${field.name}`);
          useType(getNamedType(field.type));
        },
        Argument: () => {
          const [parent, field, argument] = [info.getParentType(), info.getFieldDef(), info.getArgument()];
          if (parent && field && argument) useInput(`${parent.name}.${field.name}.${argument.name}`, argument.type);
        },
        InlineFragment: () => useType(getNamedType(info.getType()) as GraphQLNamedType),
        FragmentDefinition: () => useType(getNamedType(info.getType()) as GraphQLNamedType),
      }),
    );
  }
  return usage;
};

/** The field of an interface is used when it is asked of one of the types that it may be, and the other way round. */
const kinOf = (schema: GraphQLSchema, type: GraphQLNamedType): readonly GraphQLNamedType[] =>
  isInterfaceType(type) ? [type, ...schema.getPossibleTypes(type)] : isObjectType(type) ? [type, ...type.getInterfaces()] : [type];

const argumentsOf = (type: string, field: GraphQLField<unknown, unknown>): string[] => field.args.map((each) => `${type}.${field.name}.${each.name}`);

/** Fields that no document asks, and arguments that no document gives of fields that are asked. */
export const unusedOf = (schema: GraphQLSchema, usage: Usage): { fields: string[]; arguments: string[] } => {
  const unused = { fields: [] as string[], arguments: [] as string[] };
  for (const type of Object.values(schema.getTypeMap())) {
    if (!owned(type.name) || !(isObjectType(type) || isInterfaceType(type))) continue;
    for (const field of Object.values(type.getFields())) {
      if (kinOf(schema, type).some(({ name }) => usage.has(`${name}.${field.name}`)))
        unused.arguments.push(
          ...argumentsOf(type.name, field).filter((each) => !kinOf(schema, type).some(({ name }) => usage.has(each.replace(type.name, name)))),
        );
      else unused.fields.push(`${type.name}.${field.name}`);
    }
  }
  return unused;
};
