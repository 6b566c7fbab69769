import { type Action, action, grant, mayDo, type RequestContext } from '@werkplein/kernel';
import { uitvoering } from '../grantees.ts';
import type { ClaimActor } from './fallback-claim.machine.ts';

const planner = grant('all', 'nuo.werkleider', 'nuo.coordinator');

export const viewClaims = action(
  'fallback.view',
  'Zien wie terugvalt op een beschutte plek, waar een plek is gereserveerd en waar er geen is: de uitvoering van de NUO en de coördinator',
  grant('all', ...uitvoering, 'nuo.coordinator'),
);
export const planClaims = action(
  'fallback.plan',
  'Een plek reserveren of vrijgeven voor wie terugkomt, en een recht laten vervallen: de werkleider en de coördinator, die de werkplekken plannen',
  planner,
);
export const settleClaims = action(
  'fallback.settle',
  'Bij begin, einde en plaatsing het recht op een beschutte plek laten ontstaan, een plek zoeken en haar innemen: wie plaatsingen uitvoert',
  grant('all', ...uitvoering),
);
/** The doorway to the steps; which of the two above a step asks, its answer says (`StepRefused`). */
export const takeClaimSteps = action('fallback.step', 'Een stap van een terugvaloptie zetten; wie welke stap zet staat in docs/states/fallback-claim.md', {
  ...grant('all', ...uitvoering),
  ...planner,
});

const actionOfActor: Record<ClaimActor, Action> = { STAFF: settleClaims, PLANNER: planClaims };
export const isActor = (ctx: RequestContext, actor: ClaimActor): boolean => mayDo(ctx.principal, actionOfActor[actor], ctx.home);
