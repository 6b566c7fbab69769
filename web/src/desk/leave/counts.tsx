import { desk } from '../../texts/desk.ts';
import { DataTable } from '../../ui/table.tsx';

const { leave: words, words: names } = desk;

/** How much of each kind; also what is none, so that one sees that it was looked at. */
export const Counts = ({ caption, counts }: { caption: string; counts: readonly { kind: string; count: number }[] }) => (
  <DataTable
    caption={caption}
    hideCaption
    rows={counts}
    keyOf={({ kind }) => kind}
    columns={[
      { header: words.what, heads: true, cell: ({ kind }) => names.workKind[kind] ?? kind },
      { header: words.count, numeric: true, cell: ({ count }) => count },
    ]}
  />
);
