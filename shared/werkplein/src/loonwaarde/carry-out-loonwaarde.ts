import { localDay, parseDay, type RequestContext } from '@werkplein/kernel';
import { inputReader } from '../clients/input.ts';
import { valueOnDay } from '../law-parameters/law-parameter.rules.ts';
import { allLawParameters } from '../law-parameters/law-parameter.store.ts';
import { changeLoonwaarde, type ChangeFields, type ChangeLoonwaardeAnswer } from './change-loonwaarde.ts';
import { type LoonwaardeTask, readTasks, wageValueOf } from './loonwaarde.rules.ts';

export interface CarryOutLoonwaardeFields extends ChangeFields {
  carriedOutOn: string;
  tasks: LoonwaardeTask[];
}

/** The expert's form: what each main task takes and yields. */
export const carryOutLoonwaarde = async (ctx: RequestContext, input: CarryOutLoonwaardeFields): Promise<ChangeLoonwaardeAnswer> => {
  const reader = inputReader(['input']);
  const carriedOutOn = reader.read(['carriedOutOn'], () => parseDay(input.carriedOutOn));
  if (carriedOutOn && carriedOutOn > localDay(ctx.clock())) reader.add(['carriedOutOn'], 'Deze dag is nog niet geweest.');
  const tasks = readTasks(reader, input.tasks);
  reader.refuse();
  return changeLoonwaarde(ctx, 'carryOutLoonwaarde', 'carryOut', input, async (tx) => {
    const most = valueOnDay(await allLawParameters(tx), 'LOONWAARDE_TASKS_MAX', carriedOutOn);
    if (tasks.length > most) reader.add(['tasks'], `Noem hooguit ${most} hoofdtaken.`);
    reader.refuse();
    return { carriedOutOn, tasks, wageValuePct: wageValueOf(tasks) };
  });
};
