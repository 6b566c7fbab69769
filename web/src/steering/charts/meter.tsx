interface MeterProps {
  target: number;
  value: number | null;
  forecast: number | null;
}

const WIDTH = 200;

/** Where the realised value and the forecast lie with respect to the target. A picture of what stands beside it in words. */
export const Meter = ({ target, value, forecast }: MeterProps) => {
  const known = [target, value ?? 0, forecast ?? 0];
  const [most, least] = [Math.max(0, ...known), Math.min(0, ...known)];
  const x = (of: number): number => (most === least ? 0 : 4 + ((of - least) / (most - least)) * (WIDTH - 8));
  return (
    <svg className="meter" viewBox={`0 0 ${WIDTH} 22`} preserveAspectRatio="none" aria-hidden="true">
      <rect className="meter-track" x="0" y="7" width={WIDTH} height="8" rx="2" />
      {forecast !== null && <rect className="meter-forecast" x={Math.min(x(0), x(forecast))} y="7" width={Math.abs(x(forecast) - x(0))} height="8" />}
      {value !== null && <rect className="meter-value" x={Math.min(x(0), x(value))} y="7" width={Math.abs(x(value) - x(0))} height="8" />}
      <rect className="meter-target" x={x(target) - 1.5} y="1" width="3" height="20" />
    </svg>
  );
};
