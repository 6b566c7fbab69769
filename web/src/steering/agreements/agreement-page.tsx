import '../steering.css';
import { Heading } from '@amsterdam/design-system-react';
import { Link, useParams } from 'react-router';
import { Page } from '../../app/page.tsx';
import { useAsk } from '../../graph/ask.ts';
import { agreements } from '../../texts/agreements.ts';
import { reports } from '../../texts/reports.ts';
import { steering } from '../../texts/steering.ts';
import { StatusBadge } from '../../ui/badge.tsx';
import { dayOf, dayText } from '../../ui/dates.ts';
import { Facts } from '../../ui/facts.tsx';
import { Answer, Empty } from '../../ui/states.tsx';
import { figurePath, placeOfCode } from '../address.ts';
import { ColourBadge } from '../colour.tsx';
import { MissingNote } from '../missing.tsx';
import { PrintButton } from '../print-button.tsx';
import type { Agreement } from './agreement.ts';
import { SteeringAgreementDocument } from './agreement.generated.ts';
import { History, ManualValues } from './history.tsx';
import { Steps } from './steps.tsx';
import { TermsFacts } from './terms-facts.tsx';

const words = agreements;
const tones = { CONCEPT: 'info', AGREED: 'good', ADJUSTED: 'good', SETTLED: 'neutral', WITHDRAWN: 'neutral' } as const;

const Progress = ({ agreement: { progress, status, indicator, municipality, year, manual, definition } }: { agreement: Agreement }) => (
  <section className="panel" aria-labelledby="stand">
    <Heading level={2} size="level-3" id="stand">
      {words.now}
    </Heading>
    <Facts
      facts={[
        [
          words.status,
          <StatusBadge key="stand" tone={tones[status]}>
            {words.statuses[status]}
          </StatusBadge>,
        ],
        ...(progress
          ? ([
              [reports.colour, <ColourBadge key="oordeel" colour={progress.colour} />],
              [steering.realised, progress.text],
              [steering.forecast, progress.forecastText ?? steering.noForecast],
              [words.measuredOn, dayText(progress.measuredOn)],
            ] as const)
          : []),
        [words.definition, definition],
      ]}
    />
    {status !== 'CONCEPT' && progress?.whyText && <p className="small">{progress.whyText}</p>}
    {progress && <MissingNote of={progress} />}
    {!manual && (
      <p>
        <Link to={figurePath(indicator, { gemeente: placeOfCode(municipality)?.field, jaar: year })}>{steering.showFacts}</Link>
      </p>
    )}
  </section>
);

/** One agreement, with its history and what can be done with it. */
export const Component = () => {
  const asked = useAsk(SteeringAgreementDocument, { variables: { id: useParams()['id'] ?? '' } });
  const found = asked.data?.performanceAgreement ?? null;
  const place = placeOfCode(found?.municipality);
  return (
    <Page title={found ? words.titleOf(found.title, place?.name ?? '', found.year) : words.title} actions={<PrintButton />}>
      <Answer asked={asked}>
        {({ performanceAgreement: agreement }) =>
          agreement ? (
            <>
              <p className="no-print">
                <Link to={`/sturing/${place?.field ?? ''}?jaar=${agreement.year}`}>{words.toDashboard(place?.name ?? '')}</Link>
              </p>
              <div className="columns">
                <Progress agreement={agreement} />
                <section className="panel" aria-labelledby="afgesproken">
                  <Heading level={2} size="level-3" id="afgesproken">
                    {words.holds}
                  </Heading>
                  {agreement.terms ? <TermsFacts terms={agreement.terms} unit={agreement.unit} /> : <Empty>{words.nothingHolds}</Empty>}
                  {agreement.settledAt !== null && <p>{words.settled(agreement.settledByName ?? '', dayText(dayOf(agreement.settledAt)))}</p>}
                  {agreement.settlementNote !== null && <p>{agreement.settlementNote}</p>}
                  {agreement.settledBy && <Link to={`/rapporten/${agreement.settledBy.id}`}>{words.settledReport}</Link>}
                </section>
              </div>
              {agreement.proposal && (
                <section className="panel facts-wide" aria-labelledby="voorstel">
                  <Heading level={2} size="level-3" id="voorstel">
                    {words.proposal}
                  </Heading>
                  <TermsFacts terms={agreement.proposal} unit={agreement.unit} />
                </section>
              )}
              <Steps agreement={agreement} />
              <ManualValues agreement={agreement} />
              <History agreement={agreement} />
            </>
          ) : (
            <Empty>{words.notFound}</Empty>
          )
        }
      </Answer>
    </Page>
  );
};
