import { useDeferredValue } from 'react';
import { useAsk } from '../graph/ask.ts';
import { placements } from '../texts/placements.ts';
import { RadioField, TextField } from '../ui/fields.tsx';
import type { FormState } from '../ui/use-form.ts';
import { useKept } from '../ui/use-kept.ts';
import { EmployersToPlaceAtDocument } from './propose.generated.ts';

const ENOUGH = 2;

// A type, not an interface: forms are records.
// oxlint-disable-next-line typescript/consistent-type-definitions
export type WithEmployer = { employerId: string; employerName: string };

interface EmployerFieldProps<F extends WithEmployer> {
  form: FormState<F>;
  search?: string;
  label?: string;
  /** Path in the input of the command, when it is not the name. */
  path?: string;
  /** The one that it is now. */
  now?: { id: string; name: string } | null;
  /** Words of the choice of none, where that is one. */
  none?: string;
}

/** Finds an employer by a part of its name; the ones found are choices. */
export function EmployerField<F extends WithEmployer>({
  form,
  search = placements.searchEmployer,
  label = placements.employer,
  path = 'employerId',
  now = null,
  none,
}: EmployerFieldProps<F>) {
  const name = useDeferredValue(form.values.employerName.trim());
  const { data, refreshing } = useAsk(EmployersToPlaceAtDocument, { variables: { name }, skip: name.length < ENOUGH });
  const found = name.length < ENOUGH ? [] : (data?.employers?.nodes ?? []);
  const offered = [...(now && found.every(({ id }) => id !== now.id) ? [{ ...now, branches: null }] : []), ...found].map(({ id, name: called, branches }) => {
    const city = (branches?.find(({ main }) => main) ?? branches?.[0])?.city;
    return { value: id, label: city == null ? called : `${called}, ${city}` };
  });
  const choices = useKept(offered, form.values.employerId);
  return (
    <div className="found" aria-busy={refreshing}>
      <TextField form={form} name="employerName" type="search" label={search} hint={placements.searchHint} optional={none !== undefined} />
      <p className="small" role="status">
        {name.length >= ENOUGH && data ? placements.foundEmployers(found.length) : ''}
      </p>
      {choices.length > 0 && (
        <RadioField
          form={form}
          name="employerId"
          path={path}
          label={label}
          choices={[...choices, ...(none === undefined ? [] : [{ value: '', label: none }])]}
        />
      )}
    </div>
  );
}
