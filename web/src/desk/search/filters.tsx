import { Checkbox, Field, Label, Select, TextInput } from '@amsterdam/design-system-react';
import { municipalities } from '../../graph/municipalities.generated.ts';
import { desk } from '../../texts/desk.ts';
import { choicesOf } from '../shared/say.ts';
import type { Filters, FiltersState } from './use-filters.ts';

const { search, words } = desk;

const Choice = ({
  name,
  label,
  all,
  choices,
  values,
  set,
}: FiltersState & { name: keyof Filters; label: string; all: string; choices: readonly { value: string; label: string }[] }) => (
  <Field>
    <Label htmlFor={`filter-${name}`}>{label}</Label>
    <Select id={`filter-${name}`} value={values[name]} onChange={({ target }) => set(name, target.value)}>
      <Select.Option value="">{all}</Select.Option>
      {choices.map(({ value, label: text }) => (
        <Select.Option key={value} value={value}>
          {text}
        </Select.Option>
      ))}
    </Select>
  </Field>
);

const Check = ({ name, label, values, set }: FiltersState & { name: keyof Filters; label: string }) => (
  <Checkbox checked={values[name] !== ''} onChange={({ target }) => set(name, target.checked ? 'ja' : '')}>
    {label}
  </Checkbox>
);

/** What to search for. There is no button: the list follows. */
export const SearchFilters = (filters: FiltersState) => (
  <form className="desk-filters panel" role="search" onSubmit={(event) => event.preventDefault()}>
    <Field className="desk-filters-name">
      <Label htmlFor="filter-naam">{search.name}</Label>
      <TextInput
        id="filter-naam"
        type="text"
        inputMode="search"
        autoComplete="off"
        value={filters.values.naam}
        onChange={({ target }) => filters.set('naam', target.value)}
      />
    </Field>
    <Choice
      {...filters}
      name="gemeente"
      label={search.municipality}
      all={search.allMunicipalities}
      choices={municipalities.map(({ code, name }) => ({ value: code, label: name }))}
    />
    <Choice {...filters} name="status" label={search.status} all={search.allStatuses} choices={choicesOf(words.employerStatus)} />
    <div className="desk-filters-checks">
      <Check {...filters} name="relatie" label={search.key} />
      <Check {...filters} name="nooit" label={search.never} />
    </div>
  </form>
);
