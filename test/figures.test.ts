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

const shown = 'indicator { code additive } municipality value text numerator denominator complete missingSources noValue settled rows { key value }';
const period = 'from: "2026-01-01", until: "2026-12-31"';
const peil = `${period}, measuredOn: "2026-10-31"`;
interface Told {
  indicator: { code: string; additive: boolean };
  municipality: string | null;
  value: number | null;
  numerator: number | null;
  denominator: number | null;
  complete: boolean;
  missingSources: string[];
  noValue: string | null;
  rows: { key: string; value: number }[];
}

/** Those of which a Werkplein holds facts. */
const werkplein = [
  'BESCHUT_GEREALISEERD_VS_TAAKSTELLING',
  'UITSTROOM_NAAR_WERK',
  'DUURZAME_UITSTROOM_26W',
  'GEM_LOONWAARDE',
  'LADDER_STIJGERS',
  'OVERDRACHTEN_PER_CLIENT',
  'WACHTLIJST_BESCHUT',
];
const list = (codes: readonly string[]): string => JSON.stringify(codes);

it.runIf(dialects.length > 1)('every figure is the same on both databases, with all that stands beside it', async () => {
  const question = `{ figures(total: true, from: "2026-01-01", until: "2026-12-31", measuredOn: "2026-10-31") {
    indicator { code } municipality value text numerator denominator complete missingSources rows { key label value } } }`;
  const [one, other] = await Promise.all(dialects.map((dialect) => stackOf(dialect).ask('nuo.coordinator', question)));
  expect([one?.errors, one?.data.figures.length]).toEqual([undefined, 22 * 5]);
  expect(other?.data).toEqual(one?.data);
});

