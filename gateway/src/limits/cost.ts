import { getNullableType, isListType, type GraphQLOutputType, Kind, type OperationDefinitionNode, OperationTypeNode, type ValueNode } from 'graphql';
import { fault } from '@werkplein/kernel';
import type { OpenedOperation, Visit } from './document.ts';

/** The single employer view of 200 employers costs 32,000. */
export const COST_LIMIT = 50_000;
/** Rows counted for a list without a page: branches of an employer, tasks of a file. */
export const UNSIZED_ROWS = 10;
const COMMAND_WEIGHT = 10;

type Variables = Readonly<Record<string, unknown>>;

const saturated = (value: number): number => Math.min(value, Number.MAX_SAFE_INTEGER);

const isList = (type: GraphQLOutputType): boolean => isListType(getNullableType(type));

const numberIn = (value: ValueNode, variables: Variables, { variableDefinitions = [] }: OperationDefinitionNode): number | undefined => {
  if (value.kind === Kind.INT) return Number(value.value);
  if (value.kind !== Kind.VARIABLE) return undefined;
  const { value: name } = value.name;
  const given = Object.hasOwn(variables, name) ? variables[name] : undefined;
  if (given !== undefined) return typeof given === 'number' ? given : undefined;
  const fallback = variableDefinitions.find(({ variable }) => variable.name.value === name)?.defaultValue;
  return fallback?.kind === Kind.INT ? Number(fallback.value) : undefined;
};

/** How many rows a page may have, of a field that gives pages (`first`, `last`). A value that does not fit is refused later, by graphql. */
const pageOf = ({ node, field }: Visit, variables: Variables, operation: OperationDefinitionNode): number | undefined => {
  const sizes = (field?.args ?? [])
    .filter(({ name }) => name === 'first' || name === 'last')
    .map(({ name, defaultValue }) => {
      const given = node.arguments?.find((argument) => argument.name.value === name)?.value;
      return (given && numberIn(given, variables, operation)) ?? (typeof defaultValue === 'number' ? defaultValue : undefined);
    });
  if (sizes.length === 0) return undefined;
  const known = sizes.filter((size) => size !== undefined);
  return known.length === 0 ? UNSIZED_ROWS : Math.max(0, ...known);
};

/**
 * The largest number of objects that an operation can make the organisations look up, a command counting for ten.
 * Fields that GraphQL merges count for each time they are written. One pass over the opened operation, which is bounded itself.
 */
export const costOf = ({ operation, visits }: OpenedOperation, variables: Variables): number => {
  const rowsOf = new Map<Visit, number>();
  const pages = new Map<Visit, number | undefined>();
  let cost = 0;
  for (const visit of visits) {
    if (visit.introspection || !visit.node.selectionSet || !visit.field) continue;
    const page = pageOf(visit, variables, operation);
    pages.set(visit, page);
    // A page holds its rows one level down, in `nodes` or `edges`.
    const size = isList(visit.field.type) ? (page ?? (visit.parent && pages.get(visit.parent)) ?? UNSIZED_ROWS) : 1;
    const rows = saturated((visit.parent ? (rowsOf.get(visit.parent) ?? 1) : 1) * size);
    rowsOf.set(visit, rows);
    const weight = operation.operation === OperationTypeNode.MUTATION && visit.depth === 2 ? COMMAND_WEIGHT : 1;
    cost = saturated(cost + rows * weight);
  }
  return cost;
};

/** Costs that no variable changes. */
const fixed = new WeakMap<OpenedOperation, number>();

const sizedByVariable = ({ visits }: OpenedOperation): boolean =>
  visits.some(({ node }) => node.arguments?.some(({ name, value }) => (name.value === 'first' || name.value === 'last') && value.kind === Kind.VARIABLE));

/** Gives the cost of an operation; refuses one above the limit. */
export const checkCost = (opened: OpenedOperation, variables: Variables, limit: number): number => {
  const known = fixed.get(opened);
  const cost = known ?? costOf(opened, variables);
  if (known === undefined && !sizedByVariable(opened)) fixed.set(opened, cost);
  if (cost > limit) throw fault('TOO_COSTLY', { cost, limit });
  return cost;
};
