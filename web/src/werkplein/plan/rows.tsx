import { Button } from '@amsterdam/design-system-react';
import type { ReactNode } from 'react';
import { werkpleinTexts } from '../../texts/werkplein.ts';
import { ladderStep } from '../../texts/werkplein-law.ts';
import { dayOf } from '../../ui/dates.ts';
import { LongTextField, SelectField, TextField } from '../../ui/fields.tsx';
import type { FormState } from '../../ui/use-form.ts';
import { type PlanValues, type RowKind, rowsOf } from './values.ts';

const { plan: words } = werkpleinTexts;

type PlanForm = FormState<PlanValues>;

/** By law at most so many of each (SavePlanConceptInput). */
const ROWS_MAX = 20;

interface RowsProps {
  form: PlanForm;
  kind: RowKind;
  add: string;
  name: (number: number) => string;
  /** What stands in a new row. */
  begin: Readonly<Record<string, string>>;
  children: (field: (name: string) => { form: PlanForm; name: string; path: string }) => ReactNode;
}

/** Rows that can be added and taken away. The path of a field follows its place, as refusals of the command name it. */
const Rows = ({ form, kind, add, name, begin, children }: RowsProps) => {
  const rows = rowsOf(form.values, kind);
  const addRow = (): void => {
    const row = String(Math.max(-1, ...rows.map(Number)) + 1);
    for (const [field, text] of Object.entries(begin)) form.set(`${kind}.${row}.${field}`, text);
    form.set(kind, [...rows, row]);
  };
  return (
    <>
      {rows.map((row, index) => (
        <fieldset key={row} className="row-set">
          <legend>{name(index + 1)}</legend>
          {children((field) => ({ form, name: `${kind}.${row}.${field}`, path: kind === 'support' ? `${kind}.${index}` : `${kind}.${index}.${field}` }))}
          <Button
            type="button"
            variant="tertiary"
            onClick={() =>
              form.set(
                kind,
                rows.filter((each) => each !== row),
              )
            }
          >
            {words.remove(name(index + 1).toLowerCase())}
          </Button>
        </fieldset>
      ))}
      {rows.length < ROWS_MAX && (
        <div>
          <Button type="button" variant="secondary" onClick={addRow}>
            {add}
          </Button>
        </div>
      )}
    </>
  );
};

const steps = Object.entries(ladderStep).map(([value, label]) => ({ value, label }));

export const GoalRows = ({ form }: { form: PlanForm }) => (
  <Rows form={form} kind="goals" add={words.addGoal} name={words.goal} begin={{ text: '', fromStep: '', toStep: '', term: '' }}>
    {(field) => (
      <>
        <LongTextField {...field('text')} label={words.goalWhat} rows={2} />
        <div className="field-row">
          <SelectField {...field('fromStep')} label={words.fromStep} choices={steps} />
          <SelectField {...field('toStep')} label={words.toStep} choices={steps} />
          <TextField {...field('term')} type="date" label={words.term} />
        </div>
      </>
    )}
  </Rows>
);

export const SupportRows = ({ form }: { form: PlanForm }) => (
  <Rows form={form} kind="support" add={words.addSupport} name={words.supportRow} begin={{ text: '' }}>
    {(field) => <LongTextField {...field('text')} label={words.supportWhat} rows={2} />}
  </Rows>
);

export const ObligationRows = ({ form }: { form: PlanForm }) => (
  <Rows
    form={form}
    kind="obligations"
    add={words.addObligation}
    name={words.obligation}
    begin={{ code: '', legalBasis: '', validFrom: dayOf(), validUntil: '' }}
  >
    {(field) => (
      <>
        <TextField {...field('code')} label={words.obligationCode} />
        <TextField {...field('legalBasis')} label={words.legalBasis} hint={words.legalBasisHint} />
        <div className="field-row">
          <TextField {...field('validFrom')} type="date" label={words.validFrom} />
          <TextField {...field('validUntil')} type="date" label={words.validUntil} optional />
        </div>
      </>
    )}
  </Rows>
);
