import { describe, expect, it } from 'vitest';
import { type Costs, readCosts, weights } from './costs.ts';
import { simulate } from './simulate.ts';
import { logsOfAYear, meanCost, modelOf, sizeFor } from './sizes.ts';

const cost = { gateway: 2, nuo: 6, werkplein: 4, database: 3, callers: 1, ofNuo: 2 / 3, statements: 10, rows: { processing_log: 2 } };
const costs: Costs = {
  measured: '',
  kinds: Object.fromEntries(Object.keys(weights).map((name) => [name, cost])),
  memory: {},
  storage: { almelo: { bytes: 1000, tables: [{ table: 'processing_log', rows: 10, bytes: 1000 }] } },
};

describe('the capacity model', () => {
  it('has what one request of the mix takes', () => {
    expect(meanCost(costs)).toEqual({
      gateway: expect.closeTo(2),
      nuo: expect.closeTo(6),
      werkplein: expect.closeTo(4),
      nuoDatabase: expect.closeTo(2),
      werkpleinDatabase: expect.closeTo(1),
    });
    expect(() => meanCost({ ...costs, kinds: {} })).toThrow('no cost was measured');
  });

  it('never has fewer than two programs, and as many as keep each at three fifths', () => {
    expect(sizeFor(costs, 4)).toMatchObject({ users: 210, gateways: 2, nuos: 2 });
    // 17,989 colleagues, 899 requests a second: of the nuo 5.4 cores of work.
    expect(sizeFor(costs, 342)).toMatchObject({ users: 17_989, gateways: 3, nuos: 9, nuoDatabaseCores: 3, werkpleinCores: 6 });
  });

  it('simulates what it sized: nothing is busier than it was sized for', () => {
    for (const municipalities of [4, 64]) {
      const { machines, p50, p99 } = simulate(modelOf(costs, sizeFor(costs, municipalities), 20_000, 1));
      for (const share of Object.values(machines)) expect(share).toBeLessThan(0.65);
      expect(p50).toBeGreaterThan(8);
      expect(p99).toBeLessThan(300);
    }
  });

  it('lets the logs grow by the bytes of their rows', () => {
    // Two rows of a hundred bytes for each of 66,000 requests a year.
    expect(logsOfAYear(costs, 1000)).toBeCloseTo((2 * 100 * 66_000 * 1000) / 1e9, 6);
  });

  it('can use what was measured last', () => {
    const measured = readCosts();
    expect(Object.keys(measured.kinds)).toEqual(Object.keys(weights));
    for (const ms of Object.values(meanCost(measured))) expect(ms).toBeGreaterThan(0);
    expect(logsOfAYear(measured, 1)).toBeGreaterThan(0);
  });
});
