import { useAskWerkplein } from '../../graph/ask.ts';
import { texts } from '../../texts.ts';
import { decisionKind, decisionOutcome, ladderStep, loonwaardeState } from '../../texts/werkplein-law.ts';
import { doelgroepAxis, doelgroepValue, named } from '../../texts/werkplein-names.ts';
import { dayText } from '../../ui/dates.ts';
import { euroText } from '../../ui/numbers.ts';
import { Answer, Empty } from '../../ui/states.tsx';
import { type Column, DataTable } from '../../ui/table.tsx';
import { DueDay, periodText } from '../parts/day.tsx';
import { Opening } from '../parts/opening.tsx';
import { Panel } from '../parts/panel.tsx';
import { type ClientHead, isOpen, useClient } from './client.tsx';
import { DecisionForm } from './decision-form.tsx';
import { ClientLawDocument, type ClientLawQuery } from './law.werkplein.generated.ts';
import { DoelgroepForm, LadderForm, LoonwaardeForm } from './law-forms.tsx';
import { Provisions } from './provisions.tsx';

const { law: words } = texts.werkplein;
export type LawClient = NonNullable<ClientLawQuery['client']>;
type OwnLaw = Extract<LawClient, { decisions: unknown }>;
type Decision = NonNullable<OwnLaw['decisions']>[number];
type Loonwaarde = NonNullable<OwnLaw['loonwaardebepalingen']>[number];
type Measurement = NonNullable<LawClient['ladder']>[number];
type Period = NonNullable<LawClient['doelgroep']>['periods'][number];

const CENTS = 100;

const decisions: Column<Decision>[] = [
  { header: words.what, heads: true, cell: ({ kind }) => named(decisionKind, kind) },
  { header: words.outcome, cell: ({ outcome, revisedById }) => `${named(decisionOutcome, outcome)}${revisedById === null ? '' : `, ${words.revised}`}` },
  { header: words.decidedOn, cell: ({ decidedOn }) => dayText(decidedOn) },
  { header: words.period, cell: ({ startsOn, endsOn }) => (startsOn === null ? '–' : periodText(startsOn, endsOn)) },
  { header: words.monthly, numeric: true, cell: ({ monthlyCents }) => (monthlyCents === null ? '–' : euroText(monthlyCents / CENTS)) },
  { header: words.basis, cell: ({ legalBasis }) => <span className="small">{legalBasis}</span> },
];

const loonwaarden: Column<Loonwaarde>[] = [
  { header: words.function, heads: true, cell: ({ functionName }) => functionName },
  { header: words.state, cell: ({ state }) => named(loonwaardeState, state) },
  { header: words.value, numeric: true, cell: ({ wageValuePct }) => (wageValuePct === null ? texts.common.unknown : words.percent(wageValuePct)) },
  { header: words.validFrom, cell: ({ validFrom }) => (validFrom === null ? '–' : dayText(validFrom)) },
  { header: words.review, cell: ({ reviewOn }) => (reviewOn === null ? '–' : <DueDay day={reviewOn} />) },
];

const periods: Column<Period>[] = [
  { header: words.axis, heads: true, cell: ({ axis }) => named(doelgroepAxis, axis) },
  { header: words.axisValue, cell: ({ value }) => named(doelgroepValue, value) },
  { header: words.period, cell: ({ validFrom, validUntil }) => periodText(validFrom, validUntil) },
];

const ladder: Column<Measurement>[] = [
  { header: words.measuredOn, cell: ({ measuredOn }) => dayText(measuredOn) },
  { header: words.ladderStep, heads: true, cell: ({ step }) => named(ladderStep, String(step)) },
  { header: words.by, cell: ({ recordedBy }) => recordedBy.name },
];

interface SectionProps<R> {
  id: string;
  title: string;
  empty: string;
  rows: readonly R[] | null;
  columns: readonly Column<R>[];
  keyOf: (row: R) => string;
  action?: React.ReactNode;
}

/** One kind of facts; null is "not for you". */
export function LawSection<R>({ id, title, empty, rows, columns, keyOf, action }: SectionProps<R>) {
  return (
    <Panel title={title} id={id}>
      {rows === null && <Empty>{texts.common.notShown}</Empty>}
      {rows?.length === 0 && <Empty>{empty}</Empty>}
      {rows !== null && rows.length > 0 && <DataTable caption={title} hideCaption columns={columns} rows={rows} keyOf={keyOf} />}
      {action !== undefined && <div className="openings">{action}</div>}
    </Panel>
  );
}

const Sections = ({ law, client }: { law: LawClient; client: ClientHead }) => {
  const own = 'decisions' in law ? law : null;
  const open = isOpen(client);
  return (
    <>
      <LawSection
        id="doelgroep"
        title={words.doelgroep}
        empty={words.noDoelgroep}
        rows={law.doelgroep?.periods.toReversed() ?? null}
        columns={periods}
        keyOf={({ axis, validFrom, value }) => `${axis} ${validFrom} ${value}`}
        action={<Opening label={words.setAxis}>{(close) => <DoelgroepForm clientId={client.id} close={close} />}</Opening>}
      />
      <Provisions law={law} clientId={client.id} open={open} />
      <LawSection
        id="besluiten"
        title={words.decisions}
        empty={words.noDecisions}
        rows={own?.decisions ?? null}
        columns={decisions}
        keyOf={({ id }) => id}
        action={<Opening label={words.publish}>{(close) => <DecisionForm clientId={client.id} close={close} />}</Opening>}
      />
      <LawSection
        id="loonwaarde"
        title={words.loonwaarde}
        empty={words.noLoonwaarde}
        rows={own?.loonwaardebepalingen ?? null}
        columns={loonwaarden}
        keyOf={({ id }) => id}
        {...(open && { action: <Opening label={words.requestLoonwaarde}>{(close) => <LoonwaardeForm clientId={client.id} close={close} />}</Opening> })}
      />
      <LawSection
        id="ladder"
        title={words.ladder}
        empty={words.noLadder}
        rows={law.ladder?.filter(({ supersededAt }) => supersededAt === null) ?? null}
        columns={ladder}
        keyOf={({ id }) => id}
        {...(open && { action: <Opening label={words.measure}>{(close) => <LadderForm clientId={client.id} close={close} />}</Opening> })}
      />
    </>
  );
};

/** What the municipality decided, gave and measured; each part has an address. */
export const LawPart = () => {
  const client = useClient();
  const asked = useAskWerkplein(ClientLawDocument, { variables: { client: client.id } });
  return (
    <>
      <nav className="choices" aria-label={words.onThisPage}>
        {words.sections.map(([id, label]) => (
          <a key={id} href={`#${id}`}>
            {label}
          </a>
        ))}
      </nav>
      <Answer asked={asked}>{({ client: law }) => law && <Sections law={law} client={client} />}</Answer>
    </>
  );
};
