/** One promise as it was found. */
export interface Finding {
  what: string;
  found: string;
  wanted: string;
  ok: boolean;
}

const began = performance.now();

/** A line with the time since the start. */
export const say = (line: string): void => {
  const s = Math.floor((performance.now() - began) / 1000);
  process.stdout.write(`${String(Math.floor(s / 60)).padStart(3)}:${String(s % 60).padStart(2, '0')}  ${line}\n`);
};

export const table = (title: string, findings: readonly Finding[]): string =>
  [
    `\n${title}\n`,
    '| | found | wanted | |',
    '|---|---:|---:|---|',
    ...findings.map(({ what, found, wanted, ok }) => `| ${what} | ${found} | ${wanted} | ${ok ? 'ok' : '**FAILED**'} |`),
    '',
  ].join('\n');

/** What is told and promised nowhere. */
export const note = (what: string, found: string): Finding => ({ what, found, wanted: '', ok: true });

/** Findings of one of several gateways: only ours has promised something. */
export const ofGateway = (name: string, findings: readonly Finding[]): Finding[] =>
  findings.map((each) => ({ ...each, what: `${name}: ${each.what}`, ...(name !== 'ours' && { wanted: '', ok: true }) }));

export const atMost = (what: string, found: number, limit: number, unit = ''): Finding => ({
  what,
  found: `${Math.round(found * 100) / 100}${unit}`,
  wanted: limit === 0 ? '0' : `≤ ${limit}${unit}`,
  ok: found <= limit,
});

export const atLeast = (what: string, found: number, limit: number, unit = ''): Finding => ({
  what,
  found: `${Math.round(found * 100) / 100}${unit}`,
  wanted: `≥ ${limit}${unit}`,
  ok: found >= limit,
});

/** The value below which this share lies. */
export const quantile = (values: readonly number[], share: number): number =>
  values.length === 0 ? Number.NaN : (values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] as number);
