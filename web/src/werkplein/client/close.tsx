import { useState } from 'react';
import { useWerkpleinCommand } from '../../graph/command.ts';
import { kindOf } from '../../graph/municipal.ts';
import { werkpleinTexts } from '../../texts/werkplein.ts';
import { closingQuestion, outflow } from '../../texts/werkplein-names.ts';
import { CheckListField, LongTextField, SelectField } from '../../ui/fields.tsx';
import { notify } from '../../ui/notice.tsx';
import { useForm } from '../../ui/use-form.ts';
import { CommandForm } from '../parts/command-form.tsx';
import { type Refusal, refusalOf } from '../parts/refusal.tsx';
import type { StepProps } from './steps.tsx';
import { CloseDossierDocument, type CloseDossierMutationVariables } from './steps.werkplein.generated.ts';

const { step: words } = werkpleinTexts;
type Input = CloseDossierMutationVariables['input'];

/** Closes a dossier. What may still run at the NUO is asked first, when the Werkplein cannot know it. */
export const CloseForm = ({ clientId, version, close }: StepProps) => {
  const form = useForm({ outflow: '', explanation: '', confirmed: [] as readonly string[] }, `afsluiten:${clientId}`);
  const command = useWerkpleinCommand(CloseDossierDocument);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [questions, setQuestions] = useState<readonly { code: string; text: string }[]>([]);
  const { outflow: reason, explanation, confirmed } = form.values;
  const submit = async (): Promise<void> => {
    setRefusal(null);
    const result = await command.send({
      clientId,
      expectedVersion: version,
      outflow: reason as Input['outflow'],
      explanation: explanation === '' ? null : explanation,
      confirmed: confirmed as NonNullable<Input['confirmed']> & readonly string[],
    });
    if (result === null) return;
    if ('questions' in result) {
      setQuestions(result.questions);
      setRefusal({ kind: 'ClosingToConfirm', text: words.closingAsks, more: result.questions.map(({ text }) => text) });
    } else if (kindOf(result) === 'DossierChanged') {
      form.reset();
      notify(words.done.close);
      close();
    } else setRefusal(refusalOf(result));
  };
  return (
    <CommandForm sending={{ busy: command.busy, problem: command.problem, refusal }} submit={words.name.close} onCancel={close} onSubmit={() => void submit()}>
      <p className="form-text">{words.explain.close}</p>
      <SelectField form={form} name="outflow" label={words.outflow} choices={Object.entries(outflow).map(([value, label]) => ({ value, label }))} />
      <LongTextField form={form} name="explanation" label={words.explanation} hint={words.explanationHint} rows={3} optional />
      {questions.length > 0 && (
        <CheckListField
          form={form}
          name="confirmed"
          label={words.closingLooked}
          choices={questions.map(({ code, text }) => ({ value: code, label: closingQuestion[code] ?? text }))}
        />
      )}
    </CommandForm>
  );
};
