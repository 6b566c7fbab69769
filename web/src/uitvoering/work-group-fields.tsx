import { municipalities } from '../graph/municipalities.generated.ts';
import { texts } from '../texts.ts';
import { workplaces } from '../texts/workplaces.ts';
import { RadioField, SelectField, TextField } from '../ui/fields.tsx';
import type { FormState } from '../ui/use-form.ts';
import { ColleagueField, colleagueRef } from './colleague-field.tsx';
import { orNull } from './command-form.tsx';
import { EmployerField } from './employer-field.tsx';
import type { GroupPartsFragment, WorkplaceKind } from './workplaces.generated.ts';

const { INSIDE: _atTheNuo, ...groupKinds } = workplaces.kinds;
const choices = municipalities.map(({ code, name }) => ({ value: code, label: name }));

export const groupValues = (row: GroupPartsFragment | null) => ({
  name: row?.name ?? '',
  kind: row?.kind ?? '',
  startsOn: row?.startsOn ?? '',
  endsOn: row?.endsOn ?? '',
  hirer: row?.hirerMunicipality == null ? 'employer' : 'municipality',
  hirerMunicipality: row?.hirerMunicipality ?? '',
  commissionerMunicipality: row?.commissionerMunicipality ?? '',
  employerId: row?.hirer?.id ?? '',
  employerName: row?.hirer?.name ?? '',
  supervisorId: row?.supervisor?.id ?? '',
});
type Values = ReturnType<typeof groupValues>;

export const groupInput = (values: Values) => ({
  name: values.name,
  kind: values.kind as WorkplaceKind,
  startsOn: values.startsOn,
  endsOn: orNull(values.endsOn),
  commissionerMunicipality: orNull(values.commissionerMunicipality),
  hirerMunicipality: values.hirer === 'municipality' ? orNull(values.hirerMunicipality) : null,
  employerId: values.hirer === 'employer' ? orNull(values.employerId) : null,
  supervisor: values.supervisorId === '' ? null : colleagueRef(values.supervisorId),
});

/** A group on location or in the green, and who hires it. */
export const GroupFields = ({ form }: { form: FormState<Values> }) => (
  <>
    <TextField form={form} name="name" label={workplaces.groupName} />
    <SelectField form={form} name="kind" label={workplaces.kind} choices={Object.entries(groupKinds).map(([value, label]) => ({ value, label }))} />
    <TextField form={form} name="startsOn" type="date" label={workplaces.groupFrom} />
    <TextField form={form} name="endsOn" type="date" label={workplaces.groupUntil} optional />
    <RadioField
      form={form}
      name="hirer"
      label={workplaces.hirer}
      choices={[
        { value: 'employer', label: workplaces.hiredByEmployer },
        { value: 'municipality', label: workplaces.hiredByMunicipality },
      ]}
    />
    {form.values.hirer === 'employer' ? (
      <EmployerField form={form} />
    ) : (
      <SelectField form={form} name="hirerMunicipality" label={workplaces.hiringMunicipality} choices={choices} />
    )}
    <SelectField form={form} name="commissionerMunicipality" label={workplaces.commissioner} choices={choices} empty={texts.common.none} optional />
    <ColleagueField form={form} name="supervisorId" path="supervisor" label={workplaces.supervisor} optional />
  </>
);
