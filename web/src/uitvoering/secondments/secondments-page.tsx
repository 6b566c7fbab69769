import '../uitvoering.css';
import { Heading } from '@amsterdam/design-system-react';
import { Link, useSearchParams } from 'react-router';
import { Page } from '../../app/page.tsx';
import { useAsk } from '../../graph/ask.ts';
import { uitvoering } from '../../texts/uitvoering.ts';
import { secondments as words } from '../../texts/secondments.ts';
import { addDays, dayOf } from '../../ui/dates.ts';
import { Listed } from '../../ui/listed.tsx';
import { PAGE, useAfter } from '../../ui/pager.tsx';
import { Answer, Empty } from '../../ui/states.tsx';
import { DataTable } from '../../ui/table.tsx';
import { chosen, choicesOf, type Filter, Filters } from '../filters.tsx';
import { useMay } from '../may.ts';
import { lastDay, secondmentColumns } from './parts.tsx';
import {
  type SecondmentKind,
  SecondmentsDocument,
  type SecondmentStatus,
  SecondmentsToDoDocument,
  type SecondmentsToDoQuery,
} from './secondments.generated.ts';

const SOON = 92;

const byState: Filter = { name: 'status', label: uitvoering.state, all: uitvoering.allStates, choices: choicesOf(words.statuses) };
const byKind: Filter = { name: 'soort', label: words.kind, all: words.allKinds, choices: choicesOf(words.kinds) };
const byEnd: Filter = { name: 'einde', label: words.ending, all: words.anyEnd, choices: [{ value: 'binnenkort', label: words.endsSoon }] };

const filterOf = (params: URLSearchParams) => {
  const [state, kind] = [chosen(params, byState), chosen(params, byKind)];
  const soon = chosen(params, byEnd) !== null;
  return {
    ...(state !== null && { status: state as SecondmentStatus }),
    ...(kind !== null && { kind: kind as SecondmentKind }),
    ...(soon && { endsBy: addDays(dayOf(), SOON), ...(state === null && { status: 'RUNNING' as const }) }),
  };
};

type Queue = keyof typeof words.queues;
const queues: Record<Queue, string> = { ending: '?einde=binnenkort', notice: '?status=NOTICE_GIVEN', signed: '?status=SIGNED', concept: '?status=CONCEPT' };

const QueueView = ({ name, list }: { name: Queue; list: NonNullable<SecondmentsToDoQuery['ending']> }) => (
  <div>
    <Heading level={3}>{words.queues[name]}</Heading>
    <ul className="plain-list">
      {list.nodes.map((row) => (
        <li key={row.id}>
          <Link to={`/detacheringen/${row.id}`}>{row.title}</Link>
          {row.employer && ` · ${row.employer.name}`}
          <div className="small">
            {words.until} {lastDay(row)}
          </div>
        </li>
      ))}
    </ul>
    {list.pageInfo.hasNextPage && <Link to={queues[name]}>{words.allOfThese(words.queues[name])}</Link>}
  </div>
);

const ToDo = ({ data }: { data: SecondmentsToDoQuery }) => {
  const waiting = (Object.keys(queues) as Queue[]).flatMap((name) => {
    const list = data[name];
    return list && list.nodes.length > 0 ? [{ name, list }] : [];
  });
  return (
    <section className="panel">
      <Heading level={2}>{words.toDo}</Heading>
      {waiting.length === 0 && <Empty>{words.nothingToDo}</Empty>}
      <div className="queues">
        {waiting.map(({ name, list }) => (
          <QueueView key={name} name={name} list={list} />
        ))}
      </div>
    </section>
  );
};

/** Agreements of secondment: first what asks for a step, then all. */
export const SecondmentsPage = () => {
  const [params] = useSearchParams();
  const may = useMay();
  const asked = useAsk(SecondmentsDocument, { variables: { first: PAGE, after: useAfter(), filter: filterOf(params) } });
  const toDo = useAsk(SecondmentsToDoDocument, { variables: { endsBy: addDays(dayOf(), SOON) } });
  const narrowed = params.size > 0;
  return (
    <Page
      title={words.title}
      actions={
        may('runSecondments') && (
          <>
            <Link to="/detacheringen/nieuw">{words.nieuw}</Link>
            <Link to="/detacheringen/verhogen">{words.index}</Link>
          </>
        )
      }
    >
      {!narrowed && may('runSecondments') && <Answer asked={toDo}>{(data) => <ToDo data={data} />}</Answer>}
      <Filters filters={[byState, byKind, byEnd]} />
      <Answer asked={asked}>
        {({ secondments: list }) => (
          <section className="panel">
            <Heading level={2}>{narrowed ? words.caption : words.all}</Heading>
            <Listed list={list} empty={words.empty}>
              {(rows) => <DataTable hideCaption caption={words.caption} columns={secondmentColumns} rows={rows} keyOf={({ id }) => id} />}
            </Listed>
          </section>
        )}
      </Answer>
    </Page>
  );
};
