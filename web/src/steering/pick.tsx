import { Field, Label, Select } from '@amsterdam/design-system-react';
import { useId } from 'react';
import type { Choice } from '../ui/fields.tsx';

interface PickProps {
  label: string;
  value: string;
  choices: readonly Choice[];
  onPick: (value: string) => void;
}

/** A choice of what is looked at; what stands below follows at once. */
export const Pick = ({ label, value, choices, onPick }: PickProps) => {
  const id = useId();
  return (
    <Field className="pick">
      <Label htmlFor={id}>{label}</Label>
      <Select id={id} value={value} onChange={({ target }) => onPick(target.value)}>
        {choices.map((each) => (
          <Select.Option key={each.value} value={each.value}>
            {each.label}
          </Select.Option>
        ))}
      </Select>
    </Field>
  );
};
