import { action, grant, type RequestContext, scopeOf } from '@werkplein/kernel';
import { employerStaff } from '../grantees.ts';
import { reaches, viewProposals } from '../proposals/proposal.policy.ts';
import type { Colleague } from './contact-plan.rules.ts';

export { viewEmployers } from '../employers/employer.policy.ts';
export { reaches, viewProposals } from '../proposals/proposal.policy.ts';
export const planContacts = action(
  'contactPlans.plan',
  'Contacten met werkgevers plannen en uitvoeren, aansluiten bij een ander, en een waarschuwing met een reden passeren',
  grant('all', ...employerStaff),
);
export const coordinateContacts = action(
  'contactPlans.coordinate',
  'Contactvoornemens van anderen verzetten, annuleren of overdragen, waarschuwingen passeren zonder reden, en verlopen voornemens opruimen',
  grant('all', 'nuo.coordinator'),
);

export const callerOf = ({ principal }: RequestContext): Colleague => ({
  employeeId: principal.employeeId,
  name: principal.displayName,
  organisation: principal.organisation,
});
export const coordinates = ({ principal }: RequestContext): boolean => scopeOf(principal, coordinateContacts) !== null;

/** A plan names candidates of the planner's own municipality; uitvoering at the NUO serves candidates of all. */
export const mayNameCandidate = (ctx: RequestContext, municipality: string): boolean =>
  ctx.principal.organisation === municipality || reaches(ctx, viewProposals, municipality);
