import { addMonthsClipped, fault, lastDayOfTerm, localDay, parseText, type RequestContext, type WriteTx } from '@werkplein/kernel';
import { IsNull } from 'typeorm';
import { runClientCommand } from '../clients/client-command.ts';
import { lockClient } from '../clients/client.store.ts';
import { inputReader } from '../clients/input.ts';
import { valueOnDay } from '../law-parameters/law-parameter.rules.ts';
import { allLawParameters } from '../law-parameters/law-parameter.store.ts';
import { answeringMissing, type LawParameterMissingAnswer } from '../law-parameters/parameter-missing.ts';
import { ProvisionMilestoneRow, ProvisionRow } from './provision.entity.ts';
import { parseUsedDay } from './provision.input.ts';
import { factsOf } from './provision.kinds.ts';
import { provisionFacts } from './provision.store.ts';

export interface SettleMilestoneFields {
  requestId: string;
  id: string;
  settledOn: string;
  progress?: boolean | null;
  note?: string | null;
}

export type SettleMilestoneAnswer =
  | { __typename: 'ProvisionSaved'; id: string }
  | { __typename: 'MilestoneAlreadySettled'; settledOn: string }
  | LawParameterMissingAnswer;

type Settled = Pick<ProvisionMilestoneRow, 'settledOn' | 'progress' | 'note' | 'settledById'>;

/** What follows: the next time, or the last day of a provision that does not help. */
const follow = async (tx: WriteTx, ctx: RequestContext, milestone: ProvisionMilestoneRow, settled: Settled): Promise<SettleMilestoneAnswer> => {
  const provision = await tx.em.findOneByOrFail(ProvisionRow, { id: milestone.provisionId });
  const { after, again, stopWithin } = factsOf(provision.kind).milestones.find(({ kind }) => kind === milestone.kind) ?? {};
  const parameters = await allLawParameters(tx);
  const uses = (await provisionFacts(tx, milestone.clientId)).find(({ id }) => id === provision.id)?.uses ?? [];
  const start = uses[0]?.startsOn ?? milestone.dueOn;
  const next = again && after && provision.status !== 'ENDED' ? addMonthsClipped(milestone.dueOn, valueOnDay(parameters, after, milestone.dueOn)) : null;
  const stopBy = stopWithin && settled.progress === false ? lastDayOfTerm(start, valueOnDay(parameters, stopWithin, start)) : provision.stopBy;

  await tx.em.update(ProvisionMilestoneRow, { id: milestone.id, settledOn: IsNull() }, settled);
  if (next !== null) {
    const empty = { settledOn: null, progress: null, note: null, settledById: null };
    await tx.em.insert(ProvisionMilestoneRow, { ...milestone, ...empty, id: ctx.newId(), dueOn: next });
  }
  await tx.em.update(ProvisionRow, { id: provision.id }, { stopBy, version: provision.version + 1 });
  return { __typename: 'ProvisionSaved', id: provision.id };
};

/** Records that what the law asks during a provision was done. A review that finds no progress says by when it must end. */
export const settleMilestone = async (ctx: RequestContext, input: SettleMilestoneFields): Promise<SettleMilestoneAnswer> => {
  const { note } = input;
  const reader = inputReader(['input']);
  const settledOn = reader.read(['settledOn'], () => parseUsedDay(input.settledOn, localDay(ctx.clock())));
  const text = note ? reader.read(['note'], () => parseText(note, { max: 300 })) : null;
  reader.refuse();
  return runClientCommand<SettleMilestoneAnswer>(ctx, 'settleMilestone', 'voeren-dossier', input, async (tx) => {
    const found = await tx.em.findOneBy(ProvisionMilestoneRow, { id: input.id });
    if (!found) throw fault('NOT_FOUND');
    const { id: clientId } = await lockClient(tx, found.clientId);
    const subjectIds = [clientId];
    const milestone = await tx.em.findOneByOrFail(ProvisionMilestoneRow, { id: input.id });
    if (milestone.settledOn !== null) return { answer: { __typename: 'MilestoneAlreadySettled', settledOn: milestone.settledOn }, subjectIds };
    const isReview = milestone.kind === 'REVIEW';
    if (isReview !== (typeof input.progress === 'boolean'))
      reader.add(['progress'], isReview ? 'Zeg of het helpt.' : 'Alleen bij een beoordeling zegt u of het helpt.');
    reader.refuse();
    const settled = { settledOn, progress: input.progress ?? null, note: text, settledById: ctx.principal.employeeId };
    return { answer: await answeringMissing(() => follow(tx, ctx, milestone, settled)), subjectIds };
  });
};
