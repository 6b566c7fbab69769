import { matching } from './invalid-value.ts';

/** Prefixes of OIN-Stelsel chapter 6: RSIN, KvK, SubOIN and test numbers. */
const pattern = /^(00000001|00000003|00000004|00000099)[0-9]{12}$/;

export const parseOin = (text: unknown): string =>
  matching(text, pattern, 'een organisatie-identificatienummer (OIN) van 20 cijfers met een bekend voorvoegsel');
