import { type Action, action, grant, type RequestContext, scopeOf } from '@werkplein/kernel';
import { uitvoering } from '../grantees.ts';

export const viewParticipants = action('participants.view', 'Deelnemers zien; een Werkplein alleen die van de eigen gemeente', {
  ...grant('all', ...uitvoering),
  ...grant('own', 'werkplein.klantregisseur', 'werkplein.kwaliteitsmedewerker'),
});
export const viewClientReferences = action(
  'participants.viewClient',
  'Zien welke cliënt bij een plaatsing of deelnemer hoort; een Werkplein alleen de eigen cliënten',
  viewParticipants.grants,
);
export const viewParticipantNames = action('participants.viewName', 'De naam van een Wsw-medewerker zien', grant('all', ...uitvoering));
export const correctParticipants = action('participants.correct', 'De naam of gemeente van een Wsw-medewerker verbeteren', grant('all', ...uitvoering));
export const registerParticipants = action('participants.register', 'Een deelnemer inschrijven', grant('all', ...uitvoering));

/** Whether a row of `municipality` is within what the principal may do; in this database rows of several municipalities meet. */
export const reaches = (ctx: RequestContext, wanted: Action, municipality: string): boolean => {
  const scope = scopeOf(ctx.principal, wanted);
  return scope === 'all' || (scope === 'own' && ctx.principal.organisation === municipality);
};
