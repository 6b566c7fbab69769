const legalForms = new Set(['bv', 'nv', 'vof', 'cv', 'ua', 'stichting', 'holding', 'groep', 'beheer', 'nederland', 'hodn']);

const plain = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('&', ' en ')
    // Dots and apostrophes join (`B.V.`, `'t`); other punctuation parts.
    .replace(/[.'’‘`´]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/**
 * The name without what people write differently: case, accents, punctuation and legal forms (domain.md §6.4).
 * A name of nothing but legal forms stays whole: `Groep B.V.` is not `Holding B.V.`.
 */
export const nameKey = (name: string): string => {
  const whole = plain(name);
  const kept = whole.split(' ').filter((word) => !legalForms.has(word));
  return [...(kept.length > 0 ? kept.join(' ') : whole)].slice(0, 255).join('');
};

/** The name under which people know an employer: its first trade name, else the legal name. */
export const displayName = ({ tradeNames, legalName }: { tradeNames: readonly string[]; legalName: string }): string => tradeNames[0] ?? legalName;
