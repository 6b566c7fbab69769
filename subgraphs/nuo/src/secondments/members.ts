import { fault, localDay, type ReadTx, type RequestContext, type WriteTx, periodsOverlap } from '@werkplein/kernel';
import { In, Not } from 'typeorm';
import { lendingParticipant } from '../activities.ts';
import { employersByAlias } from '../employers/employer.store.ts';
import { Timesheet } from '../hours/hours.entity.ts';
import { parameterOn } from '../parameters/index.ts';
import { type HeldPlacement, holdSeen, writeStep } from '../placements/change-placement.ts';
import { Placement } from '../placements/placement.entity.ts';
import { Secondment } from './secondment.entity.ts';
import type { SecondmentMemberInput } from './secondment.inputs.ts';
import type { SecondmentProblemCode } from './secondment.types.ts';
import { type StepAnswer, takeStep } from './take-step.ts';

/** Of these a placement runs, or will. */
const live = ['PLANNED', 'ACTIVE', 'INTERRUPTED'] as const;

const isLive = ({ status }: Placement): boolean => (live as readonly string[]).includes(status);

/** Placements under an agreement that are not over, in the order in which persons are held. */
export const liveMembers = ({ em }: ReadTx, secondmentId: string): Promise<Placement[]> =>
  em.find(Placement, { where: { secondmentId, status: In([...live]) }, order: { participantId: 'ASC', id: 'ASC' } });

/** Who is left when this one goes: of somebody who is there, those who are there too; of somebody whose time is over, all that ever were. */
const membersBeside = async ({ em }: ReadTx, secondmentId: string, placement: Placement): Promise<Placement[]> => {
  const others = await em.findBy(Placement, { secondmentId, id: Not(placement.id), status: Not(In(['REJECTED', 'CANCELLED'])) });
  return isLive(placement) ? others.filter(isLive) : others;
};

/** I14: a group has two members or more, by the parameter of the day; an individual secondment has its one. */
export const membersWanted = async (tx: ReadTx, { kind }: Pick<Secondment, 'kind'>, day: string): Promise<number> =>
  kind === 'GROUP' ? parameterOn(tx, 'GROUP_SECONDMENT_MEMBERS_MIN', day) : 1;

export const enoughMembers = async (tx: ReadTx, row: Secondment, day: string): Promise<boolean> =>
  (await liveMembers(tx, row.id)).length >= (await membersWanted(tx, row, day));

/** I14: a group placement begins under an agreement of its own that runs. */
export const runsUnderAgreement = async ({ em }: ReadTx, { secondmentId }: Placement): Promise<boolean> =>
  secondmentId !== null && (await em.existsBy(Secondment, { id: secondmentId, kind: 'GROUP', status: In(['RUNNING', 'NOTICE_GIVEN']) }));

const holdMember = async (tx: WriteTx, ctx: RequestContext, id: string): Promise<HeldPlacement> => {
  const seen = await tx.em.findOneBy(Placement, { id });
  if (!seen) throw fault('NOT_FOUND');
  return holdSeen(tx, ctx, seen);
};

const periodOf = ({ startsOn, endedOn, expectedEndOn }: Placement) => ({ from: startsOn, to: endedOn ?? expectedEndOn });

/** Why a placement cannot be under an agreement. */
const unfit = async (tx: WriteTx, row: Secondment, placement: Placement): Promise<SecondmentProblemCode[]> => {
  const aliases = [row.employerAliasId, placement.employerAliasId].filter((id) => id !== null);
  const [hirer, employer] = await employersByAlias(tx, aliases).then((found) =>
    [row.employerAliasId, placement.employerAliasId ?? ''].map((id) => found.get(id)?.id),
  );
  const last = row.noticeEndsOn ?? row.endsOn;
  const others = row.kind === 'INDIVIDUAL' ? await liveMembers(tx, row.id) : [];
  const problems: [SecondmentProblemCode, boolean][] = [
    ['OTHER_SECONDMENT', placement.secondmentId !== null && placement.secondmentId !== row.id],
    ['NOT_PLANNED', !isLive(placement)],
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
      const held = await holdMember(tx, ctx, input.placementId);
      const placement = held.row;
      const persons = [placement.participantId];
      const refused = await unfit(tx, row, placement);
      if (refused.length > 0) return { refused, persons };
      await writeStep(tx, ctx, held, 'correct', { columns: { secondmentId: row.id } });
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
      const held = await holdMember(tx, ctx, input.placementId);
      const placement = held.row;
      const persons = [placement.participantId];
      if (placement.secondmentId !== row.id) return { refused: ['NOT_A_MEMBER'], persons };
      if (await tx.em.existsBy(Timesheet, { placementId: placement.id, secondmentId: row.id })) return { refused: ['HOURS_KEPT'], persons };
      const left = (await membersBeside(tx, row.id, placement)).length;
      if (row.status !== 'SIGNED' && left < (await membersWanted(tx, row, localDay(ctx.clock())))) return { refused: ['TOO_FEW_MEMBERS'], persons };
      await writeStep(tx, ctx, held, 'correct', { columns: { secondmentId: null } });
      return { relatedIds: [placement.id], persons };
    },
    lendingParticipant,
  );
