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
}

export interface DemoBranch {
  id: string;
  vestigingsnummer: string | null;
  name: string;
  street: string;
  houseNumber: number;
  postcode: string;
  city: string;
  /** CBS code. */
  municipality: string;
  main: boolean;
}

export interface DemoContactPerson {
  id: string;
  name: string;
  jobTitle: string;
  email: string;
  phone: string;
}

/** `kvkNumber` is one of KvK's published test companies, or null with `registrationReason` saying that it is fictional. */
export interface DemoEmployer {
  id: string;
  index: number;
  kvkNumber: string | null;
  registrationReason: string | null;
  legalName: string;
  tradeNames: string[];
  legalForm: string;
  sbiCode: string;
  sbiVersion: 'SBI2025';
  employees: number;
  status: 'PROSPECT' | 'ACTIVE' | 'DORMANT';
  keyAccount: boolean;
  branches: DemoBranch[];
  contactPersons: DemoContactPerson[];
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

export interface DemoPlacement {
  id: string;
  /** Of a client the order under which it is; a Wsw employee has none. */
  serviceOrderId?: string | null;
  participantId: string;
  clientId: string | null;
  municipality: string;
  /** Null for sheltered work inside. */
  employerId: string | null;
  branchId: string | null;
  kind:
    | 'SHELTERED_INTERNAL'
    | 'WORK_ON_LOCATION'
    | 'SECONDMENT_INDIVIDUAL'
    | 'SECONDMENT_GROUP'
    | 'BEGELEID_WERKEN'
    | 'PROEFPLAATSING'
    | 'WORK_EXPERIENCE'
    | 'PARTICIPATION_PLACE'
    | 'REGULAR_WITH_LKS'
    | 'REGULAR';
  status: 'PROPOSED' | 'AGREED' | 'REJECTED' | 'PLANNED' | 'ACTIVE' | 'INTERRUPTED' | 'ENDED' | 'CANCELLED';
  startsOn: string;
  expectedEndOn: string | null;
  endedOn: string | null;
  hoursPerWeek: number;
  proposedOn?: string | null;
  implicitAgreementOn?: string | null;
  agreedOn?: string | null;
  agreedBy?: string | null;
  decisionIds?: string[] | null;
  agreementReference?: string | null;
  closedOn?: string | null;
  /** Of those that did not come from a file. */
  steps?: DemoPlacementStep[];
  /** The first day on which it stands still. */
  interruptedOn?: string;
}

export interface DemoPlacementStep {
  id: string;
  version: number;
  step: string;
  fromStatus: DemoPlacement['status'] | null;
  toStatus: DemoPlacement['status'];
  /** UTC instant. */
  at: string;
  onDay: string;
  by: { id: string; organisation: string };
  reason: string | null;
}

export interface DemoVacancy {
  id: string;
  employerId: string;
  branchId: string;
  title: string;
  description: string;
  occupation: string;
  postcode4: string;
  places: number;
  hoursMin: number;
  hoursMax: number;
  workingLevelMin: number;
  drivingLicences: string[];
  offersAdaptation: boolean;
  offersGuidance: boolean;
  onlyDoelgroepregister: boolean;
  closesOn: string | null;
  status: 'OPEN' | 'PAUSED' | 'FILLED' | 'WITHDRAWN';
  /** Day on which the last place was taken. */
  filledOn: string | null;
  organisation: string;
  registeredAt: string;
}

export interface DemoProposal {
  id: string;
  candidateId: string;
  municipality: string;
  employerId: string;
  vacancyId: string;
  status: 'PROPOSED' | 'INTERVIEW' | 'REJECTED';
  proposedAt: string;
  employee: { id: string; name: string; organisation: string };
}

/** Someone who works with employers. */
export interface DemoColleague {
  id: string;
  organisation: string;
  name: string;
  /** First day on which they are not here any more. */
  leavesOn: string | null;
}

export interface DemoTeam {
  id: string;
  name: string;
  members: DemoColleague[];
}

/** Of `assignee`, of a team, or of nobody: then it waits for the coordinator. */
export interface DemoTask {
  id: string;
  title: string;
  assignee: DemoColleague | null;
  teamId: string | null;
  dueOn: string;
  /** UTC instant. */
  remindAt: string | null;
  status: 'OPEN' | 'DONE';
  createdBy: DemoColleague;
  /** UTC instant. */
  createdAt: string;
}

/** Who speaks for us with an employer. */
export interface DemoAccount {
  id: string;
  employerId: string;
  /** Null: nobody was appointed. */
  owner: DemoColleague | null;
  ownerId: string;
  startsOn: string;
  team: DemoColleague[];
  closed: boolean;
  goal: string;
  agreements: string;
  opportunities: string;
  tasks: DemoTask[];
}

/** A claim to contact an employer, with the contact when it took place. */
export interface DemoContactPlan {
  id: string;
  employerId: string;
  contactPersonId: string;
  purpose: 'ACQUAINTANCE' | 'VACANCY' | 'PROPOSAL' | 'AFTERCARE' | 'RELATION' | 'EVENT';
  steering: 'VRAAGGESTUURD' | 'AANBODGESTUURD';
  channel: 'VISIT' | 'PHONE' | 'VIDEO_CALL' | 'EVENT';
  windowFrom: string;
  windowUntil: string;
  /** UTC instant. */
  plannedAt: string | null;
  owner: DemoColleague;
  status: 'RESERVED' | 'SCHEDULED' | 'CARRIED_OUT' | 'CANCELLED' | 'EXPIRED' | 'TAKEN_OVER';
  /** UTC instant. */
  expiresAt: string | null;
  offeredTo: DemoColleague | null;
  /** The plan that it took over. */
  previousId: string | null;
  /** UTC instant. */
  createdAt: string;
  /** Who joined it. */
  participants: DemoColleague[];
  candidateIds: string[];
  /** Of one that was carried out. */
  contactMoment: { id: string; occurredAt: string; subject: string; report: string } | null;
}
