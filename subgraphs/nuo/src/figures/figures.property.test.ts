import { Fact, knownFacts, municipalities } from '@werkplein/kernel';
import { dialects } from '@werkplein/kernel/testing';
import { indicatorOf, type Side, type Span } from '@werkplein/indicators';
import fc from 'fast-check';
import { expect, describe, it } from 'vitest';
import { In, Not } from 'typeorm';
import { doublesOf } from '../contact-plans/double-approaches.rules.ts';
import { CONTACT, CONTACT_MISSED, CONTACT_PARTNER } from '../contacts/contact.facts.ts';
import { EMPLOYER } from '../employers/employer.facts.ts';
import { PARAMETER } from '../parameters/parameter.facts.ts';
import { nuoForTest, type TestNuo } from '../testing/index.ts';
import { evaluators } from './evaluators.ts';
import { BECAME } from './became.ts';
import { approaches, closeMonths, histories, stateHistory } from './histories.testing.ts';

const codes = Object.keys(evaluators);
const places: (string | null)[] = [...municipalities.map(({ code }) => code), null];
const query = `query ($asked: FigureQuestionInput!) { nuoFigureParts(asked: $asked) {
  indicator municipality numerator denominator value missing { what count } rows { key label value partOfValue } } }`;

interface Part {
  indicator: string;
  municipality: string | null;
  numerator: number | null;
  denominator: number | null;
  rows: { value: number; partOfValue: boolean }[];
}

/** Every indicator of the NUO for each municipality and for all, as the gateway gets it. */
const partsOf = async (nuo: TestNuo, span: Span): Promise<Part[]> => {
  const asked = {
    sets: [{ indicators: codes, span: { ...span, knownAt: span.knownAt.toISOString() } }],
    municipalities: municipalities.map(({ code }) => code),
    total: true,
  };
  const { data, errors } = await nuo.ask('nuo.coordinator', query, { asked });
  expect(errors).toBeUndefined();
  return data.nuoFigureParts;
};

/** What the facts behind one side add up to, read in pages. */
const contributed = async (nuo: TestNuo, code: string, side: Side, municipality: string | null, span: Span): Promise<number> => {
  let [after, sum, seen]: [string | null, number, Set<string>] = [null, 0, new Set()];
  do {
    const page = await (evaluators[code] as (typeof evaluators)[string]).facts(nuo.db.read, span, side, municipality, { first: 4, after });
    for (const { id, contribution } of page.nodes) {
      expect(seen.has(id)).toBe(false);
      seen.add(id);
      sum += contribution;
    }
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after !== null);
  return sum;
};

/** The doubles of a span by the rule itself, of every fact of contacts, rests and merges that was known; by organisation. */
const doublesByRule = async (nuo: TestNuo, { from, until, measuredOn, knownAt }: Span): Promise<Record<string, number>> => {
  const facts = await knownFacts(nuo.db.read, [CONTACT, CONTACT_MISSED, CONTACT_PARTNER, EMPLOYER, BECAME], knownAt).getMany();
  const of = (...some: string[]) => facts.filter(({ kind }) => some.includes(kind));
  const current = (id: string): string => of(BECAME).find(({ ref }) => ref === id)?.other ?? id;
  const contacts = of(CONTACT, CONTACT_MISSED).flatMap(({ ref, facet, other, validFrom: day, municipality }) => {
    const employerId = current(other as string);
    const rest = of(EMPLOYER).find((one) => one.ref === employerId);
    if (facet !== 'OUTGOING' || !rest) return [];
    const organisation = municipality as string;
    const partners = of(CONTACT_PARTNER).flatMap((one) => (one.ref === ref ? (one.actor ?? []) : []));
    return [{ ref, employerId, coolDownDays: rest.amount as number, day, organisation, organisations: [organisation, ...partners] }];
  });
  const doubles = doublesOf(contacts.toSorted((a, b) => (`${a.day} ${a.ref}` < `${b.day} ${b.ref}` ? -1 : 1)));
  const last = measuredOn < until ? measuredOn : until;
  const counts: Record<string, number> = {};
  for (const { day, organisation } of doubles) if (day >= from && day <= last) counts[organisation] = (counts[organisation] ?? 0) + 1;
  return counts;
};

