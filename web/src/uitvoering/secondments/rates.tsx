import { Heading } from '@amsterdam/design-system-react';
import { secondments as words } from '../../texts/secondments.ts';
import { StatusBadge } from '../../ui/badge.tsx';
import { dayOf, dayText } from '../../ui/dates.ts';
import { Empty } from '../../ui/states.tsx';
import { useMay } from '../may.ts';
import { StepChoice } from '../step-choice.tsx';
import { euros } from './parts.tsx';
import type { Secondment } from './secondment-fields.tsx';
import { approving } from './secondment-steps.tsx';

type Rate = NonNullable<Secondment['rates']>[number];

const waits = ({ belowFloorCents, approvedAt }: Rate): boolean => belowFloorCents !== null && approvedAt === null;

/** The rate of today: what begins later replaces what began before. */
const current = (rates: readonly Rate[]): Rate | undefined =>
  rates
    .filter((rate) => !waits(rate) && rate.validFrom <= dayOf())
    .toSorted((a, b) => a.validFrom.localeCompare(b.validFrom))
    .at(-1);

const RateView = ({ row, rate, holds }: { row: Secondment; rate: Rate; holds: boolean }) => {
  const may = useMay()('approveRates');
  return (
    <li className="learning-step">
      <div>
        <strong>{euros(rate.centsPerHour)}</strong> {waits(rate) && <StatusBadge tone="attention">{words.waitsForApproval}</StatusBadge>}
        {holds && <StatusBadge tone="good">{words.holds}</StatusBadge>}
        <div className="small">
          {words.rateFrom} {dayText(rate.validFrom)}
          {rate.indexedYear !== null && `, ${words.indexedIn(rate.indexedYear)}`}
        </div>
        {rate.belowFloorCents !== null && <div className="small">{words.belowFloor(euros(rate.belowFloorCents))}</div>}
        {rate.approvedByName !== null && <div className="small">{words.approved(rate.approvedByName, rate.approvalReason ?? '')}</div>}
      </div>
      {may && waits(rate) && row.status !== 'ENDED' && <StepChoice steps={[approving(row, rate)]} quiet />}
    </li>
  );
};

/** What an hour costs, from which day on. */
export const Rates = ({ row }: { row: Secondment }) => (
  <section className="panel">
    <Heading level={2}>{words.rates}</Heading>
    {row.rates === null && <p className="small">{words.ratesNotYours}</p>}
    {row.rates?.length === 0 && <Empty>{words.noRates}</Empty>}
    <ul className="plain-list">
      {row.rates?.map((rate) => (
        <RateView key={rate.id} row={row} rate={rate} holds={rate === current(row.rates ?? [])} />
      ))}
    </ul>
  </section>
);
