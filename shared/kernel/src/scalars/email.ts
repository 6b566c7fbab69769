import { InvalidValue, matching } from './invalid-value.ts';

const expected = 'een e-mailadres zoals naam@voorbeeld.nl';

/** Only the coarse shape: whether an address works shows when mail is sent. Lower case, so that equal addresses are equal text. Lengths: RFC 5321 §4.5.3.1. */
export const parseEmail = (text: unknown): string => {
  const email = matching(text, /^[^\s@\p{Cc}]{1,64}@[^\s@.\p{Cc}]+(\.[^\s@.\p{Cc}]+)+$/u, expected)
    .toLowerCase()
    .normalize('NFC');
  if (email.length > 254) throw new InvalidValue(expected);
  return email;
};
