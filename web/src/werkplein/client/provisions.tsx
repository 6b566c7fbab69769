import { useWerkpleinCommand } from '../../graph/command.ts';
import { texts } from '../../texts.ts';
import { executor, provisionEnd, provisionKind, provisionState } from '../../texts/werkplein-law.ts';
import { named } from '../../texts/werkplein-names.ts';
import { StatusBadge } from '../../ui/badge.tsx';
import { dayOf } from '../../ui/dates.ts';
import { LongTextField, SelectField, TextField } from '../../ui/fields.tsx';
import type { Column } from '../../ui/table.tsx';
import { useForm } from '../../ui/use-form.ts';
import { CommandForm } from '../parts/command-form.tsx';
import { DueDay, periodText } from '../parts/day.tsx';
import { Opening } from '../parts/opening.tsx';
import { useSending } from '../parts/sending.ts';
import { type LawClient, LawSection } from './law.tsx';
import {
  EndProvisionDocument,
  type EndProvisionMutationVariables,
  StartProvisionDocument,
  type StartProvisionMutationVariables,
} from './law.werkplein.generated.ts';

const { law: words } = texts.werkplein;
type Provision = NonNullable<LawClient['provisions']>[number];

const choicesOf = (names: Readonly<Record<string, string>>) => Object.entries(names).map(([value, label]) => ({ value, label }));
const orNull = (text: string): string | null => (text === '' ? null : text);

const Start = ({ clientId, decisions, close }: { clientId: string; decisions: readonly { value: string; label: string }[]; close: () => void }) => {
  type Input = StartProvisionMutationVariables['input'];
  const form = useForm({ kind: '', executor: 'OWN', startsOn: dayOf(), expectedEndOn: '', decisionId: '', note: '' }, `voorziening:${clientId}`);
  const sending = useSending(useWerkpleinCommand(StartProvisionDocument), 'ProvisionSaved', words.provisionStarted, () => {
    form.reset();
    close();
  });
  const { kind, executor: by, startsOn, expectedEndOn, decisionId, note } = form.values;
  return (
    <CommandForm
      sending={sending}
      submit={words.startProvision}
      onCancel={close}
      onSubmit={() =>
        void sending.send({
          clientId,
          kind: kind as Input['kind'],
          executor: by as Input['executor'],
          startsOn,
          expectedEndOn: orNull(expectedEndOn),
          decisionId: orNull(decisionId),
          note: orNull(note),
        })
      }
    >
      <SelectField form={form} name="kind" label={words.what} choices={choicesOf(provisionKind)} />
      <SelectField form={form} name="executor" label={words.executor} choices={choicesOf(executor)} />
      <div className="field-row">
        <TextField form={form} name="startsOn" type="date" label={words.firstDay} />
        <TextField form={form} name="expectedEndOn" type="date" label={words.expectedEnd} optional />
      </div>
      <SelectField form={form} name="decisionId" label={words.decision} choices={decisions} empty={texts.common.none} optional />
      <LongTextField form={form} name="note" label={words.note} rows={2} optional />
    </CommandForm>
  );
};

const End = ({ provision: { id, version, status }, close }: { provision: Provision; close: () => void }) => {
  type Input = EndProvisionMutationVariables['input'];
  const form = useForm({ reason: '', lastDay: dayOf() });
  const sending = useSending(useWerkpleinCommand(EndProvisionDocument), 'ProvisionSaved', words.provisionEnded, close);
  const { reason, lastDay } = form.values;
  return (
    <CommandForm
      sending={sending}
      submit={words.endProvision}
      onCancel={close}
      onSubmit={() =>
        void sending.send({
          id,
          expectedVersion: version,
          reason: reason as Input['reason'],
          ...(status === 'RUNNING' && reason !== 'NEVER_USED' && { lastDay }),
        })
      }
    >
      <SelectField form={form} name="reason" label={words.endReason} choices={choicesOf(provisionEnd)} />
      {status === 'RUNNING' && <TextField form={form} name="lastDay" type="date" label={words.lastDay} />}
    </CommandForm>
  );
};

const columns = (open: boolean): Column<Provision>[] => [
  { header: words.what, heads: true, cell: ({ kind }) => named(provisionKind, kind) },
  {
    header: words.state,
    cell: ({ status, endReason }) => (
      <>
        <StatusBadge tone={status === 'RUNNING' ? 'good' : 'neutral'}>{named(provisionState, status)}</StatusBadge>
        {endReason !== null && <span className="small"> {named(provisionEnd, endReason)}</span>}
      </>
    ),
  },
  { header: words.executor, cell: ({ executor: by }) => named(executor, by) },
  { header: words.used, cell: ({ uses }) => uses.map(({ from, until }) => periodText(from, until)).join('; ') || '–' },
  { header: words.expectedEnd, cell: ({ expectedEndOn }) => (expectedEndOn === null ? '–' : <DueDay day={expectedEndOn} />) },
  ...(open
    ? [
        {
          header: words.action,
          cell: (provision: Provision) =>
            provision.status === 'ENDED' ? (
              '–'
            ) : (
              <Opening label={words.endProvision} variant="tertiary">
                {(close) => <End provision={provision} close={close} />}
              </Opening>
            ),
        },
      ]
    : []),
];

/** What helps this client towards work. */
export const Provisions = ({ law, clientId, open }: { law: LawClient; clientId: string; open: boolean }) => {
  const decisions = 'decisions' in law ? (law.decisions ?? []) : [];
  const granted = decisions.filter(({ outcome, revisedById }) => outcome === 'GRANTED' && revisedById === null);
  return (
    <LawSection
      id="voorzieningen"
      title={words.provisions}
      empty={words.noProvisions}
      rows={law.provisions}
      columns={columns(open)}
      keyOf={({ id }) => id}
      {...(open && {
        action: (
          <Opening label={words.startProvision}>
            {(close) => (
              <Start
                clientId={clientId}
                decisions={granted.map(({ id, decidedOn, legalBasis }) => ({ value: id, label: words.decisionOf(decidedOn, legalBasis) }))}
                close={close}
              />
            )}
          </Opening>
        ),
      })}
    />
  );
};
