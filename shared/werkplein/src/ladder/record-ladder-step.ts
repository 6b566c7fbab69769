import { InvalidValue, localDay, parseDay, type RequestContext, stateFacts } from '@werkplein/kernel';
import { runClientCommand } from '../clients/client-command.ts';
import { lockClient } from '../clients/client.store.ts';
import { inputReader } from '../clients/input.ts';
import { closedDossier, type DossierClosedAnswer } from '../dossiers/dossier.store.ts';
import { LadderRow } from './ladder.entity.ts';
import { LADDER, ladderFacts } from './ladder.facts.ts';
import { parseStep } from './ladder.rules.ts';
import { measuredOnDay } from './ladder.store.ts';

export interface RecordLadderStepFields {
  requestId: string;
  clientId: string;
  measuredOn: string;
  step: number;
  corrects?: string | null;
}

export type RecordLadderStepAnswer = { __typename: 'LadderStepRecorded' | 'AlreadyMeasured'; clientId: string; measurementId: string } | DossierClosedAnswer;

/** Records the step of a day; one of that day that was recorded before is corrected by naming it, and stays on record. */
export const recordLadderStep = async (ctx: RequestContext, input: RecordLadderStepFields): Promise<RecordLadderStepAnswer> => {
  const reader = inputReader(['input']);
  const step = reader.read(['step'], () => parseStep(input.step));
  const measuredOn = reader.read(['measuredOn'], () => {
    const day = parseDay(input.measuredOn);
    if (day > localDay(ctx.clock())) throw new InvalidValue('een dag die al is geweest');
    return day;
  });
  reader.refuse();

  return runClientCommand<RecordLadderStepAnswer>(ctx, 'recordLadderStep', 'voeren-dossier', input, async (tx) => {
    const { id: clientId } = await lockClient(tx, input.clientId);
    const subjectIds = [clientId];
    const closed = await closedDossier(tx, clientId);
    if (closed) return { answer: closed, subjectIds };
    const known = await measuredOnDay(tx, clientId, measuredOn);
    if (known && known.id !== input.corrects) return { answer: { __typename: 'AlreadyMeasured', clientId, measurementId: known.id }, subjectIds };
    const now = ctx.clock();
    if (known) await tx.em.update(LadderRow, { id: known.id }, { currentDay: null, supersededAt: now });
    const { employeeId: recordedById, displayName: recordedByName } = ctx.principal;
    const id = ctx.newId();
    const measurement: LadderRow = {
      id,
      clientId,
      measuredOn,
      currentDay: measuredOn,
      step,
      recordedById,
      recordedByName,
      recordedAt: now,
      supersededAt: null,
    };
    await tx.em.insert(LadderRow, measurement);
    if (known) await stateFacts(tx, ctx, known.id, [LADDER], []);
    await stateFacts(tx, ctx, id, [LADDER], ladderFacts(measurement, ctx.home));
    return { answer: { __typename: 'LadderStepRecorded', clientId, measurementId: id }, subjectIds };
  });
};
