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
