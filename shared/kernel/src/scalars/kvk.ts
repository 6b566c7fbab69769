import { InvalidValue, matching } from './invalid-value.ts';

const expected = 'een KvK-nummer van 8 cijfers';

/** KvK numbers have no checksum; eight zeros are refused because forms fill them in for "unknown". */
export const parseKvkNumber = (text: unknown): string => {
  const kvkNumber = matching(text, /^[0-9]{8}$/, expected);
  if (kvkNumber === '00000000') throw new InvalidValue(expected);
  return kvkNumber;
};

export const parseVestigingsnummer = (text: unknown): string => matching(text, /^[0-9]{12}$/, 'een vestigingsnummer van 12 cijfers');
