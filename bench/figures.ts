// `npm run bench:figures`: every indicator, and the dashboard of a municipality, through the gateway, for the scales and databases of one run:
// time on the clock, and processor time of the NUO and of Almelo. ONLY=<regular expression> picks rows,
// as 'DASHBOARD|year one'. SCALES=1,10 says which demo data are loaded; DATABASES=<file.json> adds databases that are loaded already:
// [{ "dialect": "sqlite", "scale": 100, "keys": "…", "urls": { "nuo": "file:…", "almelo": "file:…", … } }], `keys` the folder that KEYS_DIR was.
// They are migrated: give copies.
import { appendFileSync, readFileSync } from 'node:fs';
import { indicators } from '@werkplein/indicators';
import type { Dialect } from '@werkplein/kernel';
import { dialects } from '@werkplein/kernel/testing';
import { expect, it } from 'vitest';
import { type Stack, startStack } from '../test/stack.ts';

interface Given {
  dialect: Dialect;
  scale: number;
  urls?: Record<string, string>;
  keys?: string;
}

const scales = (process.env['SCALES'] ?? '1,10').split(',').filter(Boolean).map(Number);
const given: Given[] = [
  ...scales.flatMap((scale) => dialects.map((dialect) => ({ dialect, scale }))),
  ...(process.env['DATABASES'] ? (JSON.parse(readFileSync(process.env['DATABASES'], 'utf8')) as Given[]) : []),
];
const TRIES = Number(process.env['TRIES'] ?? 3);
const ONLY = new RegExp(process.env['ONLY'] ?? '');
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
  /** Processor time of the NUO, and of the Werkplein that is asked. */
  nuo: number;
  almelo: number;
  statements: Record<string, number>;
}

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) / 2)] as number;

/** The middle of some tries, after one that found the pages cold. A source that took too long is missing, and its answer would seem fast: that is late. */
const measure = async (stack: Stack, user: string, query: string): Promise<Measured> => {
  const tries: Omit<Measured, 'statements'>[] = [];
  let [statements, isLate]: [Record<string, number>, boolean] = [{}, false];
  for (let attempt = 0; attempt <= TRIES; attempt += 1) {
    const start = performance.now();
    const before = { nuo: stack.processorTime('nuo'), almelo: stack.processorTime('almelo') };
    const { errors, data, ...answer } = await stack.ask(user, query);
    const took = performance.now() - start;
    if (errors?.some(({ extensions }) => extensions?.['code'] !== 'SUBGRAPH_UNAVAILABLE')) throw new Error(JSON.stringify(errors));
    const missing = ((data?.figures ?? []) as { missingSources: string[] }[]).flatMap(({ missingSources }) => missingSources);
    isLate = errors !== undefined || missing.some((one) => /^(nuo|\d{4})$/.test(one));
    // What it still reckons for nobody is part of what it takes.
    if (isLate) await settled(stack);
    tries.push({ ms: took, nuo: stack.processorTime('nuo') - before.nuo, almelo: stack.processorTime('almelo') - before.almelo });
    statements = answer.statements;
  }
  const warm = tries.slice(1);
  const of = (key: keyof (typeof warm)[number]): number => median(warm.map((each) => each[key]));
  return { ms: isLate ? Number.NaN : of('ms'), nuo: of('nuo'), almelo: of('almelo'), statements };
};

const small = '{ figures(indicators: ["OPDRACHTEN_TE_LAAT"], municipalities: ["0141"], from: "2026-06-01", until: "2026-06-30") { missingSources } }';

/** Until the NUO answers a small question: it goes on with what nobody waits for any more. */
const settled = async (stack: Stack): Promise<void> => {
  for (;;) {
    const { data } = await stack.ask(boss, small);
    if (data?.figures?.[0]?.missingSources.length === 0) return;
  }
};

const cost = ({ statements }: Measured): string =>
  Object.entries(statements)
    .map(([source, n]) => `${source} ${n}`)
    .join(', ');
const shown = ({ ms, nuo, almelo }: Measured): string => `${Number.isNaN(ms) ? 'late' : `${Math.round(ms)} ms`}, cpu nuo ${nuo} almelo ${almelo}`;

// OUT=<file> gets each row as it is measured: the test runner keeps what is written until the end.
it('measures all of it on each', { timeout: 7_200_000 }, async () => {
  let told = 0;
  for (const { dialect, scale, urls, keys } of given) {
    const stack = await startStack(dialect, scale, urls && keys ? { given: { urls, keys } } : {});
    const tell = async (name: string, user: string, query: string): Promise<void> => {
      if (!ONLY.test(name)) return;
      const measured = await measure(stack, user, query);
      const line = `${dialect} ${scale} | ${name} | ${shown(measured)} | ${cost(measured)}\n`;
      process.stdout.write(line);
      if (process.env['OUT']) appendFileSync(process.env['OUT'], line);
      told += 1;
    };
    try {
      for (const [name, [user, query]] of Object.entries(dashboards)) await tell(`DASHBOARD ${name}`, user, query);
      for (const { code } of indicators)
        for (const [period, span] of Object.entries(periods))
          for (const [place, where] of Object.entries(places))
            await tell(`${code} ${period} ${place}`, boss, `{ figures(indicators: ["${code}"], ${where}, ${span}) { ${fields} } }`);
    } finally {
      await stack.stop();
    }
  }
  expect(told).toBeGreaterThan(0);
});
