import { addTerms, type Entity, type Migration } from '@werkplein/kernel';
import { ContactMoment, ContactMomentParticipant } from './contacts/contact.entity.ts';
import { contactMigrations } from './contacts/contact.migrations.ts';
import { Branch, ContactPerson, Employer, EmployerAlias } from './employers/employer.entity.ts';
import { employerMigrations } from './employers/employer.migrations.ts';
import { nuoTerms } from './nuo.terms.ts';
import { Participant } from './participants/participant.entity.ts';
import { participantMigrations } from './participants/participant.migrations.ts';
import { Placement } from './placements/placement.entity.ts';
import { placementMigrations } from './placements/placement.migrations.ts';

export const nuoEntities: readonly Entity[] = [Employer, EmployerAlias, Branch, ContactPerson, ContactMoment, ContactMomentParticipant, Participant, Placement];
export const nuoMigrations: readonly Migration[] = [
  ...employerMigrations,
  ...contactMigrations,
  ...participantMigrations,
  ...placementMigrations,
  addTerms(1764000220001, 'nuo', nuoTerms),
];
