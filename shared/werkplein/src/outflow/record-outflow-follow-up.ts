import { InvalidValue, localDay, parseDay, type RequestContext, type WriteTx } from '@werkplein/kernel';
import { runClientCommand } from '../clients/client-command.ts';
import { lockClient } from '../clients/client.store.ts';
import { inputReader } from '../clients/input.ts';
import { valueOnDay } from '../law-parameters/law-parameter.rules.ts';
import { allLawParameters } from '../law-parameters/law-parameter.store.ts';
import { answeringMissing, type LawParameterMissingAnswer } from '../law-parameters/parameter-missing.ts';
import { lastDayOfWeeks } from '../loonwaarde/loonwaarde.rules.ts';
import { OutflowFollowUpRow } from './follow-up.entity.ts';
import { stateFollowUps } from './follow-up.facts.ts';
import type { FollowUpAnswer } from './follow-up.rules.ts';
import { followUpOf, outflowToWorkOf } from './follow-up.store.ts';

export interface RecordOutflowFollowUpFields {
  requestId: string;
  clientId: string;
  observedOn: string;
  works: FollowUpAnswer;
  benefit: FollowUpAnswer;
  corrects?: string | null;
}

export type RecordOutflowFollowUpAnswer =
  | { __typename: 'OutflowFollowUpRecorded' | 'OutflowAlreadyFollowedUp'; clientId: string; followUpId: string }
  | { __typename: 'OutflowTermRuns'; endsOn: string }
  | { __typename: 'NoOutflowToWork'; clientId: string }
  | LawParameterMissingAnswer;

const write = async (
  tx: WriteTx,
  ctx: RequestContext,
  clientId: string,
  { works, benefit, corrects }: RecordOutflowFollowUpFields,
  observedOn: string,
): Promise<RecordOutflowFollowUpAnswer> => {
  const dossier = await outflowToWorkOf(tx, clientId);
  if (!dossier) return { __typename: 'NoOutflowToWork', clientId };
  const closedOn = dossier.closedOn as string;
  const endsOn = lastDayOfWeeks(closedOn, valueOnDay(await allLawParameters(tx), 'SUSTAINED_WORK_TERM', closedOn));
  if (observedOn < endsOn) return { __typename: 'OutflowTermRuns', endsOn };
  const known = await followUpOf(tx, dossier.id);
  if (known && known.id !== corrects) return { __typename: 'OutflowAlreadyFollowedUp', clientId, followUpId: known.id };
  const recordedAt = ctx.clock();
  if (known) await tx.em.update(OutflowFollowUpRow, { id: known.id }, { currentOf: null, supersededAt: recordedAt });
  const { employeeId: recordedById, displayName: recordedByName } = ctx.principal;
  const id = ctx.newId();
  const about = { id, clientId, dossierId: dossier.id, currentOf: dossier.id };
  const row: OutflowFollowUpRow = { ...about, observedOn, works, benefit, recordedById, recordedByName, recordedAt, supersededAt: null };
  await tx.em.insert(OutflowFollowUpRow, row);
  await stateFollowUps(tx, ctx, [clientId]);
  return { __typename: 'OutflowFollowUpRecorded', clientId, followUpId: id };
};

/** Records how it was with somebody some time after outflow to work; the dossier stays closed. */
export const recordOutflowFollowUp = async (ctx: RequestContext, input: RecordOutflowFollowUpFields): Promise<RecordOutflowFollowUpAnswer> => {
  const reader = inputReader(['input']);
  const observedOn = reader.read(['observedOn'], () => {
    const day = parseDay(input.observedOn);
    if (day > localDay(ctx.clock())) throw new InvalidValue('een dag die al is geweest');
    return day;
  });
  reader.refuse();
  return runClientCommand<RecordOutflowFollowUpAnswer>(ctx, 'recordOutflowFollowUp', 'voeren-dossier', input, async (tx) => {
    const { id } = await lockClient(tx, input.clientId);
    return { answer: await answeringMissing(() => write(tx, ctx, id, input, observedOn)), subjectIds: [id] };
  });
};
