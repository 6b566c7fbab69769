import { addDays, type Database } from '@werkplein/kernel';
import { ClosedMonth, Timesheet } from '../hours/hours.entity.ts';
import { Indication } from '../indications/indication.entity.ts';
import { Participant } from '../participants/participant.entity.ts';
import { Placement } from '../placements/placement.entity.ts';
import { Secondment, SecondmentRate } from '../secondments/secondment.entity.ts';
import { FallbackClaim } from '../workplaces/fallback-claim.entity.ts';
import { Workplace } from '../workplaces/workplace.entity.ts';
import { WorkplaceStay } from '../workplaces/workplace-stay.entity.ts';
import { WswWorker } from '../wsw-workers/wsw-worker.entity.ts';
import { EmploymentTerms, ShelteredEmployment } from './employment.entity.ts';

// The laws of domain.md §6.3 as a reader of the rows would check them, day by day: nothing here is shared with the rules.

const stored = async ({ read: { em } }: Database) => ({
  people: await em.find(Participant),
  workers: new Map((await em.find(WswWorker)).map((row) => [row.id, row])),
  indications: await em.find(Indication),
  employments: await em.find(ShelteredEmployment),
  terms: (await em.find(EmploymentTerms)).filter(({ replacedAt }) => replacedAt === null),
  placements: await em.find(Placement),
  secondments: await em.find(Secondment),
  rates: await em.find(SecondmentRate),
  places: await em.find(Workplace),
  claims: await em.find(FallbackClaim),
  stays: await em.find(WorkplaceStay),
  months: await em.find(ClosedMonth),
  sheets: await em.find(Timesheet),
});
type Stored = Awaited<ReturnType<typeof stored>>;

const holds = (from: string, until: string | null, day: string): boolean => from <= day && (until === null || day <= until);
const stands = ({ state }: ShelteredEmployment): boolean => state === 'AWAITING_DECISION' || state === 'AGREED' || state === 'ENDED';
const isWsw = ({ kind }: ShelteredEmployment): boolean => kind.startsWith('WSW');

const ofEmployments = ({ people, workers, indications, employments, terms }: Stored, today: string): string[] => {
  const found: string[] = [];
  const personOf = new Map(people.map(({ id, personId }) => [id, personId]));
  for (const rows of Map.groupBy(employments.filter(stands), ({ participantId }) => personOf.get(participantId)).values()) {
    const theirs = terms.filter(({ employmentId }) => rows.some(({ id }) => id === employmentId));
    const days = new Set([...rows.map(({ startsOn }) => startsOn), ...theirs.map(({ validFrom }) => validFrom)]);
    for (const day of days) {
      const running = rows.filter(({ startsOn, endsOn }) => holds(startsOn, endsOn, day));
      const hours = theirs.filter((term) => running.some(({ id }) => id === term.employmentId) && holds(term.validFrom, term.validUntil, day));
      const sum = hours.reduce((total, { hoursPerWeek }) => total + hoursPerWeek, 0);
      if (sum > 40) found.push(`I8: ${sum} hours on ${day}`);
      if (new Set(hours.map(({ employmentId }) => employmentId)).size !== hours.length) found.push(`two terms of one employment on ${day}`);
    }
    const decisions = indications.filter(
      ({ participantId, targetGroup }) => targetGroup === 'BELONGS' && rows.some((row) => row.participantId === participantId),
    );
    for (const row of rows.filter(isWsw)) {
      if (!workers.get(row.participantId)?.inClosingPopulation) found.push(`I5: ${row.kind} of somebody who was not in the Wsw when it closed`);
      const from =
        terms
          .filter(({ employmentId }) => employmentId === row.id)
          .map(({ validFrom }) => validFrom)
          .toSorted()[0] ?? row.startsOn;
      const last = row.endsOn !== null && row.endsOn < today ? row.endsOn : today;
      for (let day = from; day <= last || day === from; day = addDays(day, 1))
        if (!decisions.some(({ decidedOn, validUntil }) => holds(decidedOn, validUntil, day))) {
          found.push(`I9: no indication on ${day}`);
          break;
        }
    }
  }
  const byId = new Map(employments.map((row) => [row.id, row]));
  for (const { kind, state, startsOn, endsOn, continuesId, decisionId, decidedOn, endReason, destination } of employments) {
    const before = continuesId === null ? undefined : byId.get(continuesId);
    if (
      before &&
      !(before.state === 'ENDED' && before.endsOn === addDays(startsOn, -1) && before.endReason === null && before.destination === null && before.kind !== kind)
    )
      found.push(`I10: ${kind} goes on with a ${before.kind} that ${before.state} on ${before.endsOn} for ${before.endReason}`);
    if (kind === 'BESCHUT_10B' && (state === 'AGREED' || state === 'ENDED') && !(decisionId !== null && decidedOn !== null && decidedOn <= startsOn))
      found.push(`I11: from ${startsOn} by a decision of ${decidedOn}`);
    const goesOn = employments.some((row) => row.continuesId !== null && byId.get(row.continuesId)?.startsOn === startsOn && row.continuesId !== null);
    if (state === 'ENDED' && (endsOn === null || ((endReason === null || destination === null) && !goesOn))) found.push(`ended on ${endsOn} for ${endReason}`);
  }
  return found;
};

