import type { FieldProblem } from '../../graph/problems.ts';
import { agreements } from '../../texts/agreements.ts';
import { RadioField, SelectField, TextField } from '../../ui/fields.tsx';
import type { FormState } from '../../ui/use-form.ts';
import type { Terms } from './agreement.ts';

const words = agreements;

/** Terms as they are typed. */
export type TermsValues = { target: string; direction: string; amberBeyond: string; redBeyond: string; source: string };
const numbers = ['target', 'amberBeyond', 'redBeyond'] as const;

export const termsValues = (terms: Terms | null): TermsValues => ({
  target: terms === null ? '' : String(terms.target),
  direction: terms?.direction ?? 'HIGHER',
  amberBeyond: terms === null ? '' : String(terms.amberBeyond),
  redBeyond: terms === null ? '' : String(terms.redBeyond),
  source: terms?.source ?? 'BUDGET',
});

/** Numbers that are missing: empty is no zero. */
export const missingNumbers = (values: TermsValues): FieldProblem[] =>
  numbers
    .filter((name) => values[name].trim() === '' || Number.isNaN(Number(values[name])))
    .map((name) => ({ field: `terms.${name}`, message: words.needsNumber }));

export const termsInput = ({ target, direction, amberBeyond, redBeyond, source }: TermsValues) => ({
  target: Number(target),
  direction: direction as Terms['direction'],
  amberBeyond: Number(amberBeyond),
  redBeyond: Number(redBeyond),
  source: source as Terms['source'],
});

const choicesOf = (of: Record<string, string>) => Object.entries(of).map(([value, label]) => ({ value, label }));

/** What is agreed: a number, which side of it is good, and how far it may come on the other. */
export function TermsFields<V extends TermsValues>({ form }: { form: FormState<V> }) {
  return (
    <>
      <TextField form={form} name="target" path="terms.target" type="number" label={words.target} />
      <RadioField form={form} name="direction" path="terms.direction" label={words.direction} choices={choicesOf(words.directions)} />
      <TextField form={form} name="amberBeyond" path="terms.amberBeyond" type="number" label={words.amberBeyond} hint={words.beyondHint} />
      <TextField form={form} name="redBeyond" path="terms.redBeyond" type="number" label={words.redBeyond} hint={words.beyondHint} />
      <SelectField form={form} name="source" path="terms.source" label={words.source} choices={choicesOf(words.sources)} />
    </>
  );
}
