import { NUO, type ReadTx } from '@werkplein/kernel';
import { loadNames } from '../colleagues/colleague.store.ts';
import { responsibilitiesOf } from '../responsibility/responsibility.store.ts';
import { type Placement, PlacementEvent } from './placement.entity.ts';
import type { PersonPlacedElsewhere, PlacementOverlaps, PlacementRuleBroken } from './placement.results.ts';
import type { InTheWay } from './person-work.ts';

export type Hindrance = PlacementOverlaps | PersonPlacedElsewhere | PlacementRuleBroken;

/** Who of the NUO to ask about a placement: who is responsible for its participant today, else who last did something with it. */
const whomToAsk = async (tx: ReadTx, { id, participantId }: Placement, today: string): Promise<string | null> => {
  const held = (await responsibilitiesOf(tx, participantId)).filter(({ startsOn, endsOn }) => startsOn <= today && (endsOn === null || endsOn >= today));
  const steps = await tx.em.find(PlacementEvent, { where: { placementId: id, organisation: NUO }, order: { version: 'DESC' } });
  const who = (held.find(({ standIn }) => standIn) ?? held[0])?.colleagueId ?? steps.find(({ byId }) => byId !== null)?.byId;
  return who ? ((await loadNames(tx, [who])).get(who) ?? null) : null;
};

/** The placement in the way; of another municipality's participant only that there is one, and whom to ask. */
export const answerTo = async (tx: ReadTx, found: InTheWay | null, wanted: Placement, today: string): Promise<Hindrance | null> => {
  if (found === null) return null;
  const { rule, other, day } = found;
  if (other === null) return { __typename: 'PlacementRuleBroken', rule, nearestDay: day };
  const known = other.participantId === wanted.participantId || other.municipality === wanted.municipality;
  if (known) return { __typename: 'PlacementOverlaps', placementId: other.id, rule, firstDay: day };
  return { __typename: 'PersonPlacedElsewhere', rule, ask: await whomToAsk(tx, other, today) };
};
