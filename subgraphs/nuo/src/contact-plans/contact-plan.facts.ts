import { addDays, localDay, NUO, type ReadTx, startOfDay } from '@werkplein/kernel';
import { ContactMoment, ContactMomentParticipant } from '../contacts/contact.entity.ts';
import { notCorrected } from '../contacts/contact.store.ts';
import type { ContactPerson, Employer } from '../employers/employer.entity.ts';
import { byEmployer, joinAlias } from '../employers/employer.store.ts';
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

/** Outgoing contacts of these employers since an instant, each with everyone's organisation who took part: two statements. */
export const outgoingOf = async (tx: ReadTx, employerIds: readonly string[], since: Date): Promise<Map<string, ApproachFacts['outgoing']>> => {
  const byEmployerId = await byEmployer(tx.em.createQueryBuilder(ContactMoment, 'm'), 'm.employerAliasId', employerIds, (query) =>
    notCorrected(tx, query).andWhere("m.direction = 'OUTGOING' AND m.occurredAt >= :since", { since }),
  );
  const ids = [...byEmployerId.values()].flat().map(({ id }) => id);
  const taking = groupBy(await rowsBy(tx, ContactMomentParticipant, 'contactMomentId', ids), (row) => row.contactMomentId);
  const factOf = ({ id, occurredAt, organisation }: ContactMoment) => ({
    day: localDay(occurredAt),
    organisations: [...new Set([organisation, ...(taking.get(id) ?? []).map((one) => one.organisation)])],
  });
  return new Map([...byEmployerId].map(([employerId, moments]) => [employerId, moments.map(factOf)]));
};

/** Those that may still hold a cool-down today. */
const outgoingSince = async (tx: ReadTx, { id, coolDownDays }: Employer, now: Date): Promise<ApproachFacts['outgoing']> =>
  coolDownDays === 0 ? [] : ((await outgoingOf(tx, [id], startOfDay(addDays(localDay(now), -coolDownDays)))).get(id) ?? []);

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
