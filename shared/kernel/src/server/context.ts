import DataLoader from 'dataloader';
import type { Clock } from '../clock/index.ts';
import type { NewId } from '../ids/index.ts';
import type { Principal } from '../identity/principal.ts';
import type { Database } from '../persistence/database.ts';

/** Reads the rows of many keys in one go; a key without a row is left out. */
export type Batch<V> = (keys: readonly string[]) => Promise<ReadonlyMap<string, V>>;

/** What one request carries. Nothing in it outlives the request or is shared with another. */
export interface RequestContext {
  readonly principal: Principal;
  readonly db: Database;
  readonly clock: Clock;
  readonly newId: NewId;
  /** Whose database this is: a CBS code or `nuo`. */
  readonly home: string;
  /** One row of many asked for at once: all `load`s of one tick and one `name` become one call of `batch`. */
  load<V>(name: string, key: string, batch: Batch<V>): Promise<V | null>;
}

export const requestContext = (parts: Omit<RequestContext, 'load'>): RequestContext => {
  const loaders = new Map<string, DataLoader<string, unknown>>();
  const load = <V>(name: string, key: string, batch: Batch<V>): Promise<V | null> => {
    let loader = loaders.get(name);
    if (!loader) {
      loader = new DataLoader<string, unknown>(async (keys) => {
        const rows = await batch(keys);
        return keys.map((each) => rows.get(each) ?? null);
      });
      loaders.set(name, loader);
    }
    return loader.load(key) as Promise<V | null>;
  };
  return { ...parts, load };
};
