// `npm run bench:figures`: every indicator, and the dashboard of a municipality, through the gateway; side by side for the scales and databases of
// one run. SCALES=1,10 says which demo data are loaded; DATABASES=<file.json> adds databases that are loaded already:
// [{ "dialect": "sqlite", "scale": 100, "urls": { "nuo": "file:…", "almelo": "file:…", … } }].
import { readFileSync } from 'node:fs';
import { indicators } from '@werkplein/indicators';
import type { Dialect } from '@werkplein/kernel';
import { dialects } from '@werkplein/kernel/testing';
import { expect, it } from 'vitest';
import { type Stack, startStack } from '../test/stack.ts';

interface Given {
  dialect: Dialect;
  scale: number;
  urls?: Record<string, string>;
}

const scales = (process.env['SCALES'] ?? '1,10').split(',').filter(Boolean).map(Number);
const given: Given[] = [
  ...scales.flatMap((scale) => dialects.map((dialect) => ({ dialect, scale }))),
  ...(process.env['DATABASES'] ? (JSON.parse(readFileSync(process.env['DATABASES'], 'utf8')) as Given[]) : []),
];
const TRIES = Number(process.env['TRIES'] ?? 3);
const [boss, reporter] = ['nuo.coordinator', 'wierden.rapporteur'];
const periods = {
  month: 'from: "2026-06-01", until: "2026-06-30"',
  quarter: 'from: "2026-04-01", until: "2026-06-30"',
  year: 'from: "2026-01-01", until: "2026-12-31", measuredOn: "2026-10-31"',
};
const wholeYear = 'from: "2026-01-01", until: "2026-12-31"';
const fields = 'indicator { code } municipality value text numerator denominator complete missingSources rows { key value }';
const places = { one: 'municipalities: ["0141"]', all: 'total: true' };
const progress = `performanceAgreements(year: 2026, municipality: "0141") { indicator progress { value target colour forecast text } }`;
const dashboards = {
  'a municipality and all': [boss, `{ figures(municipalities: ["0141"], total: true, ${periods.year}) { ${fields} } }`],
  'the same with agreements': [boss, `{ figures(municipalities: ["0141"], total: true, ${periods.year}) { ${fields} } ${progress} }`],
  'all four and all': [boss, `{ figures(total: true, ${periods.year}) { ${fields} } }`],
  'as a reporter, a year': [reporter, `{ figures(municipalities: ["0189"], total: true, ${wholeYear}) { ${fields} } }`],
  'as a reporter, a quarter': [reporter, `{ figures(municipalities: ["0189"], total: true, ${periods.quarter}) { ${fields} } }`],
} as const;

interface Measured {
  ms: number;
  statements: Record<string, number>;
  requests: Record<string, number>;
}

/** The middle of some tries, after one that found the pages cold. */
const measure = async (stack: Stack, user: string, query: string): Promise<Measured> => {
  const times: number[] = [];
  let last: Pick<Measured, 'statements' | 'requests'> = { statements: {}, requests: {} };
  for (let attempt = 0; attempt <= TRIES; attempt += 1) {
    const start = performance.now();
    const { errors, data, statements, requests } = await stack.ask(user, query);
    times.push(performance.now() - start);
    if (errors) throw new Error(JSON.stringify(errors));
    // A source that took too long is missing, and its answer would seem fast.
    const late = (data.figures as { missingSources: string[] }[]).flatMap(({ missingSources }) => missingSources.filter((one) => /^(nuo|\d{4})$/.test(one)));
    if (late.length > 0) return { ms: Number.NaN, statements, requests };
    last = { statements, requests };
  }
  return { ms: times.slice(1).toSorted((a, b) => a - b)[Math.floor(TRIES / 2)] as number, ...last };
};

const cost = ({ statements }: Measured): string =>
  Object.entries(statements)
    .map(([source, n]) => `${source} ${n}`)
    .join(', ');
const shown = (ms: number): string => (Number.isNaN(ms) ? 'late' : `${Math.round(ms)} ms`).padStart(9);
const times = (ms: number, to: number): string => (ms === to ? '' : `${(ms / to).toFixed(1)}×`).padStart(7);

it('measures all of it on each', { timeout: 7_200_000 }, async () => {
  const names = given.map(({ dialect, scale }) => `${dialect} ${scale}`);
  const table = new Map<string, Measured[]>();
  for (const { dialect, scale, urls } of given) {
    const stack = await startStack(dialect, scale, urls);
    const add = async (name: string, user: string, query: string): Promise<void> =>
      void table.set(name, [...(table.get(name) ?? []), await measure(stack, user, query)]);
    try {
      for (const { code } of indicators)
        for (const [period, span] of Object.entries(periods))
          for (const [place, where] of Object.entries(places))
            await add(`${code} ${period} ${place}`, boss, `{ figures(indicators: ["${code}"], ${where}, ${span}) { ${fields} } }`);
      for (const [name, [user, query]] of Object.entries(dashboards)) await add(`DASHBOARD ${name}`, user, query);
    } finally {
      await stack.stop();
    }
  }
  expect([...table.values()].every((row) => row.length === given.length)).toBe(true);
  const width = Math.max(...[...table.keys()].map(({ length }) => length));
  const lines = [...table].map(([name, row]) => {
    const first = row[0]?.ms ?? 0;
    return `${name.padEnd(width)} ${row.map(({ ms }) => `${shown(ms)}${times(ms, first)}`).join(' ')}  ${cost(row.at(-1) as Measured)}`;
  });
  process.stdout.write(`${''.padEnd(width)} ${names.map((name) => name.padStart(16)).join(' ')}  statements\n${lines.join('\n')}\n`);
});
