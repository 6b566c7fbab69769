import { localDay, type ReadTx, type RequestContext, valueOnDay } from '@werkplein/kernel';
import { In, Not } from 'typeorm';
import { Indication } from '../indications/indication.entity.ts';
import { uncovered } from '../indications/indication.rules.ts';
import { parameterRowOn } from '../parameters/index.ts';
import { NuoParameterRow } from '../parameters/nuo-parameter.entity.ts';
import { groupBy } from '../reads.ts';
import { type EmploymentTerms, ShelteredEmployment } from './employment.entity.ts';
import { isWsw } from './employment.machine.ts';
import { accountable, hoursExceeded, hoursPeriods } from './employment.rules.ts';
import { knownTerms } from './employment.store.ts';
import type { NotIndicated, TooManyHours } from './employment.types.ts';

/** An employment as it would be, with its terms. */
export interface Wanted {
  employment: Pick<ShelteredEmployment, 'id' | 'kind' | 'startsOn' | 'endsOn'>;
  terms: readonly Pick<EmploymentTerms, 'validFrom' | 'validUntil' | 'hoursPerWeek'>[];
  /** Another that ends because of it. */
  ending?: { id: string; endsOn: string };
}

/** What in the employments of a person stands in the way of one that is wanted: too many hours together (I8), or days without indication (I9). */
export const obstacleOf = async (
  tx: ReadTx,
  ctx: RequestContext,
  participantIds: readonly string[],
  wanted: Wanted,
): Promise<TooManyHours | NotIndicated | null> =>
  (await tooManyHours(tx, participantIds, wanted)) ?? (isWsw(wanted.employment.kind) ? await notIndicated(tx, ctx, participantIds, wanted) : null);

const tooManyHours = async (tx: ReadTx, participantIds: readonly string[], { employment, terms, ending }: Wanted): Promise<TooManyHours | null> => {
  const others = await tx.em.findBy(ShelteredEmployment, {
    participantId: In([...participantIds]),
    state: In(['AWAITING_DECISION', 'AGREED', 'ENDED']),
    id: Not(employment.id),
  });
  const theirs = groupBy(
    await knownTerms(
      tx,
      others.map(({ id }) => id),
    ),
    (row) => row.employmentId,
  );
  const rows = await tx.em.findBy(NuoParameterRow, { code: 'WEEKLY_HOURS_MAX' });
  const max = { on: (day: string) => valueOnDay(rows, 'WEEKLY_HOURS_MAX', day), changes: rows.map(({ validFrom }) => validFrom) };
  const beside = others.flatMap((other) => hoursPeriods(other.id === ending?.id ? { ...other, ...ending } : other, theirs.get(other.id) ?? []));
  const exceeded = hoursExceeded(hoursPeriods(employment, terms), beside, max);
  if (!exceeded) return null;
  const { source } = await parameterRowOn(tx, 'WEEKLY_HOURS_MAX', exceeded.day);
  return { __typename: 'TooManyHours', day: exceeded.day, hoursPerWeek: exceeded.hours, maxHoursPerWeek: exceeded.max, source };
};

const notIndicated = async (
  tx: ReadTx,
  ctx: RequestContext,
  participantIds: readonly string[],
  { employment, terms }: Wanted,
): Promise<NotIndicated | null> => {
  const indications = await tx.em.findBy(Indication, { participantId: In([...participantIds]) });
  const from = terms.map(({ validFrom }) => validFrom).toSorted()[0] ?? employment.startsOn;
  const days = accountable({ from, endsOn: employment.endsOn }, localDay(ctx.clock()));
  const gap = uncovered(indications, days.from, days.until);
  return gap && { __typename: 'NotIndicated', missingFrom: gap.from, missingUntil: gap.until };
};
