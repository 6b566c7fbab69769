import {
  InstantScalar,
  DayScalar,
  KvkNumberScalar,
  MunicipalityCodeScalar,
  PageInfo,
  PhoneNumberScalar,
  PostcodeScalar,
  RsinScalar,
  VestigingsnummerScalar,
} from '@werkplein/kernel';
import { createUnionType, Directive, Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';

export enum EmployerStatus {
  PROSPECT = 'PROSPECT',
  ACTIVE = 'ACTIVE',
  DORMANT = 'DORMANT',
  BLOCKED = 'BLOCKED',
  DISSOLVED = 'DISSOLVED',
  MERGED = 'MERGED',
}
registerEnumType(EmployerStatus, { name: 'EmployerStatus' });

/** How a contact person likes to be approached. */
export enum PreferredChannel {
  PHONE = 'PHONE',
  EMAIL = 'EMAIL',
  VISIT = 'VISIT',
  VIDEO_CALL = 'VIDEO_CALL',
  LETTER = 'LETTER',
}
registerEnumType(PreferredChannel, { name: 'PreferredChannel' });

@ObjectType('Sbi', { description: 'Business activity by the classification of CBS; a code means nothing without its version.' })
export class SbiType {
  @Field(() => String) code!: string;
  @Field(() => String, { description: '`SBI2008` or `SBI2025`.' }) version!: string;
}

@ObjectType('Branch', { description: 'A place where an employer works (vestiging).' })
export class BranchType {
  @Field(() => ID) id!: string;
  @Field(() => VestigingsnummerScalar, { nullable: true }) vestigingsnummer!: string | null;
  @Field(() => String) name!: string;
  @Field(() => String, { nullable: true }) street!: string | null;
  @Field(() => String, { nullable: true, description: 'Number with its addition.' }) houseNumber!: string | null;
  @Field(() => PostcodeScalar, { nullable: true }) postcode!: string | null;
  @Field(() => String, { nullable: true }) city!: string | null;
  @Field(() => MunicipalityCodeScalar, { nullable: true }) municipality!: string | null;
  @Field(() => PhoneNumberScalar, { nullable: true }) phone!: string | null;
  @Field(() => String, { nullable: true }) email!: string | null;
  @Field(() => String, { nullable: true }) website!: string | null;
  @Field(() => Boolean) main!: boolean;
  @Field(() => Int) version!: number;
}

@ObjectType('ContactPerson', { description: 'Someone at an employer with whom our people speak.' })
export class ContactPersonType {
  @Field(() => ID) id!: string;
  @Field(() => String) name!: string;
  @Field(() => String, { nullable: true }) jobTitle!: string | null;
  @Field(() => String, { nullable: true }) email!: string | null;
  @Field(() => PhoneNumberScalar, { nullable: true }) phone!: string | null;
  @Field(() => Boolean, { description: 'Asked not to be approached by us.' }) doNotContact!: boolean;
  @Field(() => PreferredChannel, { nullable: true }) preferredChannel!: PreferredChannel | null;
  @Field(() => String, { nullable: true }) preferenceNote!: string | null;
  @Field(() => DayScalar, { nullable: true, description: 'Day on which someone last checked these facts.' }) verifiedOn!: string | null;
  @Field(() => Boolean, { description: 'False: no longer works there.' }) active!: boolean;
  @Field(() => Int) version!: number;
}

@ObjectType('Concern', { description: 'To whom an employer belongs, and who belong to it.' })
export class ConcernType {}

@ObjectType('Employer', { description: 'An organisation that gives or may give work. An id from before a merge keeps answering.' })
@Directive('@key(fields: "id")')
export class EmployerType {
  @Field(() => ID) id!: string;
  @Field(() => String) legalName!: string;
  @Field(() => [String]) tradeNames!: string[];
  @Field(() => KvkNumberScalar, { nullable: true }) kvkNumber!: string | null;
  @Field(() => RsinScalar, { nullable: true }) rsin!: string | null;
  @Field(() => String, { nullable: true, description: 'Why it is registered without a KvK number.' }) registrationReason!: string | null;
  @Field(() => EmployerStatus) status!: EmployerStatus;
  @Field(() => Boolean) keyAccount!: boolean;
  @Field(() => Int, { nullable: true }) employees!: number | null;
  @Field(() => Boolean, { description: 'Wants no unsolicited post (of the KvK register).' }) indNonMailing!: boolean;
  @Field(() => Int, { description: 'Days of rest after another organisation approached it.' }) coolDownDays!: number;
  @Field(() => Int, { description: 'Goes up with each change; send it as `expectedVersion`.' }) version!: number;
  @Field(() => InstantScalar, { nullable: true }) changedAt!: Date | null;
}

@ObjectType('EmployerConnection')
export class EmployerConnection {
  @Field(() => [EmployerType]) nodes!: EmployerType[];
  @Field(() => PageInfo) pageInfo!: PageInfo;
}

@InputType()
export class EmployerFilter {
  @Field(() => String, { nullable: true, description: 'Part of the name, however it is written.' }) name?: string | null;
  @Field(() => EmployerStatus, { nullable: true }) status?: EmployerStatus | null;
  @Field(() => Boolean, { nullable: true }) keyAccount?: boolean | null;
  @Field(() => MunicipalityCodeScalar, { nullable: true, description: 'Has a branch there.' }) municipality?: string | null;
  @Field(() => [String], { nullable: true, description: 'Letters of SBI 2025, such as `["A", "C"]`; finds codes of SBI 2008 too.' }) sbiSections?:
    | string[]
    | null;
  @Field(() => Int, { nullable: true, description: 'Of the whole employer; one whose size is unknown is left out.' }) minEmployees?: number | null;
  @Field(() => Boolean, { nullable: true, description: 'True: no organisation ever had an outgoing contact with it.' }) neverApproached?: boolean | null;
}

// Inputs of commands are plain text: the command checks them, and answers all problems at once with their paths.

@InputType()
export class RegisterEmployerInput {
  @Field(() => String) requestId!: string;
  @Field(() => String) legalName!: string;
  @Field(() => [String], { nullable: true }) tradeNames?: string[] | null;
  @Field(() => String, { nullable: true, description: 'KvkNumber. Without it, say why in `registrationReason`.' }) kvkNumber?: string | null;
  @Field(() => String, { nullable: true, description: 'Rsin.' }) rsin?: string | null;
  @Field(() => String, { nullable: true }) registrationReason?: string | null;
  @Field(() => String, { nullable: true }) sbiCode?: string | null;
  @Field(() => String, { nullable: true, description: '`SBI2008` or `SBI2025`.' }) sbiVersion?: string | null;
  @Field(() => Int, { nullable: true }) employees?: number | null;
  @Field(() => String, { nullable: true, description: 'Postcode of its main branch, which is made with it.' }) postcode?: string | null;
  @Field(() => String, { nullable: true }) city?: string | null;
  @Field(() => String, { nullable: true, description: 'MunicipalityCode.' }) municipality?: string | null;
  @Field(() => String, { nullable: true, description: 'PhoneNumber.' }) phone?: string | null;
  @Field(() => String, { nullable: true }) email?: string | null;
  @Field(() => String, { nullable: true }) website?: string | null;
  @Field(() => Boolean, {
    nullable: true,
    description: 'Without a KvK number an employer with this name at this postcode is the answer; true makes another, for a coordinator to review.',
  })
  createAnyway?: boolean | null;
}

@InputType()
export class AddBranchInput {
  @Field(() => String) requestId!: string;
  @Field(() => ID) employerId!: string;
  @Field(() => String, { nullable: true, description: 'Vestigingsnummer.' }) vestigingsnummer?: string | null;
  @Field(() => String) name!: string;
  @Field(() => String) street!: string;
  @Field(() => String) houseNumber!: string;
  @Field(() => String, { description: 'Postcode.' }) postcode!: string;
  @Field(() => String) city!: string;
  @Field(() => String, { description: 'MunicipalityCode.' }) municipality!: string;
  @Field(() => String, { nullable: true, description: 'PhoneNumber.' }) phone?: string | null;
  @Field(() => String, { nullable: true }) email?: string | null;
  @Field(() => String, { nullable: true }) website?: string | null;
}

@InputType()
export class AddContactPersonInput {
  @Field(() => String) requestId!: string;
  @Field(() => ID) employerId!: string;
  @Field(() => String) name!: string;
  @Field(() => String, { nullable: true }) jobTitle?: string | null;
  @Field(() => String, { nullable: true }) email?: string | null;
  @Field(() => String, { nullable: true, description: 'PhoneNumber.' }) phone?: string | null;
  @Field(() => ID, { nullable: true }) branchId?: string | null;
}

@ObjectType({ description: 'The employer is there; `alreadyKnown` when it was before.' })
export class EmployerRegistered {
  readonly __typename!: 'EmployerRegistered';
  employerId!: string;
  signalIds!: string[];
  @Field(() => Boolean) alreadyKnown!: boolean;
}

@ObjectType()
export class BranchAdded {
  readonly __typename!: 'BranchAdded';
  branchId!: string;
}

@ObjectType({ description: 'This vestigingsnummer is in use under the same KvK number; `branch` has it.' })
export class VestigingsnummerTaken {
  readonly __typename!: 'VestigingsnummerTaken';
  branchId!: string;
}

@ObjectType({ description: '`alreadyKnown`: an active person of this employer has this e-mail address or phone number.' })
export class ContactPersonAdded {
  readonly __typename!: 'ContactPersonAdded';
  contactPersonId!: string;
  @Field(() => Boolean) alreadyKnown!: boolean;
}

const byTypename = (value: { __typename: string }): string => value.__typename;

export const RegisterEmployerResult = createUnionType({ name: 'RegisterEmployerResult', types: () => [EmployerRegistered] as const, resolveType: byTypename });
export const AddBranchResult = createUnionType({
  name: 'AddBranchResult',
  types: () => [BranchAdded, VestigingsnummerTaken] as const,
  resolveType: byTypename,
});
export const AddContactPersonResult = createUnionType({ name: 'AddContactPersonResult', types: () => [ContactPersonAdded] as const, resolveType: byTypename });
