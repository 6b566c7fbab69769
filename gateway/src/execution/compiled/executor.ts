import type { ApolloGateway } from '@apollo/gateway';
import { operationFromDocument, type Schema } from '@apollo/federation-internals';
import type { QueryPlan, QueryPlanner } from '@apollo/query-planner';
import {
  type DocumentNode,
  type ExecutionResult,
  type FragmentDefinitionNode,
  getOperationAST,
  type GraphQLError,
  type GraphQLSchema,
  isAbstractType,
  isInterfaceType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  visit,
} from 'graphql';
import { getVariableValues } from 'graphql/execution/values.js';
import { LRUCache } from 'lru-cache';
import type { GatewayContext } from '../context.ts';
import { operationOf } from '../operation.ts';
import { conditionsOf, defaultsOf, type Values } from './conditions.ts';
import type { Row } from './merge.ts';
import { compilePlan, type Run, type Sources, type Step, Unsupported } from './plan.ts';
import { projection } from './projection.ts';

// Apollo composes, loads, validates and plans; what a plan does is compiled here, once for each document, and run for each request.

/** The parts of ApolloGateway that have no public name; `executor.test.ts` holds them against the version that is installed. */
interface Inside {
  schema: GraphQLSchema;
  apiSchema: Schema;
  supergraphSchema: GraphQLSchema;
  queryPlanner: QueryPlanner;
  recursiveSelectionsLimitDisabled: boolean;
  nonLocalSelectionsLimitDisabled: boolean;
}

export type ExecutorRequest = Parameters<ApolloGateway['executor']>[0];
type Executor = ApolloGateway['executor'];

/** Where a document is planned; null is here and now, in the way of everybody else. */
export type PlanElsewhere = (request: ExecutorRequest) => Promise<QueryPlan> | QueryPlan | null;

interface Compiled {
  operation: OperationDefinitionNode;
  name: string;
  defaults: Values;
  conditions: readonly string[];
  step: Step;
  shapeFor(values: Values): (data: Row) => Row | null;
}

/** A document that the stock executor answers. */
const STOCK = 'stock';
const DOCUMENTS = 2000;
const SHAPES = 64;

/** Introspection is answered by graphql-js, and a name that every object has by inheritance needs care that no real document does. */
const isForStock = (document: DocumentNode): boolean => {
  let found = false;
  visit(document, {
    Field: ({ name, alias }) => {
      if (name.value === '__schema' || name.value === '__type' || (alias ?? name).value in Object.prototype) found = true;
    },
  });
  return found;
};

const planHere = (inside: Inside, { document, request: { operationName } }: ExecutorRequest): QueryPlan =>
  inside.queryPlanner.buildQueryPlan(operationFromDocument(inside.apiSchema, document, operationName ? { operationName } : undefined), {
    recursiveSelectionsLimitDisabled: inside.recursiveSelectionsLimitDisabled,
    nonLocalSelectionsLimitDisabled: inside.nonLocalSelectionsLimitDisabled,
  });

const compile = (
  inside: Inside,
  plan: QueryPlan,
  document: DocumentNode,
  operationName: string | null | undefined,
  source: string,
  sources: Sources,
): Compiled | typeof STOCK => {
  const operation = getOperationAST(document, operationName);
  if (!operation || isForStock(document)) return STOCK;
  const { schema, supergraphSchema } = inside;
  const isOfType = (typename: string, wanted: string): boolean => {
    if (typename === wanted) return true;
    const [type, condition] = [supergraphSchema.getType(typename), supergraphSchema.getType(wanted)];
    return isAbstractType(condition) && (isObjectType(type) || isInterfaceType(type)) && supergraphSchema.isSubType(condition, type);
  };
  const fragments = new Map(
    document.definitions.filter((each): each is FragmentDefinitionNode => each.kind === Kind.FRAGMENT_DEFINITION).map((each) => [each.name.value, each]),
  );
  const conditions = conditionsOf(document);
  // Each condition doubles their number, and a caller chooses the values.
  const shapes = new LRUCache<string, (data: Row) => Row | null>({ max: SHAPES });
  return {
    operation,
    name: operationOf(operation.name?.value, source),
    defaults: defaultsOf(operation),
    conditions,
    step: compilePlan(plan, { ...sources, isOfType }),
    shapeFor: (values) => {
      const key = conditions.map((name) => String(values[name])).join();
      const known = shapes.get(key) ?? projection({ schema, operation, fragments, values });
      shapes.set(key, known);
      return known;
    },
  };
};

const answer = async ({ step, shapeFor, defaults, name }: Compiled, variables: Values, context: GatewayContext): Promise<ExecutionResult> => {
  const values = { ...defaults, ...variables };
  const run: Run = { data: {}, found: new Map(), errors: [], variables, values, context, operation: name };
  await step(run);
  const shape = shapeFor(values);
  try {
    const data = shape(run.data);
    return run.errors.length > 0 ? { errors: run.errors, data } : { data };
  } catch (error) {
    return { errors: [error as GraphQLError] };
  }
};

/** Answers by compiled plans, and by the stock executor what they leave to it. Forget the plans with `clear` when the supergraph changes. */
export const compiledExecutor = (
  gateway: ApolloGateway,
  sources: Sources,
  planned: (atHand: boolean) => void = () => undefined,
  planElsewhere: PlanElsewhere = () => null,
): { executor: Executor; clear(): void } => {
  const inside = gateway as unknown as Inside;
  const known = new LRUCache<string, Compiled | typeof STOCK>({ max: DOCUMENTS });
  const making = new Map<string, Promise<Compiled | typeof STOCK>>();
  const make = async (key: string, request: ExecutorRequest): Promise<Compiled | typeof STOCK> => {
    const { queryPlanner } = inside;
    const plan = (await planElsewhere(request)) ?? planHere(inside, request);
    // Another supergraph came in between.
    if (inside.queryPlanner !== queryPlanner) return make(key, request);
    let made: Compiled | typeof STOCK;
    try {
      made = compile(inside, plan, request.document, request.request.operationName, request.source ?? '', sources);
    } catch (error) {
      if (!(error instanceof Unsupported)) throw error;
      made = STOCK;
    }
    known.set(key, made);
    return made;
  };
  const compiledOf = (request: ExecutorRequest): Promise<Compiled | typeof STOCK> | Compiled | typeof STOCK => {
    const { queryHash } = request;
    const { operationName } = request.request;
    const key = operationName === undefined ? queryHash : `${queryHash} ${operationName}`;
    const found = known.get(key) ?? making.get(key);
    planned(found !== undefined);
    if (found !== undefined) return found;
    const made = make(key, request).finally(() => making.delete(key));
    making.set(key, made);
    return made;
  };
  const executor: Executor = async (request) => {
    const compiled = await compiledOf(request);
    if (compiled === STOCK) return gateway.executor(request);
    const variables = (request.request.variables ?? {}) as Values;
    const { variableDefinitions = [] } = compiled.operation;
    if (variableDefinitions.length > 0) {
      const { errors } = getVariableValues(inside.schema, variableDefinitions, variables);
      if (errors) return { errors } as never;
    }
    return (await answer(compiled, variables, request.context as unknown as GatewayContext)) as never;
  };
  const clear = (): void => {
    known.clear();
    making.clear();
  };
  return { executor, clear };
};
