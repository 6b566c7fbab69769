import { createHash } from 'node:crypto';
import { randomOf } from './random.ts';

const FIRST = Date.UTC(2023, 10, 1);
const hex = (value: number, digits: number): string => value.toString(16).padStart(digits, '0').slice(-digits);

/** `<home>:<uuid v7 shaped>`; the time part grows with `index`, so that a load writes in the order of its primary key. */
export const demoId = (home: string, kind: string, index: number): string => {
  const random = randomOf(`id ${home} ${kind}`, index);
  const at = hex(FIRST + index * 1000, 12);
  const variant = 0x8000 | (random.bits() & 0x3fff);
  return `${home}:${at.slice(0, 8)}-${at.slice(8)}-7${hex(random.bits(), 3)}-${hex(variant, 4)}-${hex(random.bits(), 8)}${hex(random.bits(), 4)}`;
};

/**
 * The id of something that belongs to `id`, by its name there: of the same home, with the time part of what it belongs to. Seventy-two bits of a
 * hash tell them apart, where the 32 of a seed give two things of a hundred thousand one id.
 */
export const derivedId = (id: string, name: string): string => {
  const hash = createHash('sha256').update(`${id}|${name}`).digest('hex');
  // Until and with the version digit, which follows the time part.
  const kept = id.slice(0, id.indexOf(':') + 16);
  return `${kept}${hash.slice(0, 3)}-8${hash.slice(3, 6)}-${hash.slice(6, 18)}`;
};
