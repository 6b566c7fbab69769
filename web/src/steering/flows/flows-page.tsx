import '../steering.css';
import { useParams } from 'react-router';
import { NotFound } from '../../app/failures.tsx';
import { Page } from '../../app/page.tsx';
import { flows } from '../../texts/flows.ts';
import { steering } from '../../texts/steering.ts';
import { Empty } from '../../ui/states.tsx';
import { type Place, placeOfField, useYear } from '../address.ts';
import { PlacePick, YearPick } from '../picks.tsx';
import { PrintButton } from '../print-button.tsx';
import { useReader } from '../reader.ts';
import { SteerNav } from '../steer-nav.tsx';
import { Doubles } from './doubles.tsx';
import { FunnelChart } from './funnel.tsx';
import { HandOvers } from './hand-overs.tsx';
import { LeadTimes } from './lead-times.tsx';

const words = flows;

const Flows = ({ place }: { place: Place | null }) => {
  const [year] = useYear();
  const { everywhere, home } = useReader();
  const theirs = everywhere || place === null || place.code === home;
  return (
    <Page title={words.title(place?.name ?? steering.all.toLowerCase(), year)} actions={<PrintButton />}>
      <SteerNav place={place} />
      <div className="picks">
        <PlacePick place={place} together to={(next) => (next ? `/sturing/${next.field}/verloop` : '/sturing/verloop')} />
        <YearPick />
      </div>
      {theirs ? (
        <>
          <FunnelChart place={place} year={year} />
          <LeadTimes place={place} year={year} />
          <HandOvers place={place} year={year} />
          <Doubles place={place} year={year} />
        </>
      ) : (
        <Empty>{steering.notYours}</Empty>
      )}
    </Page>
  );
};

/** How people come from registration to work, and how organisations work together. */
export const Component = () => {
  const { municipality } = useParams();
  const place = placeOfField(municipality);
  return municipality !== undefined && place === null ? <NotFound /> : <Flows key={municipality ?? ''} place={place} />;
};
