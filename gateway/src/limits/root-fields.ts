import type { Limit } from './document.ts';

export const MAX_ROOT_FIELDS = 10;

export const rootFields: Limit = ({ visits }) =>
  new Set(visits.filter(({ depth }) => depth === 1).map(({ name }) => name)).size > MAX_ROOT_FIELDS ? 'TOO_COMPLEX' : null;
