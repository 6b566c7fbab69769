import { desk } from '../../texts/desk.ts';
import { CheckField, CheckListField, LongTextField, SelectField, TextField } from '../../ui/fields.tsx';
import type { FormState } from '../../ui/use-form.ts';
import { choicesOf } from '../shared/say.ts';
import type { VacancyValues } from './vacancy-values.ts';

const { vacancy: words, plan } = desk;

/** What a vacancy says, when it is new and when it changes. */
export const VacancyFields = ({ form, places }: { form: FormState<VacancyValues>; places: readonly { id: string; name: string }[] }) => (
  <>
    <TextField form={form} name="title" label={words.name} />
    <TextField form={form} name="occupation" label={words.occupation} />
    <LongTextField form={form} name="description" label={words.description} optional />
    <TextField form={form} name="places" type="number" label={words.places} />
    <div className="desk-pair">
      <TextField form={form} name="hoursMin" type="number" label={words.hoursMin} optional />
      <TextField form={form} name="hoursMax" type="number" label={words.hoursMax} optional />
    </div>
    <div className="desk-pair">
      <TextField form={form} name="startsOn" type="date" label={words.starts} optional />
      <TextField form={form} name="closesOn" type="date" label={words.closes} hint={words.closesHint} optional />
    </div>
    <SelectField
      form={form}
      name="branchId"
      label={plan.branch}
      empty={plan.wholeEmployer}
      choices={places.map(({ id, name }) => ({ value: id, label: name }))}
      optional
    />
    <TextField form={form} name="salaryIndication" label={words.salary} optional />
    <CheckListField form={form} name="agreements" label={words.agreements} choices={choicesOf(words.agreement)} />
    <LongTextField form={form} name="drivingLicences" label={words.licences} hint={words.licencesHint} rows={2} optional />
    <CheckField form={form} name="offersGuidance" label={words.guidance} />
    <CheckField form={form} name="offersAdaptation" label={words.adaptation} />
    <CheckField form={form} name="onlyDoelgroepregister" label={words.register} />
  </>
);
