import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { useCommand } from '../../graph/command.ts';
import { desk } from '../../texts/desk.ts';
import { SelectField, TextField } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';
import { notify } from '../../ui/notice.tsx';
import { useForm } from '../../ui/use-form.ts';
import { choicesOf } from '../shared/say.ts';
import { Advice } from './advice.tsx';
import type { ContactTargetsQuery } from './may-approach.generated.ts';
import { PlanContactDocument } from './plan-contact.generated.ts';
import { emptyPlan, inputOf, movedTo } from './plan-values.ts';
import { type Refusal, RefusalDialog } from './refusal-dialog.tsx';

const { plan: words, words: names, employer: employerWords } = desk;

interface Props {
  employer: NonNullable<ContactTargetsQuery['employer']>;
  onDone: () => void;
}

/** How and when to approach an employer. */
export const PlanForm = ({ employer, onDone }: Props) => {
  // On behalf of whom, when one comes here from people who fit a vacancy.
  const candidateIds = useSearchParams()[0].getAll('kandidaat');
  const form = useForm(emptyPlan(candidateIds.length > 0), `plan:${employer.id}`);
  const { send, busy, problem } = useCommand(PlanContactDocument);
  const [refusal, setRefusal] = useState<Refusal | null>(null);

  const plan = async (reason?: string): Promise<boolean> => {
    const result = await send({ ...inputOf(form.values, employer.id, candidateIds), confirm: reason !== undefined, ...(reason !== undefined && { reason }) });
    if (result === null) return false;
    if (result.__typename !== 'ContactPlanned') {
      setRefusal(result);
      return true;
    }
    notify(result.alreadyPlanned ? words.alreadyPlanned : words.planned);
    for (const warning of result.warnings) notify(warning);
    form.reset();
    onDone();
    return true;
  };
  const move = (day: string): void => {
    const { from, until } = movedTo(form.values, day);
    form.set('from', from);
    form.set('until', until);
    form.set('at', '');
    setRefusal(null);
  };

  const people = (employer.contactPersons ?? []).filter(({ active }) => active);
  return (
    <div className="desk-plan">
      <section className="panel" aria-label={words.title}>
        <Form problem={refusal === null ? problem : null} busy={busy} submit={words.submit} onSubmit={() => void plan()} onCancel={onDone}>
          {candidateIds.length > 0 && <p>{words.forCandidates(candidateIds.length)}</p>}
          <SelectField form={form} name="purpose" label={words.purpose} choices={choicesOf(names.purpose)} />
          <SelectField form={form} name="channel" label={words.channel} choices={choicesOf(names.channel)} />
          <SelectField form={form} name="steering" label={words.steering} choices={choicesOf(names.steering)} />
          <SelectField
            form={form}
            name="contactPersonId"
            label={words.person}
            empty={words.noPerson}
            optional
            choices={people.map(({ id, name, jobTitle, doNotContact }) => ({
              value: id,
              label: [name, jobTitle, doNotContact ? employerWords.doNotContact : null].filter(Boolean).join(', '),
            }))}
          />
          {(employer.branches ?? []).length > 1 && (
            <SelectField
              form={form}
              name="branchId"
              label={words.branch}
              empty={words.wholeEmployer}
              optional
              choices={(employer.branches ?? []).map(({ id, name, city }) => ({ value: id, label: [name, city].filter(Boolean).join(', ') }))}
            />
          )}
          <p className="small">{words.windowHint}</p>
          <div className="desk-pair">
            <TextField form={form} name="from" path="window.from" type="date" label={words.from} />
            <TextField form={form} name="until" path="window.until" type="date" label={words.until} />
          </div>
          <TextField form={form} name="at" path="plannedAt" type="datetime-local" label={words.at} hint={words.atHint} optional />
        </Form>
      </section>
      <Advice employerId={employer.id} values={form.values} candidateIds={candidateIds} onDay={move} />
      {refusal && (
        <RefusalDialog
          refusal={refusal}
          busy={busy}
          problem={problem}
          onReason={(reason) => plan(reason)}
          onDay={move}
          onClose={() => setRefusal(null)}
          onDone={() => {
            form.reset();
            onDone();
          }}
        />
      )}
    </div>
  );
};
