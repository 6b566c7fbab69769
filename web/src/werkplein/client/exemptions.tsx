import { werkpleinTexts } from '../../texts/werkplein.ts';
import { exemptionGround } from '../../texts/werkplein-law.ts';
import { named } from '../../texts/werkplein-names.ts';
import { municipalities } from '../../graph/municipalities.generated.ts';
import { StatusBadge } from '../../ui/badge.tsx';
import { dayText } from '../../ui/dates.ts';
import { DueDay, periodText } from '../parts/day.tsx';
import { Opening } from '../parts/opening.tsx';
import type { Decision } from './decisions.tsx';
import { CarryForm, EndForm, ReviewForm, StartForm } from './exemption-forms.tsx';
import { LawItem, LawList } from './law-section.tsx';
import type { LawClient } from './law.tsx';

const { exemption: words } = werkpleinTexts;
export type Exemption = NonNullable<LawClient['exemptions']>[number];

const factsOf = (one: Exemption): [string, React.ReactNode][] => [
  [words.period, periodText(one.startsOn, one.endsOn)],
  ...(one.reviewOn === null ? [] : ([[words.reviewOn, <DueDay key="review" day={one.reviewOn} />]] as [string, React.ReactNode][])),
  ...(one.reviewedOn === null ? [] : ([[words.reviewedOn, dayText(one.reviewedOn)]] as [string, React.ReactNode][])),
  ...(one.endReason === null ? [] : ([[words.endReason, one.endReason]] as [string, React.ReactNode][])),
];

const placeOf = (code: string): string => municipalities.find((each) => each.code === code)?.name ?? words.municipalityOf(code);

/** How long the client was exempt in all, here and elsewhere. */
const Times = ({ law }: { law: LawClient }) => {
  const times = (law.exemptionTimes ?? []).filter(({ months, days }) => months + days > 0);
  const carried = law.carriedExemptions ?? [];
  if (times.length + carried.length === 0) return null;
  return (
    <ul className="plain-list">
      {times.map(({ ground, months, days, limitMonths }) => (
        <li key={ground}>
          {words.used(named(exemptionGround, ground), months, days)} {limitMonths !== null && words.limit(limitMonths)}
        </li>
      ))}
      {carried.map(({ municipality, ground, months }) => (
        <li key={`${municipality} ${ground}`}>{words.carriedFrom(placeOf(municipality), months, named(exemptionGround, ground))}</li>
      ))}
    </ul>
  );
};

interface ExemptionsProps {
  law: LawClient;
  /** Decisions in force that grant one. */
  decisions: readonly Decision[];
  clientId: string;
  open: boolean;
}

/** What is not asked of this client for a time, by a decision. */
export const Exemptions = ({ law, decisions, clientId, open }: ExemptionsProps) => (
  <LawList
    id="ontheffingen"
    title={words.title}
    empty={words.none}
    rows={law.exemptions}
    action={
      <>
        <Times law={law} />
        {open && (
          <>
            <Opening label={words.start}>{(close) => <StartForm clientId={clientId} decisions={decisions} close={close} />}</Opening>
            <Opening label={words.carry} variant="tertiary">
              {(close) => <CarryForm clientId={clientId} close={close} />}
            </Opening>
          </>
        )}
      </>
    }
  >
    {(one) => (
      <LawItem
        key={one.id}
        id={one.id}
        title={
          <>
            {named(exemptionGround, one.ground)}{' '}
            <StatusBadge tone={one.status === 'RUNNING' ? 'good' : 'neutral'}>{one.status === 'RUNNING' ? words.running : words.over}</StatusBadge>
          </>
        }
        facts={factsOf(one)}
        {...(open &&
          one.status === 'RUNNING' && {
            actions: (
              <>
                <Opening label={words.review}>{(close) => <ReviewForm exemption={one} close={close} />}</Opening>
                <Opening label={words.end} variant="tertiary">
                  {(close) => <EndForm exemption={one} close={close} />}
                </Opening>
              </>
            ),
          })}
      />
    )}
  </LawList>
);
