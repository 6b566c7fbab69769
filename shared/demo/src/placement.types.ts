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
