import { insertRows, type ReadTx, type RequestContext, type WriteTx } from '@werkplein/kernel';
import { In, type SelectQueryBuilder } from 'typeorm';
import { ContactMoment } from '../contacts/contact.entity.ts';
import { notCorrected } from '../contacts/contact.store.ts';
import { ContactPerson } from '../employers/employer.entity.ts';
import { joinAlias } from '../employers/employer.store.ts';
import { groupBy, loadById, notSearched, rowsBy } from '../reads.ts';
import { ContactPlan, ContactPlanCandidate, ContactPlanParticipant } from './contact-plan.entity.ts';
import { type Colleague, clashes, type LivePlan, sameColleague, type Window } from './contact-plan.rules.ts';
import { isLive, statusAt } from './plan-status.rules.ts';

export const ownerOf = (plan: ContactPlan): Colleague => ({ employeeId: plan.ownerId, name: plan.ownerName, organisation: plan.ownerOrganisation });
export const windowOf = (plan: ContactPlan): Window => ({ from: plan.windowFrom, until: plan.windowUntil });

export const loadContactPlan = (ctx: RequestContext, id: string): Promise<ContactPlan | null> => loadById(ctx, 'contactPlan', ContactPlan, id);

const batchByPlan =
  <E extends ContactPlanParticipant | ContactPlanCandidate>(name: string, entity: new () => E) =>
  async (ctx: RequestContext, planId: string): Promise<E[]> =>
    (await ctx.load(name, planId, async (ids) => groupBy(await rowsBy<E>(ctx.db.read, entity, 'contactPlanId', ids), (row) => row.contactPlanId))) ?? [];

const rowsOfParticipants = batchByPlan('planParticipants', ContactPlanParticipant);
export const loadPlanParticipants = async (ctx: RequestContext, planId: string): Promise<ContactPlanParticipant[]> =>
  (await rowsOfParticipants(ctx, planId)).toSorted((a, b) => a.joinedAt.getTime() - b.joinedAt.getTime() || (a.employeeId < b.employeeId ? -1 : 1));
export const loadPlanCandidates = batchByPlan('planCandidates', ContactPlanCandidate);

/** Plans that someone owns or joined, as `p`. */
export const ownedOrJoined = ({ em }: ReadTx, { employeeId, organisation }: Omit<Colleague, 'name'>): SelectQueryBuilder<ContactPlan> => {
  const joined = em.createQueryBuilder(ContactPlanParticipant, 'j').select('1').where('j.contactPlanId = p.id');
  joined.andWhere('j.employeeId = :employeeId AND j.organisation = :organisation');
  const mine = `((p.ownerId = :employeeId AND p.ownerOrganisation = :organisation) OR EXISTS (${joined.getQuery()}))`;
  return em.createQueryBuilder(ContactPlan, 'p').where(mine, { employeeId, organisation });
};

export interface PlanAndPerson {
  plan: ContactPlan;
  /** The person at the employer that stayed, when a merge made two records of one. */
  person: string | null;
}

/** Plans in a live status at an employer whose window ends on or after `from`; those whose time has come are among them. */
export const openPlansOf = async (tx: ReadTx, employerId: string, from: string): Promise<PlanAndPerson[]> => {
  const { raw, entities } = await joinAlias(tx.em.createQueryBuilder(ContactPlan, 'p'), 'p.employerAliasId')
    .leftJoin(ContactPerson, 'c', 'c.id = p.contactPersonId')
    .addSelect('COALESCE(c.mergedIntoId, c.id)', 'person')
    .where('a.employerId = :employerId', { employerId })
    .andWhere(`${notSearched('p.status')} IN (:...live)`, { live: ['RESERVED', 'SCHEDULED'] })
    .andWhere('p.windowUntil >= :from', { from })
    .getRawAndEntities<{ p_id: string; person: string | null }>();
  const persons = new Map(raw.map((row) => [row.p_id, row.person]));
  return entities.map((plan) => ({ plan, person: persons.get(plan.id) ?? null }));
};

export const toLivePlan = ({ plan, person }: PlanAndPerson): LivePlan => ({
  id: plan.id,
  owner: ownerOf(plan),
  window: windowOf(plan),
  contactPersonId: person,
  purpose: plan.purpose,
});

/** Pairs of live plans of different owners that clash at an employer now: what a merge must report (K1). */
export const conflictsAfterMerge = async (tx: ReadTx, employerId: string, now: Date): Promise<[LivePlan, LivePlan][]> => {
  const plans = (await openPlansOf(tx, employerId, '1000-01-01')).filter(({ plan }) => isLive(plan, now)).map(toLivePlan);
  return plans.flatMap((plan, i) =>
    plans
      .slice(i + 1)
      .filter((other) => !sameColleague(plan.owner, other.owner) && clashes(plan, other))
      .map((other): [LivePlan, LivePlan] => [plan, other]),
  );
};

/** Stores that reservations have expired; gives how many this call ended. */
export const storeExpired = async (tx: WriteTx, plans: readonly ContactPlan[], now: Date): Promise<number> => {
  const ids = plans.filter((plan) => plan.status === 'RESERVED' && statusAt(plan, now) === 'EXPIRED').map(({ id }) => id);
  if (ids.length === 0) return 0;
  const { affected } = await tx.em.update(ContactPlan, { id: In(ids), status: 'RESERVED' }, { status: 'EXPIRED', version: () => 'version + 1' });
  return affected ?? 0;
};

export const insertPlan = async (tx: WriteTx, plan: ContactPlan, candidateIds: readonly string[]): Promise<void> => {
  await insertRows(tx, ContactPlan, [plan]);
  await insertRows(
    tx,
    ContactPlanCandidate,
    candidateIds.map((candidateId) => ({ contactPlanId: plan.id, candidateId })),
  );
};

/** Under the employer's lock; the version guards against whoever writes without it. */
export const updatePlan = async (tx: WriteTx, { id, version }: ContactPlan, changes: Partial<ContactPlan>): Promise<void> => {
  const { affected } = await tx.em.update(ContactPlan, { id, version }, { ...changes, version: version + 1 });
  if (affected !== 1) throw new Error(`Contact plan ${id} changed under the lock of its employer.`);
};

/** The contact moment that carried a plan out, in its last version. */
export const loadMomentOfPlan = (ctx: RequestContext, planId: string): Promise<ContactMoment | null> =>
  ctx.load('momentOfPlan', planId, async (ids) => {
    const query = ctx.db.read.em.createQueryBuilder(ContactMoment, 'm').where('m.contactPlanId IN (:...ids)', { ids });
    const rows = await notCorrected(ctx.db.read, query).getMany();
    return new Map(rows.map((row) => [row.contactPlanId as string, row]));
  });
