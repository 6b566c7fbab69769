import { Select } from '@amsterdam/design-system-react';
import { useState } from 'react';
import { texts } from '../texts.ts';
import { Around, type FieldProps, TextField } from './fields.tsx';
import { namedMunicipalities } from './municipality.ts';
import type { FormValues } from './use-form.ts';

const words = texts.municipality;
const ELSEWHERE = 'elders';

/** A municipality of ours or beside us by its name, another by its CBS code. What is kept is the code. */
export function AnyMunicipalityField<V extends FormValues>({ form, name, path = name, ...around }: FieldProps<V>) {
  const code = form.values[name] as string;
  const [elsewhere, setElsewhere] = useState(code !== '' && !namedMunicipalities.some((each) => each.code === code));
  const choose = (value: string): void => {
    setElsewhere(value === ELSEWHERE);
    form.set(name, (value === ELSEWHERE ? '' : value) as V[typeof name]);
  };
  return (
    <>
      <Around path={elsewhere ? `${path}.${ELSEWHERE}` : path} {...around}>
        {(control) => (
          <Select {...control} value={elsewhere ? ELSEWHERE : code} onChange={({ target }) => choose(target.value)}>
            <Select.Option value="">{texts.common.choose}</Select.Option>
            {namedMunicipalities.map((each) => (
              <Select.Option key={each.code} value={each.code}>
                {each.name}
              </Select.Option>
            ))}
            <Select.Option value={ELSEWHERE}>{words.other}</Select.Option>
          </Select>
        )}
      </Around>
      {elsewhere && <TextField form={form} name={name} path={path} label={words.code} hint={words.codeHint} />}
    </>
  );
}
