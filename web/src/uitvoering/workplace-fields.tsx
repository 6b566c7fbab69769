import { municipalities } from '../graph/municipalities.generated.ts';
import { uitvoering } from '../texts/uitvoering.ts';
import { workplaces } from '../texts/workplaces.ts';
import { CheckListField, SelectField, TextField } from '../ui/fields.tsx';
import type { FormState } from '../ui/use-form.ts';
import { typedNumber } from '../ui/numbers.ts';
import { ColleagueField, colleagueRef } from './colleague-field.tsx';
import { numberOf, orNull } from './command-form.tsx';
import { choicesOf } from './filters.tsx';
import type { WorkAdaptation, WorkplaceKind, WorkplaceQuery } from './workplaces.generated.ts';

type Workplace = NonNullable<WorkplaceQuery['workplace']>;

/** What is known of a group, for who adds a workplace to it. */
export interface InGroup {
  id: string;
  name: string;
  kind: WorkplaceKind;
}

export const workplaceValues = (row: Workplace | null, group: InGroup | null) => ({
  name: row?.name ?? '',
  kind: row?.kind ?? group?.kind ?? '',
  location: row?.location ?? '',
  municipality: row?.municipality ?? '',
  capacityHours: typedNumber(row?.capacityHours),
  opensOn: row?.opensOn ?? '',
  closesOn: row?.closesOn ?? '',
  adaptations: (row?.adaptations ?? []) as readonly string[],
  supervisorId: row?.group ? '' : (row?.supervisor?.id ?? ''),
});
type Values = ReturnType<typeof workplaceValues>;

export const workplaceInput = ({ supervisorId, capacityHours, closesOn, adaptations, kind, ...values }: Values, group: InGroup | null) => ({
  ...values,
  kind: kind as WorkplaceKind,
  capacityHours: numberOf(capacityHours) || 0,
  closesOn: orNull(closesOn),
  adaptations: adaptations as WorkAdaptation[],
  workGroupId: group?.id ?? null,
  supervisor: group === null && supervisorId !== '' ? colleagueRef(supervisorId) : null,
});

/** A workplace as it is filled in; the group, when there is one, says who supervises. */
export const WorkplaceFields = ({ form, group }: { form: FormState<Values>; group: InGroup | null }) => (
  <>
    {group && <p>{workplaces.ofGroup(group.name)}</p>}
    <TextField form={form} name="name" label={workplaces.name} />
    {group === null && <SelectField form={form} name="kind" label={workplaces.kind} choices={choicesOf(workplaces.kinds)} />}
    <TextField form={form} name="location" label={workplaces.location} hint={workplaces.locationHint} />
    <SelectField
      form={form}
      name="municipality"
      label={uitvoering.municipality}
      choices={municipalities.map(({ code, name }) => ({ value: code, label: name }))}
    />
    <TextField form={form} name="capacityHours" label={workplaces.capacity} hint={workplaces.capacityHint} />
    <TextField form={form} name="opensOn" type="date" label={workplaces.opened} />
    <TextField form={form} name="closesOn" type="date" label={workplaces.closes} hint={workplaces.closesHint} optional />
    {group === null && <ColleagueField form={form} name="supervisorId" path="supervisor" label={workplaces.supervisor} optional />}
    <CheckListField form={form} name="adaptations" label={workplaces.adaptations} choices={choicesOf(workplaces.adaptation)} />
  </>
);
