import './steering.css';
import { Heading } from '@amsterdam/design-system-react';
import { Link, useParams } from 'react-router';
import { NotFound } from '../app/failures.tsx';
import { Page } from '../app/page.tsx';
import { useAsk } from '../graph/ask.ts';
import { steering } from '../texts/steering.ts';
import { dayText, instantText } from '../ui/dates.ts';
import { Answer, Empty } from '../ui/states.tsx';
import { AgreementList, countsOf } from './agreement-list.tsx';
import { type Place, placeOfCode, placeOfField, useYear } from './address.ts';
import { SteeringDashboardDocument } from './dashboard.generated.ts';
import { MissingAlert } from './missing.tsx';
import { OtherFigures } from './other-figures.tsx';
import { PlacePick, YearPick } from './picks.tsx';
import { PrintButton } from './print-button.tsx';
import { useReader } from './reader.ts';
import { SteerNav } from './steer-nav.tsx';

const words = steering;

/** Of one municipality and year: the agreements, what asks for attention first, and the other figures. */
const Dashboard = ({ place }: { place: Place }) => {
  const [year] = useYear();
  const { side, everywhere, home } = useReader();
  const asked = useAsk(SteeringDashboardDocument, { variables: { municipality: place.code, year } });
  const theirs = everywhere || home === place.code;
  return (
    <Page title={words.titleOf(place.name, year)} actions={<PrintButton />}>
      <SteerNav place={place} />
      <div className="picks">
        <PlacePick place={place} to={(next) => (next ? `/sturing/${next.field}` : '/sturing')} />
        <YearPick />
      </div>
      {theirs ? (
        <Answer asked={asked}>
          {({ performanceAgreements, indicators }) => {
            const agreements = performanceAgreements ?? [];
            const progress = agreements.flatMap((each) => each.progress ?? []);
            const agreed = new Set(agreements.map(({ indicator }) => indicator));
            const others = (indicators ?? []).map(({ code }) => code).filter((code) => !agreed.has(code));
            return (
              <>
                <MissingAlert of={progress} />
                <section className="panel" aria-labelledby="afspraken">
                  <Heading level={2} size="level-3" id="afspraken">
                    {words.agreements}
                  </Heading>
                  {progress[0] && (
                    <p className="lead">
                      {`${countsOf(agreements)}. ${words.until(dayText(progress[0].measuredOn))} ${words.knownAt(instantText(progress[0].knownAt))}`}
                    </p>
                  )}
                  {performanceAgreements !== null && <AgreementList agreements={agreements} year={year} />}
                  {side === 'NUO' && (
                    <p className="no-print">
                      <Link to={`/sturing/afspraken/nieuw?gemeente=${place.field}&jaar=${year}`}>{words.newAgreement}</Link>
                    </p>
                  )}
                </section>
                <OtherFigures place={place} year={year} indicators={others} />
              </>
            );
          }}
        </Answer>
      ) : (
        <>
          <Empty>{words.notYours}</Empty>
          <p>
            <Link to={`/sturing/${placeOfCode(home)?.field ?? ''}`}>{words.toOwn}</Link>
          </p>
        </>
      )}
    </Page>
  );
};

export const Component = () => {
  const place = placeOfField(useParams()['municipality']);
  return place ? <Dashboard key={place.code} place={place} /> : <NotFound />;
};
