import type { Dialect } from '@werkplein/kernel';
import { type Answer, dialects } from '@werkplein/kernel/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Stack, startStack } from './stack.ts';

const stacks = new Map<Dialect, Stack>();
const stackOf = (dialect: Dialect): Stack => stacks.get(dialect) as Stack;

beforeAll(async () => {
  for (const dialect of dialects) stacks.set(dialect, await startStack(dialect, 0.05));
}, 400_000);
afterAll(async () => {
  for (const stack of stacks.values()) await stack.stop();
});

const fields = 'indicator { code } municipality value text numerator denominator complete missingSources noValue settled';
const period = 'from: "2026-01-01", until: "2026-12-31"';
interface Told {
  indicator: { code: string };
  municipality: string | null;
  value: number | null;
  numerator: number | null;
  complete: boolean;
}

describe.each(dialects)('figures of the graph on %s', (dialect) => {
  it('add up over the municipalities, one request to each that has a part', async () => {
    const { data, errors, requests } = await stackOf(dialect).ask(
      'nuo.coordinator',
      `{ figures(indicators: ["CONTACTEN", "LADDER_STIJGERS"], total: true, ${period}) { ${fields} } }`,
    );
    expect(errors).toBeUndefined();
    const of = (code: string): Told[] => data.figures.filter(({ indicator }: Told) => indicator.code === code);
    const total = (told: Told[]): number | null | undefined => told.find(({ municipality }) => municipality === null)?.numerator;
    const ladder = of('LADDER_STIJGERS');
    expect(ladder).toHaveLength(5);
    expect(total(ladder)).toBe(ladder.filter(({ municipality }) => municipality !== null).reduce((sum, { numerator }) => sum + (numerator ?? 0), 0));
    expect(total(of('CONTACTEN'))).toBeGreaterThan(0);
    expect(requests).toEqual({ nuo: 1, almelo: 1, twenterand: 1, tubbergen: 1, wierden: 1 });
  });

  it('are of the own municipality for a Werkplein, with the total and not another', async () => {
    const { data } = await stackOf(dialect).ask('wierden.klantregisseur', `{ figures(indicators: ["LADDER_STIJGERS"], total: true, ${period}) { ${fields} } }`);
    expect(data.figures.map(({ municipality }: Told) => municipality)).toEqual(['0189', null]);
    const other = await stackOf(dialect).ask('wierden.klantregisseur', `{ figure(indicator: "LADDER_STIJGERS", municipality: "0141", ${period}) { value } }`);
    expect([other.data?.figure ?? null, other.errors?.[0]?.extensions['code']]).toEqual([null, 'FORBIDDEN']);
  });

  it('have as many facts as they count, for who may see them', async () => {
    for (const code of ['CONTACTEN', 'LADDER_STIJGERS']) {
      let after: string | null = null;
      let sum = 0;
      let value = -1;
      do {
        const { data }: Answer = await stackOf(dialect).ask(
          'nuo.coordinator',
          `query ($after: String) { figure(indicator: "${code}", ${period}) { numerator facts(first: 200, after: $after) { nodes { id contribution } pageInfo { hasNextPage endCursor } } } }`,
          { after },
        );
        value = data.figure.numerator;
        for (const { contribution } of data.figure.facts.nodes) sum += contribution;
        after = data.figure.facts.pageInfo.hasNextPage ? data.figure.facts.pageInfo.endCursor : null;
      } while (after !== null && code === 'LADDER_STIJGERS');
      if (code === 'LADDER_STIJGERS') expect(sum).toBe(value);
    }
    const reporter = await stackOf(dialect).ask(
      'wierden.rapporteur',
      `{ figure(indicator: "CONTACTEN", municipality: "0189", ${period}) { value facts { nodes { id } } } }`,
    );
    expect([reporter.data.figure.facts, reporter.errors?.[0]?.extensions['code']]).toEqual([null, 'FORBIDDEN']);
  });

  it('are not complete while a Werkplein is down, and never zero', async () => {
    await stackOf(dialect).kill('tubbergen');
    const { data, errors } = await stackOf(dialect).ask(
      'nuo.coordinator',
      `{ figures(indicators: ["LADDER_STIJGERS", "CONTACTEN"], total: true, ${period}) { ${fields} } }`,
    );
    expect(errors).toBeUndefined();
    const told = (municipality: string | null, code = 'LADDER_STIJGERS') =>
      data.figures.find((each: Told) => each.municipality === municipality && each.indicator.code === code);
    expect(told('0183')).toMatchObject({ value: null, numerator: null, complete: false, missingSources: ['0183'], noValue: 'SOURCE_MISSING' });
    expect(told(null)).toMatchObject({ value: null, complete: false, missingSources: ['0183'] });
    expect(told('0141')).toMatchObject({ complete: true });
    expect(told('0183', 'CONTACTEN')).toMatchObject({ complete: true });
  });
});
