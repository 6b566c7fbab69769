import type { Limit } from './document.ts';

export const MAX_ALIASES = 30;

/** Counted as written: an alias in a fragment that is used twice is one. */
export const aliases: Limit = ({ visits }) =>
  new Set(visits.filter(({ node }) => node.alias).map(({ node }) => node)).size > MAX_ALIASES ? 'TOO_COMPLEX' : null;
