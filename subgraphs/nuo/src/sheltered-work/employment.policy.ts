import { type Action, action, grant, mayDo, type RequestContext, scopeOf } from '@werkplein/kernel';
import { uitvoering } from '../grantees.ts';
import { viewPlacementsOfClients } from '../placements/placement.policy.ts';
import { personnel } from '../wsw-workers/wsw-worker.policy.ts';
import type { EmploymentActor } from './employment.machine.ts';

const regie = grant('own', 'werkplein.klantregisseur', 'werkplein.kwaliteitsmedewerker');

export const viewEmployments = action(
  'employments.view',
  'Dienstverbanden zien: de uitvoering van de NUO alle, een Werkplein die waarvoor de eigen gemeente verantwoordelijk is',
  { ...grant('all', ...uitvoering), ...regie },
);
export const viewNeeds = action(
  'employments.viewNeeds',
  'Zien welke aanpassingen iemand op een werkplek nodig heeft: alleen de uitvoering van de NUO, die de plek zoekt',
  grant('all', ...uitvoering),
);
export const keepEmployments = action(
  'employments.keep',
  'Dienstverbanden vastleggen, wijzigen en beëindigen: wie bij de NUO contracten regelt (detacheringsconsulent) of medewerkers begeleidt (trajectbegeleider); de NUO heeft geen rol van personeelszaken',
  personnel,
);
/** Participatiewet art. 7 lid 4 and 10b: whether somebody has beschut werk the municipality decides, never the NUO. */
export const decideEmployments = action('employments.decide', 'Akkoord geven op beschut werk met het eigen besluit, of weigeren', regie);
/** The doorway to the steps; which of the two above a step asks, its answer says (`StepRefused`). */
export const takeEmploymentSteps = action(
  'employments.step',
  'Een stap van een dienstverband zetten; wie welke stap zet staat in docs/states/sheltered-employment.md',
  { ...personnel, ...regie },
);

const actionOfActor: Record<EmploymentActor, Action> = { PERSONNEL: keepEmployments, REGIE: decideEmployments };

/** Who the caller is for an employment. */
export const isActor = (ctx: RequestContext, { responsibleMunicipality }: { responsibleMunicipality: string }, actor: EmploymentActor): boolean =>
  mayDo(ctx.principal, actionOfActor[actor], ctx.home) && (actor === 'PERSONNEL' || ctx.principal.organisation === responsibleMunicipality);

/** Whether the caller sees an employment; of a Werkplein, that its municipality is responsible for it. */
export const seesEmployment = (ctx: RequestContext, { responsibleMunicipality }: { responsibleMunicipality: string }): boolean => {
  const scope = scopeOf(ctx.principal, viewEmployments);
  return scope === 'all' || (scope === 'own' && ctx.principal.organisation === responsibleMunicipality);
};

export const countBeschut = action(
  'employments.countBeschut',
  'Zien hoeveel plekken beschut werk er op een dag zijn; een Werkplein alleen die van de eigen gemeente',
  viewPlacementsOfClients.grants,
);
