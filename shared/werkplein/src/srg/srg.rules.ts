import { addDays, addMonthsClipped } from '@werkplein/kernel';
import type { AxisValue } from '../doelgroep/doelgroep.rules.ts';
import type { ProvisionKind } from '../provisions/provision.kinds.ts';
import type { ProvisionExecutor } from '../provisions/provision.rules.ts';

/** Whom the statistic counts: benefits, and who gets none (domain.md §4.2). */
export const srgPopulation: ReadonlySet<AxisValue> = new Set<AxisValue>(['ALGEMENE_BIJSTAND', 'IOAW', 'IOAZ', 'ANW', 'NUG', 'WIA_UITSTROMER']);

export const srgRejections = {
  NO_BSN: 'Van deze cliënt is geen BSN bekend.',
  NO_GRONDSLAG: 'Van deze cliënt is op de dag van het gebruik geen grondslag bekend.',
  NO_CODE: 'Van deze soort voorziening is geen SRG-code bekend. Lees die in, of geef de voorziening een eigen code.',
  NO_WAGE_VALUE: 'Bij deze loonkostensubsidie hoort een loonwaarde of het forfait; het besluit noemt geen van beide.',
} as const;
export type SrgRejection = keyof typeof srgRejections;

/** One period in which a provision was used, with what the statistic asks of it. */
export interface SrgUse {
  clientId: string;
  provisionId: string;
  kind: ProvisionKind;
  /** By the provision itself, else by the list of codes; null when none is known. */
  code: string | null;
  executor: ProvisionExecutor;
  startsOn: string;
  endsOn: string | null;
  /** Of a loonkostensubsidie, by its decision. */
  wageValuePct: number | null;
  forfait: boolean;
  monthlyCents: number | null;
}

export interface SrgPerson {
  clientId: string;
  hasBsn: boolean;
  birthDate: string;
  grondslagOn(day: string): AxisValue | null;
}

export interface RejectedUse {
  clientId: string;
  provisionId: string | null;
  reason: SrgRejection;
}

export interface SrgRecords {
  grondslag: AxisValue;
  provisions: SrgUse[];
  subsidies: SrgUse[];
}

/** First and last day of a month `2026-10`. */
export const daysOfMonth = (month: string): { first: string; last: string } => {
  const first = `${month}-01`;
  return { first, last: addDays(addMonthsClipped(first, 1), -1) };
};

const rejectionOf = ({ kind, code, wageValuePct, forfait }: SrgUse): SrgRejection | null => {
  if (kind === 'LOONKOSTENSUBSIDIE') return wageValuePct === null && !forfait ? 'NO_WAGE_VALUE' : null;
  return code === null ? 'NO_CODE' : null;
};

/** What of one person goes into the delivery of a month that ends on `last`, and what does not and why; null when the statistic does not count them. */
export const recordsOf = (person: SrgPerson, uses: readonly SrgUse[], last: string): { records: SrgRecords | null; rejected: RejectedUse[] } | null => {
  const { clientId, hasBsn } = person;
  const ends = uses.map(({ endsOn }) => (endsOn === null || endsOn > last ? last : endsOn)).toSorted();
  const grondslag = person.grondslagOn(ends.at(-1) ?? last);
  if (grondslag === null) return { records: null, rejected: [{ clientId, provisionId: null, reason: 'NO_GRONDSLAG' }] };
  if (!srgPopulation.has(grondslag)) return null;
  if (!hasBsn) return { records: null, rejected: [{ clientId, provisionId: null, reason: 'NO_BSN' }] };
  const rejected = uses.flatMap((use): RejectedUse[] => {
    const reason = rejectionOf(use);
    return reason === null ? [] : [{ clientId, provisionId: use.provisionId, reason }];
  });
  // As really used: what goes on after the month has no end yet.
  const valid = uses
    .filter((use) => rejectionOf(use) === null)
    .map((use) => ({ ...use, endsOn: use.endsOn !== null && use.endsOn > last ? null : use.endsOn }));
  if (valid.length === 0) return { records: null, rejected };
  const subsidies = valid.filter(({ kind }) => kind === 'LOONKOSTENSUBSIDIE');
  return { records: { grondslag, provisions: valid.filter((use) => !subsidies.includes(use)), subsidies }, rejected };
};
