import { decodeCursor, type Page, pageSize, type RequestContext, toPage, type WriteTx } from '@werkplein/kernel';
import { showingParticipant } from '../activities.ts';
import { ServiceOrder } from '../orders/service-order.entity.ts';
import type { Participant } from '../participants/participant.entity.ts';
import { Placement } from '../placements/placement.entity.ts';
import { groupBy, notSearched, rowsBy } from '../reads.ts';
import { EmploymentTerms, ShelteredEmployment } from '../sheltered-work/employment.entity.ts';
import type { EmploymentKind } from '../sheltered-work/employment.machine.ts';
import { ParticipantClient, TransferredOrder } from './regie-change.entity.ts';

/**
 * SQL: the municipality that answered on day `:day` for what belongs to the participant of row `alias`: by the periods of who moved, else the
 * one that the row has. Of one day there is one.
 */
export const municipalityOn = (alias: string): string =>
  `COALESCE((SELECT m.municipality FROM participant_client m WHERE m.participantId = ${alias}.participantId AND (m.validFrom IS NULL OR m.validFrom <= :day) AND (m.validUntil IS NULL OR m.validUntil >= :day)), ${alias}.municipality)`;

export interface RegiePeriodRow {
  municipality: string;
  from: string | null;
  until: string | null;
}

const periodsIn = (rows: readonly ParticipantClient[], municipality: string): RegiePeriodRow[] =>
  rows.length === 0
    ? [{ municipality, from: null, until: null }]
    : rows
        .toSorted((a, b) => ((a.validFrom ?? '') < (b.validFrom ?? '') ? -1 : 1))
        .map((row) => ({ municipality: row.municipality, from: row.validFrom, until: row.validUntil }));

/** Which municipality had the regie of a participant when, oldest first; of who never moved one period without ends. */
export const regiePeriodsOf = async (ctx: RequestContext, { id, municipality }: Participant): Promise<RegiePeriodRow[]> => {
  const rows = await ctx.load('participantClients', id, async (ids) =>
    groupBy(await rowsBy(ctx.db.read, ParticipantClient, 'participantId', ids), ({ participantId }) => participantId),
  );
  return periodsIn(rows ?? [], municipality);
};

/** The same within a transaction, of a participant who is held. */
export const heldRegiePeriods = async ({ em }: WriteTx, { id, municipality }: Participant): Promise<RegiePeriodRow[]> =>
  periodsIn(await em.findBy(ParticipantClient, { participantId: id }), municipality);

export interface EarlierPlacementRow {
  kind: string;
  startsOn: string;
  until: string;
  employerAliasId: string | null;
}

/** Placements of a client that went on after the client had moved: what the old regie may read of them is until its last day. */
export const placementsBeforeTransfer = async (ctx: RequestContext, clientId: string): Promise<EarlierPlacementRow[]> => {
  const found = await ctx.load('placementsBeforeTransfer', clientId, async (ids) => {
    const query = ctx.db.read.em
      .createQueryBuilder(Placement, 'p')
      .innerJoin(ParticipantClient, 'c', 'c.participantId = p.participantId AND c.clientId IN (:...ids) AND c.validUntil IS NOT NULL', { ids })
      .where('p.clientId <> c.clientId AND p.startsOn <= c.validUntil AND (p.endedOn IS NULL OR p.endedOn > c.validUntil)')
      .andWhere(`${notSearched('p.status')} IN ('ACTIVE', 'INTERRUPTED', 'ENDED')`)
      .andWhere('(c.validFrom IS NULL OR p.endedOn IS NULL OR p.endedOn >= c.validFrom)')
      .select(['p.kind AS kind', 'p.startsOn AS startsOn', 'c.validUntil AS until', 'p.employerAliasId AS employerAliasId'])
      .addSelect('p.participantId', 'participantId')
      .addSelect('c.clientId', 'clientId')
      .orderBy('p.startsOn')
      .addOrderBy('p.id');
    return groupBy(await query.getRawMany<EarlierPlacementRow & { clientId: string; participantId: string }>(), (row) => row.clientId);
  });
  for (const { participantId } of found ?? []) ctx.processed(participantId, showingParticipant);
  return found ?? [];
};

export interface EarlierEmploymentRow {
  kind: EmploymentKind;
  startsOn: string;
  until: string;
  hoursPerWeek: number;
}

/** Sheltered employments of a client that went on after the client had moved; those that ended before are still the old municipality's to see. */
export const employmentsBeforeTransfer = async (ctx: RequestContext, clientId: string): Promise<EarlierEmploymentRow[]> => {
  const found = await ctx.load('employmentsBeforeTransfer', clientId, async (ids) => {
    const query = ctx.db.read.em
      .createQueryBuilder(ShelteredEmployment, 'e')
      .innerJoin(ParticipantClient, 'c', 'c.participantId = e.participantId AND c.clientId IN (:...ids) AND c.validUntil IS NOT NULL', { ids })
      .innerJoin(
        EmploymentTerms,
        't',
        `t.employmentId = e.id AND t.replacedAt IS NULL AND t.validFrom <= c.validUntil AND (t.validUntil IS NULL OR t.validUntil >= c.validUntil)`,
      )
      .where("e.state IN ('AGREED', 'ENDED') AND e.startsOn <= c.validUntil AND (e.endsOn IS NULL OR e.endsOn > c.validUntil)")
      .select(['e.kind AS kind', 'e.startsOn AS startsOn', 'c.validUntil AS until', 't.hoursPerWeek AS hoursPerWeek'])
      .addSelect('e.participantId', 'participantId')
      .addSelect('c.clientId', 'clientId')
      .orderBy('e.startsOn')
      .addOrderBy('e.id');
    // A driver gives a number of a fixed point as text.
    const rows = await query.getRawMany<
      Omit<EarlierEmploymentRow, 'hoursPerWeek'> & { hoursPerWeek: number | string; clientId: string; participantId: string }
    >();
    return groupBy(
      rows.map((row) => ({ ...row, hoursPerWeek: Number(row.hoursPerWeek) })),
      (row) => row.clientId,
    );
  });
  for (const { participantId } of found ?? []) ctx.processed(participantId, showingParticipant);
  return found ?? [];
};

const running = ['OFFERED', 'ACCEPTED', 'IN_PROGRESS'];

/** Orders that came along with clients who moved to a municipality, of which it has not said whether they go on; earliest first. */
export const ordersAwaiting = async (
  { db, processed }: RequestContext,
  municipality: string,
  first: number,
  after: string | null,
): Promise<Page<ServiceOrder>> => {
  const size = pageSize(first);
  const cursor = decodeCursor(after);
  const query = db.read.em
    .createQueryBuilder(ServiceOrder, 'o')
    .innerJoin(TransferredOrder, 't', 't.orderId = o.id AND t.municipality = o.municipality AND t.decidedAt IS NULL')
    .where('o.municipality = :municipality AND o.status IN (:...running)', { municipality, running });
  if (cursor) query.andWhere('(o.startsOn > :day OR (o.startsOn = :day AND o.id > :id))', { day: cursor[0], id: cursor[1] });
  const rows = await query
    .orderBy('o.startsOn')
    .addOrderBy('o.id')
    .limit(size + 1)
    .getMany();
  const page = toPage(rows, size, ({ startsOn, id }) => [startsOn, id]);
  for (const { participantId } of page.nodes) processed(participantId, showingParticipant);
  return page;
};
