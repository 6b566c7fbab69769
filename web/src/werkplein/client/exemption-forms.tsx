import { useWerkpleinCommand } from '../../graph/command.ts';
import { werkpleinTexts } from '../../texts/werkplein.ts';
import { exemptionGround } from '../../texts/werkplein-law.ts';
import { dayOf, dayText } from '../../ui/dates.ts';
import { AnyMunicipalityField } from '../../ui/any-municipality-field.tsx';
import { LongTextField, SelectField, TextField } from '../../ui/fields.tsx';
import { useForm } from '../../ui/use-form.ts';
import { CommandForm } from '../parts/command-form.tsx';
import { choicesOf, numberOf, orNull } from '../parts/inputs.ts';
import { useSending } from '../parts/sending.ts';
import type { Decision } from './decisions.tsx';
import type { Exemption } from './exemptions.tsx';
import {
  CarryExemptionDocument,
  EndExemptionDocument,
  ReviewExemptionDocument,
  StartExemptionDocument,
  type StartExemptionMutationVariables,
} from './exemptions.werkplein.generated.ts';

const { exemption: words, law } = werkpleinTexts;
type Ground = StartExemptionMutationVariables['input']['ground'];

interface StepProps {
  exemption: Exemption;
  close: () => void;
}

export const StartForm = ({ clientId, decisions, close }: { clientId: string; decisions: readonly Decision[]; close: () => void }) => {
  const granted = decisions.filter(({ kind, outcome }) => kind === 'ONTHEFFING' && outcome === 'GRANTED');
  const form = useForm({ decisionId: granted.length === 1 ? (granted[0]?.id ?? '') : '', ground: '', startsOn: dayOf(), endsOn: '', childBornOn: '' });
  const sending = useSending(useWerkpleinCommand(StartExemptionDocument), 'ExemptionSaved', words.started, close);
  const { decisionId, ground, startsOn, endsOn, childBornOn } = form.values;
  if (granted.length === 0)
    return (
      <p className="form-text">
        {words.decisionFirst} <a href="#besluiten">{words.toDecisions}</a>
      </p>
    );
  return (
    <CommandForm
      sending={sending}
      submit={words.start}
      onCancel={close}
      onSubmit={() =>
        void sending.send({
          clientId,
          decisionId,
          ground: ground as Ground,
          startsOn,
          endsOn: orNull(endsOn),
          ...(ground === 'SINGLE_PARENT' && { youngestChildBornOn: orNull(childBornOn) }),
        })
      }
    >
      <SelectField
        form={form}
        name="decisionId"
        label={law.decision}
        choices={granted.map(({ id, decidedOn, legalBasis }) => ({ value: id, label: law.decisionOf(dayText(decidedOn), legalBasis) }))}
      />
      <SelectField form={form} name="ground" label={words.ground} choices={choicesOf(exemptionGround)} />
      {ground === 'SINGLE_PARENT' && (
        <TextField form={form} name="childBornOn" path="youngestChildBornOn" type="date" label={words.childBornOn} hint={words.childHint} />
      )}
      <div className="field-row">
        <TextField form={form} name="startsOn" type="date" label={law.firstDay} />
        <TextField form={form} name="endsOn" type="date" label={law.lastDay} optional={ground === 'INCAPACITATED'} />
      </div>
    </CommandForm>
  );
};

export const ReviewForm = ({ exemption: { id, version }, close }: StepProps) => {
  const form = useForm({ reviewedOn: dayOf() });
  const sending = useSending(useWerkpleinCommand(ReviewExemptionDocument), 'ExemptionSaved', words.reviewed, close);
  return (
    <CommandForm sending={sending} submit={words.review} onCancel={close} onSubmit={() => void sending.send({ id, expectedVersion: version, ...form.values })}>
      <p className="form-text">{words.reviewExplain}</p>
      <TextField form={form} name="reviewedOn" type="date" label={words.reviewedOn} />
    </CommandForm>
  );
};

export const EndForm = ({ exemption: { id, version }, close }: StepProps) => {
  const form = useForm({ lastDay: dayOf(), reason: '' });
  const sending = useSending(useWerkpleinCommand(EndExemptionDocument), 'ExemptionSaved', words.ended, close);
  return (
    <CommandForm sending={sending} submit={words.end} onCancel={close} onSubmit={() => void sending.send({ id, expectedVersion: version, ...form.values })}>
      <TextField form={form} name="lastDay" type="date" label={law.lastDay} hint={words.neverHint} />
      <LongTextField form={form} name="reason" label={words.endReason} rows={2} />
    </CommandForm>
  );
};

/** Months that were used in another municipality count here too. */
export const CarryForm = ({ clientId, close }: { clientId: string; close: () => void }) => {
  const form = useForm({ municipality: '', ground: '', months: '' });
  const sending = useSending(useWerkpleinCommand(CarryExemptionDocument), 'ExemptionMonthsCarried', words.carried, close);
  const { municipality, ground, months } = form.values;
  return (
    <CommandForm
      sending={sending}
      submit={words.carry}
      onCancel={close}
      onSubmit={() => void sending.send({ clientId, municipality, ground: ground as Ground, months: numberOf(months) })}
    >
      <p className="form-text">{words.carryExplain}</p>
      <AnyMunicipalityField form={form} name="municipality" label={words.municipality} />
      <SelectField form={form} name="ground" label={words.ground} choices={choicesOf(exemptionGround)} />
      <TextField form={form} name="months" type="number" label={words.months} />
    </CommandForm>
  );
};
