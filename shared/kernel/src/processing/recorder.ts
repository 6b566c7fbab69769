import type { Activity } from './activity.ts';

/** One person whose data were processed, and for what. */
export interface Processed {
  readonly subjectId: string;
  readonly activity: Activity;
}

/** What one request has processed and must still be logged. */
export interface Recorder {
  add(subjectId: string, activity: Activity): void;
  /** Written by a command in its own transaction; that the answer shows them again is part of the command. */
  written(subjectIds: readonly string[]): void;
  pending(): Processed[];
}

export const recorder = (): Recorder => {
  const seen = new Map<string, Processed>();
  const done = new Set<string>();
  return {
    add: (subjectId, activity) => {
      if (!done.has(subjectId)) seen.set(`${activity.uri} ${subjectId}`, { subjectId, activity });
    },
    written: (subjectIds) => {
      for (const subjectId of subjectIds) done.add(subjectId);
    },
    pending: () => [...seen.values()],
  };
};
