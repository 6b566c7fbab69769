import { type Action, action, grant, mayDo, type RequestContext } from '@werkplein/kernel';
import { uitvoering } from '../grantees.ts';
import { reaches, regieOf } from '../participants/participant.policy.ts';
import type { PlacementActor } from './placement-states.rules.ts';

export { viewEmployers } from '../employers/employer.policy.ts';

const carriers = grant('all', ...uitvoering);
/** Of a municipality its Werkplein; of a third party the coordinator, who records what it says. */
const regie = grant('own', 'werkplein.klantregisseur', 'werkplein.kwaliteitsmedewerker', 'nuo.coordinator');

export const viewPlacementsOfClients = action(
  'placements.viewByClient',
  'Plaatsingen per cliënt of per Werkplein zien; een klantregisseur alleen van de eigen gemeente',
  { ...carriers, ...grant('own', 'werkplein.klantregisseur') },
);
export const viewPlacementDetails = action(
  'placements.viewDetails',
  'Van een plaatsing zien wie akkoord gaf, op welke besluiten zij rust, wanneer zij stilstond en welke stappen er waren; een Werkplein alleen van de eigen gemeente',
  { ...carriers, ...regie },
);
export const runPlacements = action('placements.run', 'Plaatsingen voorstellen, plannen, starten, onderbreken, verlengen, verbeteren en beëindigen', carriers);
export const agreePlacements = action(
  'placements.agree',
  'Akkoord geven op een plaatsing, haar afwijzen, annuleren of om beëindiging vragen; een Werkplein alleen van de eigen gemeente',
  regie,
);
/** The doorway to the steps; which of the two above a step asks, its answer says (`StepRefused`). */
export const takePlacementSteps = action('placements.step', 'Een stap van een plaatsing zetten; wie welke stap zet staat in docs/states/placement.md', {
  ...carriers,
  ...regie,
});

const actionOfActor: Partial<Record<PlacementActor, Action>> = { UITVOERING: runPlacements, REGIE: agreePlacements };

/** Who the caller is for a placement of `municipality`; the clock and the order are nobody. */
export const isActor = (ctx: RequestContext, municipality: string, actor: PlacementActor): boolean => {
  const wanted = actionOfActor[actor];
  if (wanted === undefined || !mayDo(ctx.principal, wanted, ctx.home)) return false;
  return actor === 'UITVOERING' || ctx.principal.organisation === regieOf(municipality);
};

/** Whether the caller takes steps of a placement of `municipality` at all; else it does not exist for them. */
export const seesToAct = (ctx: RequestContext, municipality: string): boolean => reaches(ctx, takePlacementSteps, municipality);
