import { badInput } from '../errors/index.ts';

/** The largest page that any list gives. */
export const PAGE_MAX = 200;

/** Where a page starts: the sort key and id of the row before it. Opaque to callers. */
export type Cursor = readonly [key: string, id: string];

export const encodeCursor = (cursor: Cursor): string => Buffer.from(JSON.stringify(cursor)).toString('base64url');

export const decodeCursor = (after: string | null | undefined): Cursor | null => {
  if (after === null || after === undefined) return null;
  try {
    const parsed: unknown = JSON.parse(Buffer.from(after, 'base64url').toString());
    if (Array.isArray(parsed) && parsed.length === 2 && parsed.every((part) => typeof part === 'string')) return parsed as unknown as Cursor;
  } catch {
    // falls through to the refusal
  }
  throw badInput([{ path: ['after'], message: 'Deze bladwijzer is niet door dit systeem gegeven.' }]);
};

export const pageSize = (first: number): number => {
  if (Number.isInteger(first) && first >= 1 && first <= PAGE_MAX) return first;
  throw badInput([{ path: ['first'], message: `Vraag 1 tot en met ${PAGE_MAX} rijen tegelijk.` }]);
};

export interface Page<T> {
  nodes: T[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

/** Makes a page of `rows`, which were read with one row more than `size`. */
export const toPage = <T>(rows: T[], size: number, cursorOf: (row: T) => Cursor): Page<T> => {
  const nodes = rows.slice(0, size);
  const last = nodes.at(-1);
  return { nodes, pageInfo: { hasNextPage: rows.length > size, endCursor: last === undefined ? null : encodeCursor(cursorOf(last)) } };
};
