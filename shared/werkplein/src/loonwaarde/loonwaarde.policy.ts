import { type Action, action, forPurposes, grant, type RequestContext, scopeOf } from '@werkplein/kernel';
import type { LoonwaardeActor } from './loonwaarde.rules.ts';

const regie = grant('own', 'werkplein.klantregisseur', 'werkplein.kwaliteitsmedewerker');
const nuoExperts = grant('disclosed', 'nuo.jobcoach', 'nuo.trajectbegeleider');

export const readLoonwaarde = action(
  'loonwaarde.read',
  'Loonwaardebepalingen van een cliënt zien; de NUO alleen die waarvoor de medewerker zelf als deskundige is aangewezen',
  { ...regie, ...grant('own', 'werkplein.privacyofficer'), ...nuoExperts },
  forPurposes(['VERANTWOORDING_TOEZICHT', 'RECHTEN_BETROKKENE'], 'werkplein.privacyofficer'),
);

/** Participatiewet art. 7 lid 4: establishing rights is for the municipality, never for the NUO. */
export const directLoonwaarde = action('loonwaarde.direct', 'Een loonwaardebepaling aanvragen, plannen, vaststellen en verwerpen', regie);

export const carryOutLoonwaardeAction = action('loonwaarde.carryOut', 'Als aangewezen deskundige het onderzoek naar de loonwaarde van een cliënt vastleggen', {
  ...regie,
  ...nuoExperts,
});

/** Whoever may do this can be the actor; of an expert the appointment is looked at too. */
export const actionOfActor: Record<LoonwaardeActor, Action> = { REGIE: directLoonwaarde, EXPERT: carryOutLoonwaardeAction };

export const listDueLoonwaarde = action('loonwaarde.listDue', 'Zien welke loonwaarden herzien moeten worden en op welke een besluit wacht', regie);

/** Whether the reader sees only what they were appointed for. */
export const seesAppointedOnly = (ctx: RequestContext): boolean => scopeOf(ctx.principal, readLoonwaarde) !== 'own';
