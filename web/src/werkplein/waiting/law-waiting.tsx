import type { ReactNode } from 'react';
import { useAskWerkplein } from '../../graph/ask.ts';
import { texts } from '../../texts.ts';
import { werkpleinTexts } from '../../texts/werkplein.ts';
import { dayText } from '../../ui/dates.ts';
import { Pager, useAfter } from '../../ui/pager.tsx';
import { Answer, Empty } from '../../ui/states.tsx';
import { DataTable, type Column } from '../../ui/table.tsx';
import { ClientLink } from '../parts/client-link.tsx';
import { DueDay } from '../parts/day.tsx';
import { Panel } from '../parts/panel.tsx';
import { LawWaitingDocument, type LawWaitingQuery } from './law-waiting.werkplein.generated.ts';

const { waiting: words } = werkpleinTexts;
type Werkplein = NonNullable<LawWaitingQuery['wierden']>;
type NodeOf<K extends 'planEvaluationsDue' | 'loonwaardeReviews' | 'lksOverdue' | 'trialsEnding' | 'outflowToFollowUp' | 'beschutWaitingList'> = NonNullable<
  Werkplein[K]
>['nodes'][number];

interface ListProps<R> {
  id: string;
  title: string;
  empty: string;
  note?: string;
  list: { nodes: readonly R[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } } | null;
  columns: readonly Column<R>[];
  keyOf: (row: R) => string;
}

function List<R>({ id, title, empty, note, list, columns, keyOf }: ListProps<R>): ReactNode {
  if (!list) return null;
  return (
    <Panel title={title} id={id}>
      {note !== undefined && <p className="small">{note}</p>}
      {list.nodes.length === 0 ? <Empty>{empty}</Empty> : <DataTable caption={title} hideCaption columns={columns} rows={list.nodes} keyOf={keyOf} few={5} />}
      <Pager list={list} name={id} label={title} />
    </Panel>
  );
}

const plans: Column<NodeOf<'planEvaluationsDue'>>[] = [
  { header: words.client, heads: true, cell: ({ client }) => <ClientLink client={client} part="plan" /> },
  { header: words.due, cell: ({ dueOn }) => <DueDay day={dueOn} /> },
];
const trials: Column<NodeOf<'trialsEnding'>>[] = [
  { header: words.client, heads: true, cell: ({ client }) => <ClientLink client={client} part="voorzieningen" /> },
  { header: words.endsOn, cell: ({ endsOn }) => <DueDay day={endsOn} /> },
  { header: words.extension, cell: ({ extendableUntil }) => (extendableUntil === null ? words.noExtension : words.extendable(dayText(extendableUntil))) },
];
const reviews: Column<NodeOf<'loonwaardeReviews'>>[] = [
  { header: words.client, heads: true, cell: ({ client }) => <ClientLink client={client} part="voorzieningen" /> },
  { header: words.function, cell: ({ loonwaardebepaling }) => loonwaardebepaling.functionName },
  { header: words.due, cell: ({ loonwaardebepaling: { reviewOn } }) => (reviewOn === null ? texts.common.unknown : <DueDay day={reviewOn} />) },
];
const subsidies: Column<NodeOf<'lksOverdue'>>[] = [
  { header: words.client, heads: true, cell: ({ client }) => <ClientLink client={client} part="voorzieningen" /> },
  { header: words.function, cell: ({ loonwaardebepaling }) => loonwaardebepaling.functionName },
  { header: words.due, cell: ({ loonwaardebepaling: { lksDecideBy } }) => (lksDecideBy === null ? texts.common.unknown : <DueDay day={lksDecideBy} />) },
];
const followUps: Column<NodeOf<'outflowToFollowUp'>>[] = [
  { header: words.client, heads: true, cell: ({ client }) => <ClientLink client={client} /> },
  { header: words.outflowOn, cell: ({ closedOn }) => dayText(closedOn) },
  { header: words.termEnded, cell: ({ termEndedOn }) => dayText(termEndedOn) },
];
const beschut: Column<NodeOf<'beschutWaitingList'>>[] = [
  { header: words.position, numeric: true, cell: ({ position }) => String(position) },
  { header: words.client, heads: true, cell: ({ client }) => <ClientLink client={client} part="voorzieningen" /> },
  { header: words.since, cell: ({ since }) => dayText(since) },
];

/** What a plan or the law asks of my clients (Q4, Q6, Q7). */
export const LawWaiting = () => {
  const asked = useAskWerkplein(LawWaitingDocument, {
    variables: {
      plansAfter: useAfter('evaluaties'),
      reviewsAfter: useAfter('loonwaarde'),
      lksAfter: useAfter('subsidie'),
      trialsAfter: useAfter('proefplaatsingen'),
      followUpsAfter: useAfter('nazien'),
      beschutAfter: useAfter('beschut'),
    },
  });
  return (
    <Answer asked={asked}>
      {({ wierden }) =>
        wierden && (
          <>
            <List
              id="proefplaatsingen"
              title={words.trials}
              empty={words.noTrials}
              list={wierden.trialsEnding}
              columns={trials}
              keyOf={({ decisionId }) => decisionId}
            />
            <List
              id="evaluaties"
              title={words.evaluations}
              empty={words.noEvaluations}
              list={wierden.planEvaluationsDue}
              columns={plans}
              keyOf={({ client, dueOn }) => `${client?.id} ${dueOn}`}
            />
            <List
              id="loonwaarde"
              title={words.reviews}
              empty={words.noReviews}
              list={wierden.loonwaardeReviews}
              columns={reviews}
              keyOf={({ loonwaardebepaling }) => loonwaardebepaling.id}
            />
            <List
              id="subsidie"
              title={words.subsidies}
              empty={words.noSubsidies}
              list={wierden.lksOverdue}
              columns={subsidies}
              keyOf={({ loonwaardebepaling }) => loonwaardebepaling.id}
            />
            <List
              id="nazien"
              title={words.followUps}
              empty={words.noFollowUps}
              list={wierden.outflowToFollowUp}
              columns={followUps}
              keyOf={({ dossierId }) => dossierId}
            />
            <List
              id="beschut"
              title={words.beschut}
              empty={words.noBeschut}
              {...(wierden.beschutWaitingList && {
                note: words.beschutOrder(wierden.beschutWaitingList.order.join(' '), wierden.beschutWaitingList.source),
              })}
              list={wierden.beschutWaitingList}
              columns={beschut}
              keyOf={({ position }) => String(position)}
            />
          </>
        )
      }
    </Answer>
  );
};
