import { DayScalar, PageInfo } from '@werkplein/kernel';
import { createUnionType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';

@InputType({ description: 'A person by the id that their organisation gave.' })
export class ColleagueInput {
  @Field(() => ID) employeeId!: string;
  @Field(() => String, { description: '`nuo` or a CBS code.' }) organisation!: string;
}

@ObjectType('Colleague', {
  description: 'Someone of one of the organisations who works with employers; known since their first command or since someone named them.',
})
export class ColleagueType {
  @Field(() => DayScalar, { nullable: true, description: 'First day on which they are not here any more.' }) leavesOn!: string | null;
  @Field(() => Int) version!: number;
}

@ObjectType({ description: 'By name.' })
export class ColleagueConnection {
  @Field(() => [ColleagueType]) nodes!: ColleagueType[];
  @Field(() => PageInfo) pageInfo!: PageInfo;
}

@ObjectType('Team', { description: 'People who share work, such as a sector or a municipality.' })
export class TeamType {
  @Field(() => ID) id!: string;
  @Field(() => String) name!: string;
  @Field(() => Int) version!: number;
}

@ObjectType({ description: 'By name.' })
export class TeamConnection {
  @Field(() => [TeamType]) nodes!: TeamType[];
  @Field(() => PageInfo) pageInfo!: PageInfo;
}

@InputType()
export class RegisterColleagueInput {
  @Field(() => String) requestId!: string;
  @Field(() => ColleagueInput) colleague!: ColleagueInput;
  @Field(() => String, { description: 'Holds until they sign in: then their own name does.' }) name!: string;
}

@InputType()
export class ChangeColleagueInput {
  @Field(() => String) requestId!: string;
  @Field(() => ColleagueInput) colleague!: ColleagueInput;
  @Field(() => String, { nullable: true, description: 'Date: the first day on which they are not here; null when they stay.' }) leavesOn?: string | null;
  @Field(() => Int) expectedVersion!: number;
}

@InputType()
export class CreateTeamInput {
  @Field(() => String) requestId!: string;
  @Field(() => String) name!: string;
  @Field(() => [ColleagueInput]) members!: ColleagueInput[];
}

@InputType()
export class ChangeTeamInput extends CreateTeamInput {
  @Field(() => ID) teamId!: string;
  @Field(() => Int) expectedVersion!: number;
}

@ObjectType({ description: 'The person is in the register; `alreadyKnown` when they were before, under the name shown.' })
export class ColleagueRegistered {
  readonly __typename!: 'ColleagueRegistered';
  colleagueId!: string;
  @Field(() => Boolean) alreadyKnown!: boolean;
}

@ObjectType()
export class ColleagueChanged {
  readonly __typename!: 'ColleagueChanged';
  colleagueId!: string;
}

@ObjectType({ description: 'Someone changed it since; look at `colleague` and try again with its version.' })
export class ColleagueVersionConflict {
  readonly __typename!: 'ColleagueVersionConflict';
  colleagueId!: string;
}

@ObjectType({ description: 'This person has left or has handed over all work; choose someone else.' })
export class ColleagueNotActive {
  readonly __typename!: 'ColleagueNotActive';
  colleagueId!: string;
}

@ObjectType()
export class TeamSaved {
  readonly __typename!: 'TeamSaved';
  teamId!: string;
}

@ObjectType({ description: 'There is a team with this name already: `team`.' })
export class TeamNameTaken {
  readonly __typename!: 'TeamNameTaken';
  teamId!: string;
}

@ObjectType({ description: 'Someone changed it since; look at `team` and try again with its version.' })
export class TeamVersionConflict {
  readonly __typename!: 'TeamVersionConflict';
  teamId!: string;
}

const resolveType = (value: { __typename: string }): string => value.__typename;
export const RegisterColleagueResult = createUnionType({ name: 'RegisterColleagueResult', types: () => [ColleagueRegistered] as const, resolveType });
export const ChangeColleagueResult = createUnionType({
  name: 'ChangeColleagueResult',
  types: () => [ColleagueChanged, ColleagueVersionConflict] as const,
  resolveType,
});
export const CreateTeamResult = createUnionType({ name: 'CreateTeamResult', types: () => [TeamSaved, TeamNameTaken] as const, resolveType });
export const ChangeTeamResult = createUnionType({
  name: 'ChangeTeamResult',
  types: () => [TeamSaved, TeamNameTaken, TeamVersionConflict] as const,
  resolveType,
});
