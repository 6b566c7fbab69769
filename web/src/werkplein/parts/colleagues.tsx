import { useMe } from '../../app/me.tsx';
import { useAskWerkplein } from '../../graph/ask.ts';
import { texts } from '../../texts.ts';
import { SelectField, TextField } from '../../ui/fields.tsx';
import type { FormState } from '../../ui/use-form.ts';
import { ColleaguesDocument } from './colleagues.werkplein.generated.ts';

export interface Colleague {
  id: string;
  name: string;
}

/** Who direct clients at this Werkplein, as far as their clients show; who is signed in is one of them. */
export const useColleagues = (): readonly Colleague[] => {
  const me = useMe();
  const { data } = useAskWerkplein(ColleaguesDocument);
  const known = new Map([[me.id, me.name]]);
  for (const { klantregisseur } of data?.wierden?.clients?.nodes ?? []) if (klantregisseur) known.set(klantregisseur.id, klantregisseur.name);
  return [...known].map(([id, name]) => ({ id, name })).toSorted((a, b) => a.name.localeCompare(b.name, 'nl'));
};

const OTHER = 'ANDERS';
const { colleague: words } = texts.werkplein;

/** Names of the fields that choose a colleague. */
export interface ColleagueValues {
  colleague: string;
  otherId: string;
  otherName: string;
  [name: string]: string;
}
export const noColleague = { colleague: '', otherId: '', otherName: '' };

/** Who was chosen, as a command takes it. */
export const chosenColleague = (values: Readonly<Record<string, string>>, colleagues: readonly Colleague[]): Colleague => {
  const { colleague = '', otherId = '', otherName = '' } = values;
  if (colleague === OTHER) return { id: otherId, name: otherName };
  // Only that nobody was chosen is wrong then, and stands at the choice.
  return colleagues.find(({ id }) => id === colleague) ?? { id: '', name: '–' };
};

/** Chooses a colleague; one without clients yet is named by hand. */
export const ColleagueField = <V extends ColleagueValues>({
  form,
  colleagues,
  label,
}: {
  form: FormState<V>;
  colleagues: readonly Colleague[];
  label: string;
}) => (
  <>
    <SelectField
      form={form}
      name="colleague"
      path={form.values.colleague === OTHER ? 'colleague' : 'klantregisseur.id'}
      label={label}
      choices={[...colleagues.map(({ id, name }) => ({ value: id, label: name })), { value: OTHER, label: words.other }]}
    />
    {form.values.colleague === OTHER && (
      <>
        <TextField form={form} name="otherName" path="klantregisseur.name" label={words.name} />
        <TextField form={form} name="otherId" path="klantregisseur.id" label={words.number} hint={words.numberHint} />
      </>
    )}
  </>
);
