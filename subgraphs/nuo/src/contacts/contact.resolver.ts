import { Employee, Guard, Organisation, organisation, type RequestContext } from '@werkplein/kernel';
import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { NuoCommands } from '../commands.types.ts';
import type { Employer } from '../employers/employer.entity.ts';
import { loadContactPerson, loadEmployer } from '../employers/employer.store.ts';
import { ContactPersonType, EmployerType } from '../employers/employer.types.ts';
import type { ContactMoment } from './contact.entity.ts';
import { recordContacts, viewEmployers } from './contact.policy.ts';
import { contactMomentsOf, lastContactOf, loadContactMoment, loadParticipants } from './contact.store.ts';
import * as types from './contact.types.ts';
import { correctContactMoment } from './correct-contact-moment.ts';
import { recordContactMoment } from './record-contact-moment.ts';
import { showing } from '../showing.ts';

@Resolver(() => EmployerType)
export class EmployerContactsResolver {
  @Guard(viewEmployers)
  @FieldResolver(() => types.ContactMomentConnection, { description: 'The last contacts of all organisations with this employer, newest first.' })
  contactMoments(
    @Ctx() ctx: RequestContext,
    @Root() row: Employer,
    @Arg('last', () => Int, { defaultValue: 10 }) last: number,
    @Arg('before', () => String, { nullable: true }) before?: string,
  ): Promise<unknown> {
    return contactMomentsOf(ctx, row.id, last, before);
  }

  @Guard(viewEmployers)
  @FieldResolver(() => types.ContactMomentType, { nullable: true })
  lastContact(@Ctx() ctx: RequestContext, @Root() row: Employer): Promise<unknown> {
    return lastContactOf(ctx, row.id);
  }
}

@Resolver(() => types.ContactMomentType)
export class ContactMomentResolver {
  @Guard(viewEmployers)
  @Query(() => types.ContactMomentType, { nullable: true })
  contactMoment(@Ctx() ctx: RequestContext, @Arg('id', () => ID) id: string): Promise<unknown> {
    return loadContactMoment(ctx, id);
  }

  @FieldResolver(() => Organisation, { description: 'Whose contact it was.' })
  organisation(@Root() row: ContactMoment): Organisation {
    return organisation(row.organisation);
  }

  @FieldResolver(() => [Employee], { description: 'Our people; first who recorded it.' })
  participants(@Ctx() ctx: RequestContext, @Root() row: ContactMoment): Promise<Employee[]> {
    return loadParticipants(ctx, row.id);
  }

  @FieldResolver(() => ContactPersonType, { nullable: true })
  contactPerson(@Ctx() ctx: RequestContext, @Root() row: ContactMoment): Promise<unknown> | null {
    return row.contactPersonId === null ? null : loadContactPerson(ctx, row.contactPersonId);
  }

  @FieldResolver(() => EmployerType)
  employer(@Ctx() ctx: RequestContext, @Root() row: ContactMoment): Promise<unknown> {
    return loadEmployer(ctx, row.employerAliasId);
  }

  @FieldResolver(() => types.ContactMomentType, { nullable: true, description: 'The fact that this one replaced.' })
  correctionOf(@Ctx() ctx: RequestContext, @Root() row: ContactMoment): Promise<unknown> | null {
    return row.correctionOfId === null ? null : loadContactMoment(ctx, row.correctionOfId);
  }
}

@Resolver(() => NuoCommands)
export class ContactCommandsResolver {
  @Guard(recordContacts)
  @FieldResolver(() => types.RecordContactMomentResult)
  recordContactMoment(@Ctx() ctx: RequestContext, @Arg('input', () => types.RecordContactMomentInput) input: types.RecordContactMomentInput): Promise<unknown> {
    return recordContactMoment(ctx, input);
  }

  @Guard(recordContacts)
  @FieldResolver(() => types.CorrectContactMomentResult, { description: 'Replaces a contact moment of the own organisation by a new one.' })
  correctContactMoment(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => types.CorrectContactMomentInput) input: types.CorrectContactMomentInput,
  ): Promise<unknown> {
    return correctContactMoment(ctx, input);
  }
}

export const contactResolvers = [
  EmployerContactsResolver,
  ContactMomentResolver,
  ContactCommandsResolver,
  ...showing(
    'contactMoment',
    () => types.ContactMomentType,
    (ctx, { contactMomentId }) => loadContactMoment(ctx, contactMomentId),
    [types.ContactMomentRecorded, types.ContactMomentCorrected, types.ContactMomentAlreadyCorrected],
  ),
];
