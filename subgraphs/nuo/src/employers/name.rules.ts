const legalForms = new Set(['bv', 'nv', 'vof', 'cv', 'ua', 'stichting', 'holding', 'groep', 'beheer', 'nederland', 'hodn']);
// Letters that Unicode does not take apart.
const joined: Readonly<Record<string, string>> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ł: 'l' };

const plain = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[ßæœøđł]/g, (letter) => joined[letter] as string)
    .replaceAll('&', ' en ')
    // `B. V.` is `B.V.`.
    .replace(/(?<=(?<!\p{L})\p{L}\.)\s+(?=\p{L}\.)/gu, '')
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

/** Every three characters of each word, as numbers in order; two spaces before a word and one after make its ends count. */
export const trigrams = (key: string): readonly number[] => {
  const found = new Set<number>();
  for (const word of key.split(' ')) {
    const padded = `  ${word} `;
    for (let i = 0; i + 3 <= padded.length; i += 1) {
      found.add(padded.charCodeAt(i) * 2 ** 32 + padded.charCodeAt(i + 1) * 2 ** 16 + padded.charCodeAt(i + 2));
    }
  }
  return [...found].sort((a, b) => a - b);
};

/** What two names have in common, 0 to 1: shared trigrams over all their trigrams. */
export const similarity = (a: readonly number[], b: readonly number[]): number => {
  let [i, j, shared] = [0, 0, 0];
  while (i < a.length && j < b.length) {
    const difference = (a[i] as number) - (b[j] as number);
    if (difference === 0) shared += 1;
    if (difference <= 0) i += 1;
    if (difference >= 0) j += 1;
  }
  return shared === 0 ? 0 : shared / (a.length + b.length - shared);
};
