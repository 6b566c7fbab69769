import { isElevenProof } from './bsn.ts';
import { InvalidValue, matching } from './invalid-value.ts';

const expected = 'een RSIN van 9 cijfers dat aan de elfproef voldoet';

export const parseRsin = (text: unknown): string => {
  const rsin = matching(text, /^[0-9]{9}$/, expected);
  if (!isElevenProof(rsin)) throw new InvalidValue(expected);
  return rsin;
};
