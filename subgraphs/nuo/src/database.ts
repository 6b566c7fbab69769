import type { Entity, Migration } from '@werkplein/kernel';
import { activityMigrations } from './activity/activity.migrations.ts';
import { CalendarFeed } from './calendar/calendar-feed.entity.ts';
import { calendarMigrations } from './calendar/calendar-feed.migrations.ts';
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
  CalendarFeed,
];
export const nuoMigrations: readonly Migration[] = [
  ...employerMigrations,
  ...contactMigrations,
  ...participantMigrations,
  ...placementMigrations,
  ...activityMigrations,
  ...calendarMigrations,
];
