import type { Missing } from '@werkplein/indicators';
import type { Clock } from '@werkplein/kernel';
import { expect } from 'vitest';
import type { TestNuo } from '../testing/index.ts';

/** A clock of tests that is set. */
export interface SetClock {
  clock: Clock;
  at(instant: string): void;
}
export const setClock = (start = '2026-08-03T10:00:00Z'): SetClock => {
  let now = new Date(start);
  return { clock: () => new Date(now), at: (instant) => void (now = new Date(instant)) };
};

export interface Asked {
  from?: string;
  until?: string;
  measuredOn?: string;
  knownAt?: string;
}

export interface Told {
  numerator: number | null;
  denominator: number | null;
  value: number | null;
  missing: Missing[];
  /** By key. */
  rows: Record<string, number>;
}

const year = { from: '2026-01-01', until: '2026-12-31', knownAt: '2027-06-01T00:00:00.000Z' };
const spanOf = ({ from = year.from, until = year.until, measuredOn = until, knownAt = year.knownAt }: Asked) => ({ from, until, measuredOn, knownAt });

const query = `query ($asked: FigureQuestionInput!) { nuoFigureParts(asked: $asked) {
  indicator municipality numerator denominator value missing { what count } rows { key value } } }`;

/** What the NUO has of an indicator, of each municipality by code; `all` is the total. Of 2026, as known long after, unless asked otherwise. */
export const askParts = async (
  nuo: TestNuo,
  indicator: string,
  asked: Asked = {},
  municipalities = ['0141', '1700', '0183', '0189'],
): Promise<Record<string, Told> & { all: Told }> => {
  const { data, errors } = await nuo.ask('nuo.coordinator', query, {
    asked: { sets: [{ indicators: [indicator], span: spanOf(asked) }], municipalities, total: true },
  });
  expect(errors).toBeUndefined();
  const parts = data.nuoFigureParts as { municipality: string | null; rows: { key: string; value: number }[] }[];
  return Object.fromEntries(
    parts.map(({ municipality, rows, ...part }) => [municipality ?? 'all', { ...part, rows: Object.fromEntries(rows.map(({ key, value }) => [key, value])) }]),
  ) as unknown as Record<string, Told> & { all: Told };
};

/** The numerators alone. */
export const askCounts = async (nuo: TestNuo, indicator: string, asked: Asked = {}): Promise<Record<string, number | null>> =>
  Object.fromEntries(Object.entries(await askParts(nuo, indicator, asked)).map(([of, { numerator }]) => [of, numerator]));

const factsQuery = `query ($asked: FigureFactsInput!) { nuoFigureFacts(asked: $asked) { nodes { id ref contribution } pageInfo { hasNextPage endCursor } } }`;

export interface ListedFact {
  id: string;
  ref: string;
  contribution: number;
}

/** Every fact behind one side, in pages of `first`. */
export const askFacts = async (
  nuo: TestNuo,
  indicator: string,
  side: 'NUMERATOR' | 'DENOMINATOR',
  municipality: string | null,
  asked: Asked = {},
  first = 3,
): Promise<ListedFact[]> => {
  const facts: ListedFact[] = [];
  let after: string | null = null;
  do {
    const { data, errors }: Awaited<ReturnType<TestNuo['ask']>> = await nuo.ask('nuo.coordinator', factsQuery, {
      asked: { indicator, municipality, side, span: spanOf(asked), first, after },
    });
    expect(errors).toBeUndefined();
    const { nodes, pageInfo } = data.nuoFigureFacts;
    facts.push(...nodes);
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  } while (after !== null);
  return facts;
};
