import { type Steered, type Terms } from '@werkplein/indicators';

/** What is wrong with terms, by field; nothing when they can be agreed. */
export const termProblems = ({ decimals }: Pick<Steered, 'decimals'>, terms: Terms): [field: keyof Terms, message: string][] => {
  const problems: [keyof Terms, string][] = [];
  for (const field of ['target', 'amberBeyond', 'redBeyond'] as const) {
    const value = terms[field];
    if (!Number.isFinite(value) || Math.abs(value) >= MOST) problems.push([field, 'Dit getal is te groot.']);
    else if (Number(value.toFixed(decimals)) !== value)
      problems.push([field, decimals === 0 ? 'Geef een heel getal.' : `Geef ten hoogste ${decimals} decimalen.`]);
  }
  if (terms.amberBeyond < 0) problems.push(['amberBeyond', 'De grens ligt op of voorbij het doel: 0 of meer.']);
  if (terms.redBeyond < terms.amberBeyond) problems.push(['redBeyond', 'De grens van rood ligt niet voor die van oranje.']);
  return problems;
};

const MOST = 1e11;

interface Version {
  number: number;
  establishedAt: Date | null;
  withdrawnAt: Date | null;
}

/** The terms that were known to hold at an instant: the last that both sides had accepted; null while there were none. */
export const termsAt = <V extends Version>(versions: readonly V[], knownAt: Date): V | null =>
  versions.filter(({ establishedAt }) => establishedAt !== null && establishedAt <= knownAt).toSorted((a, b) => b.number - a.number)[0] ?? null;

/** The terms that wait for one side or both; null when nothing does. */
export const openTerms = <V extends Version>(versions: readonly V[]): V | null =>
  versions.find(({ establishedAt, withdrawnAt }) => establishedAt === null && withdrawnAt === null) ?? null;

interface Recorded {
  measuredOn: string;
  recordedAt: Date;
  replacedAt: Date | null;
}

/** The value that was known at an instant of the last day until `measuredOn`. */
export const valueKnown = <V extends Recorded>(values: readonly V[], measuredOn: string, knownAt: Date): V | null =>
  values
    .filter((each) => each.measuredOn <= measuredOn && each.recordedAt <= knownAt && (each.replacedAt === null || each.replacedAt > knownAt))
    .toSorted((a, b) => (a.measuredOn < b.measuredOn ? 1 : -1))[0] ?? null;
