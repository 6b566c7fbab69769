import { describe, expect, it } from 'vitest';
import { type Model, simulate } from './simulate.ts';

const one: Model = {
  stations: { a: { servers: 1, machine: 'm' } },
  machines: { m: 1 },
  rate: 50,
  kinds: [{ weight: 1, steps: [{ station: 'a', ms: 10 }] }],
  requests: 100_000,
  seed: 1,
};

describe('the simulation', () => {
  it('is what theory says of one server: M/M/1', () => {
    for (const [rate, share] of [
      [20, 0.2],
      [50, 0.5],
      [80, 0.8],
    ] as const) {
      const { p50, p99, stations } = simulate({ ...one, rate });
      // The time in such a system is spread exponentially around 1/(mu - lambda).
      const mean = 1000 / (100 - rate);
      expect(stations['a']).toBeCloseTo(share, 1);
      expect(p50 / (mean * Math.log(2))).toBeGreaterThan(0.93);
      expect(p50 / (mean * Math.log(2))).toBeLessThan(1.07);
      expect(p99 / (mean * Math.log(100))).toBeGreaterThan(0.85);
      expect(p99 / (mean * Math.log(100))).toBeLessThan(1.15);
    }
  });

  it('is what theory says of two servers: M/M/2', () => {
    const { machines, p50 } = simulate({ ...one, stations: { a: { servers: 2, machine: 'm' } }, machines: { m: 2 }, rate: 140 });
    expect(machines['m']).toBeCloseTo(0.7, 1);
    // Two that share a queue are quicker than two that each have half of it.
    expect(p50).toBeLessThan((1000 / (100 - 70)) * Math.log(2));
  });

  it('lets programs of one machine wait for its cores', () => {
    const two = {
      ...one,
      stations: { a: { servers: 1, machine: 'm' }, b: { servers: 1, machine: 'm' } },
      kinds: [
        {
          weight: 1,
          steps: [
            { station: 'a', ms: 5 },
            { station: 'b', ms: 5 },
          ],
        },
      ],
      rate: 80,
    };
    const [shared, apart] = [simulate(two), simulate({ ...two, machines: { m: 2 } })];
    expect(shared.machines['m']).toBeCloseTo(0.8, 1);
    expect(apart.machines['m']).toBeCloseTo(0.4, 1);
    expect(shared.p99).toBeGreaterThan(apart.p99 * 2);
  });

  it('gives the same for the same seed, and another for another', () => {
    const few = { ...one, requests: 1000 };
    expect(simulate(few)).toEqual(simulate(few));
    expect(simulate({ ...few, seed: 2 })).not.toEqual(simulate(few));
  });
});
