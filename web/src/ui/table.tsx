import { Table } from '@amsterdam/design-system-react';
import type { ReactNode } from 'react';
import { Few } from './few.tsx';

/** One column of a list. */
export interface Column<R> {
  header: string;
  /** Before the value in a card, where the header is long. */
  short?: string;
  cell: (row: R) => ReactNode;
  /** Numbers stand under each other. */
  numeric?: boolean;
  /** The cell that names the row, for screen readers. */
  heads?: boolean;
  /** Left out where there is room for a few columns only: it stands on the page that the row leads to. */
  wide?: boolean;
}

interface DataTableProps<R> {
  caption: string;
  /** The caption is on the page already, as a heading. */
  hideCaption?: boolean;
  columns: readonly Column<R>[];
  rows: readonly R[];
  keyOf: (row: R) => string;
  /** How many a phone shows first. */
  few?: 5 | 10;
}

/** Rows and columns; in a narrow place each row is a card, headed by the cell that names it, with the name of its column before each other value. */
export function DataTable<R>({ caption, hideCaption = false, columns, rows, keyOf, few = 10 }: DataTableProps<R>) {
  return (
    <Few count={rows.length} few={few}>
      <div className="table-frame">
        <Table className="data-table">
          <Table.Caption className={hideCaption ? 'ams-visually-hidden' : undefined}>{caption}</Table.Caption>
          <Table.Header>
            <Table.Row>
              {columns.map(({ header, numeric = false }) => (
                <Table.HeaderCell key={header} scope="col" {...(numeric && { align: 'end' as const })}>
                  {header}
                </Table.HeaderCell>
              ))}
            </Table.Row>
          </Table.Header>
          <Table.Body>
            {rows.map((row) => (
              <Table.Row key={keyOf(row)}>
                {columns.map(({ header, short = header, cell, numeric = false, heads = false, wide = false }) => {
                  const align = numeric ? { align: 'end' as const } : {};
                  return heads ? (
                    <Table.HeaderCell key={header} scope="row" {...align}>
                      {cell(row)}
                    </Table.HeaderCell>
                  ) : (
                    <Table.Cell key={header} data-label={short} {...(wide && { 'data-wide': true })} {...align}>
                      {cell(row)}
                    </Table.Cell>
                  );
                })}
              </Table.Row>
            ))}
          </Table.Body>
        </Table>
      </div>
    </Few>
  );
}
