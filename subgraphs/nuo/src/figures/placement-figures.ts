import { addDays, type Fact, localDay, type ReadTx } from '@werkplein/kernel';
import { ALL, type Beside, type Counted, counting, type Evaluator, pageOfIds, populationFacts, type Population, type Span } from '@werkplein/indicators';
import type { SelectQueryBuilder } from 'typeorm';
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

/** A fact of somebody at an employer, both as they are known now. */
interface Whose {
  municipality: string;
  begunOn: string;
  endedOn: string;
  person: string;
  employer: string;
  /** The two together. */
  key: string;
}

const withWhose = (tx: ReadTx, of: Population, span: Span): SelectQueryBuilder<Fact> =>
  joinBecame(joinBecame(populationFacts(tx, of, span), 'who', 'f.subject'), 'where', 'f.other')
    .andWhere('f.other IS NOT NULL')
    .select('f.municipality', 'municipality')
    .addSelect('f.validFrom', 'begunOn')
    .addSelect('f.validUntil', 'endedOn')
    .addSelect(person, 'person')
    .addSelect(currentOf('where', 'f.other'), 'employer');

const keyed = <R extends { person: string; employer: string }>(rows: readonly R[]): (R & { key: string })[] =>
  rows.map((row) => ({ ...row, key: `${row.person} ${row.employer}` }));

interface Trial extends Whose {
  id: string;
  /** The last day on which what begins still follows from it. */
  lastDay: string;
  followed: boolean;
}

/** Trials that ended, each with whether paid work of that person at that employer began after its first day and in time. */
const trialsEnded = async (tx: ReadTx, span: Span): Promise<Trial[]> => {
  const ended = withWhose(tx, { kind: PLACEMENT, codes: ['PROEFPLAATSING'], by: 'municipality', moment: endedIn }, span);
  const trials = keyed(await ended.addSelect('f.id', 'id').getRawMany<Omit<Trial, 'key' | 'lastDay' | 'followed'>>());
  if (trials.length === 0) return [];
  const lastDayOf = ({ endedOn }: Whose): string => addDays(endedOn, FOLLOWED_WITHIN_DAYS);
  const from = trials.reduce((first, { begunOn }) => (begunOn < first ? begunOn : first), span.until);
  const until = lastDayOf(trials.reduce((last, trial) => (trial.endedOn > last.endedOn ? trial : last)));
  const work: Population = {
    kind: [PLACEMENT, EMPLOYMENT],
    codes: [...paidKinds, ...employmentKinds.filter(isOfEmployer)],
    by: 'municipality',
    moment: () => ({ begins: { from, until } }),
    where: `(f.kind = '${PLACEMENT}' OR f.facet IS NOT NULL)`,
  };
  const paid = groupBy(keyed(await withWhose(tx, work, span).getRawMany<Omit<Whose, 'key'>>()), ({ key }) => key);
  return trials.map((trial) => {
    const lastDay = lastDayOf(trial);
    return { ...trial, lastDay, followed: (paid.get(trial.key) ?? []).some(({ begunOn }) => begunOn > trial.begunOn && begunOn <= lastDay) };
  });
};

const ratioOf = (trials: readonly Trial[], { knownAt }: Span): Counted => {
  const today = localDay(knownAt);
  const waiting = trials.filter(({ lastDay, followed }) => !followed && lastDay >= today);
  return {
    numerator: trials.filter(({ followed }) => followed).length,
    denominator: trials.length,
    rows: [{ key: 'nog_binnen_termijn', label: 'Nog geen contract, de 30 dagen lopen nog', value: waiting.length, partOfValue: false }],
  };
};

/** DOORSTROOM_PROEF_NAAR_CONTRACT_PCT: a cohort by the day on which the trial ended; what followed counts as far as it is known. */
export const trialsFollowed: Evaluator = {
  count: async (tx, span) => {
    const trials = await trialsEnded(tx, span);
    const of = groupBy(trials, ({ municipality }) => municipality);
    return new Map([...[...of].map(([municipality, some]): [string, Counted] => [municipality, ratioOf(some, span)]), [ALL, ratioOf(trials, span)]]);
  },
  facts: async (tx, span, side, municipality, { first, after }) => {
    const trials = (await trialsEnded(tx, span)).filter((trial) => municipality === null || trial.municipality === municipality);
    const counted = side === 'NUMERATOR' ? trials.filter(({ followed }) => followed) : trials;
    return pageOfIds(
      tx,
      counted.map(({ id }) => id),
      { first, after },
    );
  },
};
