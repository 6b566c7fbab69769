import type { Activity } from './activity.ts';

/** One person whose data were processed, and for what. */
export interface Processed {
  readonly subjectId: string;
  readonly activity: Activity;
}

/** What was refused of one action in one request, however often: a caller cannot fill the disk with refusals. */
export interface Denied {
  readonly action: string;
  readonly coordinates: Set<string>;
  readonly subjectIds: Set<string>;
  times: number;
}

/** What one request has processed or been refused and must still be logged. */
export interface Recorder {
  add(subjectId: string, activity: Activity): void;
  deny(action: string, coordinate: string, subjectIds: readonly string[]): void;
  /** Written by a command in its own transaction; that the answer shows them again is part of the command. */
  written(subjectIds: readonly string[]): void;
  pending(): Processed[];
  refusals(): Denied[];
}

const DENIED_IDS_KEPT = 50;

export const recorder = (): Recorder => {
  const seen = new Map<string, Processed>();
  const done = new Set<string>();
  const refused = new Map<string, Denied>();
  return {
    add: (subjectId, activity) => {
      if (!done.has(subjectId)) seen.set(`${activity.uri} ${subjectId}`, { subjectId, activity });
    },
    deny: (action, coordinate, subjectIds) => {
      const denied = refused.get(action) ?? { action, coordinates: new Set(), subjectIds: new Set(), times: 0 };
      refused.set(action, denied);
      denied.times += 1;
      denied.coordinates.add(coordinate);
      for (const id of subjectIds) if (denied.subjectIds.size < DENIED_IDS_KEPT) denied.subjectIds.add(id);
    },
    written: (subjectIds) => {
      for (const subjectId of subjectIds) done.add(subjectId);
    },
    pending: () => [...seen.values()],
    refusals: () => [...refused.values()],
  };
};
