import { wsw as words } from '../../texts/personnel.ts';
import { AnyMunicipalityField } from '../../ui/any-municipality-field.tsx';
import { CheckField, RadioField, TextField } from '../../ui/fields.tsx';
import type { FormState } from '../../ui/use-form.ts';
import { orNull } from '../command-form.tsx';
import { choicesOf } from '../filters.tsx';
import type { StatisticsGender } from './people-steps.generated.ts';

export const wswValues = () => ({
  bsn: '',
  birthDate: '',
  gender: '',
  firstRequestedOn: '',
  inClosingPopulation: true as boolean,
  residence: '',
  residesSince: '',
});
type Values = ReturnType<typeof wswValues>;

export const wswInput = ({ gender, firstRequestedOn, ...values }: Values) => ({
  ...values,
  gender: gender as StatisticsGender,
  firstRequestedOn: orNull(firstRequestedOn),
});

/** What the statistics of the Wsw ask of somebody. */
export function WswFields<F extends Values>({ form }: { form: FormState<F> }) {
  return (
    <>
      <TextField form={form} name="bsn" label={words.bsn} hint={words.bsnHint} />
      <TextField form={form} name="birthDate" type="date" label={words.birth} />
      <RadioField form={form} name="gender" label={words.gender} choices={choicesOf(words.genders)} />
      <TextField form={form} name="firstRequestedOn" type="date" label={words.firstRequested} optional />
      <CheckField form={form} name="inClosingPopulation" label={words.closing} />
      <AnyMunicipalityField form={form} name="residence" label={words.residence} />
      <TextField form={form} name="residesSince" type="date" label={words.residesSince} />
    </>
  );
}
