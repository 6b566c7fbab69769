import { EnumValue, entityKeys, mixedLists, withoutMunicipality } from './arguments.ts';
import type { Cell, Step } from './cells.ts';
import type { World } from './worlds.ts';

/** Some cells in one operation. */
export interface Batch {
  cells: Cell[];
  query: string;
  variables: Record<string, unknown>;
}

interface Node {
  args: string;
  mark: string;
  children: Map<string, Node>;
}

/** Below what the gateway takes in one operation. */
const TOKENS = 1500;
const ROOT_FIELDS = 9;

const literal = (value: unknown): string => {
  if (value instanceof EnumValue) return value.name;
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`;
  if (typeof value === 'object' && value !== null) return `{${written(value as Record<string, unknown>)}}`;
  return JSON.stringify(value);
};
const written = (values: Record<string, unknown>): string =>
  Object.entries(values)
    .map(([name, value]) => `${name}: ${literal(value)}`)
    .join(', ');

const insert = (into: Map<string, Node>, [first, ...rest]: readonly Step[]): void => {
  if (!first) return;
  const key = `${first.type} ${first.field}`;
  const node = into.get(key) ?? { args: written(first.args), mark: mixedLists[`${first.type}.${first.field}`]?.mark ?? '', children: new Map() };
  into.set(key, node);
  insert(node.children, rest);
};

const print = (nodes: Map<string, Node>, fragments: boolean): string => {
  const byType = Map.groupBy(nodes, ([key]) => key.split(' ')[0] as string);
  const fields = (some: [string, Node][]): string =>
    some
      .map(
        ([key, { args, mark, children }]) =>
          `${key.split(' ')[1]}${args && `(${args})`}${children.size > 0 ? ` { __typename ${mark} ${print(children, true)} }` : ''}`,
      )
      .join(' ');
  return [...byType].map(([type, some]) => (fragments ? `... on ${type} { ${fields(some)} }` : fields(some))).join(' ');
};

const documentOf = (cells: readonly Cell[], world: World): Omit<Batch, 'cells'> => {
  const tree = new Map<string, Node>();
  for (const { steps } of cells) insert(tree, steps);
  const { entity } = cells[0] as Cell;
  if (entity === undefined) return { query: `{ ${print(tree, false)} }`, variables: {} };
  const key = entityKeys[withoutMunicipality(entity, world)]?.(world);
  return {
    query: `query ($representations: [_Any!]!) { _entities(representations: $representations) { ${print(tree, true)} } }`,
    variables: { representations: [{ __typename: entity, ...key }] },
  };
};

const fits = ({ query }: Pick<Batch, 'query'>, cells: readonly Cell[]): boolean =>
  (query.match(/\w+|[^\s\w]/g)?.length ?? 0) <= TOKENS &&
  (cells[0]?.entity !== undefined || new Set(cells.map(({ steps }) => steps[0]?.field)).size <= ROOT_FIELDS);

/** Types that can stand at one place have fields of one name and another type, which one operation cannot ask for: each such type in its own. */
const layersOf = (cells: readonly Cell[]): ((cell: Cell) => string) => {
  const typesAt = new Map<string, string[]>();
  const rank = ({ steps, entity = '' }: Cell): number =>
    Math.max(
      ...steps.map(({ type }, depth) => {
        const place = [entity, ...steps.slice(0, depth).map(({ field }) => field)].join('.');
        const types = typesAt.get(place) ?? [];
        typesAt.set(place, types.includes(type) ? types : [...types, type]);
        return (typesAt.get(place) as string[]).indexOf(type);
      }),
    );
  for (const cell of cells) rank(cell);
  return (cell) => `${cell.entity ?? ''} ${rank(cell)}`;
};

/** The cells in as few operations as the limits of the gateway allow; each entity type in its own. */
export const batchesOf = (cells: readonly Cell[], world: World): Batch[] =>
  [...Map.groupBy(cells, layersOf(cells)).values()].flatMap((group) => {
    const ordered = group.toSorted((a, b) => JSON.stringify(a.steps).localeCompare(JSON.stringify(b.steps)));
    const batches: Batch[] = [];
    for (let rest = ordered; rest.length > 0; ) {
      let size = rest.length;
      while (size > 1 && !fits(documentOf(rest.slice(0, size), world), rest.slice(0, size))) size = Math.floor(size * 0.8);
      const taken = rest.slice(0, size);
      batches.push({ cells: taken, ...documentOf(taken, world) });
      rest = rest.slice(size);
    }
    return batches;
  });
