import type { StatedFact } from '@werkplein/kernel';
import type { LadderRow } from './ladder.entity.ts';

/** `amount`: the step, 1 to 6. */
export const LADDER = 'LADDER';

/** What figures count of the measurements of one client; one that was corrected is no fact. */
export const ladderFacts = ({ clientId, measuredOn, step, currentDay, recordedAt }: LadderRow, municipality: string): StatedFact[] =>
  currentDay === null ? [] : [{ kind: LADDER, validFrom: measuredOn, validUntil: measuredOn, municipality, subject: clientId, amount: step, recordedAt }];
