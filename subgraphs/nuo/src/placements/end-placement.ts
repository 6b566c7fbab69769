import { badInput, localDay, type Outcome, parseDay, type RequestContext, runCommand, type WriteTx } from '@werkplein/kernel';
import { keepingPlacement } from '../activities.ts';
import { publish } from '../events/publish.ts';
import { checkInput } from '../input.ts';
import { Placement } from './placement.entity.ts';
import type { EndPlacementInput, PlacementAlreadyEnded, PlacementEnded, PlacementVersionConflict } from './placement.types.ts';

type Answer = PlacementEnded | PlacementAlreadyEnded | PlacementVersionConflict;

export const endPlacement = async (ctx: RequestContext, input: EndPlacementInput): Promise<Answer> => {
  const checking = checkInput();
  const endedOn = checking.required('endedOn', input.endedOn, parseDay);
  if (endedOn > localDay(ctx.clock())) checking.problem('endedOn', 'Een plaatsing eindigt hier pas op of na haar laatste dag.');
  checking.done();
  const effect = async (tx: WriteTx): Promise<Outcome<Answer>> => {
    const id = input.placementId;
    const placement = await tx.em.findOneBy(Placement, { id });
    if (!placement) throw badInput([{ path: ['input', 'placementId'], message: 'Deze plaatsing bestaat niet.' }]);
    const answer = (typename: Answer['__typename']) => ({
      answer: { __typename: typename, placementId: id } as Answer,
      subjectIds: [id],
      persons: [placement.participantId],
    });
    if (placement.status === 'ENDED') return answer('PlacementAlreadyEnded');
    if (endedOn < placement.startsOn) throw badInput([{ path: ['input', 'endedOn'], message: 'De laatste dag ligt voor het begin.' }]);
    // The claim is the write: of two with one version the second finds none.
    const version = input.expectedVersion;
    const { affected } = await tx.em.update(Placement, { id, version, status: 'ACTIVE' }, { status: 'ENDED', endedOn, version: version + 1 });
    if (affected === 1) await publish(tx, ctx, 'PlacementEnded', id, placement.employerAliasId);
    return answer(affected === 1 ? 'PlacementEnded' : 'PlacementVersionConflict');
  };
  return runCommand(ctx, 'PlacementEnd', input, effect, keepingPlacement);
};
