/** A stream of numbers that belongs to one thing: the same thing always gets the same numbers. */
export interface Random {
  /** 32 bits. */
  bits(): number;
  /** Whole number from `from` up to and including `to`. */
  int(from: number, to: number): number;
  /** True in `share` (0–1) of the cases. */
  chance(share: number): boolean;
  pick<T>(choices: readonly T[]): T;
  /** A key, as often as its weight says. */
  weighted<K extends string>(weights: Record<K, number>): K;
}

const fnv1a = (text: string): number => {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
};

/** Mulberry32, seeded by what the thing is and its number, so that any thing can be made without those before it. */
export const randomOf = (kind: string, index: number): Random => {
  let state = fnv1a(`${kind}#${index}`);
  const bits = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  const unit = (): number => bits() / 0x1_0000_0000;
  return {
    bits,
    int: (from, to) => from + Math.floor(unit() * (to - from + 1)),
    chance: (share) => unit() < share,
    pick: <T>(choices: readonly T[]): T => choices[Math.floor(unit() * choices.length)] as T,
    weighted: <K extends string>(weights: Record<K, number>): K => {
      const entries = Object.entries(weights) as [K, number][];
      let left = unit() * entries.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [key, weight] of entries) {
        left -= weight;
        if (left < 0) return key;
      }
      return (entries.at(-1) as [K, number])[0];
    },
  };
};
