import { hours as words } from '../../texts/hours.ts';
import { LongTextField, TextField } from '../../ui/fields.tsx';
import { monthText } from '../../ui/months.ts';
import type { Step } from '../step-choice.tsx';
import { stepForm } from '../step-form.tsx';
import { CorrectClosedMonthDocument, CorrectTimesheetDocument, RecordTimesheetDocument, type SheetPartsFragment } from './hours.generated.ts';
import { requiredHours, SheetFields, sheetInput, sheetValues } from './sheet-fields.tsx';

/** The hours of a month that has none yet. */
export const recording = (placementId: string, month: string): Step =>
  stepForm({
    key: 'record',
    label: words.record,
    document: RecordTimesheetDocument,
    initial: { month, ...sheetValues(null) },
    draft: `uren-${placementId}`,
    required: ['month', ...requiredHours],
    input: (values) => ({ placementId, month: values.month, ...sheetInput(values, values.month) }),
    done: words.recorded,
    fields: (form) => (
      <>
        <TextField form={form} name="month" type="month" label={words.month} />
        <SheetFields form={form} />
      </>
    ),
  });

/** Other hours in the place of a sheet of an open month. */
export const correcting = (sheet: SheetPartsFragment): Step =>
  stepForm({
    key: 'correct',
    label: words.correct(monthText(sheet.month)),
    document: CorrectTimesheetDocument,
    initial: sheetValues(sheet),
    draft: `urenstaat-${sheet.id}`,
    required: requiredHours,
    input: (values) => ({ timesheetId: sheet.id, ...sheetInput(values, sheet.month) }),
    done: words.corrected,
    fields: (form) => <SheetFields form={form} />,
  });

/** What should have been otherwise in a closed month; it counts in an open one. */
export const correctingClosed = (placementId: string, sheet: SheetPartsFragment): Step =>
  stepForm({
    key: 'correctClosed',
    label: words.correct(monthText(sheet.concernsMonth)),
    document: CorrectClosedMonthDocument,
    initial: { ...sheetValues(sheet), reason: '' },
    draft: `maand-${placementId}-${sheet.concernsMonth}`,
    required: requiredHours,
    input: ({ reason, ...values }) => ({ placementId, concernsMonth: sheet.concernsMonth, reason, ...sheetInput(values, sheet.concernsMonth) }),
    done: words.corrected,
    fields: (form) => (
      <>
        <p className="small">
          {words.closedHint} {words.wholeMonth}
        </p>
        <SheetFields form={form} />
        <LongTextField form={form} name="reason" label={words.why} />
      </>
    ),
  });
