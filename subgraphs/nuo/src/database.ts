import type { Entity, Migration } from '@werkplein/kernel';
import { Account, AccountHandOver, AccountMember, AccountOwner } from './accounts/account.entity.ts';
import { accountMigrations } from './accounts/account.migrations.ts';
import { Colleague } from './colleagues/colleague.entity.ts';
import { colleagueMigrations } from './colleagues/colleague.migrations.ts';
import { Team, TeamMember } from './colleagues/team.entity.ts';
import { ContactMoment, ContactMomentParticipant } from './contacts/contact.entity.ts';
import { contactMigrations } from './contacts/contact.migrations.ts';
import { Branch, ContactPerson, Employer, EmployerAlias } from './employers/employer.entity.ts';
import { employerMigrations } from './employers/employer.migrations.ts';
import { Participant } from './participants/participant.entity.ts';
import { participantMigrations } from './participants/participant.migrations.ts';
import { Placement } from './placements/placement.entity.ts';
import { placementMigrations } from './placements/placement.migrations.ts';
import { Task } from './tasks/task.entity.ts';
import { taskMigrations } from './tasks/task.migrations.ts';

export const nuoEntities: readonly Entity[] = [
  Employer,
  EmployerAlias,
  Branch,
  ContactPerson,
  ContactMoment,
  ContactMomentParticipant,
  Participant,
  Placement,
  Colleague,
  Team,
  TeamMember,
  Account,
  AccountOwner,
  AccountMember,
  AccountHandOver,
  Task,
];
export const nuoMigrations: readonly Migration[] = [
  ...employerMigrations,
  ...contactMigrations,
  ...participantMigrations,
  ...placementMigrations,
  ...colleagueMigrations,
  ...accountMigrations,
  ...taskMigrations,
];