describe.each(dialects)('figures of the graph on %s', (dialect) => {
  const figures = async (user: string, args: string): Promise<Told[]> => {
    const { data, errors } = await stackOf(dialect).ask(user, `{ figures(${args}) { ${shown} } }`);
    expect(errors).toBeUndefined();
    return data.figures as Told[];
  };

  it.each([
    ['from', 'from: "2026-02-31", until: "2026-12-31"'],
    ['municipality', 'municipality: "xx", from: "2026-01-01", until: "2026-12-31"'],
  ])('name the argument of which the value does not fit: %s', async (argument, args) => {
    const { data, errors } = await stackOf(dialect).ask('nuo.coordinator', `{ figure(indicator: "CONTACTEN", ${args}) { value } }`);
    expect([data, errors]).toMatchObject([{ figure: null }, [{ path: ['figure'], extensions: { code: 'BAD_INPUT', problems: [{ path: [argument] }] } }]]);
    expect(JSON.stringify(errors)).not.toMatch(/02-31|xx/);
  });

  it('of employers have a value for each municipality, and a total in which nobody counts twice', async () => {
    const told = await figures('nuo.coordinator', `indicators: ["WERKGEVERS_ACTIEF"], total: true, ${peil}`);
    const values = told.filter(({ municipality }) => municipality !== null).map(({ value }) => value ?? Number.NaN);
    const total = told.find(({ municipality }) => municipality === null)?.value ?? Number.NaN;
    expect([values.length, total >= Math.max(...values), total > 0]).toEqual([4, true, true]);
  });

  it('add up over the municipalities, one request to each that has a part', async () => {
    const asked = `{ figures(indicators: ${list(['CONTACTEN', ...werkplein])}, total: true, ${peil}) { ${shown} } }`;
    const { data, errors, requests } = await stackOf(dialect).ask('nuo.coordinator', asked);
    expect(errors).toBeUndefined();
    expect(requests).toEqual({ nuo: 1, almelo: 1, twenterand: 1, tubbergen: 1, wierden: 1 });
    for (const [code, told] of Map.groupBy(data.figures as Told[], ({ indicator }) => indicator.code)) {
      const total = told.find(({ municipality }) => municipality === null);
      const each = told.filter(({ municipality }) => municipality !== null);
      expect([code, each.length]).toEqual([code, 4]);
      const sum = (of: 'numerator' | 'denominator') => each.reduce((all, one) => all + (one[of] ?? 0), 0);
      // Those of the NUO have third parties in the total as well.
      if (code !== 'CONTACTEN') expect([code, total?.denominator ?? 0]).toEqual([code, sum('denominator')]);
      if (code !== 'CONTACTEN') expect([code, total?.numerator ?? 0]).toEqual([code, sum('numerator')]);
    }
    const counted = (code: string): Told | undefined => data.figures.find((each: Told) => each.indicator.code === code && each.municipality === null);
    for (const code of ['CONTACTEN', 'UITSTROOM_NAAR_WERK', 'WACHTLIJST_BESCHUT', 'OVERDRACHTEN_PER_CLIENT', 'GEM_LOONWAARDE'])
      expect([code, (counted(code)?.numerator ?? 0) > 0]).toEqual([code, true]);
  });

  it('are of the own municipality for a Werkplein, with the total and not another', async () => {
    const told = await figures('wierden.klantregisseur', `indicators: ["LADDER_STIJGERS"], total: true, ${period}`);
    expect(told.map(({ municipality }) => municipality)).toEqual(['0189', null]);
    const other = await stackOf(dialect).ask('wierden.klantregisseur', `{ figure(indicator: "LADDER_STIJGERS", municipality: "0141", ${period}) { value } }`);
    expect([other.data?.figure ?? null, other.errors?.[0]?.extensions['code']]).toEqual([null, 'FORBIDDEN']);
  });

  /** The contributions of all facts behind one side, of every page and source. */
  const behind = async (user: string, code: string, municipality: string | null, side: string): Promise<number> => {
    const document = `query ($after: String, $municipality: MunicipalityCode) { figure(indicator: "${code}", municipality: $municipality, ${peil}) {
      facts(first: 200, after: $after, side: ${side}) { nodes { id contribution } pageInfo { hasNextPage endCursor } } } }`;
    let sum = 0;
    const ids = new Set<string>();
    for (let after: string | null = null; ; ) {
      const { data, errors }: Answer = await stackOf(dialect).ask(user, document, { after, municipality });
      expect(errors).toBeUndefined();
      for (const { id, contribution } of data.figure.facts.nodes as { id: string; contribution: number }[]) {
        expect(ids.has(id)).toBe(false);
        ids.add(id);
        sum += contribution;
      }
      if (!data.figure.facts.pageInfo.hasNextPage) return sum;
      after = data.figure.facts.pageInfo.endCursor;
    }
  };

  it.each([
    ['nuo.coordinator', null],
    ['nuo.jobcoach', '0141'],
    ['wierden.klantregisseur', '0189'],
  ])('are for %s what the facts behind them add up to, of %s', async (user, municipality) => {
    const place = municipality === null ? 'municipalities: [], total: true' : `municipalities: ["${municipality}"]`;
    for (const { indicator, numerator, denominator } of await figures(user, `indicators: ${list(werkplein)}, ${place}, ${peil}`)) {
      expect([indicator.code, 'NUMERATOR', await behind(user, indicator.code, municipality, 'NUMERATOR')]).toEqual([
        indicator.code,
        'NUMERATOR',
        numerator ?? 0,
      ]);
      expect([indicator.code, 'DENOMINATOR', await behind(user, indicator.code, municipality, 'DENOMINATOR')]).toEqual([
        indicator.code,
        'DENOMINATOR',
        denominator ?? 0,
      ]);
    }
  });

  it('are shown to a reporter without a small number and without facts, by a question for what is asked and one for each two other periods of the year', async () => {
    const quarter = 'from: "2026-07-01", until: "2026-09-30"';
    const asked = `{ figures(indicators: ${list(werkplein)}, ${quarter}) { ${shown} } }`;
    const { data, errors, requests } = await stackOf(dialect).ask('nuo.rapporteur', asked);
    expect([errors, requests]).toEqual([undefined, { nuo: 1, almelo: 3, twenterand: 3, tubbergen: 3, wierden: 3 }]);
    const exact = await figures('nuo.coordinator', `indicators: ${list(werkplein)}, ${quarter}`);
    const told = data.figures as Told[];
    expect(told).toHaveLength(exact.length);
    const hidden = told.filter(({ noValue }) => noValue === 'SUPPRESSED');
    expect(hidden.length).toBeGreaterThan(0);
    for (const one of told) {
      const whole = exact.find(({ indicator, municipality }) => indicator.code === one.indicator.code && municipality === one.municipality) as Told;
      const small = [whole.numerator, whole.denominator].some((value) => value !== null && value > 0 && value < 5);
      if (small) expect([one.indicator.code, one.municipality, one.noValue]).toEqual([one.indicator.code, one.municipality, 'SUPPRESSED']);
      expect(one.rows).toEqual([]);
    }
    // Also of a number that is shown the facts are not: their count would tell the parts.
    for (const user of ['nuo.rapporteur', 'wierden.rapporteur']) {
      const facts = await stackOf(dialect).ask(
        user,
        `{ figure(indicator: "UITSTROOM_NAAR_WERK", municipality: "0189", ${period}) { value facts { nodes { id } } } }`,
      );
      expect([facts.data.figure.facts, facts.errors?.[0]?.extensions['code']]).toEqual([null, 'FORBIDDEN']);
    }
  });

  it('have no value without a denominator, and none of a year of which the taakstelling is unknown', async () => {
    const long = 'from: "1990-01-01", until: "1990-12-31"';
    const [none] = await figures('nuo.coordinator', `indicators: ["DUURZAME_UITSTROOM_26W"], municipalities: ["0141"], ${long}`);
    expect(none).toMatchObject({ value: null, denominator: 0, noValue: 'NO_DENOMINATOR', complete: true });
    const [unknown] = await figures('nuo.coordinator', `indicators: ["BESCHUT_GEREALISEERD_VS_TAAKSTELLING"], municipalities: ["0141"], ${long}`);
    expect(unknown).toMatchObject({
      value: null,
      denominator: null,
      complete: false,
      missingSources: expect.arrayContaining(['de taakstelling op 1990-12-31']),
    });
  });

  const funnel = 'funnel(municipality: "0141", from: "2026-04-01", until: "2026-06-30", measuredOn: "2026-10-31")';
  const stages = '{ complete missingSources stages { code count suppressed } }';

  it('follow the people of one quarter: the Werkplein says how far, the NUO how many were proposed', async () => {
    const { data, errors, requests } = await stackOf(dialect).ask('almelo.klantregisseur', `{ ${funnel} ${stages} }`);
    expect([errors, requests]).toEqual([undefined, { almelo: 1, nuo: 1 }]);
    const counts = Object.fromEntries(data.funnel.stages.map(({ code, count }: { code: string; count: number }) => [code, count]));
    expect(data.funnel).toMatchObject({ complete: true, missingSources: [] });
    expect(counts['REGISTERED']).toBeGreaterThan(0);
    const inOrder = ['REGISTERED', 'IN_PROGRAMME', 'PLACEABLE', 'PLACED', 'LASTED'].map((code) => counts[code]);
    expect(inOrder).toEqual(inOrder.toSorted((a, b) => b - a));
    const other = await stackOf(dialect).ask('wierden.klantregisseur', `{ ${funnel} ${stages} }`);
    expect(other.errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
    const early = await stackOf(dialect).ask('almelo.klantregisseur', `{ ${funnel.replace('2026-10-31', '2099-01-01')} ${stages} }`);
    expect(early.errors?.[0]?.extensions['code']).toBe('BAD_INPUT');
    const reporter = await stackOf(dialect).ask('almelo.rapporteur', `{ ${funnel.replace('2026-10-31', '2026-09-30')} ${stages} }`);
    for (const { count } of reporter.data.funnel.stages) expect(count === null || count === 0 || count > 4).toBe(true);
  });

  it('are not complete while a Werkplein is down, and never zero', async () => {
    await stackOf(dialect).kill('almelo');
    const told = await figures('nuo.coordinator', `indicators: ${list([...werkplein, 'CONTACTEN'])}, total: true, ${peil}`);
    const of = (code: string, municipality: string | null) => told.find((each) => each.indicator.code === code && each.municipality === municipality);
    for (const code of werkplein) {
      expect([code, of(code, '0141')]).toEqual([code, expect.objectContaining({ value: null, complete: false, noValue: 'SOURCE_MISSING' })]);
      expect([code, of(code, null)?.complete, of(code, '0183')?.missingSources.includes('0141')]).toEqual([code, false, false]);
    }
    expect(of('UITSTROOM_NAAR_WERK', '0141')).toMatchObject({ numerator: null, missingSources: ['0141'] });
    // A count gives what there is and says so; a ratio gives none.
    expect(of('UITSTROOM_NAAR_WERK', null)).toMatchObject({ value: expect.any(Number), missingSources: ['0141'] });
    expect(of('LADDER_STIJGERS', null)).toMatchObject({ value: null, missingSources: ['0141'] });
    expect(of('CONTACTEN', '0141')).toMatchObject({ complete: true });
    const { data, errors } = await stackOf(dialect).ask('nuo.coordinator', `{ ${funnel} ${stages} }`);
    expect([errors, data.funnel.complete, data.funnel.missingSources]).toEqual([undefined, false, ['0141']]);
    for (const { count } of data.funnel.stages) expect(count).toBeNull();
  });

  it('leave out what the NUO knows while it is down', async () => {
    await stackOf(dialect).kill('nuo');
    const { data } = await stackOf(dialect).ask('wierden.klantregisseur', `{ ${funnel.replace('0141', '0189')} ${stages} }`);
    expect(data.funnel).toMatchObject({ complete: false, missingSources: ['nuo'] });
    const counts = Object.fromEntries(data.funnel.stages.map(({ code, count }: { code: string; count: number | null }) => [code, count]));
    expect([counts['PROPOSED'], typeof counts['REGISTERED']]).toEqual([null, 'number']);
    const [handOvers] = await figures('wierden.klantregisseur', `indicators: ["OVERDRACHTEN_PER_CLIENT"], ${period}`);
    expect(handOvers).toMatchObject({ value: null, complete: false, noValue: 'SOURCE_MISSING' });
    expect(handOvers?.denominator).toBeGreaterThan(0);
  });
});
