import { municipalities } from '../../graph/municipalities.generated.ts';
import { SelectField } from '../../ui/fields.tsx';
import type { FormState, FormValues } from '../../ui/use-form.ts';

interface MunicipalityFieldProps<F extends FormValues> {
  form: FormState<F>;
  name: keyof F & string;
  label: string;
  empty?: string;
  optional?: boolean;
}

/** One of the municipalities of the graph. */
export function MunicipalityField<F extends FormValues>(props: MunicipalityFieldProps<F>) {
  return <SelectField {...props} choices={municipalities.map(({ code, name }) => ({ value: code, label: name }))} />;
}
