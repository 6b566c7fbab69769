import { addDays } from '@werkplein/kernel';

export interface Stay {
  workplaceId: string;
  fromDay: string;
  untilDay: string | null;
}

/** From a day on another place, or none. */
export interface Assigned {
  onDay: string;
  before: string | null;
  after: string | null;
}

/** Where a placement was, by the places it was given in their order. What it had before the first of them it has had since it began. */
export const staysOf = (startsOn: string, workplaceId: string | null, assigned: readonly Assigned[]): Stay[] => {
  const turns = [
    { fromDay: startsOn, workplaceId: assigned[0] ? assigned[0].before : workplaceId },
    ...assigned.map(({ onDay, after }) => ({ fromDay: onDay, workplaceId: after })),
  ];
  return turns.flatMap((turn, at) => {
    const next = turns[at + 1];
    const untilDay = next === undefined ? null : addDays(next.fromDay, -1);
    if (turn.workplaceId === null || (untilDay !== null && untilDay < turn.fromDay)) return [];
    return [{ workplaceId: turn.workplaceId, fromDay: turn.fromDay, untilDay }];
  });
};
