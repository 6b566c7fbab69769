export interface ColumnOf {
  key: string;
  label: string;
  value: number | null;
  /** The value in words, or why there is none. */
  text: string;
  /** Part of it only, because something is missing or the period still runs. */
  partial: boolean;
}

interface ColumnsProps {
  summary: string;
  columns: readonly ColumnOf[];
  target: { value: number; text: string } | null;
}

const [WIDTH, HEIGHT, TOP, FOOT] = [360, 220, 26, 24];
const GROUND = HEIGHT - FOOT;

/** Columns over time with a line for the target; what is not known has no column, and says so. */
export const Columns = ({ summary, columns, target }: ColumnsProps) => {
  const values = [target?.value ?? 0, ...columns.map(({ value }) => value ?? 0)];
  const [most, least] = [Math.max(0, ...values), Math.min(0, ...values)];
  const y = (value: number): number => (most === least ? GROUND : TOP + ((most - value) / (most - least)) * (GROUND - TOP));
  const step = WIDTH / columns.length;
  return (
    <svg className="columns-chart" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={summary}>
      {columns.map(({ key, label, value, text, partial }, at) => {
        const middle = step * (at + 0.5);
        const width = Math.min(step * 0.55, 56);
        return (
          <g key={key}>
            {value !== null && (
              <rect
                className="column"
                data-partial={partial}
                x={middle - width / 2}
                width={width}
                y={Math.min(y(value), y(0))}
                height={Math.max(1, Math.abs(y(value) - y(0)))}
              />
            )}
            <text className="column-text" x={middle} y={(value === null ? y(0) : Math.min(y(value), y(0))) - 7} textAnchor="middle">
              {text}
            </text>
            <text className="column-label" x={middle} y={HEIGHT - 6} textAnchor="middle">
              {label}
            </text>
          </g>
        );
      })}
      <line className="column-ground" x1={0} x2={WIDTH} y1={y(0)} y2={y(0)} />
      {target && <line className="column-target" x1={0} x2={WIDTH} y1={y(target.value)} y2={y(target.value)} />}
    </svg>
  );
};
