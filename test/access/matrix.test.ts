import { dialects } from '@werkplein/kernel/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seenElsewhere } from './arguments.ts';
import { callers } from './callers.ts';
import { canary, markersIn } from './canary.ts';
import { serversOn } from './extent.ts';
import { type AccessGraph, startAccessGraph, subgraphs } from './graph.ts';
import { type Found, runMatrix } from './matrix.ts';
import { readRules } from './rules.ts';

const rules = readRules();

describe.each(dialects)('every field as every role, in the rows of every municipality, on %s', (dialect) => {
  let graph: AccessGraph;
  const results = new Map<string, Found>();
  const escaped: string[] = [];
  beforeAll(async () => {
    graph = await startAccessGraph(dialect);
    const listen = canary((marker, caller) => escaped.push(`${marker} reached ${caller.name}`));
    for (const where of serversOn(dialect)) {
      const schema = subgraphs.get(where)?.schema ?? graph.apiSchema;
      results.set(where, await runMatrix(graph.ask, where, schema, rules, listen));
    }
  }, 900_000);
  afterAll(() => graph.stop());

  const all = (list: 'leaks' | 'wrongDenials' | 'errors'): string[] => [...results.values()].flatMap((found) => found[list]);

  it('shows nothing that the permission table does not grant', () => {
    expect(all('leaks')).toEqual([]);
  });

  it('denies nothing that the permission table grants', () => {
    expect(all('wrongDenials')).toEqual([]);
  });

  it('asks for a purpose where the permission table demands one', () => {
    const without = [...results].filter(([, { purposes }]) => purposes === 0).map(([where]) => where);
    expect(without).toEqual([]);
  });

  it('answers without any other error', () => {
    expect(all('errors').slice(0, 20)).toEqual([]);
  });

  it('finds a row for every field: one that nobody ever saw proves nothing', () => {
    const found = [...results.values()];
    const shown = new Set(found.flatMap((each) => [...each.shown]));
    const unseen = new Set(found.flatMap(({ fields }) => [...fields]).filter((field) => !shown.has(field) && !seenElsewhere.has(field)));
    const missing = new Set(found.flatMap((each) => [...each.missing]));
    expect([
      ...missing,
      ...[...unseen].map((field) => `${field} was null for everyone; fill its column in test/access/rows.ts, in one world at least.`),
    ]).toEqual([]);
  });

  it('lets no marker of a client reach anyone who may not see that client, in any answer or error', () => {
    expect([...new Set(escaped)]).toEqual([]);
  });

  it('writes no marker of a client to a log', () => {
    expect(graph.logged()).not.toBe('');
    expect(markersIn(graph.logged())).toEqual([]);
  });

  it('counts what it asked', () => {
    for (const [where, { fields, cells, operations, leaks, wrongDenials }] of results) {
      process.stdout.write(
        `access matrix on ${dialect}, ${where}: ${fields.size} fields, ${callers.length} callers, ${cells} cells in ${operations} operations, ${leaks.length} leaks, ${wrongDenials.length} wrong denials\n`,
      );
      expect(cells).toBeGreaterThan(1000);
    }
  });
});
