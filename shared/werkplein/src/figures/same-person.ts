import { holdsOn, wasKnown } from '@werkplein/kernel';

// SQL over a fact `f` and the moment of its population: what else was known of the same person.

/** Whether another fact of this person, or of this record by its cause, was known. */
const known = (kind: string, link: string, more: string): string =>
  `EXISTS (SELECT 1 FROM fact g WHERE ${link} AND g.kind = '${kind}' AND ${more} AND ${wasKnown('g')})`;

/** The person has a fact of this kind on the last day of the moment. */
export const hasOnDay = (kind: string): string => known(kind, 'g.subject = f.subject', holdsOn('g', ':until'));

/** A fact of this kind and code, of the record of `f`, was known. */
export const wasFollowedBy = (kind: string, codes: readonly string[]): string =>
  known(kind, 'g.cause = f.ref', `g.code IN (${codes.map((code) => `'${code}'`).join(', ')})`);
