import { decodeCursor, localDay, municipalities, NUO, type Page, pageSize, type RequestContext, scopeOf, toPage } from '@werkplein/kernel';
import { showingParticipant } from '../activities.ts';
import { colleagueId } from '../colleagues/colleague.store.ts';
import { Responsibility } from '../responsibility/responsibility.entity.ts';
import type { CommissionerKind } from './commissioner.rules.ts';
import { Participant } from './participant.entity.ts';
import { viewParticipants } from './participant.policy.ts';

export interface ParticipantFilter {
  mine?: boolean | null;
  left?: boolean | null;
  municipality?: string | null;
  commissioner?: CommissionerKind | null;
  reference?: string | null;
}

export interface ParticipantArgs {
  first: number;
  after?: string | null | undefined;
  filter?: ParticipantFilter | null | undefined;
}

/** Participants that the caller may see, who was registered last first. */
export const allParticipants = async (ctx: RequestContext, { first, after, filter }: ParticipantArgs): Promise<Page<Participant>> => {
  const size = pageSize(first);
  const cursor = decodeCursor(after);
  const { organisation, employeeId } = ctx.principal;
  const query = ctx.db.read.em
    .createQueryBuilder(Participant, 'p')
    .orderBy('p.registeredOn', 'DESC')
    .addOrderBy('p.id', 'DESC')
    .limit(size + 1)
    .where('1 = 1');
  if (scopeOf(ctx.principal, viewParticipants) !== 'all') {
    query.andWhere(organisation === NUO ? 'p.municipality NOT IN (:...inGraph)' : 'p.municipality = :organisation', {
      organisation,
      inGraph: municipalities.map(({ code }) => code),
    });
  }
  if (filter?.mine) {
    query.andWhere(
      `p.id IN (${query
        .subQuery()
        .select('r.participantId')
        .from(Responsibility, 'r')
        .where('r.colleagueId = :me AND r.startsOn <= :today AND (r.endsOn IS NULL OR r.endsOn >= :today)')
        .getQuery()})`,
      { me: colleagueId({ organisation, employeeId }), today: localDay(ctx.clock()) },
    );
  }
  if (typeof filter?.left === 'boolean') query.andWhere(filter.left ? 'p.exitedOn IS NOT NULL' : 'p.exitedOn IS NULL');
  if (filter?.municipality) query.andWhere('p.municipality = :municipality', { municipality: filter.municipality });
  if (filter?.commissioner) {
    const { commissioner } = filter;
    query.andWhere(commissioner === 'MUNICIPALITY' ? 'p.commissionerKind IS NULL' : 'p.commissionerKind = :commissioner', { commissioner });
  }
  if (filter?.reference) query.andWhere('p.commissionerReference = :reference', { reference: filter.reference });
  if (cursor) query.andWhere('p.registeredOn <= :day AND (p.registeredOn < :day OR p.id < :id)', { day: cursor[0], id: cursor[1] });
  const page = toPage(await query.getMany(), size, ({ registeredOn, id }) => [registeredOn, id]);
  for (const { id } of page.nodes) ctx.processed(id, showingParticipant);
  return page;
};
