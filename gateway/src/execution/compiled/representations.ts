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
export interface Representation {
  typename: unknown;
  text: string;
}

export interface Representer {
  /** Null for a row that this fetch has nothing of. */
  row(row: Row): Row | null;
  /** The same as JSON. */
  text(row: Row): Representation | null;
}

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
  return {
    row: (row) => (kindOf(row['__typename']) === 'none' ? null : taken(row)),
    text: (row) => {
      const kind = kindOf(row['__typename']);
      if (kind === 'none') return null;
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
    },
  };
};
