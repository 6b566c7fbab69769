import type { DemoColleague, DemoContactPlan } from '@werkplein/demo';
import { insertMissing, startOfDay, type WriteTx } from '@werkplein/kernel';
import { ContactMoment, ContactMomentParticipant } from '../contacts/contact.entity.ts';
import { ContactPlan, ContactPlanCandidate, ContactPlanParticipant } from './contact-plan.entity.ts';

const moment = (instant: string | null): Date | null => (instant === null ? null : new Date(instant));
const colleague = ({ id: employeeId, name, organisation }: DemoColleague) => ({ employeeId, name, organisation });

const planRow = ({ employerId, owner, offeredTo, contactMoment: _m, participants: _p, candidateIds: _c, ...demo }: DemoContactPlan): ContactPlan => ({
  ...demo,
  employerAliasId: employerId,
  branchId: null,
  plannedAt: moment(demo.plannedAt),
  startsAt: moment(demo.plannedAt) ?? startOfDay(demo.windowFrom),
  ownerId: owner.id,
  ownerName: owner.name,
  ownerOrganisation: owner.organisation,
  expiresAt: moment(demo.expiresAt),
  overrides: [],
  overrideReason: null,
  offeredTo: offeredTo && colleague(offeredTo),
  createdAt: new Date(demo.createdAt),
  version: 1,
});

const momentRows = ({ id: contactPlanId, employerId, contactPersonId, channel, steering, owner, contactMoment }: DemoContactPlan): ContactMoment[] => {
  if (contactMoment === null) return [];
  const occurredAt = new Date(contactMoment.occurredAt);
  const facts = { employerAliasId: employerId, contactPersonId, channel, steering, direction: 'OUTGOING', succeeded: true };
  const rest = { organisation: owner.organisation, correctionOfId: null, recordedAt: occurredAt, sourceSystem: null, sourceKey: null };
  return [{ ...contactMoment, ...facts, ...rest, occurredAt, contactPlanId }];
};

export const writeContactPlans = async (tx: WriteTx, demos: DemoContactPlan[]): Promise<void> => {
  await insertMissing(tx, ContactPlan, demos.map(planRow));
  const joined = demos.flatMap(({ id, createdAt, participants }) =>
    participants.map((one) => ({ contactPlanId: id, ...colleague(one), joinedAt: new Date(createdAt) })),
  );
  await insertMissing(tx, ContactPlanParticipant, joined);
  const candidates = demos.flatMap(({ id, candidateIds }) => candidateIds.map((candidateId) => ({ contactPlanId: id, candidateId })));
  await insertMissing(tx, ContactPlanCandidate, candidates);
  await insertMissing(tx, ContactMoment, demos.flatMap(momentRows));
  const took = demos.flatMap(({ contactMoment, owner, participants }) =>
    contactMoment === null ? [] : [owner, ...participants].map((one, position) => ({ contactMomentId: contactMoment.id, position, ...colleague(one) })),
  );
  await insertMissing(tx, ContactMomentParticipant, took);
};
