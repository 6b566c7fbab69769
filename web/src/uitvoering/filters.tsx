import { Field, Label, Select } from '@amsterdam/design-system-react';
import { useId } from 'react';
import { useSearchParams } from 'react-router';
import { municipalities } from '../graph/municipalities.generated.ts';
import { uitvoering } from '../texts/uitvoering.ts';
import type { Choice } from '../ui/fields.tsx';

export interface Filter {
  /** In the address. */
  name: string;
  label: string;
  /** What holds when nothing is chosen. */
  all: string;
  choices: readonly Choice[];
}

const PLACES_IN_LISTS = ['na'];

/** Narrows a list by the address: a link, reload and the back button keep the choice, and another choice begins at the first page. */
export const Filters = ({ filters }: { filters: readonly Filter[] }) => {
  const [params, setParams] = useSearchParams();
  const id = useId();
  const choose = (name: string, value: string): void =>
    setParams((before) => {
      const next = new URLSearchParams(before);
      for (const each of PLACES_IN_LISTS) next.delete(each);
      if (value === '') next.delete(name);
      else next.set(name, value);
      return next;
    });
  return (
    <form className="filters" role="search" aria-label={uitvoering.filters} onSubmit={(event) => event.preventDefault()}>
      {filters.map(({ name, label, all, choices }) => (
        <Field key={name}>
          <Label htmlFor={`${id}${name}`}>{label}</Label>
          <Select id={`${id}${name}`} value={params.get(name) ?? ''} onChange={({ target }) => choose(name, target.value)}>
            <Select.Option value="">{all}</Select.Option>
            {choices.map((each) => (
              <Select.Option key={each.value} value={each.value}>
                {each.label}
              </Select.Option>
            ))}
          </Select>
        </Field>
      ))}
    </form>
  );
};

/** Names with their words as choices, in the order in which they are written. */
export const choicesOf = (words: Readonly<Record<string, string>>): Choice[] => Object.entries(words).map(([value, label]) => ({ value, label }));

export const byMunicipality: Filter = {
  name: 'gemeente',
  label: uitvoering.municipality,
  all: uitvoering.municipalities,
  choices: municipalities.map(({ code, name }) => ({ value: code, label: name })),
};

/** The chosen one of what can be chosen; null for none, and for what somebody typed in the address. */
export const chosen = (params: URLSearchParams, { name, choices }: Filter): string | null =>
  choices.some(({ value }) => value === params.get(name)) ? params.get(name) : null;
