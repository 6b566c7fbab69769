import { badInput, localDay, parseDay, parseText, type RequestContext, type WriteTx } from '@werkplein/kernel';
import { lendingParticipant } from '../activities.ts';
import { publishAll } from '../events/publish.ts';
import { checkInput } from '../input.ts';
import { Placement } from '../placements/placement.entity.ts';
import { lockLiveMembers } from './members.ts';
import type { Secondment } from './secondment.entity.ts';
import type { EndSecondmentInput } from './secondment.inputs.ts';
import type { EndedMember, SecondmentEnded, SecondmentProblemCode } from './secondment.types.ts';
import { type StepAnswer, takeStep } from './take-step.ts';

/** Why an agreement cannot end on this day, unless both parties want it: it was neither given notice of nor over. */
const tooEarly = ({ status, endsOn, noticeEndsOn }: Secondment, endedOn: string): SecondmentProblemCode[] => {
  if (status === 'RUNNING' && (endsOn === null || endedOn < endsOn)) return ['BEFORE_AGREED_END'];
  if (status === 'NOTICE_GIVEN' && endedOn < (noticeEndsOn as string)) return ['BEFORE_NOTICE_ENDS'];
  return [];
};

const endMembers = async (tx: WriteTx, ctx: RequestContext, members: readonly Placement[], endedOn: string): Promise<EndedMember[]> => {
  const ended: EndedMember[] = [];
  for (const { id, status, version } of members) {
    const ran = status === 'ACTIVE' || status === 'INTERRUPTED';
    await tx.em.update(Placement, { id }, { ...(ran ? { status: 'ENDED', endedOn } : { status: 'CANCELLED', closedOn: endedOn }), version: version + 1 });
    ended.push({ placementId: id, became: ran ? 'ENDED' : 'CANCELLED' });
  }
  await publishAll(
    tx,
    ctx,
    'PlacementEnded',
    members.map(({ id, employerAliasId }) => ({ aggregateId: id, employerId: employerAliasId })),
  );
  return ended;
};

/** Ends an agreement with every placement under it, in one transaction; where somebody has a sheltered place to fall back on, it is looked for at once. */
export const endSecondment = (ctx: RequestContext, input: EndSecondmentInput): Promise<StepAnswer | SecondmentEnded> => {
  const checking = checkInput();
  const endedOn = checking.required('endedOn', input.endedOn, parseDay);
  if (endedOn > localDay(ctx.clock())) checking.problem('endedOn', 'Een detachering eindigt hier pas op of na haar laatste dag.');
  const endReason = checking.required('reason', input.reason, (text) => parseText(text, { max: 300 }));
  checking.done();
  return takeStep<SecondmentEnded>(
    ctx,
    ['SecondmentEnd', 'end', 'SecondmentEnded'],
    input,
    async (tx, row) => {
      const early = input.mutualConsent ? [] : tooEarly(row, endedOn);
      if (early.length > 0) return { refused: early };
      const live = await lockLiveMembers(tx, row.id);
      const late = live.filter(({ status, startsOn }) => (status === 'ACTIVE' || status === 'INTERRUPTED') && startsOn > endedOn);
      if (late.length > 0) throw badInput([{ path: ['input', 'endedOn'], message: `Iemand begon pas op ${late[0]?.startsOn}.` }]);
      const members = await endMembers(tx, ctx, live, endedOn);
      const persons = live.map(({ participantId }) => participantId);
      const answer: SecondmentEnded = { __typename: 'SecondmentEnded', secondmentId: row.id, members };
      return { changes: { endedOn, endReason }, answer, persons, relatedIds: live.map(({ id }) => id) };
    },
    lendingParticipant,
  );
};
