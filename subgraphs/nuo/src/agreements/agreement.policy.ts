import { type Action, action, grant } from '@werkplein/kernel';
import type { AgreementActor } from './agreement.machine.ts';

const forNuo = grant('all', 'nuo.coordinator');
/** Who speaks for the college in decisions speaks for it in agreements: a Werkplein has no contract manager of its own. */
const forMunicipality = grant('own', 'werkplein.kwaliteitsmedewerker');

export const actForNuo = action(
  'performanceAgreements.propose',
  'Namens de NUO een prestatieafspraak voorstellen, en vastleggen wat geen bron kan tellen',
  forNuo,
);
const actForMunicipality = action('performanceAgreements.settle', 'Namens de gemeente een prestatieafspraak afrekenen', forMunicipality);
/** Each step of an agreement is for one side or both; who is on neither is refused before. */
export const makeAgreements = action(
  'performanceAgreements.make',
  'Een prestatieafspraak wijzigen, laten vervallen, aannemen, bijstellen of afrekenen, elk voor de eigen kant: de NUO, of het Werkplein voor de eigen gemeente',
  { ...forNuo, ...forMunicipality },
);

/** Whoever may do this acts for that side. */
export const actionOfActor: Record<AgreementActor, Action> = { NUO: actForNuo, MUNICIPALITY: actForMunicipality };
