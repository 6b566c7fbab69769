import { addDays, localDay, NUO, type ReadTx, startOfDay } from '@werkplein/kernel';
import { ContactMoment, ContactMomentParticipant } from '../contacts/contact.entity.ts';
import { notCorrected } from '../contacts/contact.store.ts';
import type { ContactPerson, Employer } from '../employers/employer.entity.ts';
import { joinAlias } from '../employers/employer.store.ts';
import { Placement } from '../placements/placement.entity.ts';
import { groupBy, rowsBy } from '../reads.ts';
import type { Approach, ApproachFacts } from './contact-plan.rules.ts';
import { planSources } from './contact-plan.sources.ts';
import { type PlanAndPerson, toLivePlan } from './contact-plan.store.ts';
import { isLive } from './plan-status.rules.ts';

/** Who it is about: the employer, and the person at it if one is named. */
export interface Target {
  employer: Employer;
  person: ContactPerson | null;
}

/** Outgoing contacts that may still hold a cool-down today, by whom. */
const outgoingSince = async (tx: ReadTx, { id, coolDownDays }: Employer, now: Date): Promise<ApproachFacts['outgoing']> => {
  if (coolDownDays === 0) return [];
  const since = startOfDay(addDays(localDay(now), -coolDownDays));
  const query = joinAlias(tx.em.createQueryBuilder(ContactMoment, 'm'), 'm.employerAliasId').where('a.employerId = :id', { id });
  const moments = await notCorrected(tx, query.andWhere("m.direction = 'OUTGOING'").andWhere('m.occurredAt >= :since', { since })).getMany();
  if (moments.length === 0) return [];
  const taking = groupBy(
    await rowsBy(
      tx,
      ContactMomentParticipant,
      'contactMomentId',
      moments.map((moment) => moment.id),
    ),
    (row) => row.contactMomentId,
  );
  return moments.map((moment) => ({
    day: localDay(moment.occurredAt),
    organisations: [...new Set([moment.organisation, ...(taking.get(moment.id) ?? []).map(({ organisation }) => organisation)])],
  }));
};

/** The NUO runs all placements; a Werkplein gives aftercare to its own people. */
const hasOwnPlacement = (tx: ReadTx, employerId: string, organisation: string): Promise<boolean> => {
  const query = joinAlias(tx.em.createQueryBuilder(Placement, 'p'), 'p.employerAliasId').where('a.employerId = :employerId AND p.status IN (:...ran)', {
    employerId,
    ran: ['ACTIVE', 'INTERRUPTED', 'ENDED'],
  });
  if (organisation !== NUO) query.andWhere('p.municipality = :organisation', { organisation });
  return query.getExists();
};

/** Everything the rules need. For a claim it must be read under the employer's lock. */
export const loadFacts = async (
  tx: ReadTx,
  { employer, person }: Target,
  wanted: Approach,
  plans: readonly PlanAndPerson[],
  now: Date,
): Promise<ApproachFacts> => {
  const proposed =
    wanted.purpose === 'PROPOSAL' && wanted.candidateIds.length > 0 ? await planSources.openProposalsOf(tx, employer.id, wanted.candidateIds) : [];
  return {
    employer,
    personDoNotContact: person?.doNotContact ?? false,
    plans: plans.filter(({ plan }) => isLive(plan, now)).map(toLivePlan),
    outgoing: await outgoingSince(tx, employer, now),
    ownPlacement: wanted.purpose === 'AFTERCARE' && (await hasOwnPlacement(tx, employer.id, wanted.owner.organisation)),
    accountTeam: await planSources.accountTeamOf(tx, employer.id, wanted.firstDay),
    proposedCandidates: proposed.filter(({ candidateId }) => wanted.candidateIds.includes(candidateId)).length,
  };
};
