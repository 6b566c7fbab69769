import { composeServices } from '@apollo/composition';
import { fieldRules, type Subgraph } from '@werkplein/kernel';
import { type ConstDirectiveNode, type DefinitionNode, type DocumentNode, Kind, type ObjectTypeDefinitionNode, parse, parseConstValue, print } from 'graphql';
import { guarded } from './graph.ts';

type Guarded = Pick<Subgraph, 'schema' | 'sdl' | 'actions'>;

const policy = (actions: readonly string[]): ConstDirectiveNode => ({
  kind: Kind.DIRECTIVE,
  name: { kind: Kind.NAME, value: 'policy' },
  arguments: [{ kind: Kind.ARGUMENT, name: { kind: Kind.NAME, value: 'policies' }, value: parseConstValue(JSON.stringify(actions.map((action) => [action]))) }],
});

const isInterfaceObject = (node: DefinitionNode): node is ObjectTypeDefinitionNode =>
  node.kind === Kind.OBJECT_TYPE_DEFINITION && (node.directives ?? []).some(({ name }) => name.value === 'interfaceObject');

const implementersOf = (name: string): string[] =>
  parse(guarded.get('directory')?.sdl ?? '').definitions.flatMap((node) =>
    node.kind === Kind.OBJECT_TYPE_DEFINITION && node.interfaces?.some((each) => each.name.value === name) ? [node.name.value] : [],
  );

/** Access directives do not stand on interfaces: what is added under an interface's name is written out for each of its types. */
const writtenOut = (node: ObjectTypeDefinitionNode): DefinitionNode[] => {
  const directives = (node.directives ?? []).filter(({ name }) => name.value !== 'interfaceObject');
  const bare = (node.fields ?? []).map((field) => ({ ...field, directives: (field.directives ?? []).filter(({ name }) => name.value !== 'policy') }));
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
        directives: [...(node.directives ?? []), ...(reference ? [policy([reference.name])] : [])],
        fields: (node.fields ?? []).map((field) => {
          const rule = rules.get(`${node.name.value}.${field.name.value}`);
          return { ...field, directives: [...(field.directives ?? []), ...(rule ? [policy(rule.actions)] : [])] };
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
