export interface DemoRate {
  id: string;
  validFrom: string;
  centsPerHour: number;
  indexedYear: number | null;
}

/** The agreement under which people are lent to one hirer. */
export interface DemoSecondment {
  id: string;
  employerId: string;
  branchId: string | null;
  kind: 'INDIVIDUAL' | 'GROUP';
  title: string;
  /** SOWECO: it began before the NUO did, and runs to an agreed day. */
  origin: 'SOWECO' | 'NUO';
  status: 'RUNNING' | 'NOTICE_GIVEN' | 'ENDED';
  startsOn: string;
  endsOn: string | null;
  noticeMonths: number;
  indexed: boolean;
  signedOn: string;
  noticeGivenOn: string | null;
  noticeBy: 'HIRER' | null;
  noticeEndsOn: string | null;
  endedOn: string | null;
  endReason: string | null;
  rates: DemoRate[];
  placementIds: string[];
}

export interface DemoLearningStep {
  id: string;
  module: string;
  workKind: string;
  goal: string;
  status: 'PLANNED' | 'BUSY' | 'ACHIEVED' | 'STOPPED';
  startedOn: string | null;
  finishedOn: string | null;
  stopReason: string | null;
  certificate: { id: string; number: string; issuedOn: string; issuer: string } | null;
}

/** What a participant learns by working. */
export interface DemoLearningLine {
  id: string;
  participantId: string;
  goal: string;
  startsOn: string;
  expectedEndOn: string;
  steps: DemoLearningStep[];
}

/** Hours of one placement in one month, in hundredths; money in cents. */
export interface DemoTimesheet {
  id: string;
  placementId: string;
  month: string;
  workedHours: number;
  billableHours: number;
  sickHours: number;
  leaveHours: number;
  seasonHours: number;
  otherAbsentHours: number;
  revenueCents: number | null;
  directCostCents: number;
  /** Day on which it was recorded. */
  recordedOn: string;
}
