import { NavLink, useSearchParams } from 'react-router';
import { steering } from '../texts/steering.ts';
import type { Place } from './address.ts';

const words = steering;

/** The parts of steering, of the same municipality and year. */
export const SteerNav = ({ place }: { place: Place | null }) => {
  const [params] = useSearchParams();
  const year = params.get('jaar');
  const search = year === null ? '' : `?jaar=${year}`;
  const parts = [
    { path: place ? `/sturing/${place.field}` : '/sturing', label: words.overview },
    { path: place ? `/sturing/${place.field}/verloop` : '/sturing/verloop', label: words.flows },
  ];
  return (
    <nav className="steer-nav" aria-label={words.parts}>
      {parts.map(({ path, label }) => (
        <NavLink key={path} end to={`${path}${search}`}>
          {label}
        </NavLink>
      ))}
    </nav>
  );
};
