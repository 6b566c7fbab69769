import { type Clock, type Dialect } from '@werkplein/kernel';
import { expect, it } from 'vitest';
import { type AskedFigure, closed, factsBehind, figureOf, intoProgramme } from './figures.ts';
import { registered, type TestWerkplein, werkpleinForTest } from './index.ts';

const year = { from: '2026-01-01', until: '2026-12-31' };

/** A Werkplein whose day is told. */
export interface World {
  served: TestWerkplein;
  clock: Clock;
  /** Goes to noon of a day. */
  at(day: string): void;
}

export const worldOf = async (dialect: Dialect): Promise<World> => {
  let now = new Date();
  const clock: Clock = () => now;
  const at = (day: string): void => void (now = new Date(`${day}T11:00:00Z`));
  at('2026-01-05');
  return { served: await werkpleinForTest(dialect, clock), clock, at };
};

/** A client in a programme since a day. */
export const inProgramme = async ({ served, at }: World, day: string): Promise<string> => {
  at(day);
  const clientId = await registered(served);
  await intoProgramme(served, clientId, day);
  return clientId;
};

export const leaves = async ({ served, at }: World, clientId: string, day: string, outflow = 'WORK'): Promise<void> => {
  at(day);
  await closed(served, clientId, outflow);
};

/** A figure as known now or at an instant; of 2026 unless said. */
export const askedOf = ({ served, clock }: World, indicator: string, period: object, knownAt = clock()): Promise<AskedFigure> =>
  figureOf(served, indicator, { ...year, ...period, knownAt });

export type Case = [name: string, history: (world: World) => Promise<void>, expected: Partial<AskedFigure>];

/** Cases of one indicator: what happened, and what it comes to on 30 September 2026; the facts behind it add up to it. */
export const figureTable = (dialect: Dialect, indicator: string, period: object, cases: readonly Case[]): void => {
  it.each(cases)(`${indicator}: %s`, async (_, history, expected) => {
    const world = await worldOf(dialect);
    await history(world);
    world.at('2026-09-30');
    const figure = await askedOf(world, indicator, period);
    expect(figure).toMatchObject(expected);
    for (const [side, total] of [
      ['NUMERATOR', figure.numerator],
      ['DENOMINATOR', figure.denominator],
    ] as const) {
      if (total === null) continue;
      const facts = await factsBehind(world.served, indicator, side, { ...year, ...period, knownAt: world.clock() });
      expect(facts.reduce((sum, { contribution }) => sum + contribution, 0)).toBe(total);
    }
  });
};
