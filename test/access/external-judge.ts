import { composeServices } from '@apollo/composition';
import { fieldRules, type Subgraph } from '@werkplein/kernel';
import {
  type ConstDirectiveNode,
  type DefinitionNode,
  type DocumentNode,
  type FieldDefinitionNode,
  getNamedType,
  isObjectType,
  Kind,
  type ObjectTypeDefinitionNode,
  type OperationDefinitionNode,
  parse,
  parseConstValue,
  print,
  type SelectionSetNode,
} from 'graphql';
import { guarded } from './graph.ts';

type Guarded = Pick<Subgraph, 'schema' | 'sdl' | 'actions'>;

const policy = (ways: readonly (readonly string[])[]): ConstDirectiveNode => ({
  kind: Kind.DIRECTIVE,
  name: { kind: Kind.NAME, value: 'policy' },
  arguments: [{ kind: Kind.ARGUMENT, name: { kind: Kind.NAME, value: 'policies' }, value: parseConstValue(JSON.stringify(ways)) }],
});

/** Each rule that stands on one of these fields in any subgraph, with those of the fields below it. */
const rulesOn = (types: readonly string[], { selections }: SelectionSetNode): (readonly string[])[] =>
  selections.flatMap((node) => {
    if (node.kind !== Kind.FIELD) return [];
    const found = [...guarded.values()].flatMap(({ schema, actions }) => {
      const rules = fieldRules(schema, actions);
      return types.flatMap((name) => {
        const type = schema.getType(name);
        const field = isObjectType(type) ? type.getFields()[node.name.value] : undefined;
        return field ? [{ rule: rules.get(`${name}.${field.name}`)?.actions, returned: getNamedType(field.type).name }] : [];
      });
    });
    const below = node.selectionSet ? rulesOn([...new Set(found.map(({ returned }) => returned))], node.selectionSet) : [];
    return [...found.flatMap(({ rule }) => (rule ? [rule] : [])), ...below];
  });

/** What must be allowed beside a field's own rule: all that stands on what it `@requires`. */
const requiredRules = (type: string, { directives = [] }: FieldDefinitionNode): (readonly string[])[] => {
  const given = directives.find(({ name }) => name.value === 'requires')?.arguments?.[0]?.value;
  if (given?.kind !== Kind.STRING) return [];
  const [operation] = parse(`{ ${given.value} }`).definitions as [OperationDefinitionNode];
  const rules = rulesOn([type, ...implementersOf(type)], operation.selectionSet);
  return [...new Map(rules.map((rule) => [rule.join(' '), rule])).values()];
};

/** Each way to meet all rules, one action of each. */
const allOf = (rules: readonly (readonly string[])[]): string[][] =>
  rules.reduce<string[][]>((ways, rule) => ways.flatMap((way) => rule.map((one) => [...new Set([...way, one])])), [[]]);

const isInterfaceObject = (node: DefinitionNode): node is ObjectTypeDefinitionNode =>
  node.kind === Kind.OBJECT_TYPE_DEFINITION && (node.directives ?? []).some(({ name }) => name.value === 'interfaceObject');

const implementersOf = (name: string): string[] =>
  parse(guarded.get('directory')?.sdl ?? '').definitions.flatMap((node) =>
    node.kind === Kind.OBJECT_TYPE_DEFINITION && node.interfaces?.some((each) => each.name.value === name) ? [node.name.value] : [],
  );

/** Access directives do not stand on interfaces: what is added under an interface's name is written out for each of its types. */
const writtenOut = (node: ObjectTypeDefinitionNode): DefinitionNode[] => {
  const directives = (node.directives ?? []).filter(({ name }) => name.value !== 'interfaceObject');
  const bare = (node.fields ?? [])
    .filter((field) => !field.directives?.some(({ name }) => name.value === 'external'))
    .map((field) => ({ ...field, directives: (field.directives ?? []).filter(({ name }) => !['policy', 'requires'].includes(name.value)) }));
  const keys = directives.filter(({ name }) => name.value !== 'policy');
  return [
    { ...node, kind: Kind.INTERFACE_TYPE_DEFINITION, directives: keys, fields: bare },
    ...implementersOf(node.name.value).map(
      (name): ObjectTypeDefinitionNode => ({
        ...node,
        directives,
        name: { kind: Kind.NAME, value: name },
        interfaces: [{ kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: node.name.value } }],
      }),
    ),
  ];
};

/** A subgraph's SDL with the effective rule of every field as Apollo's `@policy`. */
export const withPolicies = ({ schema, sdl, actions }: Guarded): DocumentNode => {
  const rules = fieldRules(schema, actions);
  const document = parse(sdl.replace('import: [', 'import: ["@policy", '));
  return {
    ...document,
    definitions: document.definitions.flatMap((node): DefinitionNode[] => {
      if (node.kind !== Kind.OBJECT_TYPE_DEFINITION) return [node];
      const reference = actions.get(node.name.value);
      const guardedNode: ObjectTypeDefinitionNode = {
        ...node,
        directives: [...(node.directives ?? []), ...(reference ? [policy([[reference.name]])] : [])],
        fields: (node.fields ?? []).map((field) => {
          const rule = rules.get(`${node.name.value}.${field.name.value}`);
          return {
            ...field,
            directives: [...(field.directives ?? []), ...(rule ? [policy(allOf([rule.actions, ...requiredRules(node.name.value, field)]))] : [])],
          };
        }),
      };
      return isInterfaceObject(guardedNode) ? writtenOut(guardedNode) : [guardedNode];
    }),
  };
};

/** What Apollo's composition says of our rules; `fault` changes the text of one subgraph. */
export const judgement = (fault: (name: string, sdl: string) => string = (_, sdl) => sdl) => {
  const services = [...guarded].map(([name, part]) => ({ name, url: `urn:werkplein:${name}`, typeDefs: parse(fault(name, print(withPolicies(part)))) }));
  const { errors = [], supergraphSdl } = composeServices(services);
  return { codes: errors.map(({ message, extensions }) => [String(extensions['code']), message] as const), supergraphSdl };
};
