import { Button, Label, Select, TextInput } from '@amsterdam/design-system-react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { texts } from '../../texts.ts';
import { firstWords } from '../../texts/werkplein-first.ts';
import { dossierStatus } from '../../texts/werkplein-names.ts';
import { type Unseen, useUnseen } from '../../ui/unseen.tsx';

const { caseload: words } = firstWords;

/** What is looked for: all of it stands in the address but the name. */
export interface CaseloadAsked {
  mine: boolean;
  search: string;
  status: string;
}

/** States in which nobody is klantregisseur any more: such clients are in no caseload. */
const ended = new Set(['CLOSED', 'TRANSFERRED']);
const statusFor = (mine: boolean, status: string): string => (mine && ended.has(status) ? '' : status);

export const useCaseloadAsked = (): CaseloadAsked => {
  const [params] = useSearchParams();
  const mine = params.get('wie') !== 'alle';
  return { mine, search: useUnseen()['zoek'] ?? '', status: statusFor(mine, params.get('stand') ?? '') };
};

const addressOf = ({ mine, status }: CaseloadAsked): string => {
  const stand = statusFor(mine, status);
  return `?${new URLSearchParams({ ...(!mine && { wie: 'alle' }), ...(stand !== '' && { stand }) })}`;
};
const unseenOf = ({ search }: CaseloadAsked): Unseen => (search === '' ? {} : { zoek: search });

/** Whose clients, by name and by where they are. */
export const CaseloadFilters = () => {
  const asked = useCaseloadAsked();
  const navigate = useNavigate();
  return (
    <>
      <nav className="choices" aria-label={words.whose}>
        {[true, false].map((mine) => (
          <Link key={String(mine)} to={addressOf({ ...asked, mine })} state={unseenOf(asked)} {...(asked.mine === mine && { 'aria-current': 'page' as const })}>
            {mine ? words.mine : words.all}
          </Link>
        ))}
      </nav>
      <form
        // A link that changes the address fills the fields anew.
        key={JSON.stringify(asked)}
        className="filters"
        role="search"
        onSubmit={(event) => {
          event.preventDefault();
          const { zoek = '', stand = '' } = Object.fromEntries(new FormData(event.currentTarget)) as Record<string, string>;
          const next = { mine: asked.mine, search: zoek.trim(), status: stand };
          void navigate(addressOf(next), { state: unseenOf(next) });
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
            {Object.entries(dossierStatus)
              .filter(([code]) => statusFor(asked.mine, code) !== '')
              .map(([code, name]) => (
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
