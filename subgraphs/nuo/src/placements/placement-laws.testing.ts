import { addDays, addMonthsClipped } from '@werkplein/kernel';
import { ServiceOrder } from '../orders/service-order.entity.ts';
import { Participant } from '../participants/participant.entity.ts';
import { Person } from '../persons/person.entity.ts';
import { Proposal } from '../proposals/proposal.entity.ts';
import { isOpen as isOpenProposal } from '../proposals/proposal.rules.ts';
import type { TestNuo } from '../testing/index.ts';
import { Placement, PlacementEvent, PlacementInterruption } from './placement.entity.ts';
import { factsOf, type PlacementKindName } from './placement-kinds.rules.ts';
import { placementMachine } from './placement-states.rules.ts';

// The laws of domain.md as a reader of the rows would check them, day by day: nothing here is shared with the rules.

/** What is stored, to be judged. */
export const stored = async ({ db }: TestNuo) => ({
  placements: await db.read.em.find(Placement, { order: { id: 'ASC' } }),
  gaps: await db.read.em.find(PlacementInterruption),
  events: await db.read.em.find(PlacementEvent, { order: { version: 'ASC' } }),
  orders: new Map((await db.read.em.find(ServiceOrder)).map((order) => [order.id, order])),
  people: await db.read.em.find(Participant),
  persons: await db.read.em.find(Person),
  proposals: await db.read.em.find(Proposal),
});
export type Stored = Awaited<ReturnType<typeof stored>>;

const regular = (kind: PlacementKindName): boolean => kind === 'REGULAR' || kind === 'REGULAR_WITH_LKS';
const takesDays = (status: string): boolean => ['PLANNED', 'ACTIVE', 'INTERRUPTED', 'ENDED'].includes(status);

/** Whether a placement takes a day, as a reader of the rows would say. */
const takes = ({ gaps }: Stored, { id, startsOn, endedOn, expectedEndOn }: Placement, day: string): boolean => {
  const last = endedOn ?? expectedEndOn;
  const still = gaps.some((gap) => gap.placementId === id && gap.startsOn <= day && (gap.endsOn === null || day <= gap.endsOn));
  return startsOn <= day && (last === null || day <= last) && !still;
};

/** Laws that the stored rows break, in words. `doubles` stood before a token said that two participants are one person: of those it is only told. */
export const broken = (now: Stored, doubles: ReadonlySet<string>): string[] => {
  const found: string[] = [];
  const personOf = new Map(now.people.map(({ id, personId }) => [id, personId]));
  const byPerson = Map.groupBy(
    now.placements.filter(({ status }) => takesDays(status)),
    ({ participantId }) => personOf.get(participantId),
  );
  for (const rows of byPerson.values()) {
    const days = new Set(rows.flatMap(({ startsOn, endedOn, expectedEndOn }) => [startsOn, endedOn ?? expectedEndOn ?? startsOn]));
    for (const gap of now.gaps.filter(({ placementId }) => rows.some(({ id }) => id === placementId))) if (gap.endsOn) days.add(addDays(gap.endsOn, 1));
    for (const day of days) {
      const there = rows.filter((row) => takes(now, row, day) && !doubles.has(row.id));
      if (there.length > 1 && !(there.length === 2 && there.every(({ kind }) => regular(kind))))
        found.push(`I12 on ${day}: ${there.map(({ kind }) => kind).join(', ')}`);
      if (there.reduce((sum, { hoursPerWeek }) => sum + hoursPerWeek, 0) > 40) found.push(`I8 on ${day}`);
    }
    for (const trial of rows.filter(({ kind, id }) => kind === 'PROEFPLAATSING' && !doubles.has(id)))
      for (const paid of rows.filter(
        ({ kind, id, employerAliasId }) => factsOf(kind).paidByEmployer && employerAliasId === trial.employerAliasId && !doubles.has(id),
      ))
        for (let day = addMonthsClipped(trial.startsOn, -6); day < trial.startsOn; day = addDays(day, 1))
          if (takes(now, paid, day)) found.push(`I15 on ${day}`);
  }
  for (const row of now.placements) {
    const { id, kind, status, startsOn, endedOn, expectedEndOn, agreedOn, agreedBy, decisionIds, closedOn, version, serviceOrderId } = row;
    const decided = factsOf(kind).needsDecision && agreedBy !== 'NOT_NEEDED' && agreedOn !== null;
    if (decided && takesDays(status) && startsOn < agreedOn) found.push(`I16: ${startsOn} before ${agreedOn}`);
    if (decided && (decisionIds?.length ?? 0) === 0) found.push(`${kind} agreed without a decision`);
    const last = endedOn ?? expectedEndOn;
    if (kind === 'PROEFPLAATSING' && last !== null && last >= addMonthsClipped(startsOn, (decisionIds?.length ?? 0) > 1 ? 6 : 2))
      found.push(`trial ${startsOn} to ${last}`);
    if ((status === 'ENDED') !== (endedOn !== null)) found.push(`${status} with endedOn ${endedOn}`);
    if ((status === 'REJECTED' || status === 'CANCELLED') !== (closedOn !== null)) found.push(`${status} with closedOn ${closedOn}`);
    const open = now.gaps.filter((gap) => gap.placementId === id && gap.endsOn === null).length;
    if ((status === 'INTERRUPTED' ? 1 : 0) !== open) found.push(`${status} with ${open} open interruptions`);
    const steps = now.events.filter(({ placementId }) => placementId === id);
    if (steps.at(-1)?.toStatus !== status || steps.at(-1)?.version !== version || steps.length !== version)
      found.push(`${status} ${version} after ${steps.length} steps`);
    for (const [at, { step, fromStatus }] of steps.entries())
      if (at > 0 && !(placementMachine.steps[step].from as readonly string[]).includes(fromStatus ?? '')) found.push(`${step} from ${fromStatus}`);
    // H7: nothing begins under an order that is over on its first day.
    const order = serviceOrderId === null ? undefined : now.orders.get(serviceOrderId);
    if (order?.endsOn && (status === 'PLANNED' || status === 'ACTIVE') && startsOn > order.endsOn)
      found.push(`H7: ${status} from ${startsOn} under an order to ${order.endsOn}`);
  }
  const openPairs = now.proposals.filter(({ status }) => isOpenProposal(status)).map(({ candidateId, vacancyId }) => `${candidateId} ${vacancyId}`);
  if (new Set(openPairs).size !== openPairs.length) found.push('I13');
  const tokens = now.persons.flatMap(({ token }) => token ?? []);
  if (new Set(tokens).size !== tokens.length) found.push('H3: two persons with one token');
  if (now.people.some(({ personId }) => personId === null || !now.persons.some(({ id }) => id === personId))) found.push('a participant without a person');
  return found;
};
