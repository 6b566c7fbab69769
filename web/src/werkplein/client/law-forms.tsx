import { useWerkpleinCommand } from '../../graph/command.ts';
import { texts } from '../../texts.ts';
import { werkpleinTexts } from '../../texts/werkplein.ts';
import { ladderStep } from '../../texts/werkplein-law.ts';
import { axisValues, doelgroepAxis, doelgroepValue, named } from '../../texts/werkplein-names.ts';
import { dayOf } from '../../ui/dates.ts';
import { CheckField, SelectField, TextField } from '../../ui/fields.tsx';
import { useForm } from '../../ui/use-form.ts';
import { CommandForm } from '../parts/command-form.tsx';
import { choicesOf, orNull } from '../parts/inputs.ts';
import { useSending } from '../parts/sending.ts';
import { RecordLadderStepDocument, SetDoelgroepAxisDocument, type SetDoelgroepAxisMutationVariables } from './law.werkplein.generated.ts';

const { law: words } = werkpleinTexts;

interface LawFormProps {
  clientId: string;
  close: () => void;
}

/** What one axis of the doelgroep is from a day on. */
export const DoelgroepForm = ({ clientId, close }: LawFormProps) => {
  type Input = SetDoelgroepAxisMutationVariables['input'];
  const form = useForm({ axis: '', value: '', validFrom: dayOf(), until: '', employedAtWswClosing: false });
  const sending = useSending(useWerkpleinCommand(SetDoelgroepAxisDocument), 'DoelgroepAxisSet', words.axisSet, close);
  const { axis, value, validFrom, until, employedAtWswClosing } = form.values;
  return (
    <CommandForm
      sending={sending}
      submit={texts.common.save}
      onCancel={close}
      onSubmit={() =>
        void sending.send({
          clientId,
          axis: axis as Input['axis'],
          value: value as Input['value'],
          validFrom,
          until: orNull(until),
          ...(axis === 'WSW_STATUS' && { employedAtWswClosing }),
        })
      }
    >
      <SelectField form={form} name="axis" label={words.axis} choices={choicesOf(doelgroepAxis)} />
      <SelectField
        form={form}
        name="value"
        label={words.axisValue}
        choices={(axisValues[axis] ?? []).map((code) => ({ value: code, label: named(doelgroepValue, code) }))}
      />
      {axis === 'WSW_STATUS' && <CheckField form={form} name="employedAtWswClosing" label={words.employedAtWswClosing} />}
      <div className="field-row">
        <TextField form={form} name="validFrom" type="date" label={words.firstDay} />
        <TextField form={form} name="until" type="date" label={words.lastDay} optional />
      </div>
    </CommandForm>
  );
};

export const LadderForm = ({ clientId, close }: LawFormProps) => {
  const form = useForm({ measuredOn: dayOf(), step: '' });
  const sending = useSending(useWerkpleinCommand(RecordLadderStepDocument), 'LadderStepRecorded', words.measured, close);
  return (
    <CommandForm
      sending={sending}
      submit={texts.common.save}
      onCancel={close}
      onSubmit={() => void sending.send({ clientId, measuredOn: form.values.measuredOn, step: Number(form.values.step) })}
    >
      <SelectField form={form} name="step" label={words.ladderStep} choices={choicesOf(ladderStep)} />
      <TextField form={form} name="measuredOn" type="date" label={words.measuredOn} />
    </CommandForm>
  );
};
