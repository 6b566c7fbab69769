import { fault, localDay, type Outcome, type RequestContext, runCommand, type WriteTx } from '@werkplein/kernel';
import { keepingPersonnelFile } from '../activities.ts';
import { publish } from '../events/publish.ts';
import { answeringMissing, type NuoParameterMissing } from '../parameters/index.ts';
import { Indication } from './indication.entity.ts';
import { stateHandicaps } from './indication.facts.ts';
import type { CorrectIndicationInput, IndicationRecorded, IndicationTermOutOfBounds, IndicationVersionConflict } from './indication.types.ts';
import { checkIndication, termOutOfBounds } from './record-indication.ts';

type Answer = IndicationRecorded | IndicationTermOutOfBounds | IndicationVersionConflict | NuoParameterMissing;

/** Rectification (AVG art. 16) of what the NUO recorded of a decision; the decision itself UWV corrects by another. */
export const correctIndication = async (ctx: RequestContext, input: CorrectIndicationInput): Promise<Answer> => {
  const facts = checkIndication(input, localDay(ctx.clock()));
  const effect = async (tx: WriteTx): Promise<Outcome<Answer>> => {
    const row = await tx.em.findOneBy(Indication, { id: input.indicationId });
    if (!row) throw fault('NOT_FOUND');
    const { id, participantId, version } = row;
    const answer = await answeringMissing<Answer>(async () => {
      const outOfBounds = await termOutOfBounds(tx, facts);
      if (outOfBounds) return outOfBounds;
      // The claim is the write: of two with one version the second finds none.
      const { affected } = await tx.em.update(Indication, { id, version: input.expectedVersion }, { ...facts, version: input.expectedVersion + 1 });
      if (affected !== 1) return { __typename: 'IndicationVersionConflict', currentVersion: version };
      await stateHandicaps(tx, ctx, [participantId]);
      await publish(tx, ctx, 'IndicationCorrected', participantId, null);
      return { __typename: 'IndicationRecorded', indicationId: id };
    });
    return { answer, subjectIds: [id], persons: [participantId] };
  };
  return runCommand(ctx, 'IndicationCorrect', input, effect, keepingPersonnelFile);
};
