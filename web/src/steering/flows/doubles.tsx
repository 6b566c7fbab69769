import type { Place } from '../address.ts';
import { useReader } from '../reader.ts';
import { DoublesByMonth } from './doubles-by-month.tsx';
import { DoublesOfYear } from './doubles-of-year.tsx';

/** Double approaches: by month for who coordinates employer services, of the year for who sees figures. */
export const Doubles = ({ place, year }: { place: Place | null; year: number }) =>
  useReader().seesApproaches && place === null ? <DoublesByMonth year={year} /> : <DoublesOfYear place={place} year={year} />;
