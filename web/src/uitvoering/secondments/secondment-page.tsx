import '../uitvoering.css';
import { Heading } from '@amsterdam/design-system-react';
import { Link, useParams } from 'react-router';
import { NotFound } from '../../app/failures.tsx';
import { Page } from '../../app/page.tsx';
import { useAsk } from '../../graph/ask.ts';
import { texts } from '../../texts.ts';
import { uitvoering } from '../../texts/uitvoering.ts';
import { secondments as words } from '../../texts/secondments.ts';
import { dayText } from '../../ui/dates.ts';
import { Facts } from '../../ui/facts.tsx';
import { Answer } from '../../ui/states.tsx';
import { applying, fact, type Fact } from '../facts-of.ts';
import { useMay } from '../may.ts';
import { municipalityName } from '../../ui/municipality.ts';
import { StepChoice } from '../step-choice.tsx';
import { Members } from './members.tsx';
import { SecondmentBadge } from './parts.tsx';
import { Rates } from './rates.tsx';
import type { Secondment } from './secondment-fields.tsx';
import { secondmentSteps } from './secondment-steps.tsx';
import { SecondmentDocument } from './secondments.generated.ts';

const factsOf = ({ employer, branch, ...row }: Secondment): Fact[] =>
  applying([
    fact(words.hirer, employer ? <Link to={`/werkgevers/${employer.id}`}>{employer.name}</Link> : texts.common.notShown),
    fact(words.branch, branch?.city),
    fact(words.greenTeam, row.greenTeamOf && municipalityName(row.greenTeamOf)),
    fact(words.kind, words.kinds[row.kind]),
    fact(words.origin, words.origins[row.origin]),
    fact(words.from, dayText(row.startsOn)),
    fact(words.until, row.endsOn === null ? row.endedOn === null && words.noEnd : dayText(row.endsOn)),
    fact(words.noticePeriod, words.months(row.noticeMonths)),
    fact(words.indexed, row.indexed ? texts.common.yes : texts.common.no),
    fact(words.signedOn, row.signedOn && dayText(row.signedOn)),
    fact(words.notice, row.noticeGivenOn && row.noticeBy && words.noticeText(dayText(row.noticeGivenOn), words.parties[row.noticeBy])),
    fact(words.noticeUntil, row.noticeEndsOn && dayText(row.noticeEndsOn)),
    fact(words.ended, row.endedOn && dayText(row.endedOn)),
    fact(words.endReason, row.endReason),
  ]);

const SecondmentView = ({ row }: { row: Secondment }) => {
  const may = useMay()('runSecondments');
  return (
    <Page title={`${row.title}${row.employer ? ` · ${row.employer.name}` : ''}`} actions={<SecondmentBadge status={row.status} />}>
      <div className="with-steps">
        <div>
          <Members row={row} may={may} />
          <Rates row={row} />
        </div>
        <div>
          {may && (
            <section className="panel">
              <Heading level={2}>{uitvoering.steps}</Heading>
              <StepChoice steps={secondmentSteps(row)} />
            </section>
          )}
          <section className="panel">
            <Heading level={2}>{words.facts}</Heading>
            <Facts facts={factsOf(row)} />
          </section>
        </div>
      </div>
    </Page>
  );
};

/** One agreement: who works under it, at which rate, and what can be done with it. */
export const SecondmentPage = () => {
  const { id = '' } = useParams();
  const asked = useAsk(SecondmentDocument, { variables: { id } });
  return <Answer asked={asked}>{({ secondment }) => (secondment ? <SecondmentView key={secondment.id} row={secondment} /> : <NotFound />)}</Answer>;
};
