import { Link } from 'react-router';
import { werkpleinTexts } from '../../texts/werkplein.ts';
import { dayOf, dayText } from '../../ui/dates.ts';
import { type Column, DataTable } from '../../ui/table.tsx';
import { clientPath } from '../parts/client-link.tsx';
import { periodText } from '../parts/day.tsx';
import { useClient } from './client.tsx';
import { type LineEntry, scaleOf } from './line.ts';

const { line: words } = werkpleinTexts;

/** What an entry says, in one line: the drawing adds nothing to it. */
const What = ({ entry }: { entry: LineEntry }) => {
  const { id } = useClient();
  return (
    <>
      {entry.part === undefined ? <strong>{entry.what}</strong> : <Link to={clientPath(id, entry.part)}>{entry.what}</Link>}{' '}
      <span className="small">{periodText(entry.from, entry.until)}</span>
    </>
  );
};

/** The line drawn: one bar for each thing, on one scale of time, with today through all. */
export const Timeline = ({ entries }: { entries: readonly LineEntry[] }) => {
  const today = dayOf();
  const { at, years, end } = scaleOf(entries, today);
  return (
    <div className="timeline">
      <p className="timeline-key" aria-hidden="true">
        <span data-side="regie">{words.side.regie}</span>
        <span data-side="nuo">{words.side.nuo}</span>
        <span className="timeline-key-today">{words.today(dayText(today))}</span>
      </p>
      <ol className="timeline-rows">
        {entries.map((entry) => {
          const from = at(entry.from);
          const width = Math.max(at(entry.until ?? end) - from, 0.6);
          return (
            <li key={entry.key}>
              <span className="timeline-label">
                <span className="timeline-side">{words.side[entry.side]}</span>{' '}
                <span>
                  <What entry={entry} />
                </span>
              </span>
              <span className="timeline-track" aria-hidden="true">
                {years.map(({ day }) => (
                  <span key={day} className="timeline-year" style={{ insetInlineStart: `${at(day)}%` }} />
                ))}
                <span
                  className="timeline-bar"
                  data-side={entry.side}
                  data-open={entry.until === null}
                  style={{ insetInlineStart: `${from}%`, inlineSize: `${width}%` }}
                />
                <span className="timeline-today" style={{ insetInlineStart: `${at(today)}%` }} />
              </span>
            </li>
          );
        })}
      </ol>
      <p className="timeline-years" aria-hidden="true">
        {years.map(({ day, label }) => (
          <span key={day} style={{ insetInlineStart: `${at(day)}%` }}>
            {label}
          </span>
        ))}
      </p>
    </div>
  );
};

const columns: Column<LineEntry>[] = [
  { header: words.column.what, heads: true, cell: ({ what }) => what },
  { header: words.column.side, cell: ({ side }) => words.side[side] },
  { header: words.column.from, cell: ({ from }) => dayText(from) },
  { header: words.column.until, cell: ({ until }) => (until === null ? words.noEnd : dayText(until)) },
  { header: words.column.status, cell: ({ status }) => (status === '' ? '–' : status) },
  { header: words.column.who, cell: ({ who }) => (who.length === 0 ? '–' : who.join(', ')) },
];

/** The same as a table, with who answered for it. */
export const LineTable = ({ entries }: { entries: readonly LineEntry[] }) => (
  <DataTable caption={words.title} hideCaption columns={columns} rows={entries} keyOf={({ key }) => key} />
);
