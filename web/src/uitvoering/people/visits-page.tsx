import '../uitvoering.css';
import { Heading } from '@amsterdam/design-system-react';
import { Link } from 'react-router';
import { Page } from '../../app/page.tsx';
import { useAsk } from '../../graph/ask.ts';
import { forWerkplein } from '../../graph/municipal.ts';
import { municipalities } from '../../graph/municipalities.generated.ts';
import { texts } from '../../texts.ts';
import { lawStepWords } from '../../texts/werkplein-law-steps.ts';
import { StatusBadge } from '../../ui/badge.tsx';
import { dayOf, dayText } from '../../ui/dates.ts';
import { shortNumber } from '../../ui/numbers.ts';
import { Pager, useAfter } from '../../ui/pager.tsx';
import { Answer, Empty } from '../../ui/states.tsx';
import { type Column, DataTable } from '../../ui/table.tsx';
import { LoonwaardeVisitsDocument, type LoonwaardeVisitsQuery } from './visits.werkplein.generated.ts';

const { loonwaarde: words } = lawStepWords;

type Visit = NonNullable<NonNullable<LoonwaardeVisitsQuery['wierden']>['loonwaardeVisits']>['nodes'][number];

const personOf = ({ client }: Visit) => {
  const name = client?.displayName ?? texts.common.notShown;
  const participant = client?.serviceOrders?.nodes[0]?.participant;
  return participant ? <Link to={`/deelnemers/${participant.id}`}>{name}</Link> : name;
};

const columns: Column<Visit>[] = [
  { header: words.visitOn, cell: ({ loonwaardebepaling: { plannedOn } }) => <VisitDay day={plannedOn} /> },
  { header: words.visitOf, heads: true, cell: personOf },
  { header: words.visitFunction, cell: ({ loonwaardebepaling }) => loonwaardebepaling.functionName },
  { header: words.visitHours, numeric: true, cell: ({ loonwaardebepaling }) => shortNumber(loonwaardebepaling.hoursPerWeek) },
];

const VisitDay = ({ day }: { day: string | null }) => {
  if (day === null) return texts.common.unknown;
  return (
    <>
      {dayText(day)} {day < dayOf() && <StatusBadge tone="bad">{words.visitLate}</StatusBadge>}
    </>
  );
};

/** The visits for one Werkplein: one that does not answer leaves those for the others standing. */
const VisitsFor = ({ code, name }: { code: string; name: string }) => {
  const place = `na-${code}`;
  const asked = useAsk(forWerkplein(LoonwaardeVisitsDocument, code), { variables: { after: useAfter(place) } });
  return (
    <section className="panel" aria-label={words.visitsFor(name)}>
      <Heading level={2}>{words.visitsFor(name)}</Heading>
      <Answer asked={asked}>
        {({ wierden }) => {
          const visits = wierden?.loonwaardeVisits;
          if (!visits) return null;
          return visits.nodes.length === 0 ? (
            <Empty>{words.noVisits}</Empty>
          ) : (
            <>
              <DataTable
                hideCaption
                caption={words.visitsFor(name)}
                columns={columns}
                rows={visits.nodes}
                keyOf={({ loonwaardebepaling }) => loonwaardebepaling.id}
              />
              <Pager list={visits} name={place} label={words.visitsFor(name)} />
            </>
          );
        }}
      </Answer>
    </section>
  );
};

/** What the reader is to measure for the four Werkpleinen, the earliest visit first. */
export const VisitsPage = () => (
  <Page title={words.visits}>
    <p className="lead">{words.visitsIntro}</p>
    {municipalities.map(({ code, name }) => (
      <VisitsFor key={code} code={code} name={name} />
    ))}
  </Page>
);
