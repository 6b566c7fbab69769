export interface Bar {
  key: string;
  label: string;
  /** Null is not known, or not for this reader: no bar at all. */
  value: number | null;
  /** The value in words, or why there is none. */
  text: string;
  /** How it is drawn, besides its colour: filled, striped or outlined. */
  look?: 'full' | 'striped' | 'outlined';
}

interface BarsProps {
  /** What the drawing says, in one sentence. */
  summary: string;
  bars: readonly Bar[];
  /** The value of a whole length, when several drawings stand beside each other. */
  most?: number;
}

const share = (value: number, most: number): string => `${most === 0 ? 0 : (Math.max(value, 0) / most) * 100}%`;

/** Lengths beside each other, each with its words, so that it reads at every width and in black and white. */
export const Bars = ({ summary, bars, most = Math.max(0, ...bars.map(({ value }) => value ?? 0)) }: BarsProps) => (
  <div role="img" aria-label={summary}>
    <div className="bars" aria-hidden="true">
      {bars.map(({ key, label, value, text, look = 'full' }) => (
        <div className="bar-row" key={key}>
          <span className="bar-label">{label}</span>
          <span className="bar-track">
            {value === null ? <span className="bar-none" /> : <span className="bar" data-look={look} style={{ inlineSize: share(value, most) }} />}
          </span>
          <span className="bar-text">{text}</span>
        </div>
      ))}
    </div>
  </div>
);
