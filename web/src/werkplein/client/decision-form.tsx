import { useWerkpleinCommand } from '../../graph/command.ts';
import { texts } from '../../texts.ts';
import { decisionKind, decisionOutcome } from '../../texts/werkplein-law.ts';
import { dayOf } from '../../ui/dates.ts';
import { SelectField, TextField } from '../../ui/fields.tsx';
import { useForm } from '../../ui/use-form.ts';
import { CommandForm } from '../parts/command-form.tsx';
import { useSending } from '../parts/sending.ts';
import { PublishDecisionDocument, type PublishDecisionMutationVariables } from './law.werkplein.generated.ts';

const { law: words } = texts.werkplein;
type Input = PublishDecisionMutationVariables['input'];

/** Where in the law most decisions of a kind stand; the writer can change it. */
const usualBasis: Partial<Record<string, string>> = {
  BESCHUT_WERK: 'Participatiewet art. 10b',
  DOELGROEP_LKS: 'Participatiewet art. 10c',
  LKS: 'Participatiewet art. 10d',
  LOONWAARDE: 'Participatiewet art. 10d',
  ONTHEFFING: 'Participatiewet art. 9 lid 2',
  PARTICIPATIEPLAATS: 'Participatiewet art. 10a',
  PROEFPLAATSING: 'Participatiewet art. 8a lid 2 onder d',
  PROEFPLAATSING_VERLENGING: 'Participatiewet art. 8a lid 2 onder d',
};

const CENTS = 100;
const choicesOf = (names: Readonly<Record<string, string>>) => Object.entries(names).map(([value, label]) => ({ value, label }));
const orNull = (text: string): string | null => (text === '' ? null : text);

/** Publishes a decision; it never changes after. */
export const DecisionForm = ({ clientId, close }: { clientId: string; close: () => void }) => {
  const form = useForm(
    { kind: '', outcome: 'GRANTED', decidedOn: dayOf(), appliedOn: '', startsOn: '', endsOn: '', monthly: '', legalBasis: '', documentRef: '' },
    `besluit:${clientId}`,
  );
  const sending = useSending(useWerkpleinCommand(PublishDecisionDocument), 'DecisionPublished', words.published, () => {
    form.reset();
    close();
  });
  const { kind, outcome, decidedOn, appliedOn, startsOn, endsOn, monthly, legalBasis, documentRef } = form.values;
  const basis = legalBasis === '' ? (usualBasis[kind] ?? '') : legalBasis;
  return (
    <CommandForm
      sending={sending}
      submit={words.publish}
      onCancel={close}
      onSubmit={() =>
        void sending.send({
          clientId,
          kind: kind as Input['kind'],
          outcome: outcome as Input['outcome'],
          decidedOn,
          legalBasis: basis,
          appliedOn: orNull(appliedOn),
          startsOn: orNull(startsOn),
          endsOn: orNull(endsOn),
          documentRef: orNull(documentRef),
          ...(monthly !== '' && { monthlyCents: Math.round(Number(monthly.replace(',', '.')) * CENTS) }),
        })
      }
    >
      <p className="form-text">{words.publishExplain}</p>
      <SelectField form={form} name="kind" label={words.what} choices={choicesOf(decisionKind)} />
      <SelectField form={form} name="outcome" label={words.outcome} choices={choicesOf(decisionOutcome)} />
      <div className="field-row">
        <TextField form={form} name="decidedOn" type="date" label={words.decidedOn} />
        <TextField form={form} name="appliedOn" type="date" label={words.appliedOn} optional />
      </div>
      <div className="field-row">
        <TextField form={form} name="startsOn" type="date" label={words.firstDay} optional={outcome !== 'GRANTED'} />
        <TextField form={form} name="endsOn" type="date" label={words.lastDay} optional />
      </div>
      <TextField form={form} name="monthly" path="monthlyCents" label={words.monthly} optional />
      <TextField form={form} name="legalBasis" label={words.basis} {...(usualBasis[kind] !== undefined && { hint: words.usualBasis(usualBasis[kind]) })} />
      <TextField form={form} name="documentRef" label={words.documentRef} optional />
    </CommandForm>
  );
};
