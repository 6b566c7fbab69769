import { fault, localDay, mayDo, type RequestContext, type StepRefused, stepRefused, type WriteTx } from '@werkplein/kernel';
import { runClientCommand } from '../clients/client-command.ts';
import { lockClient } from '../clients/client.store.ts';
import { disclosedParts } from '../disclosures/disclosure.store.ts';
import { answeringMissing, type LawParameterMissingAnswer } from '../law-parameters/parameter-missing.ts';
import { stateLoonwaarden } from './loonwaarde.facts.ts';
import type { LoonwaardeRow } from './loonwaarde.entity.ts';
import { actionOfActor, seesAppointedOnly } from './loonwaarde.policy.ts';
import { loonwaardeMachine, type LoonwaardeStep } from './loonwaarde.rules.ts';
import { findLoonwaarde, updateLoonwaarde } from './loonwaarde.store.ts';

export interface ChangeFields {
  requestId: string;
  id: string;
  expectedVersion: number;
}

export type ChangeLoonwaardeAnswer =
  | { __typename: 'LoonwaardeChanged'; id: string }
  | StepRefused
  | { __typename: 'LoonwaardeVersionConflict'; currentVersion: number }
  | LawParameterMissingAnswer;

/** For the NUO a client that is not disclosed today, or of whom it appointed nobody, does not exist. */
const demandVisible = async (tx: WriteTx, ctx: RequestContext, row: LoonwaardeRow, isExpert: boolean): Promise<void> => {
  if (!seesAppointedOnly(ctx)) return;
  const disclosed = await disclosedParts(tx, [row.clientId], localDay(ctx.clock()));
  if (!isExpert || !disclosed.has(row.clientId)) throw fault('NOT_FOUND');
};

/** One step of a loonwaardebepaling: who, from which state and which version is the same for all; `change` says what the step writes. */
export const changeLoonwaarde = (
  ctx: RequestContext,
  command: string,
  step: LoonwaardeStep,
  input: ChangeFields,
  change: (tx: WriteTx, row: LoonwaardeRow) => Promise<Partial<LoonwaardeRow>>,
): Promise<ChangeLoonwaardeAnswer> => {
  const { to } = loonwaardeMachine.steps[step];
  return runClientCommand<ChangeLoonwaardeAnswer>(ctx, command, 'bepalen-loonwaarde', input, async (tx) => {
    const found = await findLoonwaarde(tx, input.id);
    if (!found) throw fault('NOT_FOUND');
    await lockClient(tx, found.clientId);
    // Read again: while this waited for the client another command may have taken the step.
    const row = (await findLoonwaarde(tx, input.id)) as LoonwaardeRow;
    const isExpert = row.expertId === ctx.principal.employeeId && row.expertOrganisation === ctx.principal.organisation;
    await demandVisible(tx, ctx, row, isExpert);
    const subjectIds = [row.clientId];
    const refused = stepRefused(
      loonwaardeMachine,
      row.state,
      step,
      (actor) => mayDo(ctx.principal, actionOfActor[actor], ctx.home) && (actor === 'REGIE' || isExpert),
    );
    if (refused) return { answer: refused, subjectIds };
    if (row.version !== input.expectedVersion) return { answer: { __typename: 'LoonwaardeVersionConflict', currentVersion: row.version }, subjectIds };
    const answer = await answeringMissing<ChangeLoonwaardeAnswer>(async () => {
      await updateLoonwaarde(tx, row, { ...(await change(tx, row)), state: to });
      if (to === 'ESTABLISHED') await stateLoonwaarden(tx, ctx, [row.clientId]);
      return { __typename: 'LoonwaardeChanged', id: row.id };
    });
    return { answer, subjectIds };
  });
};
