import { type Period, type ReadTx, valueOnDay } from '@werkplein/kernel';
import { In } from 'typeorm';
import { allNuoParameters, type NuoParameter } from '../parameters/index.ts';
import { groupBy } from '../reads.ts';
import { employersOf } from '../vacancies/vacancy.store.ts';
import { Placement, PlacementInterruption } from './placement.entity.ts';
import { factsOf } from './placement-kinds.rules.ts';
import { inTheWay, occupies, paidWorkBefore, type Work, workOf } from './placement.rules.ts';
import type { PlacementRule } from './placement-texts.rules.ts';

/** What a placement takes of its person, with whose it is. */
export interface PersonWork extends Work {
  placement: Placement;
}

/** A placement that another one cannot stand beside; `other` is null when its own hours are too many. */
export interface InTheWay {
  rule: PlacementRule;
  other: Placement | null;
  day: string;
}

const periodsOf = (gaps: readonly PlacementInterruption[]): Period[] => gaps.map(({ startsOn, endsOn }) => ({ from: startsOn, to: endsOn }));

export const interruptionsOf = ({ em }: ReadTx, placementId: string): Promise<PlacementInterruption[]> =>
  em.find(PlacementInterruption, { where: { placementId }, order: { startsOn: 'ASC' } });

/** What these participants, who are one person, do or are going to do. */
export const workOfPerson = async ({ em }: ReadTx, participantIds: readonly string[], today: string): Promise<PersonWork[]> => {
  const rows = (await em.findBy(Placement, { participantId: In([...participantIds]) })).filter(({ status }) => occupies(status));
  const gaps = rows.length === 0 ? [] : await em.findBy(PlacementInterruption, { placementId: In(rows.map(({ id }) => id)) });
  const of = groupBy(gaps, ({ placementId }) => placementId);
  return rows.map((placement) => ({ ...workOf(placement, periodsOf(of.get(placement.id) ?? []), today), placement }));
};

/** The days that a placement takes. */
export const daysOf = (placement: Placement, gaps: readonly Period[], today: string): readonly Period[] => workOf(placement, gaps, today).periods;

/** The parameters as the rule of hours asks for them. */
const hoursRule = (rows: readonly NuoParameter[]): [max: (day: string) => number, changes: string[]] => [
  (day) => valueOnDay(rows, 'WEEKLY_HOURS_MAX', day),
  rows.filter(({ code }) => code === 'WEEKLY_HOURS_MAX').map(({ validFrom }) => validFrom),
];

const isTrial = ({ kind }: Work): boolean => kind === 'PROEFPLAATSING';
const isPaid = ({ kind }: Work): boolean => factsOf(kind).paidByEmployer;

/** I15: a trial placement after paid work at the employer, or paid work that would come before a trial that stands. */
const besideTrial = async (tx: ReadTx, rows: readonly NuoParameter[], others: readonly PersonWork[], wanted: PersonWork): Promise<InTheWay | null> => {
  if (wanted.placement.employerAliasId === null || !(isTrial(wanted) || isPaid(wanted))) return null;
  const employers = await employersOf(
    tx,
    [...others, wanted].flatMap(({ placement }) => placement.employerAliasId ?? []),
  );
  const employerOf = ({ placement }: PersonWork): string | undefined => employers.get(placement.employerAliasId ?? '');
  const here = others.filter((other) => employerOf(other) === employerOf(wanted));
  const paidBefore = ({ placement: { startsOn } }: PersonWork, paid: PersonWork[]): PersonWork | null =>
    paidWorkBefore(paid, startsOn, valueOnDay(rows, 'PROEFPLAATSING_NO_PAID_WORK_BEFORE', startsOn));
  const other = isTrial(wanted) ? paidBefore(wanted, here.filter(isPaid)) : here.filter(isTrial).find((trial) => paidBefore(trial, [wanted]) !== null);
  return other ? { rule: 'PAID_WORK_BEFORE', other: other.placement, day: wanted.placement.startsOn } : null;
};

/**
 * What keeps a placement from taking these days, or null: I12 with the weekly hours of I8, and I15 in both directions. Days that it has
 * already are not asked again, so that a double one can be ended. Read under the lock on the person. Throws `ParameterMissing`.
 */
export const whatHinders = async (
  tx: ReadTx,
  participantIds: readonly string[],
  wanted: Placement,
  periods: readonly Period[],
  today: string,
): Promise<InTheWay | null> => {
  if (periods.length === 0) return null;
  const rows = await allNuoParameters(tx);
  const others = (await workOfPerson(tx, participantIds, today)).filter(({ id }) => id !== wanted.id);
  const { id, kind, hoursPerWeek } = wanted;
  const work = { id, kind, hoursPerWeek, periods };
  const found = inTheWay(others, work, ...hoursRule(rows));
  if (!found) return besideTrial(tx, rows, others, { ...work, placement: wanted });
  const other = others.find((each) => each.id === found.work?.id);
  return { rule: found.why === 'HOURS' ? 'HOURS' : 'ONE_A_DAY', other: other?.placement ?? null, day: found.day };
};

/** I15 alone, for a proposal: that takes no days yet. Throws `ParameterMissing`. */
export const whatHindersTrial = async (tx: ReadTx, participantIds: readonly string[], wanted: Placement, today: string): Promise<InTheWay | null> => {
  const others = await workOfPerson(tx, participantIds, today);
  return besideTrial(tx, await allNuoParameters(tx), others, { ...workOf(wanted, [], today), placement: wanted });
};
