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

interface Proposed {
  establishedAt: Date | null;
  withdrawnAt: Date | null;
}

/** The terms that wait for one side or both; null when nothing does. */
export const openTerms = <V extends Proposed>(versions: readonly V[]): V | null =>
  versions.find(({ establishedAt, withdrawnAt }) => establishedAt === null && withdrawnAt === null) ?? null;
