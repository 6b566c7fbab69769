import { type Cursor, decodeCursor, type Employee, employee, type Page, pageSize, type ReadTx, type RequestContext, type WriteTx } from '@werkplein/kernel';
import type { SelectQueryBuilder } from 'typeorm';
import { joinAlias } from '../employers/employer.store.ts';
import { stateContacts } from './contact.facts.ts';
import { groupBy, loadById, pageOf, rowsBy, topPerGroup } from '../reads.ts';
import { ContactMoment, ContactMomentParticipant } from './contact.entity.ts';

/** Leaves out what a correction replaced; `m` is the moment. */
export const notCorrected = (tx: ReadTx, query: SelectQueryBuilder<ContactMoment>): SelectQueryBuilder<ContactMoment> => {
  const correction = tx.em.createQueryBuilder(ContactMoment, 'c').select('1').where('c.correctionOfId = m.id').getQuery();
  return query.andWhere(`NOT EXISTS (${correction})`);
};

const newestOfEach = (tx: ReadTx, employerIds: readonly string[], limit: number, before: Cursor | null): Promise<Map<string, ContactMoment[]>> =>
  topPerGroup(tx, {
    entity: ContactMoment,
    alias: 'm',
    group: 'a.employerId',
    order: ['m.occurredAt', 'm.id'],
    keys: employerIds,
    limit,
    narrow: (query) => {
      notCorrected(tx, joinAlias(query, 'm.employerAliasId'));
      if (before) query.andWhere('m.occurredAt <= :at AND (m.occurredAt < :at OR m.id < :id)', { at: new Date(before[0]), id: before[1] });
      return query;
    },
  });

const cursorOf = (row: ContactMoment): Cursor => [row.occurredAt.toISOString(), row.id];

/** Newest contact moments of one employer, corrected ones left out. */
export const contactMomentsOf = async (ctx: RequestContext, employerId: string, last: number, before?: string | null): Promise<Page<ContactMoment>> => {
  const size = pageSize(last);
  const cursor = decodeCursor(before);
  const rows = await ctx.load(`contactMoments:${size}:${before ?? ''}`, employerId, (ids) => newestOfEach(ctx.db.read, ids, size + 1, cursor));
  return pageOf(rows, size, cursorOf);
};

export const lastContactOf = async (ctx: RequestContext, employerId: string): Promise<ContactMoment | null> =>
  (await ctx.load('lastContact', employerId, (ids) => newestOfEach(ctx.db.read, ids, 1, null)))?.[0] ?? null;

export const loadContactMoment = (ctx: RequestContext, id: string): Promise<ContactMoment | null> => loadById(ctx, 'contactMoment', ContactMoment, id);

export const loadParticipants = async (ctx: RequestContext, contactMomentId: string): Promise<Employee[]> => {
  const rows = await ctx.load('contactParticipants', contactMomentId, async (ids) =>
    groupBy(await rowsBy(ctx.db.read, ContactMomentParticipant, 'contactMomentId', ids), (row) => row.contactMomentId),
  );
  return (rows ?? []).toSorted((a, b) => a.position - b.position).map((row) => employee(row.employeeId, row.name, row.organisation));
};

export interface Participation {
  employeeId: string;
  name: string;
  organisation: string;
}

export const participationsOf = async ({ em }: ReadTx, contactMomentId: string): Promise<Participation[]> => {
  const rows = await em.find(ContactMomentParticipant, { where: { contactMomentId }, order: { position: 'ASC' } });
  return rows.map(({ employeeId, name, organisation }) => ({ employeeId, name, organisation }));
};

export const insertContactMoment = async (tx: WriteTx, ctx: RequestContext, moment: ContactMoment, participants: readonly Participation[]): Promise<void> => {
  await tx.em.insert(ContactMoment, moment);
  await stateContacts(tx, ctx, [moment], () => participants.map(({ organisation }) => organisation));
  await tx.em.insert(
    ContactMomentParticipant,
    participants.map((participant, position) => ({ ...participant, contactMomentId: moment.id, position })),
  );
};

/** The newest fact after `id` was replaced, perhaps more than once. */
export const newestCorrection = async (tx: ReadTx, id: string): Promise<string> => {
  const next = await tx.em.findOneBy(ContactMoment, { correctionOfId: id });
  return next ? newestCorrection(tx, next.id) : id;
};
