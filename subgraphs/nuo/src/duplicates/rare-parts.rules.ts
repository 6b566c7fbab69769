import { trigrams } from '../employers/name.rules.ts';

// Names are compared by trigrams, 3 of 5 in common or more. To find such names without comparing all, only the rarest trigrams of each are
// kept as search keys ("prefix filtering"): two sets that have 3 of 5 in common also have two of their first `n - 3n/5 + 2` in common,
// whatever order both are put in. A rare order makes the keys tell more; it must be the same for ever, so it is data and no count.

const places =
  'almelo wierden tubbergen twenterand vriezenveen vroomshoop westerhaar enter geesteren albergen hengelo enschede borne nijverdal rijssen hellendoorn twente';
const trades =
  'bedrijf techniek bouw bouwbedrijf installatie timmerbedrijf schilders dakdekkers elektro metaal machine constructie fabriek kunststof textiel meubel drukkerij ' +
  'bakkerij slagerij supermarkt bouwmarkt modehuis tuincentrum winkel woonwinkel transport logistiek warehousing pakketdienst koeriers zorg zorggroep thuiszorg ' +
  'woonzorg kinderopvang dagbesteding praktijk restaurant lunchroom cafe hotel catering horeca kwekerij hoveniers loonbedrijf schoonmaak glazenwasserij wasserij ' +
  'facilitair verpakking service services autobedrijf garage schadeherstel kapsalon administratie advies handel groothandel van der de het en zoon';
/** Rarest first, as in Dutch; what is not here is rarer. */
const letters = 'qxyjfczwuphmvbkgldsoiartne ';
/** A place is in more names than a trade. */
const PLACE = 3;

const common = new Map<number, number>();
for (const [words, weight] of [
  [trades, 1],
  [places, PLACE],
] as const)
  for (const word of words.split(' ')) for (const part of trigrams(word)) common.set(part, (common.get(part) ?? 0) + weight);

const lettersOf = (part: number): number[] => [Math.floor(part / 2 ** 32), Math.floor(part / 2 ** 16) % 2 ** 16, part % 2 ** 16];
const letterRank = (part: number): number => lettersOf(part).reduce((sum, code) => sum + letters.indexOf(String.fromCharCode(code)), 0);

interface Ranked {
  part: number;
  inWords: number;
  rank: number;
}
const byRarity = (a: Ranked, b: Ranked): number => a.inWords - b.inWords || a.rank - b.rank || a.part - b.part;

/** How many of these two names have in common when they are alike: of names with one trigram only equal ones are. */
export const SHARED_PARTS = 2;

/** The parts of a name by which others that are like it are found, as short text. */
export const rareParts = (nameKey: string): string[] => {
  const ranked = trigrams(nameKey).map((part) => ({ part, inWords: common.get(part) ?? 0, rank: letterRank(part) }));
  const kept = ranked.length - Math.ceil((3 * ranked.length) / 5) + SHARED_PARTS;
  return ranked
    .sort(byRarity)
    .slice(0, kept)
    .map(({ part }) => part.toString(36));
};
