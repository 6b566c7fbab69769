import { Brackets, type SelectQueryBuilder } from 'typeorm';
import type { ReadTx } from '../persistence/transactions.ts';
import { Fact } from './fact.entity.ts';

/** To which municipality a figure attributes a fact. */
export type Attribution = 'municipality' | 'payer' | 'responsible';

/** A transaction that began before an instant may end after it, with facts recorded before it: so long a figure can still change. */
export const SETTLING_MS = 10_000;

/** Whether what was known at `knownAt` can still change at `now`. */
export const isSettled = (knownAt: Date, now: Date): boolean => now.getTime() - knownAt.getTime() >= SETTLING_MS;

/** SQL: the fact under this alias was known at `:knownAt`. */
export const wasKnown = (alias: string): string => `${alias}.recordedAt <= :knownAt AND (${alias}.withdrawnAt IS NULL OR ${alias}.withdrawnAt > :knownAt)`;

/** SQL: the fact under this alias holds on a day, given as SQL too. */
export const holdsOn = (alias: string, day: string): string =>
  `${alias}.validFrom <= ${day} AND (${alias}.validUntil IS NULL OR ${alias}.validUntil >= ${day})`;

/** The facts of these kinds that were known at an instant. */
export const knownFacts = ({ em }: ReadTx, kinds: readonly string[], knownAt: Date): SelectQueryBuilder<Fact> =>
  em.createQueryBuilder(Fact, 'f').where('f.kind IN (:...kinds)', { kinds }).andWhere(wasKnown('f'), { knownAt });

/** Of which days a fact must be: begun, ended or true in a period (days inclusive), or true on one day. */
export type Moment = { begins: Days } | { ends: Days } | { within: Days } | { on: string };
export interface Days {
  from: string;
  until: string;
}

/** Narrows to facts of a moment. */
export const atMoment = (facts: SelectQueryBuilder<Fact>, moment: Moment): SelectQueryBuilder<Fact> => {
  if ('begins' in moment) return facts.andWhere('f.validFrom BETWEEN :from AND :until', moment.begins);
  if ('ends' in moment) return facts.andWhere('f.validUntil BETWEEN :from AND :until', moment.ends);
  const { from, until } = 'on' in moment ? { from: moment.on, until: moment.on } : moment.within;
  return facts
    .andWhere('f.validFrom <= :until', { until })
    .andWhere(new Brackets((either) => either.where('f.validUntil IS NULL').orWhere('f.validUntil >= :from', { from })));
};
