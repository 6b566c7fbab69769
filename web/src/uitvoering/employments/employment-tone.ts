import type { Tone } from '../../ui/badge.tsx';
import type { EmploymentState } from './employments.generated.ts';

/** How states look; their words say the same. */
export const employmentTone: Record<EmploymentState, Tone> = {
  AWAITING_DECISION: 'attention',
  AGREED: 'good',
  REFUSED: 'bad',
  WITHDRAWN: 'neutral',
  ENDED: 'neutral',
};
