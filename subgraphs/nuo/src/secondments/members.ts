import { fault, localDay, type ReadTx, type RequestContext, type WriteTx, periodsOverlap } from '@werkplein/kernel';
import { In } from 'typeorm';
import { lendingParticipant } from '../activities.ts';
import { employersByAlias } from '../employers/employer.store.ts';
import { Timesheet } from '../hours/hours.entity.ts';
import { parameterOn } from '../parameters/index.ts';
import { Placement } from '../placements/placement.entity.ts';
import type { Secondment } from './secondment.entity.ts';
import type { SecondmentMemberInput } from './secondment.inputs.ts';
import type { SecondmentProblemCode } from './secondment.types.ts';
import { type StepAnswer, takeStep } from './take-step.ts';

/** Of these a placement will run, runs, or may be agreed yet. */
const live = ['PROPOSED', 'AGREED', 'PLANNED', 'ACTIVE', 'INTERRUPTED'] as const;
const running: ReadonlySet<string> = new Set(['PLANNED', 'ACTIVE', 'INTERRUPTED']);

/** Placements under an agreement that are not over, held in the order of their ids. */
export const lockLiveMembers = ({ em, dialect }: WriteTx, secondmentId: string): Promise<Placement[]> =>
  em.find(Placement, {
    where: { secondmentId, status: In([...live]) },
    order: { id: 'ASC' },
    ...(dialect === 'mariadb' && { lock: { mode: 'pessimistic_write' as const } }),
  });

const countRunning = async ({ em }: ReadTx, secondmentId: string): Promise<number> =>
  (await em.findBy(Placement, { secondmentId, status: In([...live]) })).filter(({ status }) => running.has(status)).length;

/** I14: a group has two members or more, by the parameter of the day; an individual secondment has its one. */
export const membersWanted = async (tx: ReadTx, { kind }: Pick<Secondment, 'kind'>, day: string): Promise<number> =>
  kind === 'GROUP' ? parameterOn(tx, 'GROUP_SECONDMENT_MEMBERS_MIN', day) : 1;

export const enoughMembers = async (tx: ReadTx, row: Secondment, day: string): Promise<boolean> =>
  (await countRunning(tx, row.id)) >= (await membersWanted(tx, row, day));

const lockPlacement = async ({ em, dialect }: WriteTx, id: string): Promise<Placement> => {
  const found = await em.findOne(Placement, { where: { id }, ...(dialect === 'mariadb' && { lock: { mode: 'pessimistic_write' as const } }) });
  if (!found) throw fault('NOT_FOUND');
  return found;
};

const periodOf = ({ startsOn, endedOn, expectedEndOn }: Placement) => ({ from: startsOn, to: endedOn ?? expectedEndOn });

/** Why a placement cannot be under an agreement. */
const unfit = async (tx: WriteTx, row: Secondment, placement: Placement): Promise<SecondmentProblemCode[]> => {
  const aliases = [row.employerAliasId, placement.employerAliasId].filter((id) => id !== null);
  const [hirer, employer] = await employersByAlias(tx, aliases).then((found) =>
    [row.employerAliasId, placement.employerAliasId ?? ''].map((id) => found.get(id)?.id),
  );
  const last = row.noticeEndsOn ?? row.endsOn;
  const others = row.kind === 'INDIVIDUAL' ? await tx.em.findBy(Placement, { secondmentId: row.id, status: In([...live]) }) : [];
  const problems: [SecondmentProblemCode, boolean][] = [
    ['OTHER_SECONDMENT', placement.secondmentId !== null && placement.secondmentId !== row.id],
    ['PLACEMENT_OVER', !(live as readonly string[]).includes(placement.status)],
    ['OTHER_HIRER', hirer === undefined || hirer !== employer],
    ['OTHER_KIND', placement.kind !== `SECONDMENT_${row.kind}`],
    ['OUTSIDE_PERIOD', placement.startsOn < row.startsOn || (last !== null && placement.startsOn > last)],
    ['ONE_MEMBER', others.some((other) => other.id !== placement.id && periodsOverlap(periodOf(other), periodOf(placement)))],
  ];
  return problems.flatMap(([code, holds]) => (holds ? [code] : []));
};

/** Brings a placement under an agreement: from then on its hours are reckoned at the agreement's rate. */
export const addSecondmentMember = (ctx: RequestContext, input: SecondmentMemberInput): Promise<StepAnswer> =>
  takeStep(
    ctx,
    ['SecondmentMemberAdd', 'addMember', 'SecondmentMembersChanged'],
    input,
    async (tx, row) => {
      const placement = await lockPlacement(tx, input.placementId);
      const persons = [placement.participantId];
      const refused = await unfit(tx, row, placement);
      if (refused.length > 0) return { refused, persons };
      await tx.em.update(Placement, { id: placement.id }, { secondmentId: row.id, version: placement.version + 1 });
      return { relatedIds: [placement.id], persons };
    },
    lendingParticipant,
  );

/** Undoes a mistake: who goes away has a placement that ends, and stays a member in history. */
export const removeSecondmentMember = (ctx: RequestContext, input: SecondmentMemberInput): Promise<StepAnswer> =>
  takeStep(
    ctx,
    ['SecondmentMemberRemove', 'removeMember', 'SecondmentMembersChanged'],
    input,
    async (tx, row) => {
      const placement = await lockPlacement(tx, input.placementId);
      const persons = [placement.participantId];
      if (placement.secondmentId !== row.id) return { refused: ['NOT_A_MEMBER'], persons };
      if (await tx.em.existsBy(Timesheet, { placementId: placement.id, secondmentId: row.id })) return { refused: ['HOURS_KEPT'], persons };
      const left = (await countRunning(tx, row.id)) - (running.has(placement.status) ? 1 : 0);
      if (row.status !== 'SIGNED' && running.has(placement.status) && left < (await membersWanted(tx, row, localDay(ctx.clock()))))
        return { refused: ['TOO_FEW_MEMBERS'], persons };
      await tx.em.update(Placement, { id: placement.id }, { secondmentId: null, version: placement.version + 1 });
      return { relatedIds: [placement.id], persons };
    },
    lendingParticipant,
  );
