import { describe, expect, it } from 'vitest';
import { nameKey, similarity, trigrams } from './name.rules.ts';

describe('a name key', () => {
  it.each([
    ["Bakkerij 't Hoekje B.V.", 'bakkerij t hoekje bv'],
    ['Bakkerij ’t Hoekje', "BAKKERIJ 'T HOEKJE"],
    ['Jansen & Zn. VOF', 'Jansen en Zn'],
    ['Jansen&Zn', 'Jansen en Zn'],
    ['Café Zürich', 'Cafe Zurich'],
    ['Stichting De Brug', 'De  Brug'],
    ['Metaal-Twente N.V.', 'Metaal Twente'],
    ['Jansen h.o.d.n. De Bakker', 'Jansen De Bakker'],
    ['J. P. Bakker B. V.', 'J.P. Bakker'],
    ['Strøm & Groß', 'strom en gross'],
  ])('is one for %s and %s', (a, b) => {
    expect(nameKey(a)).toBe(nameKey(b));
  });

  it.each([
    ['Groep B.V.', 'Holding B.V.'],
    ['Installatiebedrijf Ten Brinke', 'Instalatiebedrijf Ten Brinke'],
    ['Bakker 1', 'Bakker 2'],
  ])('is not one for %s and %s', (a, b) => {
    expect(nameKey(a)).not.toBe(nameKey(b));
  });

  it('fits its column, also when the name grows', () => {
    expect([...nameKey('&'.repeat(255))].length).toBeLessThanOrEqual(255);
  });
});

describe('the similarity of two names', () => {
  const of = (a: string, b: string): number => similarity(trigrams(a), trigrams(b));

  it.each([
    ['bakker', 'bakker', 1],
    ['bakker', 'slager', 0.1],
    ['installatiebedrijf ten brinke', 'instalatiebedrijf ten brinke', 0.9],
    ['ten brinke', 'brinke ten', 1],
    ['', 'bakker', 0],
  ])('%s and %s is %d', (a, b, expected) => {
    expect(of(a, b)).toBeCloseTo(expected, 1);
    expect(of(b, a)).toBe(of(a, b));
  });
});
