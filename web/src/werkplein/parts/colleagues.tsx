import { useState } from 'react';
import { useMe } from '../../app/me.tsx';
import { useAskWerkplein } from '../../graph/ask.ts';
import { firstWords } from '../../texts/werkplein-first.ts';
import { SelectField, TextField } from '../../ui/fields.tsx';
import type { FormState } from '../../ui/use-form.ts';
import { useSettled } from '../../ui/use-settled.ts';
import { KlantregisseursDocument } from './colleagues.werkplein.generated.ts';

export interface Colleague {
  id: string;
  name: string;
}

/** The colleagues who have clients and whose name has `search` in it, who is signed in among them; `more` when there are others. */
export const useColleagues = (search = ''): { found: readonly Colleague[]; more: boolean } => {
  const me = useMe();
  const typed = useSettled(search.trim());
  const { data } = useAskWerkplein(KlantregisseursDocument, { variables: { search: typed } });
  const page = data?.wierden?.klantregisseurs;
  const known = new Map((page?.nodes ?? []).map(({ id, name }) => [id, name]));
  if (me.name.toLowerCase().includes(typed.toLowerCase())) known.set(me.id, me.name);
  return {
    found: [...known].map(([id, name]) => ({ id, name })).toSorted((a, b) => a.name.localeCompare(b.name, 'nl')),
    more: page?.pageInfo.hasNextPage === true,
  };
};

const OTHER = 'ANDERS';
const { colleague: words } = firstWords;

/** Names of the fields that choose a colleague. */
export interface ColleagueValues {
  colleague: string;
  colleagueName: string;
  colleagueSearch: string;
  otherId: string;
  [name: string]: string;
}
export const noColleague = { colleague: '', colleagueName: '', colleagueSearch: '', otherId: '' };

/** Who was chosen, as a command takes it. */
export const chosenColleague = ({ colleague, colleagueName, otherId }: ColleagueValues): Colleague => {
  if (colleague === OTHER) return { id: otherId, name: colleagueName };
  // Only that nobody was chosen is wrong then, and stands at the choice.
  return { id: colleague, name: colleague === '' ? '–' : colleagueName };
};

interface ColleagueFieldProps<V extends ColleagueValues> {
  form: FormState<V>;
  label: string;
  /** Where a colleague stands in the input of the command. */
  path?: string;
}

/** Chooses a colleague, of many by a part of the name; one without clients yet is named by hand. */
export const ColleagueField = <V extends ColleagueValues>({ form, label, path = 'klantregisseur' }: ColleagueFieldProps<V>) => {
  const { colleague, colleagueName, colleagueSearch } = form.values;
  const { found, more } = useColleagues(colleagueSearch);
  const [wasMore, setWasMore] = useState(false);
  if (more && !wasMore) setWasMore(true);
  const other = colleague === OTHER;
  // Who was chosen stays a choice when the search goes on.
  const chosen = colleague === '' || other || found.some(({ id }) => id === colleague) ? [] : [{ id: colleague, name: colleagueName }];
  const choices = [...chosen, ...found];
  const choosing: FormState<V> = {
    ...form,
    set: (name, value) => {
      form.set(name, value);
      if (name === 'colleague') form.set('colleagueName', choices.find(({ id }) => id === value)?.name ?? '');
    },
  };
  return (
    <>
      {wasMore && <TextField form={form} name="colleagueSearch" type="search" label={words.search} hint={more ? words.more : words.searchHint} optional />}
      <SelectField
        form={choosing}
        name="colleague"
        path={other ? 'colleague' : `${path}.id`}
        label={label}
        choices={[...choices.map(({ id, name }) => ({ value: id, label: name })), { value: OTHER, label: words.other }]}
      />
      {other && (
        <>
          <TextField form={form} name="colleagueName" path={`${path}.name`} label={words.name} />
          <TextField form={form} name="otherId" path={`${path}.id`} label={words.number} hint={words.numberHint} />
        </>
      )}
    </>
  );
};
