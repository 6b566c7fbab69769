import { describe, expect, it } from 'vitest';
import { judge, type Law } from './history.ts';
import { randomOf } from './random.ts';
import { rightHistory, wrongs } from './wrong-histories.ts';

const SEEDS = Array.from({ length: 20 }, (_, n) => n + 1);
const broken = (verdict: ReturnType<typeof judge>): string[] => (Object.keys(verdict) as Law[]).filter((law) => verdict[law].length > 0);

describe('the judge of histories', () => {
  it('finds nothing in a right history', () => {
    for (const seed of SEEDS) expect([seed, broken(judge(rightHistory(seed)))]).toEqual([seed, []]);
  });

  it.each(wrongs)('finds that %s, as %s', (_, law, spoil) => {
    for (const seed of SEEDS) {
      const history = rightHistory(seed);
      spoil(history, randomOf(seed));
      expect([seed, broken(judge(history))]).toEqual([seed, expect.arrayContaining([law])]);
    }
  });
});
