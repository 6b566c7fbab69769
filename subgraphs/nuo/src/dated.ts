import { addDays } from '@werkplein/kernel';

/** A fact that holds in a period, both days included, as it was known from one instant until another took its place. */
export interface Dated {
  id: string;
  validFrom: string;
  /** Null without end. */
  validUntil: string | null;
  recordedAt: Date;
  replacedAt: Date | null;
}

/** The rows as they were known at an instant, or as they are known now. */
export const knownAt = <F extends Dated>(rows: readonly F[], at: Date | null = null): F[] =>
  rows.filter(({ recordedAt, replacedAt }) => (at === null ? replacedAt === null : recordedAt <= at && (replacedAt === null || replacedAt > at)));

/** Of rows known together the one that holds on this day. */
export const onDay = <F extends Dated>(rows: readonly F[], day: string): F | null =>
  rows.find(({ validFrom, validUntil }) => validFrom <= day && (validUntil === null || validUntil >= day)) ?? null;

export interface Change<F> {
  /** Rows that hold no longer as they are. */
  replaced: F[];
  added: F[];
}

/**
 * What becomes of rows known now when something is another from a day on: until the next row begins, as before.
 * Before the first row the facts must be whole, because there is nothing that they change.
 */
export const changedFrom = <F extends Dated>(rows: readonly F[], from: string, facts: Partial<F>, fresh: { id(): string; at: Date }): Change<F> => {
  const known = knownAt(rows);
  const held = onDay(known, from);
  const stamp = (): Pick<Dated, 'id' | 'recordedAt' | 'replacedAt'> => ({ id: fresh.id(), recordedAt: fresh.at, replacedAt: null });
  if (!held) {
    const next = known
      .map(({ validFrom }) => validFrom)
      .filter((validFrom) => validFrom > from)
      .toSorted()[0];
    return { replaced: [], added: [{ ...(facts as F), ...stamp(), validFrom: from, validUntil: next === undefined ? null : addDays(next, -1) }] };
  }
  const before = held.validFrom < from ? [{ ...held, ...stamp(), validUntil: addDays(from, -1) }] : [];
  return { replaced: [held], added: [...before, { ...held, ...facts, ...stamp(), validFrom: from, validUntil: held.validUntil }] };
};
