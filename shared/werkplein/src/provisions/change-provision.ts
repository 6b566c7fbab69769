import { fault, type RequestContext, type StepRefused, stepRefused, type WriteTx } from '@werkplein/kernel';
import { IsNull, Not } from 'typeorm';
import { runClientCommand } from '../clients/client-command.ts';
import type { ClientRow } from '../clients/client.entity.ts';
import { lockClient } from '../clients/client.store.ts';
import { allLawParameters } from '../law-parameters/law-parameter.store.ts';
import { answeringMissing, type LawParameterMissingAnswer } from '../law-parameters/parameter-missing.ts';
import { judgeUse, type ProvisionRuleAnswer } from './judge-use.ts';
import { ProvisionMilestoneRow, ProvisionRow, type ProvisionUseRow } from './provision.entity.ts';
import { statePlaces } from './provision.facts.ts';
import type { MilestoneKind } from './provision.kinds.ts';
import { milestonesFrom, provisionMachine, type ProvisionStep, type UsePeriod } from './provision.rules.ts';
import { provisionFacts, writeUses } from './provision.store.ts';

export interface ChangeFields {
  requestId: string;
  id: string;
  expectedVersion: number;
}

export type ChangeProvisionAnswer =
  | { __typename: 'ProvisionSaved'; id: string }
  | { __typename: 'ProvisionVersionConflict'; currentVersion: number }
  | StepRefused
  | ProvisionRuleAnswer
  | LawParameterMissingAnswer;

const moveMilestone = async ({ em }: WriteTx, provisionId: string, kind: MilestoneKind, dueOn: string): Promise<void> => {
  const where = { provisionId, kind };
  if (await em.existsBy(ProvisionMilestoneRow, { ...where, settledOn: Not(IsNull()) })) return;
  await em.update(ProvisionMilestoneRow, { ...where, settledOn: IsNull() }, { dueOn });
};

/** What a step writes: columns, and the days of use when they change. */
export interface ProvisionChange {
  columns?: Partial<ProvisionRow>;
  uses?: readonly UsePeriod[];
}

const write = async (
  tx: WriteTx,
  ctx: RequestContext,
  client: ClientRow,
  provision: ProvisionRow,
  before: readonly ProvisionUseRow[],
  step: ProvisionStep,
  { columns = {}, uses }: ProvisionChange,
): Promise<ChangeProvisionAnswer> => {
  const { id, kind, stopBy } = provision;
  // To use it shorter than it was is never against a rule.
  if (step === 'resume' || step === 'correct') {
    const decisionId = columns.decisionId === undefined ? provision.decisionId : columns.decisionId;
    const broken = await judgeUse(tx, ctx, client, id, { kind, uses: uses ?? before, stopBy }, decisionId);
    if (broken) return broken;
  }
  const [first] = uses ?? [];
  const moved = first && first.startsOn !== before[0]?.startsOn ? milestonesFrom(kind, first.startsOn, await allLawParameters(tx)) : [];
  const { to } = provisionMachine.steps[step];
  const status = to === 'SAME' ? provision.status : to;
  await tx.em.update(ProvisionRow, { id }, { ...columns, status, version: provision.version + 1 });
  if (uses) await writeUses(tx, ctx, provision, before, uses);
  // What the law asks meanwhile moves along with the first day, as far as it was not done yet.
  for (const { kind: wanted, dueOn } of moved) await moveMilestone(tx, id, wanted, dueOn);
  await statePlaces(tx, ctx, [client.id]);
  return { __typename: 'ProvisionSaved', id };
};

/** One step of a provision: who, from which state and which version is the same for all; `change` says what it writes. */
export const changeProvision = (
  ctx: RequestContext,
  command: string,
  step: ProvisionStep,
  input: ChangeFields,
  change: (provision: ProvisionRow, uses: readonly ProvisionUseRow[]) => ProvisionChange,
): Promise<ChangeProvisionAnswer> =>
  runClientCommand<ChangeProvisionAnswer>(ctx, command, 'voeren-dossier', input, async (tx) => {
    const found = await tx.em.findOneBy(ProvisionRow, { id: input.id });
    if (!found) throw fault('NOT_FOUND');
    const client = await lockClient(tx, found.clientId);
    const subjectIds = [client.id];
    // Read again: while this waited for the client another command may have taken the step.
    const provision = await tx.em.findOneByOrFail(ProvisionRow, { id: input.id });
    const refused = stepRefused(provisionMachine, provision.status, step, () => true);
    if (refused) return { answer: refused, subjectIds };
    if (provision.version !== input.expectedVersion) {
      return { answer: { __typename: 'ProvisionVersionConflict', currentVersion: provision.version }, subjectIds };
    }
    const before = (await provisionFacts(tx, client.id)).find(({ id }) => id === provision.id)?.rows ?? [];
    const wanted = change(provision, before);
    return { answer: await answeringMissing(() => write(tx, ctx, client, provision, before, step, wanted)), subjectIds };
  });
