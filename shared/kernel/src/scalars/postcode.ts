import { InvalidValue } from './invalid-value.ts';

/** PostNL never issues SA, SD and SS. */
const canonical = /^[1-9][0-9]{3}(?!SA|SD|SS)[A-Z]{2}$/;
const written = /^([0-9]{4}) *([A-Za-z]{2})$/;

export const parsePostcode = (text: unknown): string => {
  const [, digits, letters] = (typeof text === 'string' && written.exec(text.trim())) || [];
  const postcode = `${digits}${letters?.toUpperCase()}`;
  if (!canonical.test(postcode)) throw new InvalidValue('een postcode van 4 cijfers en 2 letters, zoals 7607 AB');
  return postcode;
};

/** The four digits of a canonical postcode: as precise as the match view may be. */
export const pc4 = (postcode: string): string => postcode.slice(0, 4);

export const parsePostcode4 = (value: unknown): string => {
  if (typeof value !== 'string' || !/^[1-9][0-9]{3}$/.test(value)) throw new InvalidValue('de 4 cijfers van een postcode');
  return value;
};
