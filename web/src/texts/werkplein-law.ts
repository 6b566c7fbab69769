// Names of what the law knows: provisions, decisions, loonwaarde, terms, moves.

type Names = Readonly<Record<string, string>>;

export const disclosurePart: Names = { NAME: 'Naam', CONTACT: 'Adres', DOELGROEP: 'Doelgroep', KLANTREGISSEUR: 'Wie de klantregisseur is' };

export const disclosurePurpose: Names = {
  BEMIDDELING: 'Bemiddeling naar werk',
  WERKGEVERSDIENSTVERLENING: 'Dienstverlening aan werkgevers',
  UITVOERING_WSW: 'Uitvoering van de Wsw',
};

export const disclosureState: Names = { SHARED: 'Gedeeld', EXPIRED: 'Verlopen', WITHDRAWN: 'Ingetrokken of gewijzigd' };

export const clientField: Names = {
  address: 'Adres',
  birthDate: 'Geboortedatum',
  bsn: 'BSN',
  candidate: 'Profiel voor bemiddeling',
  carriedExemptions: 'Ontheffing in een andere gemeente',
  decisions: 'Besluiten',
  disclosures: 'Wat is gedeeld',
  displayName: 'Hele naam',
  doelgroep: 'Doelgroep',
  dossier: 'Dossier',
  exemptionTimes: 'Gebruikte maanden ontheffing',
  exemptions: 'Ontheffingen',
  familyName: 'Achternaam',
  givenNames: 'Voornamen',
  handOvers: 'Aantal overdrachten',
  id: 'Cliëntnummer',
  klantregisseur: 'Klantregisseur',
  ladder: 'Participatieladder',
  loonwaardebepalingen: 'Loonwaarde',
  outflowFollowUps: 'Nazien na uitstroom',
  ownReference: 'Eigen nummer van de gemeente',
  plan: 'Plan van aanpak',
  planChanges: 'Wijzigingen in het plan',
  plans: 'Eerdere plannen',
  prefix: 'Tussenvoegsel',
  provisions: 'Voorzieningen',
  registeredOn: 'Dag van aanmelding',
  responsibilities: 'Wie verantwoordelijk was',
  responsible: 'Wie vandaag verantwoordelijk is',
  sharedWithNuo: 'Dit overzicht',
  transfers: 'Verhuizingen',
  version: 'Versie',
};

export const provisionKind: Names = {
  BESCHUT_WERK: 'Beschut werk',
  DIAGNOSIS: 'Diagnose',
  JOBCOACH: 'Jobcoach',
  LEARNING_LINE: 'Leerwerklijn',
  LOONKOSTENSUBSIDIE: 'Loonkostensubsidie',
  LOONWAARDE_TRIAL: 'Proefplaatsing voor de loonwaarde',
  MEDIATION: 'Bemiddeling',
  OTHER_FACILITATING: 'Andere ondersteuning',
  OTHER_WORKPLACE: 'Andere werkplek',
  PARTICIPATIEPLAATS: 'Participatieplaats',
  PARTICIPATION: 'Participatie',
  PROEFPLAATSING: 'Proefplaatsing',
  TRAINING: 'Scholing',
  WORKPLACE_ADAPTATION: 'Aanpassing van de werkplek',
  WORK_EXPERIENCE: 'Werkervaring',
};

export const provisionState: Names = { RUNNING: 'Loopt', INTERRUPTED: 'Onderbroken', ENDED: 'Beëindigd' };
export const executor: Names = { NUO: 'NUO', OWN: 'Werkplein', EXTERNAL: 'Andere partij' };

export const provisionEnd: Names = {
  COMPLETED: 'Voltooid',
  WORK_FOUND: 'Werk gevonden',
  TERM_OVER: 'Termijn voorbij',
  NO_PROGRESS: 'Geen vooruitgang',
  STOPPED_BY_CLIENT: 'Gestopt door de cliënt',
  STOPPED_BY_PROVIDER: 'Gestopt door de aanbieder',
  ILLNESS: 'Ziekte',
  MOVED: 'Verhuisd',
  NEVER_USED: 'Nooit gebruikt',
  OTHER: 'Anders',
};

export const decisionKind: Names = {
  BESCHUT_WERK: 'Beschut werk',
  DOELGROEP_LKS: 'Doelgroep loonkostensubsidie',
  JOBCOACH: 'Jobcoach',
  LKS: 'Loonkostensubsidie',
  LOONWAARDE: 'Loonwaarde',
  ONTHEFFING: 'Ontheffing',
  PARTICIPATIEPLAATS: 'Participatieplaats',
  PROEFPLAATSING: 'Proefplaatsing',
  PROEFPLAATSING_VERLENGING: 'Verlenging van een proefplaatsing',
  VOORZIENING: 'Voorziening',
};

