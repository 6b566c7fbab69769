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

/** An attempt to approach an employer that met what another had planned, or had just done. */
export interface DemoContactAttempt {
  id: string;
  attemptId: string;
  employerId: string;
  by: DemoColleague;
  /** UTC instant. */
  at: string;
  kind: 'PLAN_CLASH' | 'COOL_DOWN';
  outcome: 'REFUSED' | 'WARNED';
  /** The plan in the way. */
  contactPlanId: string | null;
  followedBy: 'JOINED' | 'PLANNED_OTHERWISE' | 'OVERRULED' | null;
}
