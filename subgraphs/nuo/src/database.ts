import type { Entity, Migration } from '@werkplein/kernel';
import { ContactAttempt } from './contact-plans/contact-attempt.entity.ts';
import { ContactPlan, ContactPlanClient, ContactPlanParticipant } from './contact-plans/contact-plan.entity.ts';
import { contactPlanMigrations } from './contact-plans/contact-plan.migrations.ts';
import { ContactMoment, ContactMomentParticipant } from './contacts/contact.entity.ts';
import { contactMigrations } from './contacts/contact.migrations.ts';
import { Branch, ContactPerson, Employer, EmployerAlias } from './employers/employer.entity.ts';
import { employerMigrations } from './employers/employer.migrations.ts';
import { Participant } from './participants/participant.entity.ts';
import { participantMigrations } from './participants/participant.migrations.ts';
import { Placement } from './placements/placement.entity.ts';
import { placementMigrations } from './placements/placement.migrations.ts';

export const nuoEntities: readonly Entity[] = [
  Employer,
  EmployerAlias,
  Branch,
  ContactPerson,
  ContactMoment,
  ContactMomentParticipant,
  Participant,
  Placement,
  ContactPlan,
  ContactPlanParticipant,
  ContactPlanClient,
  ContactAttempt,
];
export const nuoMigrations: readonly Migration[] = [
  ...employerMigrations,
  ...contactMigrations,
  ...participantMigrations,
  ...placementMigrations,
  ...contactPlanMigrations,
];
