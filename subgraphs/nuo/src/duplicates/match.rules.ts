import { pc4 } from '@werkplein/kernel';
import { nameKey, similarity, trigrams } from '../employers/name.rules.ts';
import { DuplicateClass, DuplicateReason } from './duplicate.types.ts';
import { rareParts } from './rare-parts.rules.ts';

/** What of an employer another may be recognised by; each in its canonical form. */
export interface MatchFacts {
  names: readonly string[];
  kvkNumber?: string | null;
  rsin?: string | null;
  postcodes?: readonly string[];
  phones?: readonly string[];
  emails?: readonly string[];
  /** Host names. */
  domains?: readonly string[];
}

export interface Match {
  class: DuplicateClass;
  /** 1 to 100: for the order. */
  score: number;
  reasons: DuplicateReason[];
}

/** From this similarity on two names may be one that is written differently. */
export const SIMILAR = 0.6;

/** Mail anybody may have: it says nothing about the employer. */
const freeMail = new Set(
  [
    'gmail.com googlemail.com outlook.com outlook.nl hotmail.com hotmail.nl live.com live.nl msn.com icloud.com me.com mac.com yahoo.com yahoo.nl',
    'proton.me protonmail.com gmx.net gmx.com gmx.de web.de aol.com mail.com zoho.com ymail.com t-online.de',
    'ziggo.nl kpnmail.nl kpnplanet.nl planet.nl hetnet.nl home.nl xs4all.nl upcmail.nl chello.nl casema.nl quicknet.nl telfort.nl tele2.nl',
    'caiway.nl caiway.net solcon.nl online.nl onsbrabantnet.nl zeelandnet.nl kabelfoon.nl introweb.nl concepts.nl multiweb.nl',
  ].flatMap((line) => line.split(' ')),
);

/** The host name in a website address or a domain as people write it, or null. */
export const hostOf = (website: string): string | null => {
  const host = website
    .trim()
    .toLowerCase()
    .replace(/^[a-z]+:\/\//, '')
    .replace(/^www\./, '')
    .replace(/[/?#:].*$/s, '');
  return host.length <= 253 && /^[^\s@.]+(\.[^\s@.]+)+$/.test(host) ? host : null;
};

const domainOf = (email: string): string => email.slice(email.lastIndexOf('@') + 1);

/** Where the keys that are parts of names begin, as the last of all: one that is less finds alone. */
export const PARTS = 'T:';
/** With a place and nothing else in common two employers are not worth comparing. */
const isPlace = (key: string): boolean => key.startsWith('A:') || key.startsWith('4:');

/** By which others are found. */
export const seeking = (keys: readonly string[]): string[] => keys.filter((key) => !isPlace(key));
/** By which it is said what two have in common. */
export const telling = (keys: readonly string[]): string[] => keys.filter((key) => key < PARTS);

/**
 * What can be looked up, a letter for each kind. `T` is a rare part of a name in one area: names are compared by similarity in one area or
 * with one phone, and who shares two of these parts, or any other key that is not a place, is worth comparing.
 */
export const keysOf = (facts: MatchFacts): string[] => {
  const domains = [...(facts.domains ?? []), ...(facts.emails ?? []).map(domainOf)].filter((domain) => !freeMail.has(domain));
  const postcodes = facts.postcodes ?? [];
  const names = facts.names.map(nameKey);
  const areas = postcodes.map(pc4);
  const keys = [
    ...(facts.kvkNumber ? [`K:${facts.kvkNumber}`] : []),
    ...(facts.rsin ? [`R:${facts.rsin}`] : []),
    ...domains.map((domain) => `D:${domain}`),
    ...(facts.phones ?? []).map((phone) => `P:${phone}`),
    ...names.map((name) => `N:${name}`),
    ...postcodes.map((postcode) => `A:${postcode}`),
    ...areas.map((area) => `4:${area}`),
    ...names.flatMap(rareParts).flatMap((part) => areas.map((area) => `${PARTS}${area}${part}`)),
  ];
  return [...new Set(keys)].sort();
};

export const nameTrigrams = (names: readonly string[]): (readonly number[])[] => [...new Set(names.map(nameKey))].map(trigrams);

/** The best of each name with each other; 0 when the lengths alone say that none is similar enough. */
export const likeness = (a: readonly (readonly number[])[], b: readonly (readonly number[])[]): number => {
  let best = 0;
  for (const one of a) {
    for (const other of b) {
      const most = Math.min(one.length, other.length) / Math.max(one.length, other.length);
      if (most >= SIMILAR && most > best) best = Math.max(best, similarity(one, other));
    }
  }
  return best;
};

/** How sure it is that two are one (domain.md §6.4), given the keys that both have. */
export const classify = (shared: readonly string[], alike: () => number, otherKvk: boolean): Match | null => {
  const kinds = new Set(shared.map((key) => key.charAt(0)));
  const has = (kind: string): boolean => kinds.has(kind);
  const near = has('4') || has('P');
  const similar = has('N') ? 1 : near ? alike() : 0;
  // Nearly all that live in one area end here.
  if (similar < SIMILAR && !has('K') && !has('R') && !has('D')) return null;
  const holds: [DuplicateReason, boolean][] = [
    [DuplicateReason.SAME_KVK_NUMBER, has('K')],
    [DuplicateReason.SAME_RSIN, has('R')],
    [DuplicateReason.SAME_DOMAIN, has('D')],
    [DuplicateReason.SAME_NAME, has('N')],
    [DuplicateReason.SIMILAR_NAME, !has('N') && similar >= SIMILAR],
    [DuplicateReason.SAME_POSTCODE, has('A')],
    [DuplicateReason.SAME_AREA, has('4') && !has('A')],
    [DuplicateReason.SAME_PHONE, has('P')],
    [DuplicateReason.OTHER_KVK_NUMBER, otherKvk],
  ];
  const found = (duplicateClass: DuplicateClass, score: number): Match => ({
    class: duplicateClass,
    score,
    reasons: holds.flatMap(([reason, yes]) => (yes ? [reason] : [])),
  });
  // The shops of a chain share a domain by right: with two KvK numbers it says little.
  if (has('K') || has('R') || (has('D') && !otherKvk)) return found(DuplicateClass.EXACT, 100);
  if (has('N') && has('A')) return found(DuplicateClass.STRONG, 90);
  if (similar >= SIMILAR && near) return found(DuplicateClass.MEDIUM, Math.round(80 * similar));
  if (has('N') || has('D')) return found(DuplicateClass.WEAK, 30);
  return null;
};

export const differ = (a: string | null | undefined, b: string | null | undefined): boolean => Boolean(a && b && a !== b);

export const isSignal = (match: Match): boolean => match.class !== DuplicateClass.WEAK;
