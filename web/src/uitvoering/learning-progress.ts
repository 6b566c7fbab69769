import { learning } from '../texts/workplaces.ts';

interface Progress {
  achieved: number;
  busy: number;
  planned: number;
  stopped: number;
}

/** How far a line is; steps that were stopped are no part of it. */
export const progressText = ({ achieved, busy, planned }: Progress): string => learning.achieved(achieved, achieved + busy + planned);
