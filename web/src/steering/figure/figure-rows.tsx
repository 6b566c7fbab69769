import { Heading } from '@amsterdam/design-system-react';
import { figures } from '../../texts/figures.ts';
import { steering } from '../../texts/steering.ts';
import { DataTable } from '../../ui/table.tsx';
import { shortNumber } from '../../ui/numbers.ts';
import type { Figure } from './figure-value.tsx';

const words = figures;

/** What a figure is made of, and what stands beside it. */
export const FigureRows = ({ figure: { rows } }: { figure: Figure }) =>
  rows.length === 0 ? null : (
    <section className="panel" aria-labelledby="onderdelen">
      <Heading level={2} size="level-3" id="onderdelen">
        {words.rows}
      </Heading>
      <DataTable
        caption={words.rows}
        hideCaption
        rows={rows}
        keyOf={({ key }) => key}
        columns={[
          { header: words.line, heads: true, cell: ({ label }) => label },
          { header: words.kind, cell: ({ partOfValue }) => (partOfValue ? words.partOfValue : words.beside) },
          { header: steering.value, numeric: true, cell: ({ value }) => shortNumber(value) },
        ]}
      />
    </section>
  );
