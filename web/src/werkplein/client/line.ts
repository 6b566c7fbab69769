import { texts } from '../../texts.ts';
import { werkpleinTexts } from '../../texts/werkplein.ts';
import { named, orderStatus, placementKind, placementStatus, responsibleRole, service } from '../../texts/werkplein-names.ts';
import { planStatus, provisionKind, provisionState } from '../../texts/werkplein-law.ts';
import type { ServiceLineQuery } from './line.werkplein.generated.ts';

const { line: words } = werkpleinTexts;

/** Who acts: the Werkplein directs, the NUO carries out. */
export type Side = 'regie' | 'nuo';

/** One thing in the life of a client here, with the days that it took. */
export interface LineEntry {
  key: string;
  side: Side;
  what: string;
  from: string;
  until: string | null;
  status: string;
  who: readonly string[];
  /** Part of the client's page that tells more. */
  part?: string;
}

type LineClient = NonNullable<ServiceLineQuery['client']>;
type Record = NonNullable<LineClient['serviceLine']>[number]['record'];

const actingText = ({ role, standIn, employee }: { role?: string; standIn: boolean; employee: { name: string } | null }): string => {
  const name = employee?.name ?? texts.common.notShown;
  const known = role === undefined ? name : `${name} (${named(responsibleRole, role)})`;
  return standIn ? words.standIn(known) : known;
};

const recordText = (record: Record): Pick<LineEntry, 'what' | 'status' | 'part'> => {
  if (record.__typename === 'ServiceOrder')
    return { what: words.order(named(service, record.service)), status: named(orderStatus, record.orderStatus), part: 'opdrachten' };
  if (record.__typename === 'Placement') {
    const kind = named(placementKind, record.kind);
    return { what: record.employer ? words.at(kind, record.employer.name) : kind, status: named(placementStatus, record.placementStatus) };
  }
  return { what: words.learning(record.module), status: '' };
};

const ofNuo = ({ serviceLine }: LineClient): LineEntry[] =>
  (serviceLine ?? []).map(({ startsOn, endsOn, record, responsible }, index) => ({
    key: `nuo-${index}`,
    side: 'nuo',
    from: startsOn,
    until: endsOn,
    who: [...new Set(responsible.map(actingText))],
    ...recordText(record),
  }));

const ofRegie = ({ responsibilities, provisions, plans }: LineClient): LineEntry[] => [
  ...(responsibilities ?? []).map(({ from, until, standIn, employee }, index) => ({
    key: `regie-${index}`,
    side: 'regie' as const,
    what: words.klantregie,
    from,
    until,
    status: '',
    who: [actingText({ standIn, employee })],
  })),
  ...(plans ?? []).flatMap(({ id, number, status, establishedOn, endedOn }) =>
    establishedOn === null
      ? []
      : [
          {
            key: id,
            side: 'regie' as const,
            what: words.plan(number),
            from: establishedOn,
            until: endedOn,
            status: named(planStatus, status),
            who: [],
            part: 'plan',
          },
        ],
  ),
  // What the NUO does by an order is on the line as that order.
  ...(provisions ?? [])
    .filter(({ serviceOrderId }) => serviceOrderId === null)
    .flatMap(({ id, kind, status, uses }) =>
      uses.map(({ from, until }, index) => ({
        key: `${id}-${index}`,
        side: 'regie' as const,
        what: words.provision(named(provisionKind, kind)),
        from,
        until,
        status: named(provisionState, status),
        who: [],
        part: 'voorzieningen',
      })),
    ),
];

/** What the Werkplein and the NUO did, do and will do, as one line in order of time. */
export const lineOf = (client: LineClient): LineEntry[] => [...ofRegie(client), ...ofNuo(client)].toSorted((a, b) => a.from.localeCompare(b.from));

/** The days from the first thing to the last, today among them, as a scale of 0 to 100. */
export const scaleOf = (
  entries: readonly LineEntry[],
  today: string,
): { at: (day: string) => number; years: { day: string; label: string }[]; end: string } => {
  const days = [today, ...entries.flatMap(({ from, until }) => (until === null ? [from] : [from, until]))].toSorted((a, b) => a.localeCompare(b));
  const time = (day: string): number => Date.parse(`${day}T00:00:00Z`);
  const first = time(days[0] ?? today);
  const last = time(days.at(-1) ?? today);
  // Some room after the last day, for what has no end.
  const span = Math.max((last - first) * 1.04, 86_400_000);
  const at = (day: string): number => Math.min(100, Math.max(0, ((time(day) - first) / span) * 100));
  const firstYear = Number((days[0] ?? today).slice(0, 4)) + 1;
  const lastYear = Number((days.at(-1) ?? today).slice(0, 4));
  const step = Math.max(1, Math.ceil((lastYear - firstYear + 1) / 6));
  const years = Array.from({ length: Math.max(0, Math.ceil((lastYear - firstYear + 1) / step)) }, (_, index) => firstYear + index * step);
  return { at, years: years.map((year) => ({ day: `${year}-01-01`, label: String(year) })), end: new Date(first + span).toISOString().slice(0, 10) };
};
