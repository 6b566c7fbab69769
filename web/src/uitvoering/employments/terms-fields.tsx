import { workplaces } from '../../texts/workplaces.ts';
import { employments as words } from '../../texts/personnel.ts';
import { CheckListField, SelectField, TextField } from '../../ui/fields.tsx';
import type { FormState } from '../../ui/use-form.ts';
import { numberOf } from '../command-form.tsx';
import { choicesOf } from '../filters.tsx';
import type { Cao } from './employments.generated.ts';

/** Kinds of which an employer is the formal employer; of the others a municipality is. */
export const ofEmployer: ReadonlySet<string> = new Set(['WSW_BEGELEID_WERKEN_ART7', 'REGULAR_WITH_LKS']);

export const termsValues = { hoursPerWeek: '', paidWagePct: '', cao: '' };
type Values = typeof termsValues;

export const termsInput = ({ hoursPerWeek, paidWagePct, cao }: Values) => ({
  hoursPerWeek: numberOf(hoursPerWeek) || 0,
  paidWagePct: numberOf(paidWagePct) || 0,
  cao: cao as Cao,
});

/** Hours, wage and cao. */
export function TermsFields<F extends Values>({ form }: { form: FormState<F> }) {
  return (
    <>
      <TextField form={form} name="hoursPerWeek" label={words.hours} />
      <TextField form={form} name="paidWagePct" label={words.wage} hint={words.wageHint} />
      <SelectField form={form} name="cao" label={words.cao} choices={choicesOf(words.caos)} />
    </>
  );
}

// A type, not an interface: forms are records.
// oxlint-disable-next-line typescript/consistent-type-definitions
type WithAdaptations = { adaptations: readonly string[] };

export function AdaptationsField<F extends WithAdaptations>({ form }: { form: FormState<F> }) {
  return <CheckListField form={form} name="adaptations" label={words.adaptations} choices={choicesOf(workplaces.adaptation)} />;
}
