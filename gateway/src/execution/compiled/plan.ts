import type { FetchNode, PlanNode, QueryPlan } from '@apollo/query-planner';
import { GraphQLError, OperationTypeNode } from 'graphql';
import type { GatewayContext } from '../context.ts';
import { missingParts } from '../missing-parts.ts';
import type { SubgraphAnswer } from '../subgraph-answer.ts';
import type { Values } from './conditions.ts';
import { isRow, merge, type Row } from './merge.ts';
import { type Path, placesOf, rowsAt } from './places.ts';
import { representerOf } from './representations.ts';
import { type IsOfType, rewriter } from './rewrites.ts';

/** A fetch as far as it is known before anybody asks. */
export interface PreparedFetch {
  service: string;
  query: string;
  operationName: string | undefined;
  /** The body up to its variables. */
  head: string;
  command: boolean;
  /** What a caller misses when it fails; paths are those of the fetch. */
  missing(): Path[];
}

/** Sends a fetch with these variables, as JSON; the entities that it asks are `representations` in them. */
export type Send = (fetch: PreparedFetch, variables: string, run: Run) => Promise<SubgraphAnswer>;

/** Where fetches go. */
export interface Sources {
  send: Send;
  /** The entity of each representation, for a fetch that this process can answer by a function; null for every other. */
  names(fetch: PreparedFetch): ((representation: Row) => Row | null) | null;
}

/** One request on its way through a plan. */
export interface Run {
  data: Row;
  errors: GraphQLError[];
  /** As the caller gave them. */
  variables: Values;
  /** The same with the defaults of the operation. */
  values: Values;
  context: GatewayContext;
  /** How the logs name what the caller asked. */
  operation: string;
}

export type Step = (run: Run) => Promise<void>;

/** This plan has a step that is left to the stock executor. */
export class Unsupported extends Error {
  override name = 'Unsupported';
}

interface Around extends Sources {
  isOfType: IsOfType;
}

const headOf = ({ operation, operationName }: FetchNode): string =>
  `{"query":${JSON.stringify(operation)}${operationName === undefined ? '' : `,"operationName":${JSON.stringify(operationName)}`},"variables":`;

/** The variables of a fetch that the caller gave, as members of a JSON object. */
const givenMembers = (names: readonly string[], variables: Values): string[] =>
  names.flatMap((name) =>
    Object.hasOwn(variables, name) && variables[name] !== undefined ? [`${JSON.stringify(name)}:${JSON.stringify(variables[name])}`] : [],
  );

const at = (error: GraphQLError, path: Path | undefined): GraphQLError =>
  new GraphQLError(error.message, { ...(path && { path }), extensions: error.extensions, originalError: error });

const compileRoot = (node: FetchNode, prepared: PreparedFetch, { send, isOfType }: Around): Step => {
  const names = node.variableUsages ?? [];
  const rewrite = rewriter(node.outputRewrites, isOfType);
  return async (run) => {
    const { data, errors } = await send(prepared, `{${givenMembers(names, run.variables).join(',')}}`, run);
    for (const error of errors ?? []) run.errors.push(at(error as GraphQLError, error.path));
    if (!isRow(data)) return;
    rewrite?.(data);
    merge(run.data, data);
  };
};

const ONLY = [0];

