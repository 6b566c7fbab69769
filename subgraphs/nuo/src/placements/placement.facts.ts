import { type Knowing, stateAllFacts, type StatedFact, type WriteTx } from '@werkplein/kernel';
import { groupBy, rowsBy } from '../reads.ts';
import { ParticipantClient } from '../regie-changes/regie-change.entity.ts';
import type { Placement } from './placement.entity.ts';
import { ran } from './placement.rules.ts';

/**
 * A placement that has begun; one that is only proposed or planned is no fact, and an interruption or extension makes no other one.
 * `code`: its kind; `facet`: the system that it came in from by file; `municipality`: who answered on its first day; `other`: the employer;
 * `cause`: the order.
 */
export const PLACEMENT = 'PLACEMENT';

export const placementFacts = (row: Placement, municipality: string): StatedFact[] => {
  const { status, startsOn, endedOn, participantId, kind, sourceSystem, employerAliasId, serviceOrderId } = row;
  if (!ran(status)) return [];
  return [
    {
      kind: PLACEMENT,
      validFrom: startsOn,
      validUntil: endedOn,
      municipality,
      subject: participantId,
      code: kind,
      facet: sourceSystem,
      other: employerAliasId,
      cause: serviceOrderId,
    },
  ];
};

/** Who answered for the participant of a placement on its first day; of who never moved that is what the row says. */
const municipalityAtStart = (row: Placement, periods: readonly ParticipantClient[] = []): string =>
  periods.find(({ validFrom, validUntil }) => (validFrom === null || validFrom <= row.startsOn) && (validUntil === null || validUntil >= row.startsOn))
    ?.municipality ?? row.municipality;

/** States what is now known of these placements; `recordedAt` for what is loaded from before. */
export const statePlacements = async (tx: WriteTx, knowing: Knowing, rows: readonly Placement[], recordedAt?: (row: Placement) => Date): Promise<void> => {
  if (rows.length === 0) return;
  const moved = groupBy(await rowsBy(tx, ParticipantClient, 'participantId', [...new Set(rows.map((row) => row.participantId))]), (row) => row.participantId);
  const stated = rows.map((row) => {
    const facts = placementFacts(row, municipalityAtStart(row, moved.get(row.participantId)));
    return [row.id, recordedAt ? facts.map((fact) => ({ ...fact, recordedAt: recordedAt(row) })) : facts] as const;
  });
  await stateAllFacts(tx, knowing, [PLACEMENT], new Map(stated));
};
