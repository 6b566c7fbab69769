import { useApolloClient } from '@apollo/client/react';
import { useEffect, useState } from 'react';
import { NUO } from '../app/me.tsx';
import { texts } from '../texts.ts';
import { SelectField, type Choice } from '../ui/fields.tsx';
import type { FormState, FormValues } from '../ui/use-form.ts';
import { NuoColleaguesDocument, type NuoColleaguesQuery } from './colleagues.generated.ts';

type Page = NonNullable<NuoColleaguesQuery['colleagues']>;
/** How a command names somebody. */
export const colleagueRef = (employeeId: string): { employeeId: string; organisation: string } => ({ employeeId, organisation: NUO });

/** Everybody who works at the NUO now, by name; page after page, until the last. */
const useColleagues = (): readonly Choice[] => {
  const client = useApolloClient();
  const [found, setFound] = useState<readonly Choice[]>([]);
  useEffect(() => {
    let left = false;
    const load = async (): Promise<void> => {
      const all: Page['nodes'][number][] = [];
      let after: string | null = null;
      do {
        const { data }: { data?: NuoColleaguesQuery } = await client.query({ query: NuoColleaguesDocument, variables: { after } });
        const page: Page | null = data?.colleagues ?? null;
        all.push(...(page?.nodes ?? []));
        after = page?.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
      } while (after !== null);
      if (left) return;
      const here = all.filter(({ active, employee }) => active && employee.organisation.code === NUO);
      setFound(here.map(({ employee: { id, name } }) => ({ value: id, label: name })).toSorted((a, b) => a.label.localeCompare(b.label, 'nl')));
    };
    // Without them the field stands there empty; the form says what it needs.
    void load().catch(() => undefined);
    return () => {
      left = true;
    };
  }, [client]);
  return found;
};

interface ColleagueFieldProps<V extends FormValues> {
  form: FormState<V>;
  name: keyof V & string;
  path?: string;
  label: string;
  optional?: boolean;
}

/** A colleague of the NUO. */
export function ColleagueField<V extends FormValues>(props: ColleagueFieldProps<V>) {
  return <SelectField {...props} choices={useColleagues()} {...(props.optional && { empty: texts.common.none })} />;
}
