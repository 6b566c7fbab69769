import type { OutflowReason } from '../dossiers/outflow.rules.ts';

/** Reasons of outflow that are work: what UITSTROOM_NAAR_WERK counts. */
export const workReasons = ['WORK', 'SELF_EMPLOYMENT'] as const satisfies readonly OutflowReason[];
export const isWork = (reason: OutflowReason | null): boolean => (workReasons as readonly (OutflowReason | null)[]).includes(reason);

/** Unknown is not no. */
export const followUpAnswers = ['YES', 'NO', 'UNKNOWN'] as const;
export type FollowUpAnswer = (typeof followUpAnswers)[number];

export const outflowResults = { LASTING: 'Blijvend', NOT_LASTING: 'Niet blijvend', UNKNOWN: 'Onbekend' } as const;
export type OutflowResult = keyof typeof outflowResults;

/** Outflow lasts when somebody works and has no benefit; one answer against is enough to say that it does not. */
export const resultOf = ({ works, benefit }: { works: FollowUpAnswer; benefit: FollowUpAnswer }): OutflowResult => {
  if (works === 'NO' || benefit === 'YES') return 'NOT_LASTING';
  return works === 'YES' && benefit === 'NO' ? 'LASTING' : 'UNKNOWN';
};
