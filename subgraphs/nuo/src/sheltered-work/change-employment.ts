import { fault, type RequestContext, runCommand, type StepRefused, stepRefused, type WriteTx } from '@werkplein/kernel';
import { keepingPersonnelFile } from '../activities.ts';
import type { EventType } from '../events/event.catalogue.ts';
import { publish } from '../events/publish.ts';
import { answeringMissing, type NuoParameterMissing } from '../parameters/index.ts';
import { holdPersonOf } from '../participants/hold-person.ts';
import { ShelteredEmployment } from './employment.entity.ts';
import { stateEmployments } from './employment.facts.ts';
import { employmentMachine, type EmploymentStep } from './employment.machine.ts';
import { isActor, seesEmployment } from './employment.policy.ts';
import type { EmploymentVersionConflict, MoreThanFullWeek, NotIndicated, TooManyHours } from './employment.types.ts';

export interface ChangeFields {
  requestId: string;
  employmentId: string;
  expectedVersion: number;
}

export type RuleRefusal = TooManyHours | MoreThanFullWeek | NotIndicated;
export type StepAnswer = StepRefused | EmploymentVersionConflict | RuleRefusal | NuoParameterMissing;

/** What a step finds: the employment, and everyone in our files who is its person, held. */
export interface Held {
  row: ShelteredEmployment;
  participantIds: string[];
}

/**
 * One step of an employment: who, from which state and which version is the same for all. `change` gives what it writes to the row,
 * or why a rule forbids it; it reads before it writes. `holdFirst` takes what is held before the person.
 */
export const changeEmployment = <A extends { __typename: string }>(
  ctx: RequestContext,
  command: string,
  step: Exclude<EmploymentStep, 'register'>,
  event: EventType,
  input: ChangeFields,
  change: (tx: WriteTx, held: Held) => Promise<RuleRefusal | { set: Partial<ShelteredEmployment>; answer: A }>,
  holdFirst?: (tx: WriteTx) => Promise<void>,
): Promise<A | StepAnswer> =>
  runCommand<A | StepAnswer>(
    ctx,
    command,
    input,
    async (tx) => {
      const find = () => tx.em.findOneBy(ShelteredEmployment, { id: input.employmentId });
      const found = await find();
      if (!found || !seesEmployment(ctx, found)) throw fault('NOT_FOUND');
      await holdFirst?.(tx);
      const { participantIds } = await holdPersonOf(tx, found.participantId);
      // Read again: while this waited for the person another command may have taken the step.
      const row = (await find()) as ShelteredEmployment;
      const outcome = { subjectIds: [row.id], persons: [row.participantId] };
      const refused = stepRefused(employmentMachine, row.state, step, (actor) => isActor(ctx, row, actor));
      if (refused) return { answer: refused, ...outcome };
      if (row.version !== input.expectedVersion)
        return { answer: { __typename: 'EmploymentVersionConflict' as const, currentVersion: row.version }, ...outcome };
      const answer = await answeringMissing<A | StepAnswer>(async () => {
        const decided = await change(tx, { row, participantIds });
        if (!('set' in decided)) return decided;
        await tx.em.update(ShelteredEmployment, { id: row.id }, { ...decided.set, version: row.version + 1 });
        await stateEmployments(tx, ctx, [row.id]);
        await publish(tx, ctx, event, row.id, null);
        return decided.answer;
      });
      return { answer, ...outcome };
    },
    keepingPersonnelFile,
  );
