/** Five thousand requests a second for a minute. */
const LARGEST = 300_000;

/** Says once of an id that it is new. An id is forgotten when what carries it can no longer be valid. */
export const usedOnce = (lifetimeMs: number, now: () => number = () => performance.now(), largest: number = LARGEST): ((id: string) => boolean) => {
  // In the order of arrival, so the oldest stand in front.
  const until = new Map<string, number>();
  return (id) => {
    for (const [old, end] of until) {
      if (end > now()) break;
      until.delete(old);
    }
    // Full: refuse, for forgetting one would let it in again.
    if (until.has(id) || until.size >= largest) return false;
    until.set(id, now() + lifetimeMs);
    return true;
  };
};
