export * from './employer.types.ts';

/** What a client of the demo offers an employer. */
export interface DemoCandidate {
  id: string;
  visibility: 'INTERNAL' | 'NUO' | 'REGION_VUM';
  occupations: { code: null; text: string }[];
  hoursMin: number;
  hoursMax: number;
  postcode4: string;
  maxTravelKm: number;
  workingLevel: number;
  drivingLicences: string[];
  needsAdaptation: boolean;
  needsGuidance: boolean;
}

/** The plan van aanpak of a client who is in a programme. */
export interface DemoPlan {
  goal: string;
  support: string;
  fromStep: number;
  toStep: number;
  term: string;
  establishedOn: string;
  nextEvaluationOn: string;
}

/** A step of the participatieladder, 1 to 6. */
export interface DemoLadderStep {
  measuredOn: string;
  step: number;
}

/** What helps a client towards work, with the decision that it rests on. */
export interface DemoProvision {
  kind: 'PROEFPLAATSING' | 'BESCHUT_WERK' | 'JOBCOACH' | 'TRAINING' | 'DIAGNOSIS' | 'LEARNING_LINE' | 'MEDIATION' | 'PARTICIPATION' | 'OTHER_FACILITATING';
  executor: 'NUO' | 'EXTERNAL' | 'OWN';
  startsOn: string;
  /** Last day of use, or null while it goes on. */
  endsOn: string | null;
  expectedEndOn: string | null;
  decision: { kind: 'PROEFPLAATSING' | 'BESCHUT_WERK' | 'JOBCOACH'; startsOn: string; endsOn: string | null } | null;
}

/** An exemption of the duty to work, by a decision with the same days. */
export interface DemoExemption {
  ground: 'SINGLE_PARENT' | 'URGENT_TEMPORARY';
  startsOn: string;
  endsOn: string;
  reviewOn: string;
}

export interface DemoHistoryStep {
  status: DemoClient['status'];
  on: string;
}

/** How a client came where the client is. */
export interface DemoHistory {
  /** Where the dossier came and when, registration first. */
  steps: DemoHistoryStep[];
  /** Why it was closed; null while it is open. */
  outflow: 'WORK' | 'OTHER_INCOME' | null;
  followUp: { observedOn: string; works: 'YES' | 'NO'; benefit: 'YES' | 'NO' } | null;
  /** Who had the dossier from registration to that day. */
  earlierKlantregisseur: { id: string; name: string; until: string } | null;
  /** Of who works with loonkostensubsidie. */
  loonwaarde: { functionName: string; hoursPerWeek: number; wageValuePct: number; validFrom: string; reviewOn: string } | null;
}

/** A client of one Werkplein. `bsn` is one of RvIG's published test numbers, or null: no other number may be used. */
export interface DemoClient {
  id: string;
  index: number;
  bsn: string | null;
  /** The municipality's own number, marked as fictional: `DEMO-0141-000042`. */
  ownReference: string;
  givenNames: string;
  prefix: string | null;
  familyName: string;
  birthDate: string;
  postcode: string;
  houseNumber: number;
  street: string;
  city: string;
  registeredOn: string;
  /** Dossier status of domain.md §6.2, in English capitals. */
  status: 'REGISTERED' | 'INTAKE' | 'IN_PROGRAMME' | 'PLACEABLE' | 'PLACED' | 'AFTERCARE' | 'CLOSED' | 'SUSPENDED';
  klantregisseur: { id: string; name: string };
  grondslag: 'ALGEMENE_BIJSTAND' | 'IOAW' | 'IOAZ' | 'ANW' | 'NUG' | 'WIA_UITSTROMER' | 'DOOR_VOORZIENING' | 'UWV_OVEREENKOMST' | 'PRO_VSO_ENTREE' | 'WSW';
  wswStatus: 'GEEN' | 'DIENSTBETREKKING_ART2' | 'BEGELEID_WERKEN_ART7';
  beschut: 'GEEN' | 'ADVIES_AANGEVRAAGD' | 'ADVIES_POSITIEF' | 'ADVIES_NEGATIEF' | 'VASTGESTELD' | 'GEPLAATST';
  doelgroepregister: 'JA' | 'NEE' | 'VERMOEDELIJK';
  doelgroepLks: 'JA' | 'NEE';
  /** Parts of the profile that the Werkplein shares with the NUO until `disclosedUntil`; empty when it shares nothing. */
  disclosedParts: ('NAME' | 'CONTACT' | 'KLANTREGISSEUR' | 'DOELGROEP')[];
  disclosedUntil: string | null;
  /** Of those who are placeable. */
  candidate: DemoCandidate | null;
  /** Of those from IN_PROGRAMME on with an open dossier. */
  plan: DemoPlan | null;
  /** Oldest first. */
  ladder: DemoLadderStep[];
  provisions: DemoProvision[];
  exemptions: DemoExemption[];
  history: DemoHistory;
}

