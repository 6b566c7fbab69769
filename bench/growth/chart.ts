interface Line {
  name: string;
  points: readonly (readonly [x: number, y: number])[];
}

const [WIDTH, HEIGHT, LEFT, TOP, BOTTOM, RIGHT] = [760, 380, 60, 16, 44, 280];
const DASHES = ['', '6 3', '2 3', '10 4 2 4', '1 5'];
const decades = (values: readonly number[]): number[] => {
  const [first, last] = [Math.floor(Math.log10(Math.min(...values))), Math.ceil(Math.log10(Math.max(...values)))];
  return Array.from({ length: last - first + 1 }, (_, at) => 10 ** (first + at));
};

const LINE_OF_TEXT = 14;
/** Heights of names near these, none over another. */
const apart = (heights: readonly number[]): number[] => {
  const placed = new Map<number, number>();
  let last = Number.NEGATIVE_INFINITY;
  for (const { at, height } of heights.map((height, at) => ({ at, height })).toSorted((one, other) => one.height - other.height)) {
    last = Math.max(height, last + LINE_OF_TEXT);
    placed.set(at, last);
  }
  return heights.map((_, at) => placed.get(at) as number);
};

/** Lines over two logarithmic axes as SVG: what grows in proportion is straight, at 45 degrees when the axes are alike. Told apart by dashes and names. */
export const chart = (xName: string, lines: readonly Line[]): string => {
  const xs = [...new Set(lines.flatMap(({ points }) => points.map(([x]) => x)))].toSorted((a, b) => a - b);
  const yTicks = decades(lines.flatMap(({ points }) => points.map(([, y]) => Math.max(y, 1))));
  const scale = (value: number, from: number, until: number, start: number, end: number): number =>
    start + ((Math.log10(value) - Math.log10(from)) / (Math.log10(until) - Math.log10(from))) * (end - start);
  const x = (value: number): string => scale(value, xs[0] as number, xs.at(-1) as number, LEFT, WIDTH - RIGHT).toFixed(1);
  const y = (value: number): string => scale(Math.max(value, 1), yTicks[0] as number, yTicks.at(-1) as number, HEIGHT - BOTTOM, TOP).toFixed(1);
  const grid = yTicks.map(
    (tick) =>
      `<line x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${y(tick)}" y2="${y(tick)}" stroke="#ccc"/><text x="${LEFT - 8}" y="${y(tick)}" text-anchor="end" dy="4">${tick.toLocaleString('en-GB')}</text>`,
  );
  const below = xs.map((each) => `<text x="${x(each)}" y="${HEIGHT - BOTTOM + 18}" text-anchor="middle">${each.toLocaleString('en-GB')}</text>`);
  const ends = lines.map(({ points }) => Number(y((points.at(-1) as readonly [number, number])[1])));
  const names = apart(ends);
  const drawn = lines.map(({ name, points }, at) => {
    const path = points.map(([px, py], index) => `${index === 0 ? 'M' : 'L'}${x(px)} ${y(py)}`).join(' ');
    const dash = DASHES[at % DASHES.length];
    const [end, beside] = [WIDTH - RIGHT, names[at] as number];
    return `<path d="${path}" fill="none" stroke="#154273" stroke-width="2"${dash ? ` stroke-dasharray="${dash}"` : ''}/><line x1="${end + 2}" y1="${ends[at]}" x2="${end + 20}" y2="${beside}" stroke="#154273"/><text x="${end + 24}" y="${beside}" dy="4">${name}: ${Math.round(points.at(-1)?.[1] ?? 0).toLocaleString('en-GB')}</text>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="12" role="img">
${[...grid, ...below, `<text x="${(WIDTH - RIGHT + LEFT) / 2}" y="${HEIGHT - 8}" text-anchor="middle">${xName}</text>`, ...drawn].join('\n')}
</svg>
`;
};
