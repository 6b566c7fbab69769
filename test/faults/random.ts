/** Numbers from 0 up to 1 that a seed decides (mulberry32): a run can be made again. */
export type Random = () => number;

/* oxlint-disable no-bitwise -- it is what the generator does */
export const randomOf = (seed: number): Random => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};
/* oxlint-enable no-bitwise */

export const between = (random: Random, from: number, to: number): number => from + Math.floor(random() * (to - from + 1));

export const oneOf = <T>(random: Random, list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
