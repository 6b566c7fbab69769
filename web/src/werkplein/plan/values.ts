import { addDays, dayOf } from '../../ui/dates.ts';
import type { FormValue } from '../../ui/use-form.ts';
import type { SavePlanConceptMutationVariables, WholePlanFragment } from './plan.werkplein.generated.ts';

// A plan as a flat form: each row has a name of its own, so that taking one away moves nothing of the others.

export type PlanValues = Record<string, FormValue>;
type Input = Omit<SavePlanConceptMutationVariables['input'], 'clientId' | 'requestId' | 'expectedVersion'>;
export type RowKind = 'goals' | 'support' | 'obligations';

export const rowsOf = (values: PlanValues, kind: RowKind): readonly string[] => (values[kind] as readonly string[] | undefined) ?? [];
export const textOf = (values: PlanValues, kind: RowKind, row: string, field: string): string =>
  (values[`${kind}.${row}.${field}`] as string | undefined) ?? '';

const flat = (kind: RowKind, rows: readonly Readonly<Record<string, string>>[]): PlanValues => ({
  [kind]: rows.map((_, index) => String(index)),
  ...Object.fromEntries(rows.flatMap((row, index) => Object.entries(row).map(([field, text]) => [`${kind}.${index}.${field}`, text]))),
});

/** An evaluation in half a year is what is usual. */
const USUAL_EVALUATION_DAYS = 180;

/** What stands in the form at first. A new version begins with what holds now, but it was not discussed yet. */
export const valuesOf = (basis: WholePlanFragment | null): PlanValues => {
  const concept = basis?.status === 'CONCEPT' ? basis : null;
  return {
    ...flat(
      'goals',
      (basis?.goals ?? []).map(({ text, fromStep, toStep, term }) => ({ text, fromStep: String(fromStep), toStep: String(toStep), term })),
    ),
    ...flat(
      'support',
      (basis?.support ?? []).map((text) => ({ text })),
    ),
    ...flat(
      'obligations',
      (basis?.obligations ?? []).map(({ code, legalBasis, validFrom, validUntil }) => ({ code, legalBasis, validFrom, validUntil: validUntil ?? '' })),
    ),
    consequences: basis?.consequences ?? '',
    discussedOn: concept?.discussedOn ?? '',
    nextEvaluationOn: concept?.nextEvaluationOn ?? addDays(dayOf(), USUAL_EVALUATION_DAYS),
  };
};

const orNull = (value: FormValue | undefined): string | null => (typeof value === 'string' && value !== '' ? value : null);

/** The form as the command takes it. */
export const inputOf = (values: PlanValues): Input => ({
  goals: rowsOf(values, 'goals').map((row) => ({
    text: textOf(values, 'goals', row, 'text'),
    fromStep: Number(textOf(values, 'goals', row, 'fromStep')),
    toStep: Number(textOf(values, 'goals', row, 'toStep')),
    term: textOf(values, 'goals', row, 'term'),
  })),
  support: rowsOf(values, 'support').map((row) => textOf(values, 'support', row, 'text')),
  obligations: rowsOf(values, 'obligations').map((row) => ({
    code: textOf(values, 'obligations', row, 'code'),
    legalBasis: textOf(values, 'obligations', row, 'legalBasis'),
    validFrom: textOf(values, 'obligations', row, 'validFrom'),
    validUntil: orNull(textOf(values, 'obligations', row, 'validUntil')),
  })),
  consequences: orNull(values['consequences']),
  discussedOn: orNull(values['discussedOn']),
  nextEvaluationOn: orNull(values['nextEvaluationOn']) ?? '',
});
