import type { Processed } from '@werkplein/kernel';
import { keepingContactPerson, mediatingCandidate } from '../activities.ts';

/** Whose data a command on a plan processes, also when it is refused: the person at the employer, and the candidates whose proposals were weighed. */
export const processedOf = (contactPersonId: string | null, candidateIds: readonly string[] = []): Processed[] => [
  ...(contactPersonId === null ? [] : [{ subjectId: contactPersonId, activity: keepingContactPerson }]),
  ...candidateIds.map((subjectId) => ({ subjectId, activity: mediatingCandidate })),
];
