import { parsePhoneNumberFromString } from 'libphonenumber-js';
import { InvalidValue, matching } from './invalid-value.ts';

const expected = 'een telefoonnummer met netnummer, zoals 0546 123456 of +31 546 123456';

/**
 * E.164, so that two ways to write a number are equal. A number without country is Dutch.
 * 0900 and 14-numbers get +31 too: not dialled so from abroad, but one stable form.
 */
export const parsePhone = (text: unknown): string => {
  const written = matching(text, /^\+?[0-9 ()./-]{3,30}$/, expected);
  const phone = parsePhoneNumberFromString(written, { defaultCountry: 'NL', extract: false });
  if (!phone?.isValid()) throw new InvalidValue(expected);
  return phone.number;
};