export interface DemoContactMoment {
  id: string;
  employerId: string;
  contactPersonId: string;
  /** UTC instant. */
  occurredAt: string;
  channel: 'VISIT' | 'PHONE' | 'EMAIL' | 'VIDEO_CALL' | 'EVENT' | 'LETTER' | 'WEB_FORM' | 'CHAT';
  direction: 'OUTGOING' | 'INCOMING';
  steering: 'VRAAGGESTUURD' | 'AANBODGESTUURD';
  subject: string;
  report: string;
  succeeded: boolean | null;
  employee: { id: string; name: string; organisation: string };
}

/** A person as NUO knows them: a client of a Werkplein by id, or (Wsw) an employee with a name of their own. */
export interface DemoParticipant {
  id: string;
  index: number;
  clientId: string | null;
  municipality: string;
  /** Only for Wsw employees and persons of a third party: of Participatiewet clients NUO holds no name. */
  name: string | null;
  registeredOn: string;
  commissionerKind?: 'UWV' | 'OTHER_MUNICIPALITY' | null;
  commissionerCode?: string | null;
  commissionerReference?: string | null;
}

export interface DemoOrderStep {
  id: string;
  version: number;
  step: string;
  fromStatus: DemoServiceOrder['status'] | null;
  toStatus: DemoServiceOrder['status'];
  /** UTC instant. */
  at: string;
  by: { id: string; organisation: string };
  organisation: string;
  reference: string | null;
  text: string | null;
}

/** What a commissioner ordered for a participant. */
export interface DemoServiceOrder {
  id: string;
  participantId: string;
  clientId: string | null;
  municipality: string;
  commissionerKind: 'MUNICIPALITY' | 'UWV' | 'OTHER_MUNICIPALITY';
  commissionerCode: string;
  service: 'DIAGNOSIS' | 'LEARNING_LINE' | 'SHELTERED_PLACEMENT' | 'MEDIATION' | 'SECONDMENT' | 'JOB_COACHING' | 'TRAINING' | 'TRIAL_PLACEMENT';
  goal: string;
  budgetCents: number | null;
  startsOn: string;
  respondBy: string;
  offeredOn: string | null;
  noticeOn: string | null;
  endsOn: string | null;
  status: 'CONCEPT' | 'OFFERED' | 'ACCEPTED' | 'REFUSED' | 'WITHDRAWN' | 'IN_PROGRESS' | 'HANDED_BACK' | 'COMPLETED' | 'ENDED' | 'EVALUATED';
  result: string | null;
  reason: string | null;
  advice: string | null;
  evaluation: string | null;
  steps: DemoOrderStep[];
}

/** Who answers for a participant, from day to day. */
export interface DemoResponsibility {
  id: string;
  participantId: string;
  role: 'TRAJECTBEGELEIDER' | 'JOBCOACH' | 'WERKLEIDER';
  employee: { id: string; name: string; organisation: string };
  standIn: boolean;
  startsOn: string;
  endsOn: string | null;
}
