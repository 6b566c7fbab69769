import { addDays, type Fact, localDay, type ReadTx } from '@werkplein/kernel';
import {
  asCounted,
  type Beside,
  type Counted,
  counting,
  type Evaluator,
  pageOfFacts,
  populationFacts,
  type Population,
  type Span,
} from '@werkplein/indicators';
import { SOURCE } from '../import-cells.ts';
import { PLACEMENT } from '../placements/placement.facts.ts';
import { paidKinds } from '../placements/placement-kinds.rules.ts';
import { groupBy } from '../reads.ts';
import { EMPLOYMENT } from '../sheltered-work/employment.facts.ts';
import { employmentKinds, isOfEmployer } from '../sheltered-work/employment.machine.ts';
import { currentOf, joinBecame } from './became.ts';
import { begunIn, endedIn } from './moments.ts';

const person = currentOf('who', 'f.subject');
const persons: Beside = { key: 'personen', label: 'Verschillende mensen', measure: `COUNT(DISTINCT ${person})` };

/** What was taken over began before there was a NUO: it runs, but it is no result of ours. */
const ownStart = `(f.facet IS NULL OR f.facet <> '${SOURCE}')`;

const begun: Omit<Population, 'codes'> = {
  kind: PLACEMENT,
  by: 'municipality',
  moment: begunIn,
  where: ownStart,
  join: (facts) => void joinBecame(facts, 'who', 'f.subject'),
  beside: [persons],
};

/** Placements of these kinds that began. */
export const placementsBegun = (...codes: string[]): Evaluator => counting({ ...begun, codes });

/** A switch to begeleid werken counts by itself when no placement of the person tells of it. */
const toldByPlacement = `EXISTS (SELECT 1 FROM fact p WHERE p.subject = f.subject AND p.kind = '${PLACEMENT}' AND p.code = 'BEGELEID_WERKEN'
  AND p.recordedAt <= :knownAt AND (p.withdrawnAt IS NULL OR p.withdrawnAt > :knownAt)
  AND p.validFrom <= f.validFrom AND (p.validUntil IS NULL OR p.validUntil >= f.validFrom))`;

/** PLAATSINGEN_BEGELEID_WERKEN: placements that began, and employments that went over from art. 2 to art. 7. */
export const supportedWorkBegun: Evaluator = counting({
  ...begun,
  kind: [PLACEMENT, EMPLOYMENT],
  codes: ['BEGELEID_WERKEN', 'WSW_BEGELEID_WERKEN_ART7'],
  where: `((f.kind = '${PLACEMENT}' AND ${ownStart}) OR (f.kind = '${EMPLOYMENT}' AND f.facet = 'SWITCHED' AND NOT ${toldByPlacement}))`,
});

/** Of the definition: another number of days is another version of it. */
const FOLLOWED_WITHIN_DAYS = 30;

interface Whose {
  fact: Fact;
  key: string;
}

const withWhose = async (tx: ReadTx, of: Population, span: Span): Promise<Whose[]> => {
  const facts = joinBecame(joinBecame(populationFacts(tx, of, span), 'who', 'f.subject'), 'where', 'f.other');
  const { raw, entities } = await facts
    .addSelect(person, 'person')
    .addSelect(currentOf('where', 'f.other'), 'employer')
    .orderBy('f.id')
    .getRawAndEntities<{ person: string; employer: string | null }>();
  return entities.flatMap((fact, at) => {
    const whose = raw[at];
    return whose?.employer ? [{ fact, key: `${whose.person} ${whose.employer}` }] : [];
  });
};

interface Trial {
  fact: Fact;
  followed: boolean;
}

/** Trials that ended, each with whether paid work of that person at that employer began after its first day and in time. */
const trialsEnded = async (tx: ReadTx, span: Span): Promise<Trial[]> => {
  const trials = await withWhose(tx, { kind: PLACEMENT, codes: ['PROEFPLAATSING'], by: 'municipality', moment: endedIn }, span);
  if (trials.length === 0) return [];
  const lastDay = ({ validUntil }: Fact): string => addDays(validUntil as string, FOLLOWED_WITHIN_DAYS);
  const from = trials.map(({ fact }) => fact.validFrom).toSorted()[0] as string;
  const until = trials
    .map(({ fact }) => lastDay(fact))
    .toSorted()
    .at(-1) as string;
  const paid = groupBy(
    await withWhose(
      tx,
      {
        kind: [PLACEMENT, EMPLOYMENT],
        codes: [...paidKinds, ...employmentKinds.filter(isOfEmployer)],
        by: 'municipality',
        moment: () => ({ begins: { from, until } }),
        where: `(f.kind = '${PLACEMENT}' OR f.facet IS NOT NULL)`,
      },
      span,
    ),
    ({ key }) => key,
  );
  return trials.map(({ fact, key }) => ({
    fact,
    followed: (paid.get(key) ?? []).some((work) => work.fact.validFrom > fact.validFrom && work.fact.validFrom <= lastDay(fact)),
  }));
};

const ratioOf = (trials: readonly Trial[], { knownAt }: Span): Counted => {
  const today = localDay(knownAt);
  const waiting = trials.filter(({ fact, followed }) => !followed && addDays(fact.validUntil as string, FOLLOWED_WITHIN_DAYS) >= today);
  return {
    numerator: trials.filter(({ followed }) => followed).length,
    denominator: trials.length,
    rows: [{ key: 'nog_binnen_termijn', label: 'Nog geen contract, de 30 dagen lopen nog', value: waiting.length, partOfValue: false }],
  };
};

/** DOORSTROOM_PROEF_NAAR_CONTRACT_PCT: a cohort by the day on which the trial ended; what followed counts as far as it is known. */
export const trialsFollowed: Evaluator = {
  count: async (tx, span) => {
    const trials = groupBy(await trialsEnded(tx, span), ({ fact }) => fact.municipality as string);
    return new Map([...trials].map(([municipality, some]) => [municipality, ratioOf(some, span)]));
  },
  total: async (tx, span) => ratioOf(await trialsEnded(tx, span), span),
  facts: async (tx, span, side, municipality, { first, after }) => {
    const trials = (await trialsEnded(tx, span)).filter(({ fact }) => municipality === null || fact.municipality === municipality);
    const counted = side === 'NUMERATOR' ? trials.filter(({ followed }) => followed) : trials;
    return pageOfFacts(
      counted.map(({ fact }) => asCounted(fact, 1)),
      first,
      after,
    );
  },
};
