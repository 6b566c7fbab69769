import { Heading } from '@amsterdam/design-system-react';
import { Link, useSearchParams } from 'react-router';
import { useAsk } from '../../graph/ask.ts';
import { texts } from '../../texts.ts';
import { hours as words } from '../../texts/hours.ts';
import { dayOf } from '../../ui/dates.ts';
import { euroText, shortNumber } from '../../ui/numbers.ts';
import { Answer, Empty } from '../../ui/states.tsx';
import { useMay } from '../may.ts';
import { addMonths, monthText } from '../../ui/months.ts';
import { StepChoice } from '../step-choice.tsx';
import { SheetsOfParticipantDocument, type SheetsOfParticipantQuery } from './hours.generated.ts';
import { correcting, correctingClosed, recording } from './sheet-steps.tsx';

type Sheet = NonNullable<NonNullable<SheetsOfParticipantQuery['participant']>['timesheets']>[number];
const MONTHS = 12;

const said = ({ workedHours, billableHours, absentHours, money }: Sheet): string =>
  [
    `${words.worked} ${shortNumber(workedHours)}`,
    `${words.billable.toLowerCase()} ${shortNumber(billableHours)}`,
    `${words.absent.toLowerCase()} ${shortNumber(absentHours)}`,
    ...(money === null ? [] : [`${words.revenue.toLowerCase()} ${money.revenueCents === null ? words.unknownRevenue : euroText(money.revenueCents / 100)}`]),
  ].join(' · ');

const SheetView = ({ placementId, sheet, closedThrough, may }: { placementId: string; sheet: Sheet; closedThrough: string; may: boolean }) => {
  const correction = sheet.kind === 'CORRECTION';
  const step = sheet.month > closedThrough ? correcting(sheet) : correctingClosed(placementId, sheet);
  return (
    <li className="learning-step">
      <div>
        <strong className="month-name">{monthText(sheet.month)}</strong>
        {correction && ` · ${words.correctionOf(monthText(sheet.concernsMonth))}`}
        <div className="small">{said(sheet)}</div>
        {sheet.reason !== null && <div className="small">{sheet.reason}</div>}
      </div>
      {may && !correction && <StepChoice steps={[step]} quiet />}
    </li>
  );
};

/** Links that move the months; the last one shown stands in the address. */
const Moves = ({ from, until }: { from: string; until: string }) => {
  const [params] = useSearchParams();
  const to = (month: string): string => {
    const next = new URLSearchParams(params);
    next.set('uren', month);
    return `?${next}`;
  };
  return (
    <nav className="period-moves" aria-label={words.title}>
      <Link to={to(addMonths(until, -MONTHS))} preventScrollReset>
        ← {words.earlier}
      </Link>
      <span>{words.year(monthText(from), monthText(until))}</span>
      {until < dayOf().slice(0, 7) && (
        <Link to={to(addMonths(until, MONTHS))} preventScrollReset>
          {words.later} →
        </Link>
      )}
    </nav>
  );
};

/** Hours of a placement, the latest month first. */
export const PlacementHours = ({ placementId, participantId }: { placementId: string; participantId: string }) => {
  const [params] = useSearchParams();
  const may = useMay()('keepHours');
  const asOf = params.get('uren') ?? '';
  const now = dayOf().slice(0, 7);
  const until = /^\d{4}-\d\d$/.test(asOf) ? asOf : now;
  const from = addMonths(until, 1 - MONTHS);
  const asked = useAsk(SheetsOfParticipantDocument, { variables: { id: participantId, from, until } });
  return (
    <section className="panel">
      <Heading level={2}>{words.title}</Heading>
      <Moves from={from} until={until} />
      <Answer asked={asked}>
        {({ participant, closedMonths }) => {
          const sheets = (participant?.timesheets ?? []).filter(({ placement, withdrawnAt }) => placement?.id === placementId && withdrawnAt === null);
          return (
            <>
              {may && <StepChoice steps={[recording(placementId, addMonths(now, -1))]} quiet />}
              {sheets.length === 0 && <Empty>{participant?.timesheets == null ? texts.common.notShown : words.none}</Empty>}
              <ul className="plain-list">
                {sheets
                  .toSorted((a, b) => b.month.localeCompare(a.month))
                  .map((sheet) => (
                    <SheetView key={sheet.id} placementId={placementId} sheet={sheet} closedThrough={closedMonths?.[0]?.month ?? ''} may={may} />
                  ))}
              </ul>
            </>
          );
        }}
      </Answer>
    </section>
  );
};
