import { createUnionType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { PreferredChannel, VestigingsnummerTaken } from './employer.types.ts';

@InputType({ description: 'A field that is left out stays as it is; null takes its value away.' })
export class ChangeBranchInput {
  @Field(() => String) requestId!: string;
  @Field(() => ID) branchId!: string;
  @Field(() => Int) expectedVersion!: number;
  @Field(() => String, { nullable: true, description: 'Vestigingsnummer.' }) vestigingsnummer?: string | null;
  @Field(() => String, { nullable: true }) name?: string | null;
  @Field(() => String, { nullable: true }) street?: string | null;
  @Field(() => String, { nullable: true }) houseNumber?: string | null;
  @Field(() => String, { nullable: true, description: 'Postcode.' }) postcode?: string | null;
  @Field(() => String, { nullable: true }) city?: string | null;
  @Field(() => String, { nullable: true, description: 'MunicipalityCode.' }) municipality?: string | null;
  @Field(() => String, { nullable: true, description: 'PhoneNumber.' }) phone?: string | null;
  @Field(() => String, { nullable: true }) email?: string | null;
  @Field(() => String, { nullable: true }) website?: string | null;
}

@InputType({ description: 'A field that is left out stays as it is; null takes its value away.' })
export class ChangeContactPersonInput {
  @Field(() => String) requestId!: string;
  @Field(() => ID) contactPersonId!: string;
  @Field(() => Int) expectedVersion!: number;
  @Field(() => String, { nullable: true }) name?: string | null;
  @Field(() => String, { nullable: true }) jobTitle?: string | null;
  @Field(() => String, { nullable: true }) email?: string | null;
  @Field(() => String, { nullable: true, description: 'PhoneNumber.' }) phone?: string | null;
  @Field(() => ID, { nullable: true }) branchId?: string | null;
  @Field(() => Boolean, { nullable: true, description: 'Asked not to be approached by us.' }) doNotContact?: boolean | null;
  @Field(() => PreferredChannel, { nullable: true }) preferredChannel?: PreferredChannel | null;
  @Field(() => String, { nullable: true, description: 'At most 500 characters.' }) preferenceNote?: string | null;
  @Field(() => String, { nullable: true, description: 'Date on which someone checked these facts.' }) verifiedOn?: string | null;
  @Field(() => Boolean, { nullable: true, description: 'False: no longer works there.' }) active?: boolean | null;
}

@ObjectType()
export class BranchChanged {
  readonly __typename!: 'BranchChanged';
  branchId!: string;
}

@ObjectType({ description: 'Someone changed it since: `branch.changedBy`. Look at it and try again with its version.' })
export class BranchVersionConflict {
  readonly __typename!: 'BranchVersionConflict';
  branchId!: string;
  @Field(() => Int) currentVersion!: number;
}

@ObjectType()
export class ContactPersonChanged {
  readonly __typename!: 'ContactPersonChanged';
  contactPersonId!: string;
}

@ObjectType({ description: 'The active `contactPerson` of the same employer has this e-mail address or phone number.' })
export class ContactPersonTaken {
  readonly __typename!: 'ContactPersonTaken';
  contactPersonId!: string;
}

@ObjectType({ description: 'Someone changed it since: `contactPerson.changedBy`. Look at it and try again with its version.' })
export class ContactPersonVersionConflict {
  readonly __typename!: 'ContactPersonVersionConflict';
  contactPersonId!: string;
  @Field(() => Int) currentVersion!: number;
}

const byTypename = (value: { __typename: string }): string => value.__typename;

export const ChangeBranchResult = createUnionType({
  name: 'ChangeBranchResult',
  types: () => [BranchChanged, BranchVersionConflict, VestigingsnummerTaken] as const,
  resolveType: byTypename,
});
export const ChangeContactPersonResult = createUnionType({
  name: 'ChangeContactPersonResult',
  types: () => [ContactPersonChanged, ContactPersonTaken, ContactPersonVersionConflict] as const,
  resolveType: byTypename,
});
