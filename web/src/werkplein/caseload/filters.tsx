import { Button, Label, Select, TextInput } from '@amsterdam/design-system-react';
import { Link, useSearchParams } from 'react-router';
import { texts } from '../../texts.ts';
import { dossierStatus } from '../../texts/werkplein-names.ts';

const { caseload: words } = texts.werkplein;

/** What is looked for, as it stands in the address. */
export interface CaseloadAsked {
  mine: boolean;
  search: string;
  status: string;
}

export const useCaseloadAsked = (): CaseloadAsked => {
  const [params] = useSearchParams();
  return { mine: params.get('wie') !== 'alle', search: params.get('zoek') ?? '', status: params.get('stand') ?? '' };
};

const addressOf = ({ mine, search, status }: CaseloadAsked): string => {
  const params = new URLSearchParams({ ...(!mine && { wie: 'alle' }), ...(search !== '' && { zoek: search }), ...(status !== '' && { stand: status }) });
  return `?${params}`;
};

/** Whose clients, by name and by where they are. */
export const CaseloadFilters = () => {
  const asked = useCaseloadAsked();
  const [, setParams] = useSearchParams();
  return (
    <>
      <nav className="choices" aria-label={words.whose}>
        {[true, false].map((mine) => (
          <Link key={String(mine)} to={addressOf({ ...asked, mine })} {...(asked.mine === mine && { 'aria-current': 'page' as const })}>
            {mine ? words.mine : words.all}
          </Link>
        ))}
      </nav>
      <form
        // A link that changes the address fills the fields anew.
        key={addressOf(asked)}
        className="filters"
        role="search"
        onSubmit={(event) => {
          event.preventDefault();
          const { zoek = '', stand = '' } = Object.fromEntries(new FormData(event.currentTarget)) as Record<string, string>;
          setParams(addressOf({ mine: asked.mine, search: zoek.trim(), status: stand }));
        }}
      >
        <div>
          <Label htmlFor="zoek">{words.search}</Label>
          <TextInput id="zoek" name="zoek" defaultValue={asked.search} autoComplete="off" />
        </div>
        <div>
          <Label htmlFor="stand">{words.status}</Label>
          <Select id="stand" name="stand" defaultValue={asked.status}>
            <Select.Option value="">{words.anyStatus}</Select.Option>
            {Object.entries(dossierStatus).map(([code, name]) => (
              <Select.Option key={code} value={code}>
                {name}
              </Select.Option>
            ))}
          </Select>
        </div>
        <Button type="submit" variant="secondary">
          {texts.common.search}
        </Button>
      </form>
    </>
  );
};
