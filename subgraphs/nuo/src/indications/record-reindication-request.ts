import { badInput, fault, localDay, type Outcome, parseDay, type RequestContext, runCommand, type WriteTx } from '@werkplein/kernel';
import { keepingPersonnelFile } from '../activities.ts';
import { publish } from '../events/publish.ts';
import { checkInput } from '../input.ts';
import { answeringMissing, type NuoParameterMissing, parameterOn } from '../parameters/index.ts';
import { Indication } from './indication.entity.ts';
import { requestReindicationBy } from './indication.rules.ts';
import type { IndicationVersionConflict, RecordReindicationRequestInput, ReindicationRequestRecorded } from './indication.types.ts';

type Answer = ReindicationRequestRecorded | IndicationVersionConflict | NuoParameterMissing;

/** That UWV was asked for the next indication, in time or not. */
export const recordReindicationRequest = async (ctx: RequestContext, input: RecordReindicationRequestInput): Promise<Answer> => {
  const checking = checkInput();
  const requestedOn = checking.required('requestedOn', input.requestedOn, parseDay);
  if (requestedOn && requestedOn > localDay(ctx.clock())) checking.problem('requestedOn', 'Deze dag is nog niet geweest.');
  checking.done();
  const effect = async (tx: WriteTx): Promise<Outcome<Answer>> => {
    const row = await tx.em.findOneBy(Indication, { id: input.indicationId });
    if (!row) throw fault('NOT_FOUND');
    if (requestedOn < row.decidedOn) throw badInput([{ path: ['input', 'requestedOn'], message: 'De aanvraag is van voor deze indicatie.' }]);
    const { version, participantId } = row;
    const answer = await answeringMissing<Answer>(async () => {
      const requestBy = requestReindicationBy(row.validUntil, await parameterOn(tx, 'REINDICATION_REQUEST_TERM', requestedOn));
      const change = { reindicationRequestedOn: requestedOn, version: version + 1 };
      // The claim is the write: of two with one version the second finds none.
      const { affected } = await tx.em.update(Indication, { id: row.id, version: input.expectedVersion }, change);
      if (affected !== 1) return { __typename: 'IndicationVersionConflict', currentVersion: version };
      await publish(tx, ctx, 'ReindicationRequested', participantId, null);
      return { __typename: 'ReindicationRequestRecorded', indicationId: row.id, requestBy, late: requestedOn > requestBy };
    });
    return { answer, subjectIds: [row.id], persons: [participantId] };
  };
  return runCommand(ctx, 'ReindicationRequestRecord', input, effect, keepingPersonnelFile);
};
