import { agreements } from '../../texts/agreements.ts';
import { hours as words } from '../../texts/hours.ts';
import { addDays } from '../../ui/dates.ts';
import { CheckField, TextField } from '../../ui/fields.tsx';
import type { FormState } from '../../ui/use-form.ts';
import { typedNumber } from '../../ui/numbers.ts';
import { numberOf } from '../command-form.tsx';
import { addMonths } from '../../ui/months.ts';
import type { SheetPartsFragment } from './hours.generated.ts';

const euros = (cents: number | null | undefined): string => typedNumber(cents == null ? null : cents / 100);

export const sheetValues = (sheet: SheetPartsFragment | null) => ({
  workedHours: typedNumber(sheet?.workedHours),
  billableHours: typedNumber(sheet?.billableHours),
  sickHours: typedNumber(sheet?.absence?.sickHours ?? 0),
  leaveHours: typedNumber(sheet?.absence?.leaveHours ?? 0),
  seasonHours: typedNumber(sheet?.absence?.seasonHours ?? 0),
  otherAbsentHours: typedNumber(sheet?.absence?.otherHours ?? 0),
  // What somebody may not see they fill in anew: it would be zero otherwise.
  directCost: sheet === null ? '0' : euros(sheet.money?.directCostCents),
  revenue: sheet?.revenueBasis === 'GIVEN' ? euros(sheet.money?.revenueCents) : '',
  split: sheet?.billableParts.length === 2,
  splitOn: sheet?.billableParts[1]?.from ?? '',
  before: typedNumber(sheet?.billableParts[0]?.hours),
  after: typedNumber(sheet?.billableParts[1]?.hours),
});
export type SheetValues = ReturnType<typeof sheetValues>;

const hoursOf = (value: string): number => {
  const hours = value.trim() === '' ? 0 : numberOf(value);
  return Number.isNaN(hours) ? -1 : hours;
};
/** What was left empty is asked for. */
export const requiredHours = ['workedHours', 'billableHours', 'directCost'] as const;

const partsOf = ({ split, splitOn, before, after }: SheetValues, month: string) =>
  split
    ? [
        { from: `${month}-01`, until: splitOn === '' ? '' : addDays(splitOn, -1), hours: hoursOf(before) },
        { from: splitOn, until: addDays(`${addMonths(month, 1)}-01`, -1), hours: hoursOf(after) },
      ]
    : null;

/** The hours of `month` as a command takes them; hours that are no number are refused at their field. */
export const sheetInput = (values: SheetValues, month: string) => ({
  workedHours: hoursOf(values.workedHours),
  billableHours: hoursOf(values.billableHours),
  sickHours: hoursOf(values.sickHours),
  leaveHours: hoursOf(values.leaveHours),
  seasonHours: hoursOf(values.seasonHours),
  otherAbsentHours: hoursOf(values.otherAbsentHours),
  directCostCents: Math.round(hoursOf(values.directCost) * 100),
  revenueCents: values.revenue.trim() === '' ? null : Math.round(hoursOf(values.revenue) * 100),
  billableParts: partsOf(values, month),
});

/** Hours and money of one month. */
export function SheetFields<F extends SheetValues>({ form }: { form: FormState<F> }) {
  return (
    <>
      <TextField form={form} name="workedHours" label={words.workedHours} />
      <TextField form={form} name="billableHours" label={words.billableHours} hint={words.billableHint} />
      <CheckField form={form} name="split" path="billableParts" label={words.split} />
      {form.values.split && (
        <>
          <TextField form={form} name="splitOn" path="billableParts.1.from" type="date" label={words.splitOn} />
          <TextField form={form} name="before" path="billableParts.0.hours" label={words.before} />
          <TextField form={form} name="after" path="billableParts.1.hours" label={words.after} />
        </>
      )}
      <TextField form={form} name="sickHours" label={words.sickHours} />
      <TextField form={form} name="leaveHours" label={words.leaveHours} />
      <TextField form={form} name="seasonHours" label={words.seasonHours} />
      <TextField form={form} name="otherAbsentHours" label={words.otherAbsentHours} />
      <TextField form={form} name="directCost" path="directCostCents" label={words.directCost} />
      <TextField form={form} name="revenue" path="revenueCents" label={words.revenueEuro} hint={words.revenueHint} optional />
      {form.restored && <p className="small">{agreements.restored}</p>}
    </>
  );
}
