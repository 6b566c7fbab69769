import { InvalidValue, matching } from './invalid-value.ts';

const expected = 'een burgerservicenummer van 9 cijfers dat aan de elfproef voldoet';
const nineDigits = /^[0-9]{9}$/;
const weights = [9, 8, 7, 6, 5, 4, 3, 2, -1];

/** The proof of BSN and RSIN. Nine zeros pass the sum but are nobody's number. */
export const isElevenProof = (text: string): boolean =>
  nineDigits.test(text) && text !== '000000000' && weights.reduce((sum, weight, index) => sum + weight * Number(text[index]), 0) % 11 === 0;

/** Eight digits are not padded: a missing digit must show as a mistake. */
export const parseBsn = (text: unknown): string => {
  const bsn = matching(text, nineDigits, expected);
  if (!isElevenProof(bsn)) throw new InvalidValue(expected);
  return bsn;
};

export const maskBsn = (bsn: string): string => (nineDigits.test(bsn) ? `*****${bsn.slice(5)}` : '*********');

/** Numbers in free text that may be a BSN (or an RSIN: same proof), to warn the writer. */
export const findBsnLike = (text: string): string[] => (text.match(/(?<![0-9])[0-9]{9}(?![0-9])/g) ?? []).filter(isElevenProof);
