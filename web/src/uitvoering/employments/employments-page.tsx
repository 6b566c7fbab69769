import '../uitvoering.css';
import { Link, useSearchParams } from 'react-router';
import { Page } from '../../app/page.tsx';
import { useAsk } from '../../graph/ask.ts';
import { texts } from '../../texts.ts';
import { uitvoering } from '../../texts/uitvoering.ts';
import { employments as words } from '../../texts/personnel.ts';
import { StatusBadge } from '../../ui/badge.tsx';
import { dayText } from '../../ui/dates.ts';
import { Listed } from '../../ui/listed.tsx';
import { PAGE, useAfter } from '../../ui/pager.tsx';
import { Answer } from '../../ui/states.tsx';
import { type Column, DataTable } from '../../ui/table.tsx';
import { byMunicipality, chosen, choicesOf, type Filter, Filters } from '../filters.tsx';
import { municipalityName } from '../../ui/municipality.ts';
import { personName } from '../people.ts';
import { employmentTone } from './employment-tone.ts';
import { type EmploymentKind, EmploymentsDocument, type EmploymentsQuery, type EmploymentState } from './employments.generated.ts';

type Row = NonNullable<EmploymentsQuery['shelteredEmployments']>['nodes'][number];
const byState: Filter = { name: 'status', label: uitvoering.state, all: uitvoering.allStates, choices: choicesOf(words.states) };
const byKind: Filter = { name: 'soort', label: words.kind, all: words.allKinds, choices: choicesOf(words.kinds) };

const columns: Column<Row>[] = [
  {
    header: uitvoering.person,
    heads: true,
    cell: ({ id, participant }) => <Link to={`/dienstverbanden/${id}`}>{participant ? personName(participant) : texts.common.notShown}</Link>,
  },
  { header: words.kind, cell: ({ kind }) => words.kinds[kind] },
  { header: words.responsible, cell: ({ responsibleMunicipality }) => municipalityName(responsibleMunicipality) },
  { header: words.from, cell: ({ startsOn }) => dayText(startsOn) },
  { header: words.until, wide: true, cell: ({ endsOn }) => (endsOn === null ? '–' : dayText(endsOn)) },
  { header: uitvoering.state, cell: ({ state }) => <StatusBadge tone={employmentTone[state]}>{words.states[state]}</StatusBadge> },
];

/** Employments of all for whom the NUO works, latest start first. */
export const EmploymentsPage = () => {
  const [params] = useSearchParams();
  const [state, kind, municipality] = [byState, byKind, byMunicipality].map((filter) => chosen(params, filter));
  const filter = {
    ...(state != null && { state: state as EmploymentState }),
    ...(kind != null && { kind: kind as EmploymentKind }),
    ...(municipality != null && { responsibleMunicipality: municipality }),
  };
  const asked = useAsk(EmploymentsDocument, { variables: { first: PAGE, after: useAfter(), filter } });
  return (
    <Page title={words.title}>
      <Filters filters={[byState, byKind, byMunicipality]} />
      <Answer asked={asked}>
        {({ shelteredEmployments: list }) => (
          <section className="panel">
            <Listed list={list} empty={words.empty}>
              {(rows) => <DataTable hideCaption caption={words.caption} columns={columns} rows={rows} keyOf={({ id }) => id} />}
            </Listed>
          </section>
        )}
      </Answer>
    </Page>
  );
};
