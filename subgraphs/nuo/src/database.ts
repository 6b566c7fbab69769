import type { Entity, Migration } from '@werkplein/kernel';
import { ContactMoment, ContactMomentParticipant } from './contacts/contact.entity.ts';
import { contactMigrations } from './contacts/contact.migrations.ts';
import { Branch, ContactPerson, Employer, EmployerAlias } from './employers/employer.entity.ts';
import { employerMigrations } from './employers/employer.migrations.ts';
import { Participant } from './participants/participant.entity.ts';
import { participantMigrations } from './participants/participant.migrations.ts';
import { Placement } from './placements/placement.entity.ts';
import { placementMigrations } from './placements/placement.migrations.ts';
import { Proposal } from './proposals/proposal.entity.ts';
import { proposalMigrations } from './proposals/proposal.migrations.ts';
import { Vacancy } from './vacancies/vacancy.entity.ts';
import { vacancyMigrations } from './vacancies/vacancy.migrations.ts';
import { VacancySource } from './vacancies/vum/vacancy-source.entity.ts';
import { vacancySourceMigrations } from './vacancies/vum/vacancy-source.migrations.ts';

export const nuoEntities: readonly Entity[] = [
  Employer,
  EmployerAlias,
  Branch,
  ContactPerson,
  ContactMoment,
  ContactMomentParticipant,
  Participant,
  Placement,
  Vacancy,
  VacancySource,
  Proposal,
];
export const nuoMigrations: readonly Migration[] = [
  ...employerMigrations,
  ...contactMigrations,
  ...participantMigrations,
  ...placementMigrations,
  ...vacancyMigrations,
  ...vacancySourceMigrations,
  ...proposalMigrations,
];
