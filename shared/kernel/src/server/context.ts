import DataLoader from 'dataloader';
import type { AuditSigner } from '../audit/chain.ts';
import type { Clock } from '../clock/index.ts';
import type { NewId } from '../ids/index.ts';
import type { Principal } from '../identity/principal.ts';
import type { Database } from '../persistence/database.ts';
import type { Activity } from '../processing/activity.ts';
import type { Pseudonyms } from '../processing/pseudonyms.ts';
import { type Recorder, recorder } from '../processing/recorder.ts';
import type { PurposeCode } from '../purposes/index.ts';
import type { RequestTrace } from '../trace/index.ts';

/** Reads the rows of many keys in one go; a key without a row is left out. */
export type Batch<V> = (keys: readonly string[]) => Promise<ReadonlyMap<string, V>>;

/** What the processing log and the audit of this organisation need to know. */
export interface ProcessingLogging extends Pseudonyms {
  /** URL of the application that asks: the gateway. */
  caller: string;
  /** Whether lines also go to a Logboek Dataverwerkingen elsewhere. */
  shipped: boolean;
  /** Signs where the chain of the audit ends and begins. */
  audit: AuditSigner;
}

/** What one request carries. Nothing in it outlives the request or is shared with another. */
export interface RequestContext {
  readonly principal: Principal;
  readonly db: Database;
  readonly clock: Clock;
  readonly newId: NewId;
  /** Whose database this is: a CBS code or `nuo`. */
  readonly home: string;
  readonly startedAt: Date;
  /** From the verified statement only, as are `operation` and `purpose`. */
  readonly trace: RequestTrace;
  readonly operation: string;
  /** What the caller says it is for; else the purpose of the activity holds. */
  readonly purpose: PurposeCode | null;
  readonly logging: ProcessingLogging;
  readonly recorder: Recorder;
  /** Told of a command that was carried out, with the kind of its answer. */
  readonly answered?: ((command: string, answer: string) => void) | undefined;
  /** A person's data are shown: written to the processing log before the answer leaves, once for each activity. */
  processed(subjectId: string, activity: Activity): void;
  /** A person's data were asked for and refused: one audit row for each action, with the ids as asked. */
  denied(action: string, coordinate: string, subjectIds: readonly string[]): void;
  /** One row of many asked for at once: all `load`s of one tick and one `name` become one call of `batch`. */
  load<V>(name: string, key: string, batch: Batch<V>): Promise<V | null>;
}

export const requestContext = (parts: Omit<RequestContext, 'denied' | 'load' | 'processed' | 'recorder' | 'startedAt'>): RequestContext => {
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
  const record = recorder();
  return { ...parts, startedAt: parts.clock(), recorder: record, processed: record.add, denied: record.deny, load };
};
