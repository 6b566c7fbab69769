import { texts } from '../../texts.ts';
import { werkpleinTexts } from '../../texts/werkplein.ts';
import { clientField, disclosurePart, disclosurePurpose, disclosureState } from '../../texts/werkplein-law.ts';
import { doelgroepAxis, doelgroepValue, named } from '../../texts/werkplein-names.ts';
import { StatusBadge } from '../../ui/badge.tsx';
import { dayText } from '../../ui/dates.ts';
import { Empty } from '../../ui/states.tsx';
import { type Column, DataTable } from '../../ui/table.tsx';
import { periodText } from '../parts/day.tsx';
import { Panel } from '../parts/panel.tsx';
import type { Disclosure } from './sharing.tsx';
import type { WhatTheNuoSeesQuery } from './sharing.werkplein.generated.ts';

const { sharing: words } = werkpleinTexts;
type Shared = NonNullable<NonNullable<WhatTheNuoSeesQuery['client']>['sharedWithNuo']>;
type Field = Shared['fields'][number];

const axes: Record<string, string> = {
  grondslag: 'GRONDSLAG',
  wswStatus: 'WSW_STATUS',
  beschut: 'BESCHUT',
  doelgroepregister: 'DOELGROEPREGISTER',
  doelgroepLks: 'DOELGROEP_LKS',
};

const ofObject = (field: string, value: Record<string, unknown>): string => {
  if (field === 'doelgroep')
    return Object.entries(axes)
      .map(
        ([key, axis]) =>
          `${named(doelgroepAxis, axis)}: ${typeof value[key] === 'string' ? named(doelgroepValue, value[key]).toLowerCase() : texts.common.unknown.toLowerCase()}`,
      )
      .join('; ');
  if (field === 'address') {
    const { street, houseNumber, city } = value as { street: string | null; houseNumber: number | null; city: string | null };
    return `${street ?? ''} ${houseNumber ?? ''}, ${city ?? ''}`;
  }
  if (typeof value['name'] === 'string') return value['name'];
  return words.someText;
};

/** The value that the NUO gets, as a person reads it; what it consists of is named, not printed. */
const valueText = ({ field, value }: Field): string => {
  const given: unknown = JSON.parse(value ?? 'null');
  if (given === null) return words.emptyValue;
  if (typeof given === 'string') return /^\d{4}-\d\d-\d\d$/.test(given) ? dayText(given) : given;
  if (typeof given === 'number') return String(given);
  if (Array.isArray(given)) return given.length === 0 ? words.emptyValue : words.items(given.length);
  return ofObject(field, given as Record<string, unknown>);
};

/** Fields that say nothing of the person. */
const technical = new Set(['id', 'version', 'sharedWithNuo']);

const columns: Column<Field>[] = [
  { header: words.column.field, heads: true, cell: ({ field }) => named(clientField, field) },
  { header: words.column.value, cell: valueText },
  { header: words.column.part, cell: ({ part }) => (part === null ? words.always : words.byPart(named(disclosurePart, part).toLowerCase())) },
];

/** Field by field what the NUO gets today, and what it does not. */
export const Seen = ({ shared: { day, fields, foundAsCandidate } }: { shared: Shared }) => {
  const about = fields.filter(({ field }) => !technical.has(field));
  const [seen, hidden] = [about.filter(({ shared }) => shared), about.filter(({ shared }) => !shared)];
  return (
    <div className="columns">
      <Panel title={words.seesTitle(dayText(day))} id="ziet">
        {seen.length > 0 && <DataTable caption={words.seesTitle(dayText(day))} hideCaption columns={columns} rows={seen} keyOf={({ field }) => field} />}
        <p>{foundAsCandidate ? words.found : words.notFound}</p>
      </Panel>
      <Panel title={words.hiddenTitle} id="ziet-niet">
        <p className="lead">{words.hiddenIntro}</p>
        <ul className="hidden-fields">
          {hidden.map(({ field }) => (
            <li key={field}>{named(clientField, field)}</li>
          ))}
        </ul>
      </Panel>
    </div>
  );
};

const historyColumns: Column<Disclosure>[] = [
  { header: words.column.period, heads: true, cell: ({ validFrom, validUntil }) => periodText(validFrom, validUntil) },
  { header: words.column.parts, cell: ({ parts }) => parts.map((part) => named(disclosurePart, part)).join(', ') },
  { header: words.column.purpose, cell: ({ purpose }) => named(disclosurePurpose, purpose) },
  {
    header: words.column.state,
    cell: ({ state }) => <StatusBadge tone={state === 'SHARED' ? 'good' : 'neutral'}>{named(disclosureState, state)}</StatusBadge>,
  },
  { header: words.column.by, cell: ({ recordedBy }) => recordedBy?.name ?? texts.common.unknown },
];

/** What was shared, now and before. */
export const History = ({ disclosures }: { disclosures: readonly Disclosure[] }) => (
  <Panel title={words.historyTitle} id="eerder">
    {disclosures.length === 0 ? (
      <Empty>{words.historyEmpty}</Empty>
    ) : (
      <DataTable caption={words.historyTitle} hideCaption columns={historyColumns} rows={disclosures} keyOf={({ id }) => id} />
    )}
  </Panel>
);
