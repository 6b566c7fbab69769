import { addDays, localDay, type RequestContext, type WriteTx } from '@werkplein/kernel';
import { In, IsNull, LessThanOrEqual, MoreThanOrEqual, Not } from 'typeorm';
import { publish } from '../events/publish.ts';
import { Participant } from '../participants/participant.entity.ts';
import { Placement } from '../placements/placement.entity.ts';
import { offersAll } from '../sheltered-work/adaptations.ts';
import { ShelteredEmployment } from '../sheltered-work/employment.entity.ts';
import { Residence } from '../wsw-workers/wsw-worker.entity.ts';
import { FallbackClaim } from './fallback-claim.entity.ts';
import { fullDayAt, lockWorkplace } from './full-day.ts';
import { Workplace } from './workplace.entity.ts';
import { byNearest, firstFullDay, type Load, loadDuring } from './workplace.rules.ts';
import { loadsOf } from './workplace-load.store.ts';

/** Kinds of employment that hold a claim on a sheltered place. */
const sheltered = ['WSW_ART2', 'WSW_BEGELEID_WERKEN_ART7', 'BESCHUT_10B'] as const;
const isSecondment = ({ kind }: Placement): boolean => kind === 'SECONDMENT_INDIVIDUAL' || kind === 'SECONDMENT_GROUP';

/** What became of somebody who comes back. */
export interface Settled {
  claimId: string;
  /** Null: there is no place. */
  workplaceId: string | null;
}

/** The sheltered employment of a participant that runs on a day. */
export const employmentOn = async ({ em }: WriteTx, participantId: string, day: string): Promise<ShelteredEmployment | null> => {
  const running = { participantId, kind: In([...sheltered]), state: In(['AGREED', 'ENDED']), startsOn: LessThanOrEqual(day) };
  return em.findOne(ShelteredEmployment, {
    where: [
      { ...running, endsOn: IsNull() },
      { ...running, endsOn: MoreThanOrEqual(day) },
    ],
    order: { startsOn: 'DESC' },
  });
};

/** The place where somebody was last, before this placement. */
const lastWorkplace = async ({ em }: WriteTx, { participantId, id }: Placement): Promise<string | null> => {
  const row = await em.findOne(Placement, { where: { participantId, workplaceId: Not(IsNull()), id: Not(id) }, order: { startsOn: 'DESC', id: 'DESC' } });
  return row?.workplaceId ?? null;
};

/** Who is seconded out of a sheltered employment keeps a claim on a sheltered place. The caller holds the person. */
export const openClaim = async (tx: WriteTx, ctx: RequestContext, placement: Placement, day: string): Promise<FallbackClaim | null> => {
  if (!isSecondment(placement)) return null;
  const known = await tx.em.findOneBy(FallbackClaim, { placementId: placement.id });
  if (known) return known;
  const employment = await employmentOn(tx, placement.participantId, day);
  if (!employment) return null;
  const claim: FallbackClaim = {
    id: ctx.newId(),
    employmentId: employment.id,
    participantId: placement.participantId,
    placementId: placement.id,
    state: 'OPEN',
    lastWorkplaceId: await lastWorkplace(tx, placement),
    neededFrom: null,
    hoursPerWeek: null,
    workplaceId: null,
    note: null,
    version: 1,
  };
  await tx.em.insert(FallbackClaim, claim);
  await publish(tx, ctx, 'FallbackClaimOpened', claim.id, null);
  return claim;
};

/** Where they live: the municipality of the last known residence, else the one that answers for them. */
const homeOf = async ({ em }: WriteTx, participantId: string): Promise<string> => {
  const residence = await em.findOne(Residence, { where: { participantId, replacedAt: IsNull() }, order: { validFrom: 'DESC' } });
  return residence?.municipality ?? (await em.findOneByOrFail(Participant, { id: participantId })).municipality;
};

/** The nearest place with room for these hours, held; or null. What looks free is held and looked at again, because another may take it meanwhile. */
const findPlace = async (tx: WriteTx, claim: FallbackClaim, needed: readonly string[], wanted: Load, today: string): Promise<Workplace | null> => {
  const places = (await tx.em.find(Workplace)).filter(({ adaptations }) => offersAll(adaptations, needed));
  const loads = await loadsOf(
    tx,
    places.map(({ id }) => id),
    today,
  );
  const ahead = loadDuring(wanted, { from: today, to: null }) ?? wanted;
  const free = places.filter((place) => firstFullDay(place, loads.get(place.id) ?? [], ahead) === null);
  const last = claim.lastWorkplaceId === null ? null : await tx.em.findOneBy(Workplace, { id: claim.lastWorkplaceId });
  for (const { id } of byNearest(free, last, await homeOf(tx, claim.participantId))) {
    const place = await lockWorkplace(tx, id);
    if (place && (await fullDayAt(tx, place, wanted, { claimId: claim.id }, today)) === null) return place;
  }
  return null;
};

/**
 * At the end of a secondment: a place is found and reserved in the same transaction, the last own or nearest one first, or the shortage shows.
 * Null for a placement that is no secondment, or whose person has no sheltered employment from the next day on. The caller holds the person.
 */
export const settleFallback = async (tx: WriteTx, ctx: RequestContext, placement: Placement, endedOn: string): Promise<Settled | null> => {
  const neededFrom = addDays(endedOn, 1);
  const employment = isSecondment(placement) ? await employmentOn(tx, placement.participantId, neededFrom) : null;
  const claim = employment && (await openClaim(tx, ctx, placement, neededFrom));
  if (!claim || claim.state !== 'OPEN') return null;
  const { hoursPerWeek } = placement;
  const wanted: Load = { from: neededFrom, to: employment.endsOn, hours: hoursPerWeek, reserved: true };
  const place = await findPlace(tx, claim, employment.adaptations, wanted, localDay(ctx.clock()));
  const state = place ? 'RESERVED' : 'SHORTAGE';
  const settled = { state, neededFrom, hoursPerWeek, employmentId: employment.id, workplaceId: place?.id ?? null, version: claim.version + 1 } as const;
  await tx.em.update(FallbackClaim, { id: claim.id }, settled);
  await publish(tx, ctx, place ? 'FallbackReserved' : 'FallbackShortage', claim.id, null);
  return { claimId: claim.id, workplaceId: place?.id ?? null };
};

/** The claim that a placement at a place uses: one reserved there, else the one that waits longest. The caller holds the person. */
export const claimToUse = async ({ em }: WriteTx, participantId: string, workplaceId: string): Promise<FallbackClaim | null> => {
  const waiting = await em.find(FallbackClaim, { where: { participantId, state: In(['RESERVED', 'SHORTAGE']) }, order: { neededFrom: 'ASC', id: 'ASC' } });
  return waiting.find((claim) => claim.workplaceId === workplaceId) ?? waiting[0] ?? null;
};
