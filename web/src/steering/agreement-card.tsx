import { Heading } from '@amsterdam/design-system-react';
import { Link } from 'react-router';
import { steering } from '../texts/steering.ts';
import { StatusBadge } from '../ui/badge.tsx';
import { placeOfCode, figurePath } from './address.ts';
import { Meter } from './charts/meter.tsx';
import { ColourBadge } from './colour.tsx';
import type { AgreementOnDashboardFragment } from './dashboard.generated.ts';
import { MissingNote } from './missing.tsx';

const words = steering;

interface CardProps {
  agreement: AgreementOnDashboardFragment;
  year: number;
}

/** One agreement: how it goes, in a word, in numbers, and where it lies with respect to the target. */
export const AgreementCard = ({ agreement: { id, title, indicator, municipality, manual, status, proposal, progress }, year }: CardProps) => (
  <li className="agreement-card" data-colour={progress?.colour ?? 'UNKNOWN'}>
    <div className="agreement-head">
      <Heading level={4} size="level-5">
        {title}
      </Heading>
      {status === 'CONCEPT' ? <StatusBadge tone="info">{words.proposal}</StatusBadge> : progress && <ColourBadge colour={progress.colour} />}
    </div>
    {progress && (
      <>
        {progress.target !== null && <Meter target={progress.target} value={progress.value} forecast={progress.forecast} />}
        <dl className="agreement-numbers">
          <div>
            <dt>{words.realised}</dt>
            <dd>{progress.text}</dd>
          </div>
          <div>
            <dt>{words.target}</dt>
            <dd>{progress.targetText ?? words.none}</dd>
          </div>
          <div>
            <dt>{words.forecast}</dt>
            <dd>{progress.forecastText ?? words.noForecast}</dd>
          </div>
        </dl>
        {progress.whyText !== null && status !== 'CONCEPT' && <p className="small">{progress.whyText}</p>}
        <MissingNote of={progress} />
      </>
    )}
    <p className="agreement-links">
      <Link to={`/sturing/afspraken/${id}`} aria-label={`${words.showAgreement}: ${title}`}>
        {words.showAgreement}
      </Link>
      {!manual && (
        <Link to={figurePath(indicator, { gemeente: placeOfCode(municipality)?.field, jaar: year })} aria-label={`${words.showFacts}: ${title}`}>
          {words.showFacts}
        </Link>
      )}
      {status !== 'CONCEPT' && proposal !== null && <StatusBadge tone="info">{words.waits}</StatusBadge>}
    </p>
  </li>
);
