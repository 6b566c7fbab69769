import type { FetchDataRewrite } from '@apollo/query-planner';
import { isRow, type Row } from './merge.ts';

/** Whether a row with this type name is of the type. */
export type IsOfType = (typename: string, type: string) => boolean;

const FRAGMENT = '... on ';

const atPath = (value: unknown, path: readonly string[], isOfType: IsOfType, change: (row: Row) => void): void => {
  if (Array.isArray(value)) {
    for (const each of value) atPath(each, path, isOfType, change);
    return;
  }
  if (!isRow(value)) return;
  const [step, ...rest] = path;
  if (step === undefined) return change(value);
  if (!step.startsWith(FRAGMENT)) return atPath(value[step], rest, isOfType, change);
  const typename = value['__typename'];
  if (typeof typename !== 'string' || isOfType(typename, step.slice(FRAGMENT.length))) atPath(value, rest, isOfType, change);
};

/** The planner's changes of what is sent or received: a type named otherwise at a subgraph, an alias put back. */
export const rewriter = (rewrites: readonly FetchDataRewrite[] | undefined, isOfType: IsOfType): ((value: Row) => void) | null => {
  if (!rewrites || rewrites.length === 0) return null;
  const each = rewrites.map((rewrite) => {
    const parent = rewrite.path.slice(0, -1);
    const field = rewrite.path.at(-1) ?? '';
    const change =
      rewrite.kind === 'ValueSetter'
        ? (row: Row): void => void (row[field] = rewrite.setValueTo)
        : (row: Row): void => {
            if (row[field] === undefined || row[field] === null) return;
            row[rewrite.renameKeyTo] = row[field];
            row[field] = undefined;
          };
    return (value: Row): void => atPath(value, parent, isOfType, change);
  });
  return (value) => {
    for (const rewrite of each) rewrite(value);
  };
};
