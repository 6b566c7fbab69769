import type { ReactNode } from 'react';
import { texts } from '../../texts.ts';
import { werkpleinTexts } from '../../texts/werkplein.ts';
import { decisionKind, decisionOutcome } from '../../texts/werkplein-law.ts';
import { named } from '../../texts/werkplein-names.ts';
import { StatusBadge } from '../../ui/badge.tsx';
import { dayText } from '../../ui/dates.ts';
import { euroText } from '../../ui/numbers.ts';
import { periodText } from '../parts/day.tsx';
import { Opening } from '../parts/opening.tsx';
import { DecisionForm } from './decision-form.tsx';
import { LawItem, LawList } from './law-section.tsx';
import type { OwnLaw } from './law.tsx';

const { law: words } = werkpleinTexts;
export type Decision = NonNullable<OwnLaw['decisions']>[number];

const CENTS = 100;

const fact = (label: string, value: ReactNode): [string, ReactNode][] => (value === null ? [] : [[label, value]]);

const factsOf = (one: Decision, others: readonly Decision[]): [string, ReactNode][] => {
  const revised = others.find(({ id }) => id === one.revisesId);
  const reviser = others.find(({ id }) => id === one.revisedById);
  return [
    [words.decidedOn, dayText(one.decidedOn)],
    ...fact(words.appliedOn, one.appliedOn && dayText(one.appliedOn)),
    ...fact(words.decideBy, one.decideBy && `${dayText(one.decideBy)}${one.overdue ? ` (${words.late})` : ''}`),
    ...fact(words.period, one.startsOn && periodText(one.startsOn, one.endsOn)),
    ...fact(words.monthly, one.monthlyCents === null ? null : euroText(one.monthlyCents / CENTS)),
    ...fact(words.forfaitShort, one.forfait ? texts.common.yes : null),
    [words.basis, one.legalBasis],
    ...fact(words.documentRef, one.documentRef),
    ...fact(words.revises, revised ? words.decisionOf(dayText(revised.decidedOn), revised.legalBasis) : null),
    ...fact(words.revisedBy, reviser ? words.decisionOf(dayText(reviser.decidedOn), reviser.legalBasis) : null),
  ];
};

/** What was decided: those in force first to be corrected, the others as they were. */
export const Decisions = ({ law, clientId }: { law: OwnLaw | null; clientId: string }) => {
  const all = law?.decisions ?? [];
  const inForce = all.filter(({ revisedById }) => revisedById === null);
  return (
    <LawList
      id="besluiten"
      title={words.decisions}
      empty={words.noDecisions}
      rows={law?.decisions ?? null}
      action={<Opening label={words.publish}>{(close) => <DecisionForm clientId={clientId} inForce={inForce} close={close} />}</Opening>}
    >
      {(one) => (
        <LawItem
          key={one.id}
          id={one.id}
          title={
            <>
              {named(decisionKind, one.kind)}{' '}
              <StatusBadge tone={one.revisedById === null && one.outcome === 'GRANTED' ? 'good' : 'neutral'}>
                {one.revisedById === null ? named(decisionOutcome, one.outcome) : words.replaced}
              </StatusBadge>
            </>
          }
          facts={factsOf(one, all)}
          {...(one.revisedById === null && {
            actions: (
              <Opening label={words.revise} variant="tertiary">
                {(close) => <DecisionForm clientId={clientId} revises={one} inForce={inForce} close={close} />}
              </Opening>
            ),
          })}
        />
      )}
    </LawList>
  );
};
