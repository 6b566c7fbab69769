import { useMe } from '../../app/me.tsx';
import { werkpleinTexts } from '../../texts/werkplein.ts';
import { loonwaardeState } from '../../texts/werkplein-law.ts';
import { named } from '../../texts/werkplein-names.ts';
import { StatusBadge, type Tone } from '../../ui/badge.tsx';
import { dayText } from '../../ui/dates.ts';
import { shortNumber } from '../../ui/numbers.ts';
import { type Column, DataTable } from '../../ui/table.tsx';
import { DueDay } from '../parts/day.tsx';
import { Opening } from '../parts/opening.tsx';
import { CarryOutForm } from './carry-out-form.tsx';
import { DecisionForm } from './decision-form.tsx';
import { LawItem, LawList } from './law-section.tsx';
import type { OwnLaw } from './law.tsx';
import { EstablishForm, PlanForm, RejectForm, RequestForm } from './loonwaarde-forms.tsx';

const { loonwaarde: words } = werkpleinTexts;
export type Loonwaarde = NonNullable<OwnLaw['loonwaardebepalingen']>[number];
type Task = Loonwaarde['tasks'][number];

const tones: Record<string, Tone> = { REQUESTED: 'attention', PLANNED: 'info', CARRIED_OUT: 'attention', ESTABLISHED: 'good', REJECTED: 'neutral' };

const percentOf = (name: 'timePct' | 'pacePct' | 'qualityPct' | 'netTimePct'): Column<Task> => ({
  header: words[name],
  numeric: true,
  cell: (task) => words.percent(task[name]),
});
const tasks: Column<Task>[] = [
  { header: words.taskName, heads: true, cell: ({ name }) => name },
  percentOf('timePct'),
  percentOf('pacePct'),
  percentOf('qualityPct'),
  percentOf('netTimePct'),
];

const day = (label: string, value: string | null): [string, React.ReactNode][] => (value === null ? [] : [[label, dayText(value)]]);

const factsOf = (one: Loonwaarde): [string, React.ReactNode][] => [
  [words.hoursPerWeek, shortNumber(one.hoursPerWeek)],
  ...(one.wageValuePct === null ? [] : ([[words.value, words.percent(one.wageValuePct)]] as [string, React.ReactNode][])),
  ...(one.expert === null ? [] : ([[words.expert, one.expert.name]] as [string, React.ReactNode][])),
  ...day(words.requestedOn, one.requestedOn),
  ...day(words.plannedOn, one.plannedOn),
  ...day(words.carriedOutOn, one.carriedOutOn),
  ...day(words.establishedOn, one.establishedOn),
  ...day(words.validFrom, one.validFrom),
  ...(one.reviewOn === null ? [] : ([[words.review, <DueDay key="review" day={one.reviewOn} />]] as [string, React.ReactNode][])),
  ...(one.rejectedReason === null ? [] : ([[words.reason, one.rejectedReason]] as [string, React.ReactNode][])),
];

/** What can be done from each state; measuring is for the appointed expert alone (docs/states/loonwaarde.md). */
const Steps = ({ one, clientId }: { one: Loonwaarde; clientId: string }) => {
  const me = useMe();
  const { state } = one;
  const planned = state === 'PLANNED';
  const running = planned || state === 'REQUESTED' || state === 'CARRIED_OUT';
  return (
    <>
      {planned && one.expert?.id === me.id && (
        <Opening label={words.carryOut} variant="primary">
          {(close) => <CarryOutForm loonwaarde={one} municipality={me.organisation.code} close={close} />}
        </Opening>
      )}
      {state === 'CARRIED_OUT' && (
        <Opening label={words.establish} variant="primary">
          {(close) => <EstablishForm loonwaarde={one} close={close} />}
        </Opening>
      )}
      {(planned || state === 'REQUESTED') && (
        <Opening label={planned ? words.planAnew : words.plan}>{(close) => <PlanForm loonwaarde={one} close={close} />}</Opening>
      )}
      {running && (
        <Opening label={words.reject} variant="tertiary">
          {(close) => <RejectForm loonwaarde={one} close={close} />}
        </Opening>
      )}
      {state === 'ESTABLISHED' && <Opening label={words.decide}>{(close) => <DecisionForm clientId={clientId} loonwaarde={one} close={close} />}</Opening>}
    </>
  );
};

/** What somebody earns of what their work is worth, in the function that was measured. */
export const Loonwaarden = ({ law, clientId, open }: { law: OwnLaw | null; clientId: string; open: boolean }) => (
  <LawList
    id="loonwaarde"
    title={words.title}
    empty={words.none}
    rows={law?.loonwaardebepalingen ?? null}
    {...(open && { action: <Opening label={words.request}>{(close) => <RequestForm clientId={clientId} close={close} />}</Opening> })}
  >
    {(one) => (
      <LawItem
        key={one.id}
        id={one.id}
        title={
          <>
            {one.functionName} <StatusBadge tone={tones[one.state] ?? 'neutral'}>{named(loonwaardeState, one.state)}</StatusBadge>
          </>
        }
        facts={factsOf(one)}
        {...(open && { actions: <Steps one={one} clientId={clientId} /> })}
      >
        {one.tasks.length > 0 && (
          <details className="as-table">
            <summary>{words.tasks(one.tasks.length)}</summary>
            <DataTable caption={words.tasksOf(one.functionName)} hideCaption columns={tasks} rows={one.tasks} keyOf={({ name }) => name} />
          </details>
        )}
      </LawItem>
    )}
  </LawList>
);
