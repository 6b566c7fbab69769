import { type Period, type ReadTx, valueOnDay } from '@werkplein/kernel';
import { In } from 'typeorm';
import { loadNames } from '../colleagues/colleague.store.ts';
import { allNuoParameters, type NuoParameter } from '../parameters/index.ts';
import { groupBy } from '../reads.ts';
import { employersOf } from '../vacancies/vacancy.store.ts';
import { Placement, PlacementEvent, PlacementInterruption } from './placement.entity.ts';
import { factsOf } from './placement-kinds.rules.ts';
import { inTheWay, occupies, paidWorkBefore, type Work, workOf } from './placement.rules.ts';
import type { PersonPlacedElsewhere, PlacementOverlaps, PlacementRuleBroken } from './placement.results.ts';

/** What a placement takes of its person, with whose it is. */
export interface PersonWork extends Work {
  placement: Placement;
}

/** What these participants, who are one person, do or are going to do. */
export const workOfPerson = async ({ em }: ReadTx, participantIds: readonly string[], today: string): Promise<PersonWork[]> => {
  const rows = (await em.findBy(Placement, { participantId: In([...participantIds]) })).filter(({ status }) => occupies(status));
  const gaps = rows.length === 0 ? [] : await em.findBy(PlacementInterruption, { placementId: In(rows.map(({ id }) => id)) });
  const of = groupBy(gaps, ({ placementId }) => placementId);
  return rows.map((placement) => ({ ...workOf(placement, periodsOf(of.get(placement.id) ?? []), today), placement }));
};

const periodsOf = (gaps: readonly PlacementInterruption[]): Period[] => gaps.map(({ startsOn, endsOn }) => ({ from: startsOn, to: endsOn }));

/** The parameters as the rule of hours asks for them. */
const hoursRule = (rows: readonly NuoParameter[]): [max: (day: string) => number, changes: string[]] => [
  (day) => valueOnDay(rows, 'WEEKLY_HOURS_MAX', day),
  rows.filter(({ code }) => code === 'WEEKLY_HOURS_MAX').map(({ validFrom }) => validFrom),
];

export type Hindrance = PlacementOverlaps | PersonPlacedElsewhere | PlacementRuleBroken;

/** Who of the NUO last did something with the placement: the one to ask about it. */
const whomToAsk = async ({ em, dialect }: ReadTx, placementId: string): Promise<string | null> => {
  const rows = await em.find(PlacementEvent, { where: { placementId, organisation: 'nuo' }, order: { at: 'DESC', id: 'DESC' } });
  const byId = rows.find((row) => row.byId !== null)?.byId;
  return byId ? ((await loadNames({ em, dialect }, [byId])).get(byId) ?? null) : null;
};

/** The placement in the way; of another municipality's participant only that there is one, and whom to ask. */
const named = async (tx: ReadTx, other: Placement, wanted: Placement, rule: PlacementOverlaps['rule'], day: string): Promise<Hindrance> =>
  other.participantId === wanted.participantId || other.municipality === wanted.municipality
    ? { __typename: 'PlacementOverlaps', placementId: other.id, rule, day }
    : { __typename: 'PersonPlacedElsewhere', rule, ask: await whomToAsk(tx, other.id) };

/** The days that a placement takes. */
export const daysOf = (placement: Placement, gaps: readonly Period[], today: string): readonly Period[] => workOf(placement, gaps, today).periods;

/**
 * What keeps a placement from taking these days, or null: I12 with the weekly hours of I8, and I15 in both directions. Days that it has
 * already are not asked again, so that a double one can be ended. Read under the lock on the person. Throws `ParameterMissing`.
 */
export const hindranceOf = async (
  tx: ReadTx,
  participantIds: readonly string[],
  wanted: Placement,
  periods: readonly Period[],
  today: string,
): Promise<Hindrance | null> => {
  if (periods.length === 0) return null;
  const parameters = await allNuoParameters(tx);
  const others = (await workOfPerson(tx, participantIds, today)).filter(({ id }) => id !== wanted.id);
  const { id, kind, hoursPerWeek } = wanted;
  const work: Work = { id, kind, hoursPerWeek, periods };
  const found = inTheWay(others, work, ...hoursRule(parameters));
  if (found) {
    const other = others.find(({ id }) => id === found.work?.id);
    if (other) return named(tx, other.placement, wanted, found.why === 'HOURS' ? 'HOURS' : 'ONE_A_DAY', found.day);
    return { __typename: 'PlacementRuleBroken', rule: 'HOURS', day: found.day };
  }
  return trialHindrance(tx, parameters, others, { ...work, placement: wanted });
};

/** I15 alone, for a proposal: that takes no days yet. Throws `ParameterMissing`. */
export const trialHindranceOf = async (tx: ReadTx, participantIds: readonly string[], wanted: Placement, today: string): Promise<Hindrance | null> => {
  const others = await workOfPerson(tx, participantIds, today);
  return trialHindrance(tx, await allNuoParameters(tx), others, { ...workOf(wanted, [], today), placement: wanted });
};

/** I15: a trial placement after paid work at the employer, or paid work that would come before a trial that stands. */
const trialHindrance = async (
  tx: ReadTx,
  parameters: readonly NuoParameter[],
  others: readonly PersonWork[],
  wanted: PersonWork,
): Promise<Hindrance | null> => {
  const isTrial = ({ kind }: PersonWork): boolean => kind === 'PROEFPLAATSING';
  const isPaid = ({ kind }: PersonWork): boolean => factsOf(kind).paidByEmployer;
  if (wanted.placement.employerAliasId === null || !(isTrial(wanted) || isPaid(wanted))) return null;
  const employers = await employersOf(
    tx,
    [...others, wanted].flatMap(({ placement }) => placement.employerAliasId ?? []),
  );
  const employerOf = ({ placement }: PersonWork): string | undefined => employers.get(placement.employerAliasId ?? '');
  const here = others.filter((other) => employerOf(other) === employerOf(wanted));
  const months = (day: string): number => valueOnDay(parameters, 'PROEFPLAATSING_NO_PAID_WORK_BEFORE', day);
  const before = (paid: PersonWork[], trial: PersonWork): PersonWork | null => {
    const { startsOn } = trial.placement;
    return paidWorkBefore(paid, startsOn, months(startsOn));
  };
  const other = isTrial(wanted) ? before(here.filter(isPaid), wanted) : here.filter(isTrial).find((trial) => before([wanted], trial) !== null);
  return other ? named(tx, other.placement, wanted.placement, 'PAID_WORK_BEFORE', wanted.placement.startsOn) : null;
};

export const interruptionsOf = ({ em }: ReadTx, placementId: string): Promise<PlacementInterruption[]> =>
  em.find(PlacementInterruption, { where: { placementId }, order: { startsOn: 'ASC' } });
