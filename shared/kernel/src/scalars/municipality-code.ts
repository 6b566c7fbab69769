import { matching } from './invalid-value.ts';

/** CBS writes GM0141, registers write 0141; the registers' form is stored. */
export const parseMunicipalityCode = (text: unknown): string =>
  matching(text, /^(GM)?[0-9]{4}$/, 'een gemeentecode van 4 cijfers, zoals 0141 of GM0141').slice(-4);
