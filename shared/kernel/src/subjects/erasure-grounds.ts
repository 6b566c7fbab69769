/** Grounds of AVG art. 17 lid 1. */
export const erasureGrounds = ['NO_LONGER_NEEDED', 'CONSENT_WITHDRAWN', 'OBJECTION', 'UNLAWFUL', 'LEGAL_OBLIGATION'] as const;
export type ErasureGround = (typeof erasureGrounds)[number];
