import { Link } from 'react-router';
import { workplaces } from '../texts/workplaces.ts';
import { HeatCell, levelOf } from './heat-cell.tsx';
import type { WorkplaceBoardQuery } from './workplaces.generated.ts';

type Row = NonNullable<WorkplaceBoardQuery['workplaceBoard']>['nodes'][number];

interface BoardCardsProps {
  rows: readonly Row[];
  /** How a week or a day is called. */
  nameOf: (from: string) => string;
}

/** The board on a phone: what is free in the first week or on the first day, and the others of a place when it is opened. */
export const BoardCards = ({ rows, nameOf }: BoardCardsProps) => {
  const [first] = rows.flatMap(({ cells }) => cells.slice(0, 1));
  const room = rows.filter(({ cells: [cell] }) => cell && cell.freeHours > 0).length;
  const over = rows.filter(({ cells: [cell] }) => cell && levelOf(cell) === 'over').length;
  return (
    <>
      {first && (
        <p>
          <strong>{nameOf(first.from)}</strong>: {workplaces.summary(room, rows.length, over)}
        </p>
      )}
      <ul className="plain-list board-cards">
        {rows.map(({ workplace: { id, name, location, kind }, cells: [now, ...later] }) => (
          <li key={id}>
            <div className="board-card">
              <div>
                <Link to={`/werkplekken/${id}`}>{name}</Link>
                <div className="small">
                  {workplaces.kinds[kind]} · {location}
                </div>
              </div>
              {now && <HeatCell load={now} />}
            </div>
            {later.length > 0 && (
              <details>
                <summary className="small">
                  {workplaces.laterHere}
                  <span className="ams-visually-hidden">: {name}</span>
                </summary>
                <ul className="plain-list">
                  {later.map((cell) => (
                    <li key={cell.from} className="board-card">
                      <span>{nameOf(cell.from)}</span>
                      <HeatCell load={cell} />
                    </li>
                  ))}
                </ul>
              </details>
            )}
          </li>
        ))}
      </ul>
    </>
  );
};
