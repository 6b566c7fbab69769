import { DayScalar, InstantScalar, PageInfo } from '@werkplein/kernel';
import { createUnionType, Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { ColleagueInput, ColleagueNotActive } from '../colleagues/colleague.types.ts';

export enum AccountScope {
  WHOLE = 'WHOLE',
  BRANCH = 'BRANCH',
  SECTOR = 'SECTOR',
}
export enum HandOverStatus {
  OFFERED = 'OFFERED',
  ACCEPTED = 'ACCEPTED',
  REFUSED = 'REFUSED',
  WITHDRAWN = 'WITHDRAWN',
  APPOINTED = 'APPOINTED',
}
registerEnumType(AccountScope, { name: 'AccountScope', description: 'The whole employer, one branch of it, or our work with it in one sector.' });
registerEnumType(HandOverStatus, { name: 'HandOverStatus', description: '`APPOINTED`: the coordinator gave it to another without an offer.' });

@ObjectType({ description: 'Texts of at most 4000 characters, without names of clients.' })
export class AccountPlan {
  @Field(() => String) goal!: string;
  @Field(() => String) agreements!: string;
  @Field(() => String, { description: 'Where work for our people may be found.' }) opportunities!: string;
}

@ObjectType('AccountTeamMember')
export class AccountTeamMemberType {
  @Field(() => String, { nullable: true }) role!: string | null;
}

@ObjectType('AccountOwnership', { description: 'Who owned the account from day to day, both included.' })
export class AccountOwnershipType {
  @Field(() => DayScalar) startsOn!: string;
  @Field(() => DayScalar, { nullable: true }) endsOn!: string | null;
}

@ObjectType('AccountHandOver', { description: 'An account offered to a next owner, and what came of it.' })
export class AccountHandOverType {
  @Field(() => ID) id!: string;
  @Field(() => HandOverStatus) status!: HandOverStatus;
  @Field(() => String, { nullable: true }) note!: string | null;
  @Field(() => InstantScalar) offeredAt!: Date;
  @Field(() => InstantScalar, { nullable: true }) decidedAt!: Date | null;
}

@ObjectType('Account', { description: 'The agreement on who speaks for us with an employer, or with a branch or sector of it. One owner a day.' })
export class AccountType {
  @Field(() => ID) id!: string;
  @Field(() => AccountScope) scope!: AccountScope;
  @Field(() => String, { nullable: true }) sector!: string | null;
  @Field(() => Boolean, { description: 'Only the owner and the team may approach the employer.' }) closed!: boolean;
  @Field(() => Int) version!: number;
}

@ObjectType({ description: 'By name of the employer.' })
export class AccountConnection {
  @Field(() => [AccountType]) nodes!: AccountType[];
  @Field(() => PageInfo) pageInfo!: PageInfo;
}

@InputType()
export class AccountFilter {
  @Field(() => Int, { nullable: true, description: 'Someone works there today whose placement is expected to end within this many days; 0 to 366.' })
  placementEndsWithinDays?: number | null;
  @Field(() => Int, {
    nullable: true,
    description: 'Nobody of any organisation had contact for this many days, 1 to 3660; an attempt that reached nobody is no contact.',
  })
  noContactForDays?: number | null;
}

@InputType()
export class AssignAccountOwnerInput {
  @Field(() => String) requestId!: string;
  @Field(() => ID) employerId!: string;
  @Field(() => AccountScope, { defaultValue: AccountScope.WHOLE }) scope!: AccountScope;
  @Field(() => ID, { nullable: true, description: 'With scope `BRANCH`.' }) branchId?: string | null;
  @Field(() => String, { nullable: true, description: 'With scope `SECTOR`, at most 60 characters.' }) sector?: string | null;
  @Field(() => ColleagueInput, { nullable: true, description: 'Null: nobody owns it from then on.' }) owner?: ColleagueInput | null;
  @Field(() => String, { nullable: true, description: 'Date: today (when left out) or later. Open work and new work go to the new owner at once.' })
  startsOn?: string | null;
  @Field(() => Int, { nullable: true, description: 'Of the account as you saw it; null when there was none.' }) expectedVersion?: number | null;
}

@InputType()
export class AccountTeamMemberInput extends ColleagueInput {
  @Field(() => String, { nullable: true, description: 'At most 80 characters.' }) role?: string | null;
}

@InputType()
class AccountChange {
  @Field(() => String) requestId!: string;
  @Field(() => ID) accountId!: string;
  @Field(() => Int) expectedVersion!: number;
}

@InputType({ description: 'The plan and team as given replace those that were.' })
export class ChangeAccountInput extends AccountChange {
  @Field(() => String) goal!: string;
  @Field(() => String) agreements!: string;
  @Field(() => String) opportunities!: string;
  @Field(() => [AccountTeamMemberInput]) team!: AccountTeamMemberInput[];
}

@InputType()
export class CloseAccountInput extends AccountChange {
  @Field(() => Boolean, { description: 'False opens it again.' }) closed!: boolean;
}

@InputType()
export class OfferAccountInput {
  @Field(() => String) requestId!: string;
  @Field(() => ID) accountId!: string;
  @Field(() => ColleagueInput) to!: ColleagueInput;
  @Field(() => String, { nullable: true, description: 'At most 500 characters.' }) note?: string | null;
}

@InputType()
export class AnswerHandOverInput {
  @Field(() => String) requestId!: string;
  @Field(() => ID) handOverId!: string;
}

@InputType()
export class HandOverEverythingInput {
  @Field(() => String) requestId!: string;
  @Field(() => ColleagueInput) from!: ColleagueInput;
  @Field(() => ColleagueInput) to!: ColleagueInput;
  @Field(() => String, {
    description: 'Date: today or later; the first day on which `from` is not here. Work moves at once; accounts change owner on this day.',
  })
  onDay!: string;
}

@ObjectType({ description: 'How much of one kind: `accounts`, `memberships`, `handOvers`, or a kind of work such as `tasks` or `reminders`.' })
export class WorkCount {
  @Field(() => String) kind!: string;
  @Field(() => Int) count!: number;
}

@ObjectType()
export class AccountSaved {
  readonly __typename!: 'AccountSaved';
  accountId!: string;
}

@ObjectType()
export class AccountOwnerAssigned {
  readonly __typename!: 'AccountOwnerAssigned';
  accountId!: string;
  @Field(() => [WorkCount], { description: 'Open work that went along from the owner before.' }) moved!: WorkCount[];
}

@ObjectType({ description: 'Someone changed it since; look at `account` and try again with its version.' })
export class AccountVersionConflict {
  readonly __typename!: 'AccountVersionConflict';
  accountId!: string;
}

@ObjectType({ description: 'It waits for an answer; until then it can be withdrawn.' })
export class HandOverOffered {
  readonly __typename!: 'HandOverOffered';
  handOverId!: string;
}

@ObjectType({ description: 'It is offered to someone already: `handOver`. Withdraw that first.' })
export class HandOverPending {
  readonly __typename!: 'HandOverPending';
  handOverId!: string;
}

@ObjectType()
export class HandOverAccepted {
  readonly __typename!: 'HandOverAccepted';
  handOverId!: string;
  @Field(() => [WorkCount], { description: 'Open work that went along.' }) moved!: WorkCount[];
}

@ObjectType({ description: 'Refused or withdrawn, as `handOver` says: the account stays where it was.' })
export class HandOverEnded {
  readonly __typename!: 'HandOverEnded';
  handOverId!: string;
}

@ObjectType({ description: 'It was accepted, refused or withdrawn before.' })
export class HandOverAlreadyDecided {
  readonly __typename!: 'HandOverAlreadyDecided';
  handOverId!: string;
}

@ObjectType({ description: 'All of it is with the other now.' })
export class EverythingHandedOver {
  readonly __typename!: 'EverythingHandedOver';
  fromId!: string;
  @Field(() => [WorkCount]) moved!: WorkCount[];
  @Field(() => [WorkCount], { description: 'Counted after the move, in the same transaction: each is 0.' }) remaining!: WorkCount[];
}

@ObjectType({ description: 'What one person still holds.' })
export class OpenWorkOfColleague {
  colleagueId!: string;
}

const resolveType = (value: { __typename: string }): string => value.__typename;
export const AssignAccountOwnerResult = createUnionType({
  name: 'AssignAccountOwnerResult',
  types: () => [AccountOwnerAssigned, AccountVersionConflict, ColleagueNotActive] as const,
  resolveType,
});
export const ChangeAccountResult = createUnionType({
  name: 'ChangeAccountResult',
  types: () => [AccountSaved, AccountVersionConflict] as const,
  resolveType,
});
export const OfferAccountResult = createUnionType({
  name: 'OfferAccountResult',
  types: () => [HandOverOffered, HandOverPending, ColleagueNotActive] as const,
  resolveType,
});
export const AcceptHandOverResult = createUnionType({
  name: 'AcceptHandOverResult',
  types: () => [HandOverAccepted, HandOverAlreadyDecided, ColleagueNotActive] as const,
  resolveType,
});
export const EndHandOverResult = createUnionType({
  name: 'EndHandOverResult',
  types: () => [HandOverEnded, HandOverAlreadyDecided] as const,
  resolveType,
});
export const HandOverEverythingResult = createUnionType({
  name: 'HandOverEverythingResult',
  types: () => [EverythingHandedOver, ColleagueNotActive] as const,
  resolveType,
});
