import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  getNamedType,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { fault } from '@werkplein/kernel';

/** One field of an operation as the planner will meet it: fragments opened, in its place. */
export interface Visit {
  node: FieldNode;
  /** Response name. */
  name: string;
  /** 1 for a root field. */
  depth: number;
  field: GraphQLField<unknown, unknown> | undefined;
  /** The type that the field gives, without lists and non-null. */
  type: GraphQLNamedType | undefined;
  parent: Visit | null;
  /** `__schema`, `__type`, `__typename` and all below them: answered by the gateway itself. */
  introspection: boolean;
}

export interface OpenedOperation {
  operation: OperationDefinitionNode;
  visits: Visit[];
}

/** One limit on an operation: null when it holds, else the words of the refusal. */
export type Limit = (opened: OpenedOperation) => 'ONE_COMMAND' | 'TOO_COMPLEX' | null;

/** The planner opens fragments as well, so a document that opens to more is refused, however short it is. */
export const MAX_FIELDS = 2000;

/** Opens the fragments of an operation, which must be valid. Throws TOO_COMPLEX at `MAX_FIELDS`. */
export const openOperation = (schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode): OpenedOperation => {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const node of document.definitions) if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node);
  const visits: Visit[] = [];
  let steps = 0;
  const step = (): void => {
    steps += 1;
    if (steps > MAX_FIELDS) throw fault('TOO_COMPLEX');
  };

  const open = (selections: SelectionSetNode, type: GraphQLNamedType | undefined, parent: Visit | null): void => {
    for (const node of selections.selections) {
      step();
      if (node.kind === Kind.FIELD) {
        const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[node.name.value] : undefined;
        const visit: Visit = {
          node,
          name: (node.alias ?? node.name).value,
          depth: (parent?.depth ?? 0) + 1,
          field,
          type: field && getNamedType(field.type),
          parent,
          introspection: parent?.introspection === true || node.name.value.startsWith('__'),
        };
        visits.push(visit);
        if (node.selectionSet) open(node.selectionSet, visit.type, visit);
        continue;
      }
      const fragment = node.kind === Kind.FRAGMENT_SPREAD ? fragments.get(node.name.value) : node;
      if (!fragment) continue;
      const condition = fragment.typeCondition ? schema.getType(fragment.typeCondition.name.value) : type;
      open(fragment.selectionSet, isCompositeType(condition) ? condition : type, parent);
    }
  };
  open(operation.selectionSet, schema.getRootType(operation.operation) ?? undefined, null);
  return { operation, visits };
};

/** Where a visit's value stands in the answer; equal for fields that GraphQL merges. */
export const placeOf = (visit: Visit): string => (visit.parent ? `${placeOf(visit.parent)}.${visit.name}` : visit.name);
