// Names of states and kinds as klantregie knows them; docs/glossary.md and docs/states say what each is.

type Names = Readonly<Record<string, string>>;

/** The name of a code; a code that is newer than this page is shown as it is. */
export const named = (names: Names, code: string): string => names[code] ?? code;

export const dossierStatus: Names = {
  REGISTERED: 'Aangemeld',
  INTAKE: 'Intake',
  IN_PROGRAMME: 'In traject',
  PLACEABLE: 'Bemiddelbaar',
  PLACED: 'Geplaatst',
  AFTERCARE: 'Nazorg',
  SUSPENDED: 'Opgeschort',
  CLOSED: 'Afgesloten',
  TRANSFERRED: 'Overgedragen',
};

export const dossierStep: Names = {
  register: 'Aanmelden',
  startIntake: 'De intake starten',
  establishPlan: 'Het plan van aanpak vaststellen',
  declarePlaceable: 'Bemiddelbaar verklaren',
  withdrawPlaceable: 'Bemiddelbaar verklaren intrekken',
  confirmPlacement: 'Een plaatsing bevestigen',
  startAftercare: 'De nazorg starten',
  resumeProgramme: 'Het traject hervatten',
  close: 'Afsluiten',
  discontinue: 'Voortijdig afsluiten',
  suspend: 'Opschorten',
  resume: 'Hervatten',
  transfer: 'Overdragen',
};

export const outflow: Names = {
  WORK: 'Werk',
  EDUCATION: 'Opleiding',
  SELF_EMPLOYMENT: 'Eigen bedrijf',
  MOVED: 'Verhuisd',
  OWN_REQUEST: 'Op eigen verzoek',
  PENSION_AGE: 'Pensioenleeftijd',
  OTHER_BENEFIT: 'Andere uitkering',
  OTHER_INCOME: 'Ander inkomen',
  NOT_ELIGIBLE: 'Hoort niet bij de doelgroep',
  DETENTION: 'Detentie',
  DECEASED: 'Overleden',
  OTHER: 'Anders',
};

export const closingQuestion: Names = {
  SERVICE_ORDERS: 'Er lopen geen opdrachten meer bij de NUO',
  SUPPORTED_PLACEMENTS: 'Er lopen geen plaatsingen met ondersteuning meer',
};

export const doelgroepAxis: Names = {
  GRONDSLAG: 'Grondslag',
  WSW_STATUS: 'Wsw',
  BESCHUT: 'Beschut werk',
  DOELGROEPREGISTER: 'Doelgroepregister',
  DOELGROEP_LKS: 'Doelgroep loonkostensubsidie',
};

export const doelgroepValue: Names = {
  ALGEMENE_BIJSTAND: 'Algemene bijstand',
  ANW: 'Anw',
  IOAW: 'IOAW',
  IOAZ: 'IOAZ',
  NUG: 'Niet-uitkeringsgerechtigd',
  PRO_VSO_ENTREE: 'Pro, vso of entree',
  DOOR_VOORZIENING: 'Werk door een voorziening',
  UWV_OVEREENKOMST: 'Overeenkomst met UWV',
  WIA_UITSTROMER: 'Uit de WIA',
  WSW: 'Wsw',
  ADVIES_AANGEVRAAGD: 'Advies aangevraagd',
  ADVIES_NEGATIEF: 'Advies negatief',
  ADVIES_POSITIEF: 'Advies positief',
  GEPLAATST: 'Geplaatst',
  VASTGESTELD: 'Vastgesteld',
  GEEN: 'Geen',
  JA: 'Ja',
  NEE: 'Nee',
  VERMOEDELIJK: 'Vermoedelijk',
  BEGELEID_WERKEN_ART7: 'Begeleid werken (artikel 7)',
  DIENSTBETREKKING_ART2: 'Dienstbetrekking (artikel 2)',
};

/** The values that each axis can have. */
export const axisValues: Readonly<Record<string, readonly string[]>> = {
  GRONDSLAG: ['ALGEMENE_BIJSTAND', 'ANW', 'DOOR_VOORZIENING', 'IOAW', 'IOAZ', 'NUG', 'PRO_VSO_ENTREE', 'UWV_OVEREENKOMST', 'WIA_UITSTROMER', 'WSW'],
  BESCHUT: ['GEEN', 'ADVIES_AANGEVRAAGD', 'ADVIES_POSITIEF', 'ADVIES_NEGATIEF', 'VASTGESTELD', 'GEPLAATST'],
  DOELGROEPREGISTER: ['JA', 'NEE', 'VERMOEDELIJK'],
  DOELGROEP_LKS: ['JA', 'NEE'],
  WSW_STATUS: ['GEEN', 'DIENSTBETREKKING_ART2', 'BEGELEID_WERKEN_ART7'],
};

export const service: Names = {
  DIAGNOSIS: 'Diagnose',
  JOB_COACHING: 'Jobcoaching',
  LEARNING_LINE: 'Leerwerklijn',
  MEDIATION: 'Bemiddeling naar werk',
  SECONDMENT: 'Detachering',
  SHELTERED_PLACEMENT: 'Plaatsing beschut werk',
  TRAINING: 'Scholing',
  TRIAL_PLACEMENT: 'Proefplaatsing',
};

export const orderStatus: Names = {
  CONCEPT: 'Concept',
  OFFERED: 'Aangeboden',
  ACCEPTED: 'Geaccepteerd',
  REFUSED: 'Geweigerd',
  WITHDRAWN: 'Ingetrokken',
  IN_PROGRESS: 'In uitvoering',
  HANDED_BACK: 'Teruggelegd',
  COMPLETED: 'Voltooid',
  ENDED: 'Beëindigd',
  EVALUATED: 'Geëvalueerd',
};

export const placementKind: Names = {
  BEGELEID_WERKEN: 'Begeleid werken',
  PARTICIPATION_PLACE: 'Participatieplaats',
  PROEFPLAATSING: 'Proefplaatsing',
  REGULAR: 'Gewone baan',
  REGULAR_WITH_LKS: 'Baan met loonkostensubsidie',
  SECONDMENT_GROUP: 'Groepsdetachering',
  SECONDMENT_INDIVIDUAL: 'Individuele detachering',
  SHELTERED_INTERNAL: 'Beschut werk binnen',
  WORK_EXPERIENCE: 'Werkervaringsplaats',
  WORK_ON_LOCATION: 'Werken op locatie',
};

export const placementStatus: Names = {
  PROPOSED: 'Voorgesteld',
  AGREED: 'Akkoord',
  REJECTED: 'Afgewezen',
  PLANNED: 'Gepland',
  ACTIVE: 'Actief',
  INTERRUPTED: 'Onderbroken',
  ENDED: 'Beëindigd',
  CANCELLED: 'Geannuleerd',
};

export const responsibleRole: Names = {
  DETACHERINGSCONSULENT: 'detacheringsconsulent',
  JOBCOACH: 'jobcoach',
  TRAJECTBEGELEIDER: 'trajectbegeleider',
  WERKLEIDER: 'werkleider',
  KLANTREGISSEUR: 'klantregisseur',
};
