import type { Placement } from './placement.entity.ts';

/** What a placement has not yet, or never had when it came in from a file. */
export const freshPlacement = {
  branchId: null,
  expectedEndOn: null,
  endedOn: null,
  serviceOrderId: null,
  vacancyId: null,
  proposalId: null,
  workplaceId: null,
  secondmentId: null,
  proposedOn: null,
  implicitAgreementOn: null,
  agreedOn: null,
  agreedBy: null,
  decisionIds: null,
  agreementReference: null,
  termEndsOn: null,
  guidanceForm: null,
  guidanceHoursPerMonth: null,
  endRequestedOn: null,
  endRequestedFor: null,
  result: null,
  closedOn: null,
  version: 1,
  sourceSystem: null,
  sourceKey: null,
} satisfies Partial<Placement>;
