import { useDeferredValue } from 'react';
import { useAsk } from '../graph/ask.ts';
import { placements } from '../texts/placements.ts';
import { RadioField, TextField } from '../ui/fields.tsx';
import type { FormState } from '../ui/use-form.ts';
import { EmployersToPlaceAtDocument } from './propose.generated.ts';

const ENOUGH = 2;

// A type, not an interface: forms are records.
// oxlint-disable-next-line typescript/consistent-type-definitions
export type WithEmployer = { employerId: string; employerName: string };

/** Finds an employer by a part of its name; the ones found are choices. */
export function EmployerField<F extends WithEmployer>({ form }: { form: FormState<F> }) {
  const name = useDeferredValue(form.values.employerName.trim());
  const { data, refreshing } = useAsk(EmployersToPlaceAtDocument, { variables: { name }, skip: name.length < ENOUGH });
  const found = name.length < ENOUGH ? [] : (data?.employers?.nodes ?? []);
  return (
    <div className="found" aria-busy={refreshing}>
      <TextField form={form} name="employerName" type="search" label={placements.searchEmployer} hint={placements.searchHint} />
      <p className="small" role="status">
        {name.length >= ENOUGH && data ? placements.foundEmployers(found.length) : ''}
      </p>
      {found.length > 0 && (
        <RadioField
          form={form}
          name="employerId"
          label={placements.employer}
          choices={found.map(({ id, name: label, branches }) => {
            const city = (branches?.find(({ main }) => main) ?? branches?.[0])?.city;
            return { value: id, label: city == null ? label : `${label}, ${city}` };
          })}
        />
      )}
    </div>
  );
}
