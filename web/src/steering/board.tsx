import './steering.css';
import { Heading } from '@amsterdam/design-system-react';
import { Link, Navigate } from 'react-router';
import { Page } from '../app/page.tsx';
import { useAsk } from '../graph/ask.ts';
import { municipalities } from '../graph/municipalities.generated.ts';
import { steering } from '../texts/steering.ts';
import { dayText, instantText } from '../ui/dates.ts';
import { Answer } from '../ui/states.tsx';
import { countsOf } from './agreement-list.tsx';
import { placeOfCode, useYear } from './address.ts';
import { BoardAgreements } from './board-agreements.tsx';
import { BoardFigures } from './board-figures.tsx';
import { SteeringBoardDocument } from './board.generated.ts';
import { MissingAlert } from './missing.tsx';
import { PlacePick, YearPick } from './picks.tsx';
import { PrintButton } from './print-button.tsx';
import { useReader } from './reader.ts';
import { SteerNav } from './steer-nav.tsx';

const words = steering;

/** For the board of the NUO: every municipality beside the others. */
const Board = () => {
  const [year] = useYear();
  const asked = useAsk(SteeringBoardDocument, { variables: { year } });
  return (
    <Page title={words.boardTitle(year)} actions={<PrintButton />}>
      <SteerNav place={null} />
      <div className="picks">
        <PlacePick place={null} to={(next) => (next ? `/sturing/${next.field}` : '/sturing')} />
        <YearPick />
      </div>
      <Answer asked={asked}>
        {({ performanceAgreements }) => {
          const agreements = performanceAgreements ?? [];
          const progress = agreements.flatMap((each) => each.progress ?? []);
          return (
            <>
              <MissingAlert of={progress} />
              <section className="panel" aria-labelledby="afspraken">
                <Heading level={2} size="level-3" id="afspraken">
                  {words.agreementsByMunicipality}
                </Heading>
                {progress[0] && <p className="lead">{`${words.until(dayText(progress[0].measuredOn))} ${words.knownAt(instantText(progress[0].knownAt))}`}</p>}
                <ul className="place-cards">
                  {municipalities.map(({ code, field, name }) => (
                    <li key={code}>
                      <Link to={`/sturing/${field}?jaar=${year}`}>{name}</Link>
                      <span className="small">{countsOf(agreements.filter(({ municipality }) => municipality === code))}</span>
                    </li>
                  ))}
                </ul>
                {performanceAgreements !== null && <BoardAgreements agreements={agreements} />}
              </section>
            </>
          );
        }}
      </Answer>
      <BoardFigures year={year} />
    </Page>
  );
};

export const Component = () => {
  const { everywhere, home } = useReader();
  return everywhere ? <Board /> : <Navigate replace to={`/sturing/${placeOfCode(home)?.field ?? ''}`} />;
};