export const decisionOutcome: Names = { GRANTED: 'Toegekend', REFUSED: 'Afgewezen', WITHDRAWN: 'Ingetrokken', NOT_CONSIDERED: 'Buiten behandeling' };

export const loonwaardeState: Names = {
  REQUESTED: 'Aangevraagd',
  PLANNED: 'Gepland',
  CARRIED_OUT: 'Uitgevoerd',
  ESTABLISHED: 'Vastgesteld',
  REJECTED: 'Afgewezen',
};

export const ladderStep: Names = {
  1: '1. Geïsoleerd',
  2: '2. Sociale contacten',
  3: '3. Georganiseerde activiteiten',
  4: '4. Onbetaald werk',
  5: '5. Betaald werk met ondersteuning',
  6: '6. Betaald werk',
};

export const deadlineKind: Names = {
  DOSSIER_STEP: 'Stap in het dossier',
  PLAN_EVALUATION: 'Evaluatie van het plan',
  DISCLOSURE_ENDS: 'Delen met de NUO stopt',
  EXEMPTION_ENDS: 'Ontheffing stopt',
  EXEMPTION_REVIEW: 'Ontheffing opnieuw bekijken',
  FORFAIT_ENDS: 'Forfaitaire loonkostensubsidie stopt',
  LKS_DECISION: 'Besluit loonkostensubsidie',
  LOONWAARDE_REVIEW: 'Loonwaarde herzien',
  MILESTONE: 'Moment in een voorziening',
  PARTICIPATIEPLAATS_ENDS: 'Participatieplaats stopt',
  PROVISION_ENDS: 'Voorziening loopt af',
  PROVISION_STOPS: 'Voorziening moet stoppen',
  TRIAL_ENDS: 'Proefplaatsing loopt af',
};

export const planStatus: Names = { CONCEPT: 'Concept', ESTABLISHED: 'Vastgesteld', REPLACED: 'Vervangen', ENDED: 'Beëindigd' };
export const planPart: Names = {
  goals: 'Doelen',
  support: 'Ondersteuning',
  obligations: 'Verplichtingen',
  consequences: 'Gevolgen',
  discussedOn: 'Besproken op',
  nextEvaluationOn: 'Volgende evaluatie',
};
export const planChange: Names = { ADDED: 'Toegevoegd', CHANGED: 'Gewijzigd', REMOVED: 'Weggehaald' };

export const planObstacle: Names = {
  DOSSIER_NOT_IN_INTAKE: 'Het dossier is nog niet in de intake. Start eerst de intake.',
  EVALUATION_PAST: 'De dag van de volgende evaluatie is voorbij. Kies een latere dag in het concept.',
  NOT_DISCUSSED: 'Het plan is nog niet met de cliënt besproken. Vul in het concept de dag in.',
  NO_GOALS: 'Het plan heeft nog geen doelen. Voeg er een toe.',
  NO_GRONDSLAG: 'De grondslag is onbekend. Leg die eerst vast bij de doelgroep.',
};

export const criterion: Names = {
  OCCUPATION: 'beroep',
  HOURS: 'uren',
  TRAVEL_DISTANCE: 'reisafstand',
  WORKING_LEVEL: 'werkniveau',
  DRIVING_LICENCE: 'rijbewijs',
  ADAPTATION: 'aanpassing van de werkplek',
  GUIDANCE: 'begeleiding',
  TARGET_GROUP: 'doelgroep',
};

export const visibility: Names = { INTERNAL: 'Alleen het Werkplein', NUO: 'Ook de NUO', REGION_VUM: 'Ook de regio (VUM)' };

export const transferState: Names = {
  OFFERED: 'Aangeboden',
  ACCEPTED: 'Aangenomen',
  CLOSED: 'Oud dossier gesloten',
  COMPLETED: 'Afgerond',
  REFUSED: 'Geweigerd',
  WITHDRAWN: 'Ingetrokken',
};

export const exemptionGround: Names = {
  SINGLE_PARENT: 'Alleenstaande ouder met een jong kind',
  URGENT_TEMPORARY: 'Dringende redenen, tijdelijk',
  INCAPACITATED: 'Volledig en duurzaam arbeidsongeschikt',
};

export const milestoneKind: Names = { REVIEW: 'Beoordelen of het helpt', TRAINING_OFFER: 'Scholing aanbieden', PREMIUM: 'Premie' };

export const followUpAnswer: Names = { YES: 'Ja', NO: 'Nee', UNKNOWN: 'Onbekend' };
export const outflowResult: Names = { LASTING: 'Blijvend', NOT_LASTING: 'Niet blijvend', UNKNOWN: 'Onbekend' };
