import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nameKey, similarity, trigrams } from '../employers/name.rules.ts';
import { SIMILAR } from './match.rules.ts';
import { rareParts, SHARED_PARTS } from './rare-parts.rules.ts';

const shared = (a: string, b: string): number => {
  const theirs = new Set(rareParts(b));
  return rareParts(a).filter((part) => theirs.has(part)).length;
};
const alike = (a: string, b: string): number => similarity(trigrams(a), trigrams(b));

/** A name and the same with some letters gone, added or others. */
const written = fc
  .tuple(
    fc.array(fc.constantFrom('bakkerij', 'jansen', 'de', 'bouwbedrijf', 'almelo', 'ten brinke', 'x', 'zürich', '24', '北京', '𝒳'), {
      minLength: 1,
      maxLength: 5,
    }),
    fc.array(fc.tuple(fc.nat(40), fc.constantFrom('', 'e', 'jk', ' ', 'z')), { maxLength: 6 }),
  )
  .map(([words, changes]): [string, string] => {
    const name = words.join(' ');
    let other = name;
    for (const [at, text] of changes) other = other.slice(0, at) + text + other.slice(at + 1);
    return [nameKey(name), nameKey(other)];
  });

describe('the rare parts of a name', () => {
  it('are shared by every two names that are alike, so that none is passed over', () => {
    let alikes = 0;
    fc.assert(
      fc.property(written, ([a, b]) => {
        if (a === b || alike(a, b) < SIMILAR) return;
        alikes += 1;
        expect(shared(a, b)).toBeGreaterThanOrEqual(SHARED_PARTS);
      }),
      { numRuns: 3000 },
    );
    expect(alikes).toBeGreaterThan(100);
  });

  it('would pass over some if one less were kept', () => {
    const fewer = (key: string) => rareParts(key).slice(0, -1);
    const missed = fc.check(
      fc.property(written, ([a, b]) => {
        const theirs = new Set(fewer(b));
        return a === b || alike(a, b) < SIMILAR || fewer(a).filter((part) => theirs.has(part)).length >= SHARED_PARTS;
      }),
      { numRuns: 20_000 },
    );
    expect(missed.failed).toBe(true);
  });

  it('are few, and those that few names have', () => {
    const name = 'bakkerij jansen almelo';
    const kept = new Set(rareParts(name));
    const left = (word: string) => trigrams(word).filter((part) => !kept.has(part.toString(36))).length;
    expect(kept.size).toBeLessThan(trigrams(name).length / 2);
    expect(left('jansen')).toBeLessThan(left('bakkerij'));
    expect(left('jansen')).toBeLessThan(left('almelo'));
    expect(rareParts('x')).toHaveLength(2);
    expect(rareParts('')).toHaveLength(1);
  });
});
