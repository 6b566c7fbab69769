import { type Action, action, forPurposes, grant, municipalities, NUO, type RequestContext, scopeOf } from '@werkplein/kernel';
import { uitvoering } from '../grantees.ts';

export const viewParticipants = action(
  'participants.view',
  'Deelnemers zien; een Werkplein alleen die van de eigen gemeente, de coördinator alleen die van UWV en andere gemeenten',
  {
    ...grant('all', ...uitvoering),
    ...grant('own', 'werkplein.klantregisseur', 'werkplein.kwaliteitsmedewerker', 'nuo.coordinator'),
  },
);
export const viewClientReferences = action(
  'participants.viewClient',
  'Zien welke cliënt bij een plaatsing, opdracht of deelnemer hoort; een Werkplein alleen de eigen cliënten',
  { ...grant('all', ...uitvoering), ...grant('own', 'werkplein.klantregisseur', 'werkplein.kwaliteitsmedewerker') },
);
export const viewParticipantNames = action('participants.viewName', 'De naam van een Wsw-medewerker zien', grant('all', ...uitvoering));
export const correctParticipants = action('participants.correct', 'De naam of gemeente van een Wsw-medewerker verbeteren', grant('all', ...uitvoering));
export const registerParticipants = action(
  'participants.register',
  'Een deelnemer inschrijven of laten uitstromen; de coördinator alleen iemand van UWV of een andere gemeente',
  { ...grant('all', ...uitvoering), ...grant('own', 'nuo.coordinator') },
);
/** What the NUO adds to a client or a Werkplein has a rule for each field; this is the doorway to them. */
export const reachClients = action(
  'clients.reach',
  'Bij een cliënt of een Werkplein vragen wat de NUO ervan heeft; een Werkplein alleen het eigene. Elk gegeven heeft daarbij een eigen regel',
  {
    ...grant('all', ...uitvoering),
    ...grant('own', 'werkplein.klantregisseur', 'werkplein.kwaliteitsmedewerker', 'werkplein.privacyofficer'),
  },
  forPurposes(['VERANTWOORDING_TOEZICHT', 'RECHTEN_BETROKKENE'], 'werkplein.privacyofficer'),
);

/**
 * Who has the regie over people of `municipality` (a CBS code or `uwv`): that Werkplein when it takes part;
 * for third parties the NUO itself, which records what they say.
 */
export const regieOf = (municipality: string): string => (municipalities.some(({ code }) => code === municipality) ? municipality : NUO);

/** Whether a row of `municipality` is within what the principal may do; in this database rows of several municipalities meet. */
export const reaches = (ctx: RequestContext, wanted: Action, municipality: string): boolean => {
  const scope = scopeOf(ctx.principal, wanted);
  return scope === 'all' || (scope === 'own' && ctx.principal.organisation === regieOf(municipality));
};
