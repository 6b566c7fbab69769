import { createHash } from 'node:crypto';

/** The id of a row that belongs to `id`: the same each time, so that a second run finds what the first wrote. Keeps the time part. */
export const derivedId = (id: string, label: string): string => {
  const hash = createHash('sha256').update(`${id}|${label}`).digest('hex');
  return `${id.slice(0, 20)}${hash.slice(0, 3)}-8${hash.slice(3, 6)}-${hash.slice(6, 18)}`;
};
