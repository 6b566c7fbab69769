import './uitvoering.css';
import { Field, Heading, Label, TextInput } from '@amsterdam/design-system-react';
import { Link, useParams, useSearchParams } from 'react-router';
import { NotFound } from '../app/failures.tsx';
import { Page } from '../app/page.tsx';
import { useAsk } from '../graph/ask.ts';
import { texts } from '../texts.ts';
import { placements } from '../texts/placements.ts';
import { uitvoering } from '../texts/uitvoering.ts';
import { workplaces } from '../texts/workplaces.ts';
import { StatusBadge } from '../ui/badge.tsx';
import { dayOf, dayText } from '../ui/dates.ts';
import { Facts } from '../ui/facts.tsx';
import { shortNumber } from '../ui/numbers.ts';
import { Answer, Empty } from '../ui/states.tsx';
import { type Column, DataTable } from '../ui/table.tsx';
import { applying, fact, type Fact } from './facts-of.ts';
import { useMay } from './may.ts';
import { personName } from './people.ts';
import { StepChoice } from './step-choice.tsx';
import { placementTone } from './tones.ts';
import { addToGroupPath, workplaceSteps } from './workplace-steps.tsx';
import { WorkplaceDocument, type WorkplaceQuery } from './workplaces.generated.ts';

const { states, person, state, steps } = uitvoering;

type Workplace = NonNullable<WorkplaceQuery['workplace']>;
type Placement = NonNullable<Workplace['placements']>[number];

const factsOf = ({ group, ...row }: Workplace): Fact[] => {
  const facts: Fact[] = [
    fact(workplaces.kind, workplaces.kinds[row.kind]),
    fact(workplaces.location, row.location),
    fact(workplaces.capacity, shortNumber(row.capacityHours)),
    fact(workplaces.supervisor, row.supervisor?.name ?? texts.common.none),
    fact(workplaces.group, group?.name),
    fact(workplaces.hirer, group?.hirer && <Link to={`/werkgevers/${group.hirer.id}`}>{group.hirer.name}</Link>),
    fact(workplaces.opened, dayText(row.opensOn)),
    fact(workplaces.closes, row.closesOn && dayText(row.closesOn)),
    fact(workplaces.adaptations, row.adaptations.map((each) => workplaces.adaptation[each]).join(', ') || texts.common.none),
  ];
  return applying(facts);
};

const columns: Column<Placement>[] = [
  { header: person, heads: true, cell: (row) => <Link to={`/plaatsingen/${row.id}`}>{personName(row)}</Link> },
  { header: placements.hours, numeric: true, cell: ({ hoursPerWeek }) => shortNumber(hoursPerWeek) },
  { header: placements.until, cell: ({ expectedEndOn }) => (expectedEndOn === null ? placements.noEnd : dayText(expectedEndOn)) },
  { header: state, cell: ({ status }) => <StatusBadge tone={placementTone[status] ?? 'neutral'}>{states.placement[status]}</StatusBadge> },
];

const OtherDay = ({ day }: { day: string }) => {
  const [, setParams] = useSearchParams();
  return (
    <Field className="stacked">
      <Label htmlFor="andere-dag">{workplaces.otherDay}</Label>
      <TextInput
        id="andere-dag"
        type={'date' as 'text'}
        value={day}
        onChange={({ target }) => target.value !== '' && setParams({ dag: target.value }, { replace: true })}
      />
    </Field>
  );
};

const WorkplaceView = ({ workplace, day }: { workplace: Workplace; day: string }) => {
  const planning = useMay()('planWorkplaces');
  return (
    <Page title={workplace.name}>
      <div className="with-steps">
        <section className="panel">
          <Heading level={2}>{workplaces.whoIsThere(dayText(day))}</Heading>
          <OtherDay day={day} />
          {(workplace.placements ?? []).length === 0 ? (
            <Empty>{workplaces.nobody}</Empty>
          ) : (
            <DataTable hideCaption caption={workplaces.whoIsThere(dayText(day))} columns={columns} rows={workplace.placements ?? []} keyOf={({ id }) => id} />
          )}
        </section>
        <div>
          <section className="panel">
            <Heading level={2}>{workplaces.facts}</Heading>
            <Facts facts={factsOf(workplace)} />
            {planning && workplace.group && (
              <p>
                <Link to={addToGroupPath(workplace.group)}>{workplaces.addToGroup}</Link>
              </p>
            )}
          </section>
          {planning && (
            <section className="panel">
              <Heading level={2}>{steps}</Heading>
              <StepChoice steps={workplaceSteps(workplace)} />
            </section>
          )}
        </div>
      </div>
    </Page>
  );
};

/** One workplace, and who is there on a day. */
export const WorkplacePage = () => {
  const { id = '' } = useParams();
  const [params] = useSearchParams();
  const day = params.get('dag') ?? dayOf();
  const asked = useAsk(WorkplaceDocument, { variables: { id, day } });
  return <Answer asked={asked}>{({ workplace }) => (workplace ? <WorkplaceView key={workplace.id} workplace={workplace} day={day} /> : <NotFound />)}</Answer>;
};
