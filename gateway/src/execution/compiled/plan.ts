import type { FetchNode, PlanNode, QueryPlan } from '@apollo/query-planner';
import { GraphQLError, OperationTypeNode } from 'graphql';
import type { GatewayContext } from '../context.ts';
import { missingParts } from '../missing-parts.ts';
import type { SubgraphAnswer } from '../subgraph-answer.ts';
import type { Values } from './conditions.ts';
import { isRow, merge, type Row } from './merge.ts';
import { type Path, placesOf, rowsAt } from './places.ts';
import { type AskedEntity, representerOf, type RowsOfPlace, rowsOfPlace } from './representations.ts';
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
  /** Rows by the path at which they are, since something was last put in `data`. */
  found: Map<Path, RowsOfPlace>;
  errors: GraphQLError[];
  /** As the caller gave them. */
  variables: Values;
  /** The same with the defaults of the operation. */
  values: Values;
  context: GatewayContext;
  /** How the logs name what the caller asked. */
  operation: string;
}

/** Nothing to wait for is no promise: of the organisations that a plan names, a request asks few. */
export type Step = (run: Run) => Promise<void> | undefined;

/** This plan has a step that is left to the stock executor. */
export class Unsupported extends Error {
  override name = 'Unsupported';
}

interface Around extends Sources {
  isOfType: IsOfType;
  /** Equal paths as one. */
  samePath(path: Path): Path;
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
    run.found.clear();
    merge(run.data, data);
  };
};

/** What fetches that begin together ask of one path is looked up once. */
const placeOf = (run: Run, path: Path): RowsOfPlace => {
  const known = run.found.get(path);
  if (known) return known;
  const place = rowsOfPlace(rowsAt(run.data, path));
  run.found.set(path, place);
  return place;
};

const compileEntities = (node: FetchNode, path: Path, prepared: PreparedFetch, { send, names: namesOf, isOfType }: Around): Step => {
  const names = node.variableUsages ?? [];
  const represent = representerOf(node.requires ?? [], isOfType, node.inputRewrites);
  const rewrite = rewriter(node.outputRewrites, isOfType);
  /** Makes what came for an entity, asked under this name, fit for the rows that show it. Whether each row gives it its own name. */
  const received = (entity: Row, typename: unknown, first: Row): boolean => {
    const given = entity['__typename'];
    // An interface object answers under the name by which it was asked; each row knows its own.
    const isAsAsked = given === undefined || given === typename;
    if (isAsAsked && (rewrite || given !== undefined)) entity['__typename'] = first['__typename'];
    rewrite?.(entity);
    return isAsAsked && entity['__typename'] !== undefined;
  };
  const named = namesOf(prepared);
  if (named)
    return (run) => {
      const rows = rowsAt(run.data, path);
      run.found.clear();
      for (const row of rows) {
        const representation = represent.row(row);
        const entity = representation && named(representation);
        if (!entity) continue;
        received(entity, representation['__typename'], row);
        merge(row, entity);
      }
      return undefined;
    };
  const ask = async (run: Run, place: RowsOfPlace, entities: readonly AskedEntity[]): Promise<void> => {
    const members = [...givenMembers(names, run.variables), `"representations":[${entities.map(({ text }) => text).join(',')}]`];
    const { data, errors } = await send(prepared, `{${members.join(',')}}`, run);
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
    const all: unknown = data['_entities'];
    if (!Array.isArray(all) || all.length !== entities.length) throw new GraphQLError(`Expected "data._entities" to contain ${entities.length} elements`);
    run.found.clear();
    for (let index = 0; index < all.length; index += 1) {
      const entity: unknown = all[index];
      if (!isRow(entity)) continue;
      const { typename, shown } = entities[index] as AskedEntity;
      const named = received(entity, typename, place.rows[shown[0] as number] as Row);
      for (const at of shown) {
        const row = place.rows[at] as Row;
        if (named) entity['__typename'] = row['__typename'];
        merge(row, entity);
      }
    }
  };
  return (run) => {
    const place = placeOf(run, path);
    const entities = represent.all(place);
    return entities.length > 0 ? ask(run, place, entities) : undefined;
  };
};

const failed = (run: Run, error: unknown): void => {
  run.errors.push(error instanceof GraphQLError ? error : new GraphQLError((error as Error).message, { originalError: error as Error }));
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
  return (run) => {
    try {
      return step(run)?.catch((error: unknown) => failed(run, error));
    } catch (error) {
      failed(run, error);
      return undefined;
    }
  };
};

const compileNode = (node: PlanNode | undefined, path: Path, around: Around): Step => {
  switch (node?.kind) {
    case undefined:
      return () => undefined;
    case 'Fetch':
      return compileFetch(node, path, around);
    case 'Flatten':
      if (path.length > 0) throw new Unsupported('a path below a path');
      return compileNode(node.node, around.samePath(node.path), around);
    case 'Sequence': {
      const steps = node.nodes.map((each) => compileNode(each, path, around));
      return async (run) => {
        for (const step of steps) {
          const going = step(run);
          if (going) await going;
        }
      };
    }
    case 'Parallel': {
      const steps = node.nodes.map((each) => compileNode(each, path, around));
      return async (run) => {
        const going = steps.map((step) => step(run)).filter((each) => each !== undefined);
        if (going.length > 0) await Promise.all(going);
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
export const compilePlan = (plan: QueryPlan, around: Omit<Around, 'samePath'>): Step => {
  const paths = new Map<string, Path>();
  const samePath = (path: Path): Path => {
    const text = path.join('\n');
    const known = paths.get(text) ?? path;
    paths.set(text, known);
    return known;
  };
  return compileNode(plan.node as PlanNode | undefined, [], { ...around, samePath });
};
