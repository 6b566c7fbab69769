/** More keys than this in one window are nobody's ordinary use. */
const KEYS = 10_000;

/** Counts by key in windows of time. */
export interface Counter {
  /** Whether `key` has had its number in this window. */
  full(key: string): boolean;
  add(key: string): void;
}

export const counter = (limit: number, windowMs: number, now: () => number = () => performance.now()): Counter => {
  let counts = new Map<string, number>();
  let until = 0;
  const current = (): Map<string, number> => {
    if (now() >= until) {
      counts = new Map();
      until = now() + windowMs;
    }
    return counts;
  };
  return {
    full: (key) => (current().get(key) ?? 0) >= limit || (current().size >= KEYS && !current().has(key)),
    add: (key) => current().set(key, (current().get(key) ?? 0) + 1),
  };
};
