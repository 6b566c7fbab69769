import { InvalidValue } from './invalid-value.ts';

export interface TextRules {
  /** Most characters (code points, as a VARCHAR counts). */
  max: number;
  /** Fewest characters; 1 unless given, because absent text is null. */
  min?: number;
  multiline?: boolean;
}

// Also direction overrides and line separators: they make text show other than it is stored. Half a surrogate pair fits no utf8 column.
const refused = /[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;

/** NFC and trimmed, so that what looks equal is equal. */
export const parseText = (value: unknown, { max, min = 1, multiline = false }: TextRules): string => {
  const expected = `tekst van ${min} tot en met ${max} tekens${multiline ? '' : ' op één regel'}, zonder stuurtekens`;
  if (typeof value !== 'string') throw new InvalidValue(expected);
  const unified = multiline ? value.replaceAll('\r\n', '\n') : value;
  const text = unified.trim().normalize('NFC');
  const length = [...text].length;
  if (length < min || length > max) throw new InvalidValue(expected);
  if (refused.test(multiline ? text.replace(/[\n\t]/g, '') : text)) throw new InvalidValue(expected);
  return text;
};
