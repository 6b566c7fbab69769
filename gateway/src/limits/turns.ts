import type { Limit, Visit } from './document.ts';
import type { EntityFamilies } from './entity-families.ts';

export const MAX_VISITS = 2;

/**
 * The turn rule: a path visits the same kind of entity at most twice. `Client → placements → client` is a cycle of which each turn
 * multiplies the planner's options by the number of municipalities; at the fourth visit the process dies of it.
 */
export const turns =
  (families: () => EntityFamilies): Limit =>
  ({ visits }) => {
    const known = families();
    const seenOn = new Map<Visit, ReadonlyMap<string, number>>();
    for (const visit of visits) {
      // A parent always stands before its children.
      const seen = new Map(visit.parent ? seenOn.get(visit.parent) : undefined);
      for (const family of known.get(visit.type?.name ?? '') ?? []) {
        const count = (seen.get(family) ?? 0) + 1;
        if (count > MAX_VISITS) return 'TOO_COMPLEX';
        seen.set(family, count);
      }
      seenOn.set(visit, seen);
    }
    return null;
  };
