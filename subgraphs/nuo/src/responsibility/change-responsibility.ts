import { addDays, insertRows, type RequestContext, type WriteTx } from '@werkplein/kernel';
import { MoreThanOrEqual } from 'typeorm';
import { stateHandOvers } from './hand-over.facts.ts';
import { Responsibility } from './responsibility.entity.ts';
import type { ResponsibleRole } from './responsibility.rules.ts';

type Of = Pick<Responsibility, 'participantId' | 'role'>;

/** What there is from `from` on ends the day before; what had yet to begin never was. The participant is held. */
const cutFrom = async ({ em }: WriteTx, of: Partial<Of> & { participantId: string }, from: string): Promise<void> => {
  await em.delete(Responsibility, { ...of, startsOn: MoreThanOrEqual(from) });
  const role = of.role === undefined ? '1 = 1' : 'role = :role';
  await em
    .createQueryBuilder()
    .update(Responsibility)
    .set({ endsOn: addDays(from, -1), openFor: null })
    .where(`participantId = :participantId AND ${role} AND (endsOn IS NULL OR endsOn >= :from)`, { ...of, from })
    .execute();
};

export const newTerm = (id: string, participantId: string, role: ResponsibleRole, colleagueId: string, startsOn: string): Responsibility => ({
  id,
  participantId,
  role,
  colleagueId,
  standIn: false,
  startsOn,
  endsOn: null,
  openFor: participantId,
});

/** The next one answers from their first day on; stand-ins for the one before end with them. */
export const replaceResponsible = async (tx: WriteTx, next: Responsibility): Promise<void> => {
  await cutFrom(tx, { participantId: next.participantId, role: next.role }, next.startsOn);
  await tx.em.insert(Responsibility, next);
};

/** Nobody answers for the participant after `lastDay`, in this role or in any. */
export const endResponsibilities = (tx: WriteTx, participantId: string, lastDay: string, role?: ResponsibleRole): Promise<void> =>
  cutFrom(tx, { participantId, ...(role && { role }) }, addDays(lastDay, 1));

/** From `onDay` on another answers for all of whom this person would; a running period is cut there, a later one gets the other whole. */
export const moveResponsibilities = async (tx: WriteTx, ctx: RequestContext, fromId: string, toId: string, onDay: string): Promise<Responsibility[]> => {
  const held = tx.em.createQueryBuilder(Responsibility, 'r').where('r.colleagueId = :fromId AND (r.endsOn IS NULL OR r.endsOn >= :onDay)', { fromId, onDay });
  const terms = await (tx.dialect === 'mariadb' ? held.setLock('pessimistic_write') : held).getMany();
  await tx.em.update(Responsibility, { colleagueId: fromId, startsOn: MoreThanOrEqual(onDay) }, { colleagueId: toId });
  const cut = terms.filter(({ startsOn }) => startsOn < onDay);
  await tx.em
    .createQueryBuilder()
    .update(Responsibility)
    .set({ endsOn: addDays(onDay, -1), openFor: null })
    .where('colleagueId = :fromId AND startsOn < :onDay AND (endsOn IS NULL OR endsOn >= :onDay)', { fromId, onDay })
    .execute();
  await insertRows(
    tx,
    Responsibility,
    cut.map((term) => ({ ...term, id: ctx.newId(), colleagueId: toId, startsOn: onDay })),
  );
  await stateHandOvers(tx, ctx, [...new Set(terms.map(({ participantId }) => participantId))]);
  return terms;
};
