import './uitvoering.css';
import { Link, useSearchParams } from 'react-router';
import { Page } from '../app/page.tsx';
import { useAsk } from '../graph/ask.ts';
import { uitvoering } from '../texts/uitvoering.ts';
import { learning } from '../texts/workplaces.ts';
import { StatusBadge } from '../ui/badge.tsx';
import { dayText } from '../ui/dates.ts';
import { Listed } from '../ui/listed.tsx';
import { PAGE, useAfter } from '../ui/pager.tsx';
import { Answer } from '../ui/states.tsx';
import { type Column, DataTable } from '../ui/table.tsx';
import { byMunicipality, chosen, type Filter, Filters } from './filters.tsx';
import { LearningLinesDocument, type LearningLinesQuery } from './learning.generated.ts';
import { progressText } from './learning-progress.ts';
import { personName } from './people.ts';

const { person, state } = uitvoering;
const ENDED = 'afgesloten';

type Line = NonNullable<LearningLinesQuery['learningLines']>['nodes'][number];

const byState: Filter = {
  name: 'status',
  label: state,
  all: learning.open,
  choices: [
    { value: ENDED, label: learning.ended },
    { value: 'alle', label: learning.all },
  ],
};

const columns: Column<Line>[] = [
  { header: person, heads: true, cell: ({ id, participant }) => <Link to={`/leerwerklijnen/${id}`}>{personName(participant ?? {})}</Link> },
  { header: learning.goal, cell: ({ goal }) => goal },
  { header: learning.progress, cell: ({ progress }) => progressText(progress) },
  { header: learning.from, wide: true, cell: ({ startsOn }) => dayText(startsOn) },
  { header: learning.expected, cell: ({ endedOn, expectedEndOn }) => (endedOn ?? expectedEndOn) && dayText(endedOn ?? expectedEndOn ?? '') },
  {
    header: state,
    cell: ({ endedOn }) => <StatusBadge tone={endedOn === null ? 'info' : 'neutral'}>{endedOn === null ? learning.open : learning.ended}</StatusBadge>,
  },
];

/** What people learn by working, the latest begun first. */
export const LearningLinesPage = () => {
  const [params] = useSearchParams();
  const which = chosen(params, byState);
  const open = which === null ? true : which === ENDED ? false : null;
  const asked = useAsk(LearningLinesDocument, { variables: { first: PAGE, after: useAfter(), open, municipality: chosen(params, byMunicipality) } });
  return (
    <Page title={learning.title}>
      <Filters filters={[byState, byMunicipality]} />
      <Answer asked={asked}>
        {({ learningLines: list }) => (
          <section className="panel">
            <Listed list={list} empty={learning.empty}>
              {(rows) => <DataTable hideCaption caption={learning.caption} columns={columns} rows={rows} keyOf={({ id }) => id} />}
            </Listed>
          </section>
        )}
      </Answer>
    </Page>
  );
};
