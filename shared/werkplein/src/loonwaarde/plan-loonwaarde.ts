import { NUO, parseDay, type RequestContext } from '@werkplein/kernel';
import { inputReader } from '../clients/input.ts';
import { type EmployeeFields, readEmployee } from '../dossiers/employee.rules.ts';
import { changeLoonwaarde, type ChangeFields, type ChangeLoonwaardeAnswer } from './change-loonwaarde.ts';

export interface PlanLoonwaardeFields extends ChangeFields {
  plannedOn: string;
  expert: EmployeeFields;
  expertOrganisation: string;
}

/** Appoints the expert and the day of the visit; once planned it can be planned anew. */
export const planLoonwaarde = async (ctx: RequestContext, input: PlanLoonwaardeFields): Promise<ChangeLoonwaardeAnswer> => {
  const { expertOrganisation } = input;
  const reader = inputReader(['input']);
  const plannedOn = reader.read(['plannedOn'], () => parseDay(input.plannedOn));
  const { id: expertId, name: expertName } = readEmployee(reader, ['expert'], input.expert);
  if (![NUO, ctx.home].includes(expertOrganisation)) reader.add(['expertOrganisation'], `De organisatie van de deskundige: ${NUO} of ${ctx.home}.`);
  reader.refuse();
  return changeLoonwaarde(ctx, 'planLoonwaarde', 'plan', input, async () => ({ plannedOn, expertId, expertName, expertOrganisation }));
};
