import type { ReactNode } from 'react';
import { werkpleinTexts } from '../../texts/werkplein.ts';
import { executor, milestoneKind, provisionEnd, provisionKind, provisionState } from '../../texts/werkplein-law.ts';
import { named } from '../../texts/werkplein-names.ts';
import { StatusBadge, type Tone } from '../../ui/badge.tsx';
import { dayText } from '../../ui/dates.ts';
import { DueDay, periodText } from '../parts/day.tsx';
import { Opening } from '../parts/opening.tsx';
import type { Decision } from './decisions.tsx';
import { LawItem, LawList } from './law-section.tsx';
import type { LawClient } from './law.tsx';
import { CorrectForm, type DecisionChoice, EndForm, InterruptForm, ResumeForm, SettleForm, StartForm } from './provision-forms.tsx';

const { law: words } = werkpleinTexts;
export type Provision = NonNullable<LawClient['provisions']>[number];
export type Milestone = Provision['milestones'][number];

const tones: Record<string, Tone> = { RUNNING: 'good', INTERRUPTED: 'attention', ENDED: 'neutral' };

const fact = (label: string, value: ReactNode): [string, ReactNode][] => (value === null ? [] : [[label, value]]);

const factsOf = (one: Provision): [string, ReactNode][] => [
  [words.executor, named(executor, one.executor)],
  [words.used, one.uses.map(({ from, until }) => periodText(from, until)).join('; ') || words.notUsed],
  ...fact(words.expectedEnd, one.expectedEndOn === null || one.status === 'ENDED' ? null : <DueDay key="end" day={one.expectedEndOn} />),
  ...fact(words.stopBy, one.stopBy === null || one.status === 'ENDED' ? null : <DueDay key="stop" day={one.stopBy} />),
  ...fact(words.endReason, one.endReason === null ? null : named(provisionEnd, one.endReason)),
  ...fact(words.note, one.note),
];

/** What the law asks in its course: what was done, and what is still to be done by when. */
const Milestones = ({ list }: { list: readonly Milestone[] }) =>
  list.length > 0 && (
    <ul className="plain-list">
      {list.map((each) => (
        <li key={each.id}>
          {named(milestoneKind, each.kind)}: {each.settledOn === null ? <DueDay day={each.dueOn} /> : words.wasSettled(dayText(each.settledOn))}
          {each.progress !== null && ` ${each.progress ? words.helps : words.helpsNot}`} <span className="small">{each.source}</span>
          {each.note !== null && <p className="small">{each.note}</p>}
          {each.settledOn === null && (
            <Opening label={words.settleOf(named(milestoneKind, each.kind))} variant="tertiary">
              {(close) => <SettleForm milestone={each} close={close} />}
            </Opening>
          )}
        </li>
      ))}
    </ul>
  );

const Steps = ({ one, decisions }: { one: Provision; decisions: readonly DecisionChoice[] }) => (
  <>
    {one.status === 'INTERRUPTED' && <Opening label={words.resume}>{(close) => <ResumeForm provision={one} close={close} />}</Opening>}
    {one.status !== 'ENDED' && <Opening label={words.endProvision}>{(close) => <EndForm provision={one} close={close} />}</Opening>}
    {one.status === 'RUNNING' && (
      <Opening label={words.interrupt} variant="tertiary">
        {(close) => <InterruptForm provision={one} close={close} />}
      </Opening>
    )}
    <Opening label={words.correct} variant="tertiary">
      {(close) => <CorrectForm provision={one} decisions={decisions} close={close} />}
    </Opening>
  </>
);

interface ProvisionsProps {
  law: LawClient;
  /** Decisions in force. */
  decisions: readonly Decision[];
  clientId: string;
  open: boolean;
}

/** What helps this client towards work. */
export const Provisions = ({ law, decisions, clientId, open }: ProvisionsProps) => {
  const granted = decisions
    .filter(({ outcome }) => outcome === 'GRANTED')
    .map(({ id, decidedOn, legalBasis }) => ({ value: id, label: words.decisionOf(dayText(decidedOn), legalBasis) }));
  return (
    <LawList
      id="voorzieningen"
      title={words.provisions}
      empty={words.noProvisions}
      rows={law.provisions}
      {...(open && {
        action: <Opening label={words.startProvision}>{(close) => <StartForm clientId={clientId} decisions={granted} close={close} />}</Opening>,
      })}
    >
      {(one) => (
        <LawItem
          key={one.id}
          id={one.id}
          title={
            <>
              {named(provisionKind, one.kind)} <StatusBadge tone={tones[one.status] ?? 'neutral'}>{named(provisionState, one.status)}</StatusBadge>
            </>
          }
          facts={factsOf(one)}
          {...(open && { actions: <Steps one={one} decisions={granted} /> })}
        >
          <Milestones list={one.milestones} />
        </LawItem>
      )}
    </LawList>
  );
};
