import { useLocation, useNavigate } from 'react-router';
import { municipalities } from '../graph/municipalities.generated.ts';
import { steering } from '../texts/steering.ts';
import { FIRST_YEAR, type Place, useQuarter, useYear } from './address.ts';
import { type Quarter, quarters, thisYear } from './period.ts';
import { Pick } from './pick.tsx';
import { useReader } from './reader.ts';

const words = steering;
const ALL = '';
const WHOLE = 'jaar';

export const YearPick = () => {
  const [year, setYear] = useYear();
  const years = Array.from({ length: thisYear() + 2 - FIRST_YEAR }, (_, at) => String(thisYear() + 1 - at));
  return <Pick label={words.year} value={String(year)} choices={years.map((value) => ({ value, label: value }))} onPick={(next) => setYear(Number(next))} />;
};

export const QuarterPick = ({ usual }: { usual: Quarter | null }) => {
  const [quarter, setQuarter] = useQuarter(usual);
  const choices = [{ value: WHOLE, label: words.wholeYear }, ...quarters.map((each) => ({ value: String(each), label: words.quarter(each) }))];
  return (
    <Pick
      label={words.period}
      value={quarter === null ? WHOLE : String(quarter)}
      choices={choices}
      onPick={(next) => setQuarter(next === WHOLE ? null : (Number(next) as Quarter))}
    />
  );
};

interface PlacePickProps {
  place: Place | null;
  /** Where a municipality is looked at; without one, all of them. */
  to: (place: Place | null) => string;
  /** Whether everybody may ask of all together. */
  together?: boolean;
}

/** For the NUO any municipality; a Werkplein has its own, and where it says so all together. */
export const PlacePick = ({ place, to, together = false }: PlacePickProps) => {
  const { everywhere, home } = useReader();
  const navigate = useNavigate();
  const { search } = useLocation();
  const offered = municipalities.filter(({ code }) => everywhere || code === home);
  const all = everywhere || together ? [{ value: ALL, label: words.all }] : [];
  if (offered.length + all.length < 2) return null;
  return (
    <Pick
      label={words.municipality}
      value={place?.field ?? ALL}
      choices={[...all, ...offered.map(({ field, name }) => ({ value: field, label: name }))]}
      onPick={(field) => void navigate({ pathname: to(offered.find((each) => each.field === field) ?? null), search })}
    />
  );
};
