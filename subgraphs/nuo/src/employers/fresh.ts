import type { Branch, ContactPerson, Employer } from './employer.entity.ts';

// What a new row holds where its maker says nothing.

const unchanged = { version: 1, changedAt: null, changedBy: null } as const;
const noSource = { sourceSystem: null, sourceKey: null } as const;

export const freshEmployer = {
  ...unchanged,
  ...noSource,
  rsin: null,
  employees: null,
  keyAccount: false,
  indNonMailing: false,
  coolDownDays: 14,
  websites: null,
  domains: null,
  parentId: null,
  mergedIntoId: null,
} as const satisfies Partial<Employer>;

export const freshBranch = { ...unchanged, ...noSource, phone: null, email: null, website: null } as const satisfies Partial<Branch>;

export const freshContactPerson = {
  ...unchanged,
  branchId: null,
  doNotContact: false,
  preferredChannel: null,
  preferenceNote: null,
  verifiedOn: null,
  active: true,
  mergedIntoId: null,
} as const satisfies Partial<ContactPerson>;
