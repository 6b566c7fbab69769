import { addDays, badInput, daysBetween, localDay, type ReadTx, type RequestContext, startOfDay } from '@werkplein/kernel';
import type { SelectQueryBuilder } from 'typeorm';
import { ContactMoment, ContactMomentParticipant } from '../contacts/contact.entity.ts';
import { notCorrected } from '../contacts/contact.store.ts';
import { Employer } from '../employers/employer.entity.ts';
import { joinAlias } from '../employers/employer.store.ts';
import { groupBy } from '../reads.ts';
import { ContactAttempt } from './contact-attempt.entity.ts';
import { type AttemptRow, type DoubleApproaches, figuresOf, type OutgoingContact } from './double-approaches.rules.ts';

const DAYS_MAX = 366;
/** The longest rest that an employer can have. */
export const COOL_DOWN_MAX = 90;

const attemptsBetween = async ({ em }: ReadTx, from: string, until: string): Promise<AttemptRow[][]> => {
  const days = { begin: startOfDay(from), end: startOfDay(addDays(until, 1)) };
  const rows = await em.createQueryBuilder(ContactAttempt, 't').where('t.at >= :begin AND t.at < :end', days).orderBy('t.at').addOrderBy('t.id').getMany();
  const attempts = rows.map(({ at, ...row }) => ({ ...row, day: localDay(at) }));
  return [...groupBy(attempts, ({ attemptId }) => attemptId).values()];
};

const outgoingBetween = async (tx: ReadTx, from: string, until: string): Promise<OutgoingContact[]> => {
  const days = { begin: startOfDay(addDays(from, -COOL_DOWN_MAX)), end: startOfDay(addDays(until, 1)) };
  const outgoing = (): SelectQueryBuilder<ContactMoment> => {
    const moments = tx.em.createQueryBuilder(ContactMoment, 'm').where("m.direction = 'OUTGOING' AND m.occurredAt >= :begin AND m.occurredAt < :end", days);
    return notCorrected(tx, moments);
  };
  const { raw, entities } = await joinAlias(outgoing(), 'm.employerAliasId')
    .innerJoin(Employer, 'e', 'e.id = a.employerId')
    .addSelect('e.id', 'employerId')
    .addSelect('e.coolDownDays', 'coolDownDays')
    .orderBy('m.occurredAt')
    .addOrderBy('m.id')
    .getRawAndEntities<{ employerId: string; coolDownDays: number | string }>();
  const taking = await outgoing()
    .innerJoin(ContactMomentParticipant, 'p', 'p.contactMomentId = m.id')
    .select('p.contactMomentId', 'id')
    .addSelect('p.organisation', 'organisation')
    .getRawMany<{ id: string; organisation: string }>();
  const participants = groupBy(taking, ({ id }) => id);
  return entities.map(({ id, occurredAt, organisation }, i) => ({
    employerId: raw[i]?.employerId ?? '',
    coolDownDays: Number(raw[i]?.coolDownDays),
    day: localDay(occurredAt),
    organisation,
    organisations: [...new Set([organisation, ...(participants.get(id) ?? []).map((one) => one.organisation)])],
  }));
};

/** Three statements, whatever the period. */
export const doubleApproaches = async (ctx: RequestContext, from: string, until: string): Promise<DoubleApproaches[]> => {
  const days = daysBetween(from, until);
  if (days < 0 || days >= DAYS_MAX) throw badInput([{ path: ['until'], message: `Vraag een periode van 1 tot en met ${DAYS_MAX} dagen.` }]);
  const tx = ctx.db.read;
  return figuresOf(await attemptsBetween(tx, from, until), await outgoingBetween(tx, from, until), from);
};