const doublesTold = async (nuo: TestNuo, span: Span): Promise<Record<string, number>> => {
  const counts = await (evaluators['VOORKOMEN_DUBBELINGEN'] as (typeof evaluators)[string]).count(nuo.db.read, span);
  const told = [...counts].map(([of, { rows = [] }]) => [of, rows.find(({ key }) => key === 'dubbel')?.value ?? 0] as const);
  return Object.fromEntries(told.filter(([, n]) => n > 0));
};

/** What floating point may leave of a mean. */
const NEAR = 0.001;

/** Whether each figure is what the facts behind it add up to. */
const explained = async (nuo: TestNuo, parts: readonly Part[], span: Span): Promise<void> => {
  for (const { indicator, municipality, numerator, denominator, rows } of parts) {
    const of = indicatorOf(indicator);
    const label = `${indicator} of ${municipality ?? 'all'}`;
    const sides = [
      ['NUMERATOR', of?.numerator, numerator],
      ['DENOMINATOR', of?.denominator, denominator],
    ] as const;
    for (const [side, sources = [], told] of sides) {
      if (!sources.includes('nuo')) continue;
      const sum = await contributed(nuo, indicator, side, municipality, span);
      expect([label, side, sum, Math.abs(sum - (told ?? 0)) < NEAR]).toEqual([label, side, sum, true]);
    }
    const parted = rows.filter(({ partOfValue }) => partOfValue).map(({ value }) => value);
    if (parted.length > 0) expect([label, parted.reduce((sum, value) => sum + value, 0)]).toEqual([label, numerator]);
  }
};

describe.each(dialects)('every figure of the NUO, whatever happened, on %s', (dialect) => {
  it('is what the facts behind it add up to, and stays what it was for whoever knew no more', { timeout: 240_000 }, async () => {
    const nuo = await nuoForTest(dialect);
    let start = new Date('2026-05-01T08:00:00.000Z');
    const period = fc.record({ from: fc.constantFrom('2026-01-01', '2026-02-01'), until: fc.constantFrom('2026-02-28', '2026-04-30'), early: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(histories(40, 80), histories(5, 25), period, async (before, after, { from, until, early }) => {
        await nuo.db.write((tx) => tx.em.delete(Fact, { kind: Not(In([PARAMETER])) }));
        await nuo.db.write((tx) => closeMonths(tx, start));
        const knownAt = await nuo.db.write((tx) => stateHistory(tx, before, start));
        const span: Span = { from, until, measuredOn: early ? '2026-02-15' : until, knownAt };
        const first = await partsOf(nuo, span);
        await explained(nuo, first, span);
        start = await nuo.db.write((tx) => stateHistory(tx, after, knownAt));
        expect(await partsOf(nuo, span)).toEqual(first);
        const later = { ...span, knownAt: start };
        await explained(nuo, await partsOf(nuo, later), later);
        expect(first).toHaveLength(codes.length * places.length);
      }),
      { numRuns: 12 },
    );
  });

  it('counts as doubles what the rule finds in the facts of each instant, though it is stated when a contact, a rest or a merge is', {
    timeout: 240_000,
  }, async () => {
    const nuo = await nuoForTest(dialect);
    let start = new Date('2026-05-01T08:00:00.000Z');
    let found = 0;
    await fc.assert(
      fc.asyncProperty(approaches(20, 60), async (steps) => {
        await nuo.db.write((tx) => tx.em.delete(Fact, { kind: Not(In([PARAMETER])) }));
        const begun = start.getTime();
        start = await nuo.db.write((tx) => stateHistory(tx, steps, start));
        for (const share of [0.3, 0.6, 0.8, 1]) {
          const knownAt = new Date(begun + Math.round((start.getTime() - begun) * share));
          for (const [from, until] of [
            ['2026-01-01', '2026-04-30'],
            ['2026-02-01', '2026-02-28'],
          ] as const) {
            const span: Span = { from, until, measuredOn: until, knownAt };
            const byRule = await doublesByRule(nuo, span);
            expect(await doublesTold(nuo, span)).toEqual(byRule);
            found += Object.keys(byRule).length;
          }
        }
      }),
      { numRuns: 25 },
    );
    expect(found).toBeGreaterThan(15);
  });
});
