import { type Database, Fact, type Knowing, stateAllFacts, type WriteTx } from '@werkplein/kernel';
import { type EntityTarget, type FindOptionsWhere, IsNull, MoreThan } from 'typeorm';
import { ContactAttempt } from '../contact-plans/contact-attempt.entity.ts';
import { stateAttemptRows } from '../contact-plans/contact-attempt.facts.ts';
import { stateDoubles } from '../contact-plans/double-approach.facts.ts';
import { ContactMoment, ContactMomentParticipant } from '../contacts/contact.entity.ts';
import { stateContacts } from '../contacts/contact.facts.ts';
import { Employer } from '../employers/employer.entity.ts';
import { stateEmployers } from '../employers/employer.facts.ts';
import { holdBooks } from '../hours/books.ts';
import { ClosedMonth, ClosedMonthGap } from '../hours/hours.entity.ts';
import { CLOSED_MONTH, stateMonth, stateMonthSums } from '../hours/month.facts.ts';
import { stateHandicaps } from '../indications/indication.facts.ts';
import { ServiceOrder } from '../orders/service-order.entity.ts';
import { stateOrders } from '../orders/service-order.facts.ts';
import { stateParameters } from '../parameters/parameter.facts.ts';
import { Participant } from '../participants/participant.entity.ts';
import { Placement } from '../placements/placement.entity.ts';
import { statePlacements } from '../placements/placement.facts.ts';
import { groupBy, rowsBy } from '../reads.ts';
import { stateHandOvers } from '../responsibility/hand-over.facts.ts';
import { ShelteredEmployment } from '../sheltered-work/employment.entity.ts';
import { stateEmployments } from '../sheltered-work/employment.facts.ts';
import { BECAME, becameFacts } from './became.ts';

const idsOf = (rows: readonly { id: string }[]): string[] => rows.map(({ id }) => id);

/** A contact that was corrected is no fact; every other is known from now on, also when it was written down long ago. */
const contacts = async (tx: WriteTx, knowing: Knowing, rows: readonly ContactMoment[]): Promise<void> => {
  const corrections = await rowsBy(tx, ContactMoment, 'correctionOfId', idsOf(rows));
  const corrected = new Set(corrections.map(({ correctionOfId }) => correctionOfId));
  const present = groupBy(await rowsBy(tx, ContactMomentParticipant, 'contactMomentId', idsOf(rows)), (one) => one.contactMomentId);
  const recordedAt = knowing.clock();
  await stateContacts(
    tx,
    knowing,
    rows.filter(({ id }) => !corrected.has(id)).map((row) => ({ ...row, recordedAt })),
    ({ id }) => (present.get(id) ?? []).map(({ organisation }) => organisation),
  );
};

const attempts = async (tx: WriteTx, knowing: Knowing, rows: readonly ContactAttempt[]): Promise<void> =>
  stateAttemptRows(tx, knowing, await rowsBy(tx, ContactAttempt, 'attemptId', [...new Set(rows.map(({ attemptId }) => attemptId))]));

const participants = async (tx: WriteTx, knowing: Knowing, rows: readonly Participant[]): Promise<void> => {
  await stateHandicaps(tx, knowing, idsOf(rows));
  await stateHandOvers(tx, knowing, idsOf(rows));
  await stateAllFacts(tx, knowing, [BECAME], new Map(rows.map(({ id, personId }) => [id, becameFacts(id, personId)])));
};

const BATCH = 500;

/** Every record of one kind, by id, held while its facts are stated so that no command changes it in between. */
const records =
  <E extends { id: string }>(entity: EntityTarget<E>, state: (tx: WriteTx, knowing: Knowing, rows: E[]) => Promise<void>) =>
  async (db: Database, knowing: Knowing): Promise<number> => {
    let seen = 0;
    for (let after = ''; ; ) {
      const rows = await db.write(async (tx) => {
        const some = await tx.em.find(entity, {
          where: { id: MoreThan(after) } as FindOptionsWhere<E>,
          order: { id: 'ASC' } as never,
          take: BATCH,
          ...(tx.dialect === 'mariadb' && { lock: { mode: 'pessimistic_write' as const } }),
        });
        if (some.length > 0) await state(tx, knowing, some);
        return some;
      });
      const last = rows.at(-1);
      if (!last) return seen;
      seen += rows.length;
      after = last.id;
    }
  };

/** A month that closed counts for who paid as was known then: one that is stated stays as it is, and is added up as it was known since. */
const closedMonths = async (db: Database, knowing: Knowing): Promise<number> => {
  const months = await db.read.em.find(ClosedMonth, { order: { month: 'ASC' } });
  for (const { month } of months)
    await db.write(async (tx) => {
      await holdBooks(tx);
      const stated = await tx.em.findOneBy(Fact, { kind: CLOSED_MONTH, ref: month, withdrawnAt: IsNull() });
      if (stated) return stateMonthSums(tx, knowing, month, stated.recordedAt);
      await stateMonth(tx, knowing, month, await tx.em.findBy(ClosedMonthGap, { month }));
    });
  return months.length;
};

/** In the order in which they need each other: the books go by who paid, which employments tell. */
const steps = {
  // Pairs of contacts that are facts already: a figure as known earlier counted them too.
  doubles: records(Employer, (tx, knowing, rows) => stateDoubles(tx, knowing, idsOf(rows), { asBefore: true })),
  employers: records(Employer, (tx, knowing, rows) => stateEmployers(tx, knowing, idsOf(rows))),
  contacts: records(ContactMoment, contacts),
  attempts: records(ContactAttempt, attempts),
  participants: records(Participant, participants),
  orders: records(ServiceOrder, stateOrders),
  placements: records(Placement, statePlacements),
  employments: records(ShelteredEmployment, (tx, knowing, rows) => stateEmployments(tx, knowing, idsOf(rows))),
  'closed months': closedMonths,
};

/**
 * States the facts of every record of the NUO, for a database from before they were kept: they are known from now on. A batch is a transaction, so
 * a run that was stopped is finished by another; once all are stated it changes nothing. Gives how many of each it looked at.
 */
export const stateNuoFacts = async (db: Database, knowing: Knowing): Promise<Record<string, number>> => {
  await db.write((tx) => stateParameters(tx, knowing));
  const seen: Record<string, number> = {};
  for (const [name, step] of Object.entries(steps)) seen[name] = await step(db, knowing);
  return seen;
};
