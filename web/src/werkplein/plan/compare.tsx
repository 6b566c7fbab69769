import { Label, Select } from '@amsterdam/design-system-react';
import { useSearchParams } from 'react-router';
import { useAskWerkplein } from '../../graph/ask.ts';
import { werkpleinTexts } from '../../texts/werkplein.ts';
import { planChange, planPart } from '../../texts/werkplein-law.ts';
import { named } from '../../texts/werkplein-names.ts';
import { dayText } from '../../ui/dates.ts';
import { Answer } from '../../ui/states.tsx';
import { StatusBadge, type Tone } from '../../ui/badge.tsx';
import { type Column, DataTable } from '../../ui/table.tsx';
import { Panel } from '../parts/panel.tsx';
import { goalText, obligationText } from './plan-text.tsx';
import { PlanChangesDocument, type PlanChangesQuery, type WholePlanFragment } from './plan.werkplein.generated.ts';

const { plan: words } = werkpleinTexts;
type Change = NonNullable<NonNullable<PlanChangesQuery['client']>['planChanges']>[number];

const tones: Record<string, Tone> = { ADDED: 'good', CHANGED: 'attention', REMOVED: 'bad' };

const read = (part: string, json: string | null): string => {
  const value: unknown = JSON.parse(json ?? 'null');
  if (value === null) return '–';
  if (part === 'goals') return goalText(value as WholePlanFragment['goals'][number]);
  if (part === 'obligations') return obligationText(value as WholePlanFragment['obligations'][number]);
  if (typeof value !== 'string') return JSON.stringify(value);
  return /^\d{4}-\d\d-\d\d$/.test(value) ? dayText(value) : value;
};

const columns: Column<Change>[] = [
  { header: words.column.part, heads: true, cell: ({ part }) => named(planPart, part) },
  { header: words.column.change, cell: ({ kind }) => <StatusBadge tone={tones[kind] ?? 'neutral'}>{named(planChange, kind)}</StatusBadge> },
  { header: words.column.was, cell: ({ part, from }) => read(part, from) },
  { header: words.column.is, cell: ({ part, to }) => read(part, to) },
];

const Changes = ({ clientId, from, to }: { clientId: string; from: number; to: number }) => {
  const asked = useAskWerkplein(PlanChangesDocument, { variables: { client: clientId, from, to } });
  return (
    <Answer asked={asked}>
      {({ client }) => {
        const changes = client?.planChanges ?? [];
        return changes.length === 0 ? (
          <p className="empty">{words.noChanges}</p>
        ) : (
          <DataTable
            caption={words.changesFrom(from, to)}
            columns={columns}
            rows={changes}
            keyOf={({ part, kind, key, from: was, to: becomes }) => `${part} ${kind} ${key} ${was} ${becomes}`}
          />
        );
      }}
    </Answer>
  );
};

/** What changed between two versions; which two stands in the address. */
export const Compare = ({ clientId, numbers }: { clientId: string; numbers: readonly number[] }) => {
  const [params, setParams] = useSearchParams();
  const chosen = (name: string, otherwise: number): number => {
    const number = Number(params.get(name));
    return numbers.includes(number) ? number : otherwise;
  };
  const from = chosen('van', numbers[1] ?? 0);
  const to = chosen('naar', numbers[0] ?? 0);
  const select = (name: string, label: string, value: number) => (
    <div>
      <Label htmlFor={`vergelijk-${name}`}>{label}</Label>
      <Select
        id={`vergelijk-${name}`}
        value={String(value)}
        onChange={({ target }) => setParams({ van: String(from), naar: String(to), [name]: target.value }, { replace: true, preventScrollReset: true })}
      >
        {numbers.map((number) => (
          <Select.Option key={number} value={String(number)}>
            {words.numbered(number)}
          </Select.Option>
        ))}
      </Select>
    </div>
  );
  return (
    <Panel title={words.compare} id="vergelijken">
      <div className="filters">
        {select('van', words.compareFrom, from)}
        {select('naar', words.compareTo, to)}
      </div>
      {from === to ? <p className="empty">{words.same}</p> : <Changes clientId={clientId} from={from} to={to} />}
    </Panel>
  );
};
