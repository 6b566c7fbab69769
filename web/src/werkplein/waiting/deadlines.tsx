import { Button, Label, Select, TextInput } from '@amsterdam/design-system-react';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { Page } from '../../app/page.tsx';
import { useMe } from '../../app/me.tsx';
import { useAskWerkplein } from '../../graph/ask.ts';
import { werkpleinTexts } from '../../texts/werkplein.ts';
import { deadlineKind } from '../../texts/werkplein-law.ts';
import { addDays, dayOf } from '../../ui/dates.ts';
import { Pager, useAfter } from '../../ui/pager.tsx';
import { Answer, Empty } from '../../ui/states.tsx';
import { type Column, DataTable } from '../../ui/table.tsx';
import { ClientLink } from '../parts/client-link.tsx';
import { useColleagues } from '../parts/colleagues.tsx';
import { DueDay } from '../parts/day.tsx';
import { DeadlinesDocument, type DeadlinesQuery, type DeadlinesQueryVariables } from './deadlines.werkplein.generated.ts';
import '../werkplein.css';

const { deadlines: words } = werkpleinTexts;
type Deadline = NonNullable<NonNullable<DeadlinesQuery['wierden']>['deadlines']>['nodes'][number];
type Kinds = DeadlinesQueryVariables['kinds'];

/** What is near is looked at; a month is what people plan. */
const AHEAD_DAYS = 30;

/** Where a deadline is done something about. */
const partOf: Record<string, string> = { PLAN_EVALUATION: 'plan', DISCLOSURE_ENDS: 'delen', DOSSIER_STEP: '' };

const columns: Column<Deadline>[] = [
  { header: words.day, cell: ({ day }) => <DueDay day={day} /> },
  { header: words.client, heads: true, cell: ({ client, kind }) => <ClientLink client={client} part={partOf[kind] ?? 'voorzieningen'} /> },
  { header: words.what, cell: ({ text }) => text },
  { header: words.source, wide: true, cell: ({ source }) => <span className="small">{source}</span> },
];

interface Asked {
  kind: string;
  whose: string;
  until: string;
}

const Filters = ({ asked }: { asked: Asked }) => {
  const [, setParams] = useSearchParams();
  const me = useMe();
  const [whose, setWhose] = useState(asked.whose);
  const [search, setSearch] = useState('');
  const { found, more } = useColleagues(search);
  const others = found.filter(({ id }) => id !== me.id);
  // Who is looked at stays a choice, also when the search does not find them.
  const colleagues = whose === '' || others.some(({ id }) => id === whose) ? others : [{ id: whose, name: words.chosen }, ...others];
  return (
    <form
      className="filters"
      onSubmit={(event) => {
        event.preventDefault();
        const { van = '', soort = '', tot = '' } = Object.fromEntries(new FormData(event.currentTarget)) as Record<string, string>;
        setParams({ ...(van !== '' && { van }), ...(soort !== '' && { soort }), ...(tot !== '' && { tot }) });
      }}
    >
      {(more || search !== '') && (
        <div>
          <Label htmlFor="collega">{werkpleinTexts.colleague.search}</Label>
          <TextInput id="collega" autoComplete="off" value={search} onChange={({ target }) => setSearch(target.value)} />
        </div>
      )}
      <div>
        <Label htmlFor="van">{words.whose}</Label>
        <Select id="van" name="van" value={whose} onChange={({ target }) => setWhose(target.value)}>
          <Select.Option value="">{words.mine}</Select.Option>
          {colleagues.map(({ id, name }) => (
            <Select.Option key={id} value={id}>
              {name}
            </Select.Option>
          ))}
        </Select>
      </div>
      <div>
        <Label htmlFor="soort">{words.kind}</Label>
        <Select id="soort" name="soort" defaultValue={asked.kind}>
          <Select.Option value="">{words.allKinds}</Select.Option>
          {Object.entries(deadlineKind).map(([code, name]) => (
            <Select.Option key={code} value={code}>
              {name}
            </Select.Option>
          ))}
        </Select>
      </div>
      <div>
        <Label htmlFor="tot">{words.until}</Label>
        <TextInput id="tot" name="tot" type={'date' as 'text'} defaultValue={asked.until} />
      </div>
      <Button type="submit" variant="secondary">
        {words.show}
      </Button>
    </form>
  );
};

/** What has a day in the work of a klantregisseur, past days first. */
export const DeadlinesScreen = () => {
  const [params] = useSearchParams();
  const asked: Asked = { kind: params.get('soort') ?? '', whose: params.get('van') ?? '', until: params.get('tot') ?? addDays(dayOf(), AHEAD_DAYS) };
  const answer = useAskWerkplein(DeadlinesDocument, {
    variables: {
      until: asked.until,
      kinds: asked.kind === '' ? null : ([asked.kind] as Kinds),
      klantregisseur: asked.whose === '' ? null : asked.whose,
      after: useAfter(),
    },
  });
  return (
    <Page title={words.title}>
      <div className="panel">
        <Filters key={JSON.stringify(asked)} asked={asked} />
      </div>
      <Answer asked={answer}>
        {({ wierden }) =>
          wierden?.deadlines && (
            <section className="panel" aria-label={words.title}>
              {wierden.deadlines.nodes.length === 0 ? (
                <Empty>{words.empty}</Empty>
              ) : (
                <DataTable
                  caption={words.title}
                  hideCaption
                  columns={columns}
                  rows={wierden.deadlines.nodes}
                  keyOf={({ kind, subjectId, day }) => `${kind} ${subjectId} ${day}`}
                />
              )}
              <Pager list={wierden.deadlines} />
            </section>
          )
        }
      </Answer>
    </Page>
  );
};
