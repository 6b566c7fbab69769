import type { Limit } from './document.ts';

export const MAX_DEPTH = 12;

export const depth: Limit = ({ visits }) => (visits.some((visit) => visit.depth > MAX_DEPTH && !visit.introspection) ? 'TOO_COMPLEX' : null);
