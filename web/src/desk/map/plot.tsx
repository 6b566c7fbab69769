import { centres, centreOf, type Point } from '@werkplein/matching/postcodes';
import { useNavigate } from 'react-router';
import { desk } from '../../texts/desk.ts';
import { employerPath } from '../shared/paths.ts';
import type { EmployerOnMap } from './employers-of.ts';

const { map: words } = desk;

/** Where the names of the larger places stand: each at one of its own postcodes. A phone has room for the first of them. */
const TOWNS: readonly (readonly [string, string])[] = [
  ['Almelo', '7607'],
  ['Vriezenveen', '7671'],
  ['Tubbergen', '7651'],
  ['Wierden', '7641'],
  ['Nijverdal', '7442'],
  ['Hengelo', '7551'],
  ['Enter', '7468'],
  ['Vroomshoop', '7681'],
  ['Den Ham', '7683'],
  ['Geesteren', '7678'],
  ['Albergen', '7665'],
  ['Rijssen', '7462'],
  ['Borne', '7622'],
  ['Enschede', '7511'],
  ['Oldenzaal', '7571'],
  ['Ootmarsum', '7631'],
  ['Hardenberg', '7772'],
  ['Ommen', '7731'],
];

const WIDTH = 640;
const MARGIN = 24;

/** A plane of so small a region: a degree of longitude is shorter by the cosine of its latitude. */
const planeOf = (points: readonly Point[]) => {
  const [latitudes, longitudes] = [points.map(([latitude]) => latitude), points.map(([, longitude]) => longitude)];
  const [south, north] = [Math.min(...latitudes), Math.max(...latitudes)];
  const [west, east] = [Math.min(...longitudes), Math.max(...longitudes)];
  const shrink = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const scale = (WIDTH - 2 * MARGIN) / Math.max(0.01, (east - west) * shrink);
  return {
    height: Math.ceil((north - south) * scale) + 2 * MARGIN,
    at: ([latitude, longitude]: Point) => ({ x: MARGIN + (longitude - west) * shrink * scale, y: MARGIN + (north - latitude) * scale }),
  };
};

/** One for each side of the four municipalities: what is further off would make them small. */
const REGION: readonly Point[] = [
  [52.25, 6.4],
  [52.51, 6.97],
];

/** Employers as circles among the postcodes of the region; each leads to its page, as the list does. */
export const Plot = ({ employers }: { employers: readonly EmployerOnMap[] }) => {
  const navigate = useNavigate();
  const placed = employers.filter((one): one is EmployerOnMap & { point: Point } => one.point !== null);
  const { at, height } = planeOf([...REGION, ...placed.map(({ point }) => point)]);
  const total = placed.reduce((sum, { places }) => sum + places, 0);
  // Several employers share a postcode: they stand around its middle.
  const seen = new Map<string, number>();
  const spread = (point: Point): { x: number; y: number } => {
    const key = point.join();
    const count = seen.get(key) ?? 0;
    seen.set(key, count + 1);
    const { x, y } = at(point);
    const [angle, distance] = [count * 2.4, 7 * Math.sqrt(count)];
    return { x: x + distance * Math.cos(angle), y: y + distance * Math.sin(angle) };
  };
  return (
    <>
      <p className="ams-visually-hidden">{words.picture(placed.length, total)}</p>
      {/* The list beside it leads to the same pages, with a keyboard too. One listener for hundreds of circles. */}
      <svg
        className="desk-plot"
        viewBox={`0 0 ${WIDTH} ${height}`}
        aria-hidden="true"
        onClick={(event) => {
          const path = (event.target as Element).closest('a')?.getAttribute('href') ?? null;
          if (path === null || event.metaKey || event.ctrlKey || event.shiftKey) return;
          event.preventDefault();
          void navigate(path);
        }}
      >
        <path
          className="desk-plot-ground"
          d={centres
            .map(at)
            .map(({ x, y }) => `M${x} ${y}h0`)
            .join('')}
        />
        {placed.map(({ id, name, places, point }) => {
          const { x, y } = spread(point);
          const label = `${name}: ${words.openPlaces(places)}`;
          return (
            <a key={id} href={employerPath(id)} tabIndex={-1} aria-label={label}>
              <circle className="desk-plot-employer" cx={x} cy={y} r={4 + 2.5 * Math.sqrt(places)}>
                <title>{label}</title>
              </circle>
            </a>
          );
        })}
        <g className="desk-plot-towns">
          {TOWNS.flatMap(([name, postcode]) => {
            const point = centreOf(postcode);
            if (point === null) return [];
            const { x, y } = at(point);
            if (x < MARGIN || x > WIDTH - MARGIN || y < MARGIN || y > height - MARGIN) return [];
            return [
              <text key={name} x={x} y={y}>
                {name}
              </text>,
            ];
          })}
        </g>
      </svg>
    </>
  );
};
