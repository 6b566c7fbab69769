import type { Activity } from '@werkplein/kernel';

// What the NUO does with the data of persons. The texts and the addresses in the register are examples until the NUO gives its own.

const register = 'https://register.nuo.invalid/verwerkingen';
const employers = {
  purpose: 'WERKGEVERSDIENSTVERLENING',
  legalBasis: 'AVG art. 6 lid 1 onder e; Wet SUWI art. 10',
  subjectIdType: 'contactpersoon-id',
} as const;
const placing = {
  purpose: 'BEMIDDELING',
  legalBasis: 'AVG art. 6 lid 1 onder e; Participatiewet art. 7 lid 4; Wsw art. 2 lid 2',
  subjectIdType: 'deelnemer-id',
} as const;

const wsw = {
  purpose: 'UITVOERING_WSW',
  legalBasis: 'AVG art. 6 lid 1 onder b, c en e; Wsw art. 2 lid 2 en art. 15; Participatiewet art. 10b',
  subjectIdType: 'deelnemer-id',
} as const;

const activity = (code: string, name: string, rest: Pick<Activity, 'purpose' | 'legalBasis' | 'subjectIdType'>): Activity => ({
  code,
  uri: `${register}/${code}`,
  name,
  ...rest,
});

/** What the NUO holds of a candidate is an id; who it is, the Werkplein knows. Its data are a client's all the same. */
export const mediatingCandidate = activity('bemiddelen-kandidaat', 'Bemiddelen van een kandidaat van een Werkplein', {
  ...placing,
  subjectIdType: 'kandidaat-id',
});

/** Showing a participant, or to which participant a placement belongs. */
export const showingParticipant = activity('raadplegen-deelnemer', 'Raadplegen van een deelnemer', placing);
export const registeringParticipant = activity('inschrijven-deelnemer', 'Inschrijven van een deelnemer', placing);
export const correctingParticipant = activity('wijzigen-deelnemer', 'Verbeteren van de gegevens van een deelnemer', placing);
export const keepingServiceOrder = activity('uitvoeren-opdracht', 'Aanbieden en uitvoeren van een opdracht voor een deelnemer', placing);
export const keepingResponsible = activity('toewijzen-deelnemer', 'Aanwijzen wie een deelnemer begeleidt', placing);
export const keepingPlacement = activity('vastleggen-plaatsing', 'Vastleggen van een plaatsing', placing);
export const lendingParticipant = activity('detacheren-deelnemer', 'Detacheren van een deelnemer bij een inlener', placing);
export const showingLearning = activity('raadplegen-leerwerklijn', 'Raadplegen van de leerwerklijn van een deelnemer', placing);
export const keepingLearning = activity('vastleggen-leerwerklijn', 'Vastleggen van de leerwerklijn van een deelnemer', placing);
export const showingHours = activity('raadplegen-uren', 'Raadplegen van urenstaten van een deelnemer', placing);
export const keepingHours = activity('vastleggen-uren', 'Vastleggen van gewerkte uren en afwezigheid van een deelnemer', placing);
export const showingContactPerson = activity('raadplegen-contactpersoon', 'Raadplegen van een contactpersoon van een werkgever', employers);
export const keepingContactPerson = activity('vastleggen-contactpersoon', 'Vastleggen van een contactpersoon of een contact daarmee', employers);

/** A personnel file: employments, indications, Wsw data. */
export const showingPersonnelFile = activity('raadplegen-personeelsdossier', 'Raadplegen van het personeelsdossier van iemand in een dienstverband', wsw);
export const keepingPersonnelFile = activity('bijhouden-personeelsdossier', 'Bijhouden van het personeelsdossier van iemand in een dienstverband', wsw);
export const planningWorkplaces = activity('plannen-werkplek', 'Een werkplek zoeken of reserveren voor iemand in een dienstverband', wsw);
export const deliveringWswStatistics = activity('leveren-wsw-statistiek', 'Leveren van de Wsw-statistiek over een half jaar', {
  ...wsw,
  legalBasis: 'AVG art. 6 lid 1 onder c; Wsw art. 14; Regeling uitvoering sociale werkvoorziening en begeleid werken 2015 art. 11',
});