const ofSecondments = ({ secondments, placements, rates }: Stored): string[] => {
  const found: string[] = [];
  const byId = new Map(secondments.map((row) => [row.id, row]));
  for (const { kind, status, secondmentId } of placements) {
    const agreement = secondmentId === null ? undefined : byId.get(secondmentId);
    if (kind === 'SECONDMENT_GROUP' && (status === 'ACTIVE' || status === 'INTERRUPTED') && agreement?.kind !== 'GROUP')
      found.push(`I14: a group placement under ${agreement?.kind}`);
    if (agreement && agreement.status === 'ENDED' && (status === 'ACTIVE' || status === 'INTERRUPTED' || status === 'PLANNED'))
      found.push(`I14: ${status} under an agreement that ended`);
  }
  for (const { id, kind, status } of secondments) {
    const members = placements.filter((row) => row.secondmentId === id && row.status !== 'REJECTED' && row.status !== 'CANCELLED').length;
    if (kind === 'GROUP' && (status === 'RUNNING' || status === 'NOTICE_GIVEN') && members < 2) found.push(`I14: a group of ${members}`);
    const known = rates.filter((row) => row.secondmentId === id && row.withdrawnAt === null && row.replacedById === null).map(({ validFrom }) => validFrom);
    if (new Set(known).size !== known.length) found.push('I14: two rates from one day');
  }
  return found;
};

const ofStays = ({ stays, placements }: Stored): string[] => {
  const found: string[] = [];
  const byPlacement = Map.groupBy(stays, ({ placementId }) => placementId);
  for (const { id, workplaceId } of placements) {
    const own = (byPlacement.get(id) ?? []).toSorted((a, b) => (a.fromDay < b.fromDay ? -1 : 1));
    const open = own.filter(({ untilDay }) => untilDay === null).map((stay) => stay.workplaceId);
    if (open.length > 1 || (open[0] ?? null) !== workplaceId) found.push(`${id} is at ${workplaceId} and stays at ${open.join(' and ')}`);
    for (const [at, { untilDay }] of own.entries()) {
      const next = own[at + 1];
      if (next && (untilDay === null || untilDay >= next.fromDay)) found.push(`${id} stays at two places on ${next.fromDay}`);
    }
  }
  return found;
};

const ofPlaces = ({ places, placements, claims, employments }: Stored, today: string): string[] => {
  const found: string[] = [];
  const endOf = new Map(employments.map(({ id, endsOn }) => [id, endsOn]));
  const lastOf = ({ status, endedOn, expectedEndOn }: Placement): string | null => {
    if (endedOn !== null) return endedOn;
    const running = status === 'ACTIVE' || status === 'INTERRUPTED';
    return running && expectedEndOn !== null && expectedEndOn < today ? null : expectedEndOn;
  };
  for (const { id, name, capacityHours, opensOn, closesOn } of places) {
    const taken = [
      ...placements
        .filter(({ workplaceId, status }) => workplaceId === id && ['PLANNED', 'ACTIVE', 'INTERRUPTED', 'ENDED'].includes(status))
        .map((row) => ({ from: row.startsOn, until: lastOf(row), hours: row.hoursPerWeek })),
      ...claims
        .filter(({ workplaceId, state }) => workplaceId === id && state === 'RESERVED')
        .map((row) => ({ from: row.neededFrom as string, until: endOf.get(row.employmentId) ?? null, hours: row.hoursPerWeek as number })),
    ].filter(({ from, until }) => until === null || from <= until);
    // The room is that of now: of days that were it says nothing.
    for (const day of new Set([today, ...taken.map(({ from }) => from).filter((from) => from > today)])) {
      const sum = taken.filter((load) => holds(load.from, load.until, day)).reduce((total, { hours }) => total + hours, 0);
      if (sum > capacityHours) found.push(`${name} holds ${sum} of ${capacityHours} hours on ${day}`);
      if (sum > 0 && !holds(opensOn, closesOn, day)) found.push(`${name} holds ${sum} hours on ${day}, when it is not there`);
    }
  }
  for (const { state, workplaceId, neededFrom, hoursPerWeek } of claims)
    if (state === 'RESERVED' && (workplaceId === null || neededFrom === null || hoursPerWeek === null)) found.push('a reserved claim without a place');
  // Who came back from a secondment has a place, or the shortage shows.
  for (const { id, kind, status, participantId, endedOn } of placements) {
    if (!kind.startsWith('SECONDMENT') || status !== 'ENDED' || endedOn === null) continue;
    const claim = claims.find(({ placementId }) => placementId === id);
    if (
      claim?.state === 'OPEN' &&
      employments.some(
        (row) =>
          row.id === claim.employmentId &&
          row.participantId === participantId &&
          row.state === 'AGREED' &&
          holds(row.startsOn, row.endsOn, addDays(endedOn, 1)),
      )
    )
      found.push(`nothing was settled for who came back on ${endedOn}`);
  }
  return found;
};

const ofMonths = ({ months, sheets }: Stored): string[] => {
  const found: string[] = [];
  const counts = sheets.filter(({ withdrawnAt }) => withdrawnAt === null);
  for (const { month, totals } of months) {
    const of = counts.filter((row) => row.month === month);
    for (const column of ['workedHours', 'billableHours', 'directCostCents'] as const) {
      const sum = of.reduce((total, row) => total + row[column], 0);
      if (sum !== totals[column]) found.push(`H12: ${column} of ${month} is ${sum} and was closed at ${totals[column]}`);
    }
  }
  const keys = counts.filter(({ kind }) => kind === 'SHEET').map(({ placementId, month }) => `${placementId} ${month}`);
  if (new Set(keys).size !== keys.length) found.push('two sheets of one placement and month');
  return found;
};

/** Laws that the stored rows break, in words. */
export const broken = async (db: Database, today: string): Promise<string[]> => {
  const now = await stored(db);
  return [...ofEmployments(now, today), ...ofSecondments(now), ...ofStays(now), ...ofPlaces(now, today), ...ofMonths(now)];
};
