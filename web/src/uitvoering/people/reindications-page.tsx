import '../uitvoering.css';
import { Link, useSearchParams } from 'react-router';
import { Page } from '../../app/page.tsx';
import { useAsk } from '../../graph/ask.ts';
import { texts } from '../../texts.ts';
import { uitvoering } from '../../texts/uitvoering.ts';
import { indications as words } from '../../texts/personnel.ts';
import { StatusBadge } from '../../ui/badge.tsx';
import { dayText } from '../../ui/dates.ts';
import { Listed } from '../../ui/listed.tsx';
import { PAGE, useAfter } from '../../ui/pager.tsx';
import { Answer } from '../../ui/states.tsx';
import { type Column, DataTable } from '../../ui/table.tsx';
import { chosen, type Filter, Filters } from '../filters.tsx';
import { municipalityName } from '../../ui/municipality.ts';
import { personName } from '../people.ts';
import { ReindicationsDueDocument, type ReindicationsDueQuery } from './people-list.generated.ts';

type Due = NonNullable<ReindicationsDueQuery['reindicationsDue']>['nodes'][number];
const HALF_YEAR = 183;
const YEAR = 366;
const byTime: Filter = { name: 'binnen', label: words.within, all: words.halfYear, choices: [{ value: 'jaar', label: words.year }] };

const columns: Column<Due>[] = [
  {
    header: uitvoering.person,
    heads: true,
    cell: ({ participant }) => (participant ? <Link to={`/deelnemers/${participant.id}#indicaties`}>{personName(participant)}</Link> : texts.common.notShown),
  },
  { header: uitvoering.municipality, cell: ({ participant }) => participant?.municipality && municipalityName(participant.municipality) },
  { header: words.until, cell: ({ indication }) => dayText(indication.validUntil) },
  {
    header: words.requestBy,
    cell: ({ requestBy, late }) => (
      <>
        {dayText(requestBy)} {late && <StatusBadge tone="bad">{words.late}</StatusBadge>}
      </>
    ),
  },
];

/** Whose next indication must be asked of UWV. */
export const ReindicationsPage = () => {
  const [params] = useSearchParams();
  const within = chosen(params, byTime) === null ? HALF_YEAR : YEAR;
  const asked = useAsk(ReindicationsDueDocument, { variables: { first: PAGE, after: useAfter(), within } });
  return (
    <Page title={words.due}>
      <Filters filters={[byTime]} />
      <Answer asked={asked}>
        {({ reindicationsDue: list }) => (
          <section className="panel">
            {list?.termWeeks != null && <p className="lead">{words.dueLead(list.termWeeks)}</p>}
            <Listed list={list} empty={words.noneDue}>
              {(rows) => <DataTable hideCaption caption={words.dueCaption} columns={columns} rows={rows} keyOf={({ indication }) => indication.id} />}
            </Listed>
          </section>
        )}
      </Answer>
    </Page>
  );
};
