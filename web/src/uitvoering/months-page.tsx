import './uitvoering.css';
import { Alert, Heading, Paragraph } from '@amsterdam/design-system-react';
import { useSearchParams } from 'react-router';
import { Page } from '../app/page.tsx';
import { useAsk } from '../graph/ask.ts';
import { texts } from '../texts.ts';
import { months } from '../texts/workplaces.ts';
import { StatusBadge } from '../ui/badge.tsx';
import { dayOf, dayText } from '../ui/dates.ts';
import { PAGE, useAfter } from '../ui/pager.tsx';
import { Answer, Empty } from '../ui/states.tsx';
import { CloseMonth } from './close-month.tsx';
import { byMunicipality, chosen, Filters } from './filters.tsx';
import { useMay } from './may.ts';
import { addMonths, monthText } from '../ui/months.ts';
import { Gaps, Totals } from './month-parts.tsx';
import { MonthDocument, MonthsDocument, type MonthsQuery } from './months.generated.ts';

const AHEAD = 12;

type Closed = NonNullable<MonthsQuery['closedMonths']>;

/** The month that comes after those that were closed; without any, the one that ended last. */
const firstOpen = (closed: Closed): string => (closed[0] ? addMonths(closed[0].month, 1) : addMonths(dayOf().slice(0, 7), -1));

const monthFilter = (closed: Closed, open: string) => {
  const now = dayOf().slice(0, 7);
  const toCome = Array.from({ length: AHEAD }, (_, n) => addMonths(open, n + 1)).filter((each) => each <= now);
  const label = (month: string, state: string) => ({ value: month, label: `${monthText(month)} (${state})` });
  return {
    name: 'maand',
    label: months.month,
    all: `${monthText(open)} (${months.open.toLowerCase()})`,
    choices: [
      ...toCome.toReversed().map((month) => label(month, months.open.toLowerCase())),
      ...closed.map(({ month }) => label(month, months.closed.toLowerCase())),
    ],
  };
};

const MonthView = ({ closed }: { closed: Closed }) => {
  const [params] = useSearchParams();
  const may = useMay();
  const open = firstOpen(closed);
  const byMonth = monthFilter(closed, open);
  const month = chosen(params, byMonth) ?? open;
  const done = closed.find((each) => each.month === month);
  const asked = useAsk(MonthDocument, { variables: { month, municipality: chosen(params, byMunicipality), first: PAGE, after: useAfter() } });
  return (
    <>
      <Filters filters={[byMonth, byMunicipality]} />
      <Heading level={2} className="stacked month-name">
        {monthText(month)} <StatusBadge tone={done ? 'good' : 'info'}>{done ? months.closed : months.open}</StatusBadge>
      </Heading>
      {done && (
        <Alert className="stacked" heading={months.closedBy(done.closedByName, dayText(dayOf(done.closedAt)))} headingLevel={3}>
          <Paragraph>
            {done.reason !== null && `${months.closedWith(done.reason)} `}
            {months.changes}
          </Paragraph>
        </Alert>
      )}
      <Answer asked={asked}>
        {({ hoursTotals, hoursGaps }) => (
          <>
            {hoursTotals === null ? <Empty>{texts.common.listNotShown}</Empty> : <Totals totals={hoursTotals} />}
            {hoursGaps && <Gaps gaps={hoursGaps} />}
          </>
        )}
      </Answer>
      {!done && may('closeMonths') && <CloseMonth key={month} month={month} />}
    </>
  );
};

/** What a month of the NUO comes to, what it lacks, and its closing. */
export const MonthsPage = () => (
  <Page title={months.title}>
    <Answer asked={useAsk(MonthsDocument)}>{({ closedMonths }) => <MonthView closed={closedMonths ?? []} />}</Answer>
  </Page>
);
