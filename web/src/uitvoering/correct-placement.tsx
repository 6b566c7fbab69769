import type { FormState } from '../ui/use-form.ts';
import { texts } from '../texts.ts';
import { placements } from '../texts/placements.ts';
import { uitvoering } from '../texts/uitvoering.ts';
import { LongTextField, SelectField, TextField } from '../ui/fields.tsx';
import { typedNumber } from '../ui/numbers.ts';
import { numberOf } from './command-form.tsx';
import { choicesOf } from './filters.tsx';
import type { Placement } from './placement-page.tsx';
import { CorrectPlacementDocument, type GuidanceForm, type PlacementResult } from './placement-steps.generated.ts';
import { stepForm } from './step-form.tsx';

const { guidance, results } = uitvoering;

const valuesOf = ({ startsOn, expectedEndOn, endedOn, hoursPerWeek, details }: Placement) => ({
  startsOn,
  expectedEndOn: expectedEndOn ?? '',
  endedOn: endedOn ?? '',
  result: details?.result ?? '',
  hoursPerWeek: typedNumber(hoursPerWeek),
  agreementReference: details?.agreementReference ?? '',
  guidanceForm: details?.guidanceForm ?? '',
  guidanceHours: typedNumber(details?.guidanceHoursPerMonth),
  reason: '',
});
type Values = ReturnType<typeof valuesOf>;

/** Only what was changed: the rest may have become otherwise since. */
const changesIn = (values: Values, before: Values) => {
  const changed = (...names: (keyof Values)[]): boolean => names.some((name) => values[name] !== before[name]);
  return {
    ...(changed('startsOn') && { startsOn: values.startsOn }),
    ...(changed('expectedEndOn') && { expectedEndOn: values.expectedEndOn }),
    ...(changed('endedOn') && { endedOn: values.endedOn }),
    ...(changed('result') && { result: values.result as PlacementResult }),
    ...(changed('hoursPerWeek') && { hoursPerWeek: numberOf(values.hoursPerWeek) || 0 }),
    ...(changed('agreementReference') && { agreementReference: values.agreementReference }),
    ...(changed('guidanceForm', 'guidanceHours') &&
      values.guidanceForm !== '' && {
        guidance: { form: values.guidanceForm as GuidanceForm, hoursPerMonth: values.guidanceHours === '' ? null : numberOf(values.guidanceHours) },
      }),
  };
};

const Fields = ({ form, ended }: { form: FormState<Values>; ended: boolean }) => (
  <>
    <p className="small">{placements.correctHint}</p>
    <TextField form={form} name="startsOn" type="date" label={placements.from} />
    {ended ? (
      <>
        <TextField form={form} name="endedOn" type="date" label={placements.fields.lastDay} />
        <SelectField form={form} name="result" label={placements.result} choices={choicesOf(results)} />
      </>
    ) : (
      <TextField form={form} name="expectedEndOn" type="date" label={placements.until} optional />
    )}
    <TextField form={form} name="hoursPerWeek" label={placements.hours} />
    <TextField form={form} name="agreementReference" label={placements.fields.reference} optional />
    <SelectField
      form={form}
      name="guidanceForm"
      path="guidance.form"
      label={placements.guidance}
      choices={choicesOf(guidance)}
      empty={texts.common.none}
      optional
    />
    {form.values.guidanceForm !== '' && (
      <TextField form={form} name="guidanceHours" path="guidance.hoursPerMonth" label={placements.guidanceHoursLabel} optional />
    )}
    <LongTextField form={form} name="reason" label={placements.whyCorrect} />
  </>
);

/** What was recorded wrongly of a placement. */
export const correcting = (placement: Placement) => {
  const before = valuesOf(placement);
  return stepForm({
    key: 'correct',
    label: placements.do.correct,
    document: CorrectPlacementDocument,
    initial: before,
    draft: `plaatsing-correct-${placement.id}`,
    input: (values) => ({ placementId: placement.id, expectedVersion: placement.version, reason: values.reason, ...changesIn(values, before) }),
    done: placements.done.correct,
    fields: (form) => <Fields form={form} ended={placement.status === 'ENDED'} />,
  });
};