const compileEntities = (node: FetchNode, path: Path, prepared: PreparedFetch, { send, names: namesOf, isOfType }: Around): Step => {
  const names = node.variableUsages ?? [];
  const represent = representerOf(node.requires ?? [], isOfType, node.inputRewrites);
  const rewrite = rewriter(node.outputRewrites, isOfType);
  /** Puts what came for an entity, asked under this name, in the rows that show it. */
  const take = (entity: Row, typename: unknown, rows: readonly Row[], shown: readonly number[]): void => {
    // An interface object answers under the name by which it was asked; each row knows its own.
    const isAsAsked = entity['__typename'] === undefined || entity['__typename'] === typename;
    if (isAsAsked) entity['__typename'] = rows[shown[0] as number]?.['__typename'];
    rewrite?.(entity);
    for (const index of shown) {
      const row = rows[index] as Row;
      if (isAsAsked) entity['__typename'] = row['__typename'];
      merge(row, entity);
    }
  };
  const named = namesOf(prepared);
  if (named)
    return async (run) => {
      for (const row of rowsAt(run.data, path)) {
        const representation = represent.row(row);
        const entity = representation && named(representation);
        if (entity) take(entity, representation['__typename'], [row], ONLY);
      }
    };
  return async (run) => {
    const rows = rowsAt(run.data, path);
    // Each entity is asked once, however many rows show it.
    const asked = new Map<string, { typename: unknown; shown: number[] }>();
    for (let index = 0; index < rows.length; index += 1) {
      const representation = represent.text(rows[index] as Row);
      if (!representation) continue;
      const { text, typename } = representation;
      const known = asked.get(text);
      if (known) known.shown.push(index);
      else asked.set(text, { typename, shown: [index] });
    }
    if (asked.size === 0) return;
    const members = [...givenMembers(names, run.variables), `"representations":[${[...asked.keys()].join(',')}]`];
    const { data, errors } = await send(prepared, `{${members.join(',')}}`, run);
    const entities = [...asked.values()];
    if (errors && errors.length > 0) {
      const places = placesOf(run.data, path);
      for (const error of errors) {
        const [, index, ...within] = error.path ?? [];
        // Who is refused an entity whole misses what this fetch would have brought of it; the row itself is there.
        const rest = within.length > 0 ? within : (prepared.missing()[0]?.slice(2) ?? []);
        const shown = typeof index === 'number' ? entities[index]?.shown : undefined;
        if (!shown) run.errors.push(at(error as GraphQLError, error.path && [...path, ...error.path]));
        // A subgraph that is away is one error; what it says of an entity holds for each row that shows it.
        else for (const row of data ? shown : shown.slice(0, 1)) run.errors.push(at(error as GraphQLError, [...(places[row] ?? []), ...rest]));
      }
    }
    if (!data) return;
    const received: unknown = data['_entities'];
    if (!Array.isArray(received) || received.length !== entities.length)
      throw new GraphQLError(`Expected "data._entities" to contain ${entities.length} elements`);
    for (const [place, { typename, shown }] of entities.entries()) {
      const entity: unknown = received[place];
      if (isRow(entity)) take(entity, typename, rows, shown);
    }
  };
};

const compileFetch = (node: FetchNode, path: Path, around: Around): Step => {
  let missing: Path[] | undefined;
  const prepared: PreparedFetch = {
    service: node.serviceName,
    query: node.operation,
    operationName: node.operationName,
    head: headOf(node),
    command: node.operationKind === OperationTypeNode.MUTATION,
    missing: () => (missing ??= missingParts(node.operation)),
  };
  if (!node.requires && path.length > 0) throw new Unsupported('a fetch without entities below a path');
  const step = node.requires ? compileEntities(node, path, prepared, around) : compileRoot(node, prepared, around);
  return async (run) => {
    try {
      await step(run);
    } catch (error) {
      run.errors.push(error instanceof GraphQLError ? error : new GraphQLError((error as Error).message, { originalError: error as Error }));
    }
  };
};

const compileNode = (node: PlanNode | undefined, path: Path, around: Around): Step => {
  switch (node?.kind) {
    case undefined:
      return async () => undefined;
    case 'Fetch':
      return compileFetch(node, path, around);
    case 'Flatten':
      if (path.length > 0) throw new Unsupported('a path below a path');
      return compileNode(node.node, node.path, around);
    case 'Sequence': {
      const steps = node.nodes.map((each) => compileNode(each, path, around));
      return async (run) => {
        for (const step of steps) await step(run);
      };
    }
    case 'Parallel': {
      const steps = node.nodes.map((each) => compileNode(each, path, around));
      return async (run) => {
        await Promise.all(steps.map((step) => step(run)));
      };
    }
    case 'Condition': {
      const [then, otherwise] = [compileNode(node.ifClause, path, around), compileNode(node.elseClause, path, around)];
      return (run) => (run.values[node.condition] === true ? then : otherwise)(run);
    }
    default:
      throw new Unsupported(`a ${node?.kind} node`);
  }
};

/** A plan as one function; throws `Unsupported` for what the stock executor must do. */
export const compilePlan = (plan: QueryPlan, around: Around): Step => compileNode(plan.node as PlanNode | undefined, [], around);
