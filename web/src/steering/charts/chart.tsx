import { Heading } from '@amsterdam/design-system-react';
import { type ReactNode, useId } from 'react';
import { texts } from '../../texts.ts';
import { steering } from '../../texts/steering.ts';
import { DataTable } from '../../ui/table.tsx';
import { numberText } from '../../ui/numbers.ts';
import { type CsvCell, downloadCsv } from './csv.ts';

/** One column of the table behind a chart. */
export interface ChartColumn<R> {
  header: string;
  value: (row: R) => CsvCell;
  /** The value as people read it. */
  text?: (row: R) => string;
  decimals?: number;
}

interface ChartProps<R> {
  title: string;
  /** Under the title: what it is of. */
  intro?: ReactNode;
  columns: readonly ChartColumn<R>[];
  rows: readonly R[];
  keyOf: (row: R) => string;
  /** The drawing. */
  children: ReactNode;
}

/** A chart with its name, the same as a table, and as a file for a spreadsheet. */
export function Chart<R>({ title, intro, columns, rows, keyOf, children }: ChartProps<R>) {
  const id = useId();
  const shown = (column: ChartColumn<R>, row: R): string => {
    if (column.text) return column.text(row);
    const value = column.value(row);
    if (value === null) return steering.chartUnknown;
    return typeof value === 'number' ? numberText(value, column.decimals) : value;
  };
  return (
    <section className="panel chart" aria-labelledby={id}>
      <Heading level={2} size="level-3" id={id}>
        {title}
      </Heading>
      {intro !== undefined && <p className="lead chart-intro">{intro}</p>}
      {children}
      <div className="chart-foot">
        <details>
          <summary>{steering.table}</summary>
          <DataTable
            caption={title}
            hideCaption
            rows={rows}
            keyOf={keyOf}
            columns={columns.map((column, at) => ({
              header: column.header,
              heads: at === 0,
              numeric: at > 0,
              cell: (row: R) => shown(column, row),
            }))}
          />
        </details>
        <button
          type="button"
          className="link-button"
          aria-label={steering.csv(title)}
          onClick={() => downloadCsv(title, [columns.map(({ header }) => header), ...rows.map((row) => columns.map(({ value }) => value(row)))])}
        >
          {texts.common.download}
        </button>
      </div>
    </section>
  );
}
