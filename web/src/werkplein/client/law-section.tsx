import { Heading } from '@amsterdam/design-system-react';
import type { ReactNode } from 'react';
import { texts } from '../../texts.ts';
import { Facts } from '../../ui/facts.tsx';
import { Empty } from '../../ui/states.tsx';
import { type Column, DataTable } from '../../ui/table.tsx';
import { Panel } from '../parts/panel.tsx';

interface AroundProps<R> {
  id: string;
  title: string;
  empty: string;
  rows: readonly R[] | null;
  action?: ReactNode;
}

/** One kind of facts; null is "not for you". */
function Around<R>({ id, title, empty, rows, action, children }: AroundProps<R> & { children: (rows: readonly R[]) => ReactNode }) {
  return (
    <Panel title={title} id={id}>
      {rows === null && <Empty>{texts.common.notShown}</Empty>}
      {rows?.length === 0 && <Empty>{empty}</Empty>}
      {rows !== null && rows.length > 0 && children(rows)}
      {action !== undefined && <div className="openings">{action}</div>}
    </Panel>
  );
}

/** Facts to which nothing more happens, in a table. */
export function LawTable<R>({ columns, keyOf, ...around }: AroundProps<R> & { columns: readonly Column<R>[]; keyOf: (row: R) => string }) {
  return <Around {...around}>{(rows) => <DataTable caption={around.title} hideCaption columns={columns} rows={rows} keyOf={keyOf} />}</Around>;
}

/** What has steps of its own, one beneath the other, each with what can be done. */
export function LawList<R>({ children, ...around }: AroundProps<R> & { children: (row: R) => ReactNode }) {
  return <Around {...around}>{(rows) => <ul className="plain-list law-list">{rows.map(children)}</ul>}</Around>;
}

interface LawItemProps {
  /** Of the record: a link can lead to it. */
  id: string;
  title: ReactNode;
  facts: readonly (readonly [string, ReactNode])[];
  /** Buttons that open a form. */
  actions?: ReactNode;
  children?: ReactNode;
}

export const LawItem = ({ id, title, facts, actions, children }: LawItemProps) => (
  <li className="waiting-item" id={id}>
    <Heading level={3} size="level-4">
      {title}
    </Heading>
    <Facts facts={facts} />
    {children}
    {actions !== undefined && <div className="openings">{actions}</div>}
  </li>
);
