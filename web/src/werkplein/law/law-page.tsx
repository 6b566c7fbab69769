import { Button, Field, Heading, Label, TextInput } from '@amsterdam/design-system-react';
import { useSearchParams } from 'react-router';
import { Page } from '../../app/page.tsx';
import { useAskWerkplein } from '../../graph/ask.ts';
import { texts } from '../../texts.ts';
import { law as words } from '../../texts/law.ts';
import { dayOf, dayText } from '../../ui/dates.ts';
import { Facts } from '../../ui/facts.tsx';
import { numberText } from '../../ui/numbers.ts';
import { Answer, Empty } from '../../ui/states.tsx';
import { type Column, DataTable } from '../../ui/table.tsx';
import { LawOnDayDocument, type LawOnDayQuery } from './law.werkplein.generated.ts';
import { LksForm } from './lks-form.tsx';
import '../werkplein.css';

type Law = NonNullable<LawOnDayQuery['wierden']>;
type Parameter = NonNullable<Law['lawParameters']>[number];
type Provision = Law['provisionsCatalogue'][number];

const sourceText = (source: string | null, confirmed: boolean | null, note: string | null = null): string =>
  [source ?? texts.common.unknown, ...(confirmed === false ? [words.unconfirmed] : []), ...(note === null ? [] : [note])].join('. ');

const parameters: Column<Parameter>[] = [
  { header: words.what, heads: true, cell: ({ code }) => words.names[code] ?? code },
  { header: words.value, cell: ({ value, unit }) => words.units[unit]?.(value) ?? numberText(value) },
  { header: words.since, cell: ({ validFrom }) => dayText(validFrom) },
  { header: words.source, cell: ({ source, confirmed, note }) => <span className="small">{sourceText(source, confirmed, note)}</span> },
];

const provisions: Column<Provision>[] = [
  { header: words.provision, heads: true, cell: ({ name }) => name },
  { header: words.longest, cell: ({ maxMonths }) => (maxMonths === null ? words.noLimit : words.units['MONTHS']?.(maxMonths)) },
  { header: words.source, cell: ({ source }) => <span className="small">{source}</span> },
];

const DayChoice = ({ on }: { on: string }) => {
  const [, setParams] = useSearchParams();
  return (
    <form
      key={on}
      className="filters"
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        const { dag = '' } = Object.fromEntries(new FormData(event.currentTarget)) as Record<string, string>;
        setParams(dag === '' ? {} : { dag });
      }}
    >
      <Field>
        <Label htmlFor="dag">{words.on}</Label>
        <TextInput id="dag" name="dag" type={'date' as 'text'} defaultValue={on} />
      </Field>
      <Button type="submit" variant="secondary">
        {words.show}
      </Button>
    </form>
  );
};

const Taakstelling = ({ of }: { of: NonNullable<Law['taakstelling']> }) => (
  <section className="panel" aria-labelledby="taakstelling">
    <Heading level={2} size="level-3" id="taakstelling">
      {words.taakstelling(of.year)}
    </Heading>
    <Facts
      facts={[
        [words.places, of.places === null ? texts.common.unknown : numberText(of.places)],
        [words.waiting, numberText(of.waiting)],
        ...(of.places === null ? [] : [[words.source, sourceText(of.source, of.confirmed)] as const]),
      ]}
    />
  </section>
);

/** Rates, terms and limits of the law on a day, and what this Werkplein can offer by it. */
export const LawScreen = () => {
  const on = useSearchParams()[0].get('dag') ?? dayOf();
  const asked = useAskWerkplein(LawOnDayDocument, { variables: { on } });
  return (
    <Page title={words.title}>
      <p className="lead">{words.intro}</p>
      <Answer asked={asked}>
        {({ wierden }) =>
          wierden && (
            <>
              {wierden.taakstelling && <Taakstelling of={wierden.taakstelling} />}
              <section className="panel" aria-labelledby="waarden">
                <Heading level={2} size="level-3" id="waarden">
                  {words.parameters}
                </Heading>
                <DayChoice on={on} />
                {wierden.lawParameters === null || wierden.lawParameters.length === 0 ? (
                  <Empty>{words.none}</Empty>
                ) : (
                  <DataTable caption={words.parameters} hideCaption columns={parameters} rows={wierden.lawParameters} keyOf={({ code }) => code} />
                )}
              </section>
              <section className="panel" aria-labelledby="aanbod">
                <Heading level={2} size="level-3" id="aanbod">
                  {words.catalogue}
                </Heading>
                <DataTable caption={words.catalogue} hideCaption columns={provisions} rows={wierden.provisionsCatalogue} keyOf={({ code }) => code} />
              </section>
            </>
          )
        }
      </Answer>
      <LksForm />
    </Page>
  );
};
