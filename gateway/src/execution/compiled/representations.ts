import type { FetchDataRewrite, QueryPlanSelectionNode } from '@apollo/query-planner';
import { isRow, merge, type Row } from './merge.ts';
import { type IsOfType, rewriter } from './rewrites.ts';

const nested = (value: unknown, selections: readonly QueryPlanSelectionNode[] | undefined, isOfType: IsOfType): unknown => {
  if (Array.isArray(value)) return value.map((each) => (selections ? nested(each, selections, isOfType) : each));
  return selections && isRow(value) ? select(value, selections, isOfType) : value;
};

/** What a fetch needs of a row; null when something of it is not there. */
const select = (row: Row, selections: readonly QueryPlanSelectionNode[], isOfType: IsOfType): Row | null => {
  const taken: Row = {};
  for (const node of selections) {
    if (node.kind === 'Field') {
      const key = node.alias ?? node.name;
      if (row[key] === undefined) return null;
      taken[key] = nested(row[key], node.selections, isOfType);
    } else {
      const typename = row['__typename'];
      if (node.typeCondition === undefined || typeof typename !== 'string' || !isOfType(typename, node.typeCondition)) continue;
      const part = select(row, node.selections, isOfType);
      if (part) merge(taken, part);
    }
  }
  return taken;
};

/** How rows of one type are asked by plain values alone: the text up to them, and their names. */
interface Plain {
  typename: string;
  head: string;
  fields: readonly string[];
}

/** An entity as it is asked: under which name, and the whole as JSON. */
interface Representation {
  typename: unknown;
  text: string;
}

/** The same with the places of the rows that show it. */
export interface AskedEntity extends Representation {
  shown: number[];
}

export interface Representer {
  /** Null for a row that this fetch has nothing of. */
  row(row: Row): Row | null;
  /** What this fetch asks of these rows: each entity once, however many show it. */
  all(place: RowsOfPlace): readonly AskedEntity[];
}

const NOTHING: readonly AskedEntity[] = [];

/** The rows at one path, and which of them have which type: so a fetch looks at its own only. */
export interface RowsOfPlace {
  rows: readonly Row[];
  byType: ReadonlyMap<unknown, readonly number[]>;
}

export const rowsOfPlace = (rows: readonly Row[]): RowsOfPlace => {
  const byType = new Map<unknown, number[]>();
  for (let index = 0; index < rows.length; index += 1) {
    const typename = rows[index]?.['__typename'];
    const known = byType.get(typename);
    if (known) known.push(index);
    else byType.set(typename, [index]);
  }
  return { rows, byType };
};

/** By which the entities of a fetch are asked, of the rows that show them. */
export const representerOf = (
  requires: readonly QueryPlanSelectionNode[],
  isOfType: IsOfType,
  rewrites: readonly FetchDataRewrite[] | undefined,
): Representer => {
  const rewrite = rewriter(rewrites, isOfType);
  const namesOnly = (rewrites ?? []).every(({ kind, path }) => kind === 'ValueSetter' && path.at(-1) === '__typename' && path.length <= 2);

  const plainOf = (typename: string, [only, ...others]: readonly QueryPlanSelectionNode[]): Plain | null => {
    if (!namesOnly || others.length > 0 || only?.kind !== 'InlineFragment') return null;
    const fields = only.selections.flatMap((node) => (node.kind === 'Field' && !node.selections ? [node.alias ?? node.name] : []));
    if (fields.length < only.selections.length || fields[0] !== '__typename') return null;
    const named = { __typename: typename };
    rewrite?.(named);
    return { typename: named.__typename, head: `{"__typename":${JSON.stringify(named.__typename)}`, fields: fields.slice(1) };
  };
  // Of most rows the type alone says that they are not of this fetch, and of the others that a key is all that is asked by.
  const byType = new Map<unknown, Plain | 'any' | 'none'>();
  const kindOf = (typename: unknown): Plain | 'any' | 'none' => {
    const known = byType.get(typename);
    if (known !== undefined) return known;
    const of = requires.filter(
      (node) => node.kind === 'Field' || node.typeCondition === undefined || (typeof typename === 'string' && isOfType(typename, node.typeCondition)),
    );
    const found = of.length === 0 ? 'none' : ((typeof typename === 'string' ? plainOf(typename, of) : null) ?? 'any');
    byType.set(typename, found);
    return found;
  };

  const taken = (row: Row): Row | null => {
    const found = select(row, requires, isOfType);
    if (!found || found['__typename'] === undefined || found['__typename'] === null) return null;
    rewrite?.(found);
    return found;
  };
  /** Of a row that is asked by one text alone: that text is compared, and not the JSON around it. */
  const onlyKeyOf = (kind: Plain | 'any', row: Row): string | null => {
    const key = kind === 'any' || kind.fields.length !== 1 ? undefined : row[kind.fields[0] as string];
    return typeof key === 'string' ? key : null;
  };

  const asJson = (kind: Plain | 'any', row: Row): Representation | null => {
    if (kind === 'any') {
      const found = taken(row);
      return found && { typename: found['__typename'], text: JSON.stringify(found) };
    }
    let text = kind.head;
    for (const field of kind.fields) {
      const value = row[field];
      if (value === undefined) return null;
      text += `,"${field}":${JSON.stringify(value)}`;
    }
    return { typename: kind.typename, text: `${text}}` };
  };
  /** The same as a value, where it is only looked at. */
  const asRow = ({ typename, fields }: Plain, row: Row): Row | null => {
    const found: Row = { __typename: typename };
    for (const field of fields) {
      if (row[field] === undefined) return null;
      found[field] = row[field];
    }
    return found;
  };
  /** Places of the rows of which this fetch may have something, in their order; null when it has nothing of any. */
  const placesIn = ({ rows, byType }: RowsOfPlace): Iterable<number> | null => {
    let only: readonly number[] | null = null;
    for (const [typename, places] of byType) {
      if (kindOf(typename) === 'none') continue;
      if (only) return rows.keys();
      only = places;
    }
    return only;
  };
  return {
    row: (row) => {
      const kind = kindOf(row['__typename']);
      if (kind === 'none') return null;
      return kind === 'any' ? taken(row) : asRow(kind, row);
    },
    all: (place) => {
      const places = placesIn(place);
      if (!places) return NOTHING;
      const found: AskedEntity[] = [];
      const byText = new Map<string, AskedEntity>();
      const byKey = new Map<unknown, Map<string, AskedEntity>>();
      const keysOf = (kind: unknown): Map<string, AskedEntity> => {
        const known = byKey.get(kind) ?? new Map<string, AskedEntity>();
        byKey.set(kind, known);
        return known;
      };
      for (const index of places) {
        const row = place.rows[index] as Row;
        const kind = kindOf(row['__typename']);
        if (kind === 'none') continue;
        const key = onlyKeyOf(kind, row);
        const asked = key === null ? asJson(kind, row) : null;
        const name = key ?? asked?.text;
        if (name === undefined) continue;
        const known = key === null ? byText : keysOf(kind);
        const there = known.get(name);
        if (there) {
          there.shown.push(index);
          continue;
        }
        const made = asked ?? asJson(kind, row);
        if (!made) continue;
        const entity = { typename: made.typename, text: made.text, shown: [index] };
        known.set(name, entity);
        found.push(entity);
      }
      return found;
    },
  };
};
