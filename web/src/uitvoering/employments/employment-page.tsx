import '../uitvoering.css';
import { Heading } from '@amsterdam/design-system-react';
import { Link, useNavigate, useParams } from 'react-router';
import { NotFound } from '../../app/failures.tsx';
import { Page } from '../../app/page.tsx';
import { useAsk } from '../../graph/ask.ts';
import { texts } from '../../texts.ts';
import { uitvoering } from '../../texts/uitvoering.ts';
import { workplaces } from '../../texts/workplaces.ts';
import { employments as words } from '../../texts/personnel.ts';
import { StatusBadge } from '../../ui/badge.tsx';
import { dayText } from '../../ui/dates.ts';
import { Facts } from '../../ui/facts.tsx';
import { Answer } from '../../ui/states.tsx';
import { type Column, DataTable } from '../../ui/table.tsx';
import { shortNumber } from '../../ui/numbers.ts';
import { applying, fact, type Fact } from '../facts-of.ts';
import { useMay } from '../may.ts';
import { municipalityName } from '../../ui/municipality.ts';
import { personName } from '../people.ts';
import { StepChoice } from '../step-choice.tsx';
import { employmentSteps } from './employment-steps.tsx';
import { employmentTone } from './employment-tone.ts';
import { EmploymentDocument, type EmploymentQuery } from './employments.generated.ts';

export type Employment = NonNullable<EmploymentQuery['shelteredEmployment']>;
type Terms = Employment['terms'][number];

const columns: Column<Terms>[] = [
  { header: words.changeFrom, heads: true, cell: ({ validFrom, validUntil }) => words.period(dayText(validFrom), validUntil && dayText(validUntil)) },
  { header: words.hours, numeric: true, cell: ({ hoursPerWeek }) => shortNumber(hoursPerWeek) },
  { header: words.wage, numeric: true, cell: ({ paidWagePct }) => `${shortNumber(paidWagePct)} %` },
  { header: words.cao, cell: ({ cao }) => words.caos[cao] },
  { header: words.formal, cell: ({ formalEmployer }) => (formalEmployer === null ? '–' : municipalityName(formalEmployer)) },
  { header: words.paying, cell: ({ payingMunicipality }) => municipalityName(payingMunicipality) },
];

const factsOf = ({ participant, employer, continues, continuedBy, ...row }: Employment): Fact[] =>
  applying([
    fact(uitvoering.person, participant ? <Link to={`/deelnemers/${participant.id}`}>{personName(participant)}</Link> : texts.common.notShown),
    fact(words.employer, employer && <Link to={`/werkgevers/${employer.id}`}>{employer.name}</Link>),
    fact(words.responsible, municipalityName(row.responsibleMunicipality)),
    fact(words.from, dayText(row.startsOn)),
    fact(words.until, row.endsOn && dayText(row.endsOn)),
    fact(words.decided, row.decidedOn && dayText(row.decidedOn)),
    fact(words.endReason, row.endReason && words.reasons[row.endReason]),
    fact(words.destination, row.destination && words.destinations[row.destination]),
    fact(words.adaptations, row.adaptations?.map((each) => workplaces.adaptation[each]).join(', ')),
    fact(words.continues, continues && <Link to={`/dienstverbanden/${continues.id}`}>{words.other}</Link>),
    fact(words.continuedBy, continuedBy && <Link to={`/dienstverbanden/${continuedBy.id}`}>{words.other}</Link>),
    fact(uitvoering.reason, row.note),
  ]);

const EmploymentView = ({ row }: { row: Employment }) => {
  const may = useMay()('keepEmployments');
  const navigate = useNavigate();
  return (
    <Page
      title={`${words.kinds[row.kind]} · ${personName(row.participant ?? {})}`}
      actions={<StatusBadge tone={employmentTone[row.state]}>{words.states[row.state]}</StatusBadge>}
    >
      <div className="with-steps">
        <div>
          <section className="panel">
            <Heading level={2}>{words.facts}</Heading>
            <Facts facts={factsOf(row)} />
          </section>
          <section className="panel">
            <Heading level={2}>{words.terms}</Heading>
            <DataTable hideCaption caption={words.terms} columns={columns} rows={row.terms} keyOf={({ validFrom }) => validFrom} />
          </section>
        </div>
        {may && (
          <section className="panel">
            <Heading level={2}>{uitvoering.steps}</Heading>
            <StepChoice steps={employmentSteps(row, (path) => void navigate(path))} />
          </section>
        )}
      </div>
    </Page>
  );
};

/** One employment: its terms in time, and what personnel can do with it. */
export const EmploymentPage = () => {
  const { id = '' } = useParams();
  const asked = useAsk(EmploymentDocument, { variables: { id } });
  return <Answer asked={asked}>{({ shelteredEmployment: row }) => (row ? <EmploymentView key={row.id} row={row} /> : <NotFound />)}</Answer>;
};
