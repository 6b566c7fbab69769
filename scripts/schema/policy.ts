// What changed in who may what: the rows of docs/permissions.csv.
import { parse } from 'csv-parse/sync';

type Row = Record<string, string>;

const rowsOf = (csv: string): Map<string, Row> =>
  new Map(parse<Row>(csv, { columns: true, skip_empty_lines: true }).map((row) => [`${row['subgraph']} ${row['action']}`, row]));

const wordsOf = (text: string): string[] => text.split(' ').filter(Boolean);

const cellChange = (column: string, before: string, after: string): string => {
  if (column !== 'guards') return `${column}: ${before || 'nothing'} → ${after || 'nothing'}`;
  const [old, fresh] = [wordsOf(before), wordsOf(after)];
  const changed = [
    ...old.filter((each) => !fresh.includes(each)).map((each) => `-${each}`),
    ...fresh.filter((each) => !old.includes(each)).map((each) => `+${each}`),
  ];
  return `guards: ${changed.join(' ')}`;
};

/** One line for each action that came, went, or means something else. */
export const policyChanges = (before: string, after: string): string[] => {
  const [old, fresh] = [rowsOf(before), rowsOf(after)];
  return [...new Set([...old.keys(), ...fresh.keys()])].toSorted().flatMap((action) => {
    const [was, is] = [old.get(action), fresh.get(action)];
    if (!was) return [`+ ${action}`];
    if (!is) return [`- ${action}`];
    const columns = [...new Set([...Object.keys(was), ...Object.keys(is)])].filter((column) => (was[column] ?? '') !== (is[column] ?? ''));
    return columns.length === 0 ? [] : [`~ ${action}: ${columns.map((column) => cellChange(column, was[column] ?? '', is[column] ?? '')).join('; ')}`];
  });
};
