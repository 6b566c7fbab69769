import { texts } from '../../texts.ts';

export interface Bar {
  key: string;
  label: string;
  /** Null is not known, or not for this reader: no bar at all. */
  value: number | null;
  /** The value in words. */
  text: string;
  /** How it is drawn, besides its colour: filled, striped or outlined. */
  look?: 'full' | 'striped' | 'outlined';
}

interface BarsProps {
  /** What the drawing says, in one sentence. */
  summary: string;
  bars: readonly Bar[];
  /** A line across the bars, such as a target. */
  line?: { value: number; text: string } | null;
}

const share = (value: number, most: number): string => `${most === 0 ? 0 : (Math.max(value, 0) / most) * 100}%`;

/** Lengths beside each other, each with its words, so that it reads at every width and in black and white. */
export const Bars = ({ summary, bars, line = null }: BarsProps) => {
  const most = Math.max(0, line?.value ?? 0, ...bars.map(({ value }) => value ?? 0));
  return (
    <div role="img" aria-label={summary}>
      <div className="bars" aria-hidden="true">
        {bars.map(({ key, label, value, text, look = 'full' }) => (
          <div className="bar-row" key={key}>
            <span className="bar-label">{label}</span>
            <span className="bar-track">
              {value === null ? <span className="bar-none" /> : <span className="bar" data-look={look} style={{ inlineSize: share(value, most) }} />}
              {line && <span className="bar-line" style={{ insetInlineStart: share(line.value, most) }} />}
            </span>
            <span className="bar-text">{value === null && text === '' ? texts.steering.chartUnknown : text}</span>
          </div>
        ))}
        {line && (
          <p className="bar-key">
            <span className="bar-key-line" /> {line.text}
          </p>
        )}
      </div>
    </div>
  );
};
