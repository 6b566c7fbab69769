import type { Tone } from '../ui/badge.tsx';

/** How states look; their words say the same. */
export const orderTone: Record<string, Tone> = {
  OFFERED: 'attention',
  ACCEPTED: 'info',
  IN_PROGRESS: 'info',
  COMPLETED: 'good',
  EVALUATED: 'good',
  REFUSED: 'bad',
};

export const placementTone: Record<string, Tone> = {
  PROPOSED: 'attention',
  AGREED: 'info',
  PLANNED: 'info',
  ACTIVE: 'good',
  INTERRUPTED: 'attention',
  REJECTED: 'bad',
  CANCELLED: 'bad',
};

export const stepTone: Record<string, Tone> = { BUSY: 'info', ACHIEVED: 'good' };
