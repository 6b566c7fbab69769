import { Field, Float, Int, ObjectType } from 'type-graphql';

@ObjectType({ description: 'What became of the vacancies that were registered in the year; drafts are left out.' })
export class VacancyOutcomes {
  @Field(() => Int) registered!: number;
  @Field(() => Int, { description: 'Open or paused today.' }) open!: number;
  @Field(() => Int) filled!: number;
  @Field(() => Int) expired!: number;
  @Field(() => Int) withdrawn!: number;
  @Field(() => Int) places!: number;
  @Field(() => Int) placesFilled!: number;
  @Field(() => Float, { nullable: true, description: 'From registration to the last place, of those that were filled; null when none was.' })
  meanDaysToFill!: number | null;
}

@ObjectType({ description: 'What became of the candidates that were proposed in the year, of all municipalities; nobody is named.' })
export class ProposalOutcomes {
  @Field(() => Int) proposed!: number;
  @Field(() => Int) open!: number;
  @Field(() => Int) placed!: number;
  @Field(() => Int) rejected!: number;
  @Field(() => Int) withdrawn!: number;
}

@ObjectType({ description: 'What became of the placements that began in the year.' })
export class PlacementOutcomes {
  @Field(() => Int) started!: number;
  @Field(() => Int) active!: number;
  @Field(() => Int) ended!: number;
  @Field(() => Int, { description: 'Began at least 26 weeks ago: of these it is known whether they lasted.' }) past26Weeks!: number;
  @Field(() => Int, { description: 'Of `past26Weeks`, those that lasted 26 weeks or more.' }) lasted26Weeks!: number;
}

@ObjectType({ description: 'How the work with an employer went: of what began in one calendar year (Europe/Amsterdam), what came of it until today.' })
export class EmployerYear {
  @Field(() => Int) year!: number;
  @Field(() => VacancyOutcomes) vacancies!: VacancyOutcomes;
  @Field(() => ProposalOutcomes) proposals!: ProposalOutcomes;
  @Field(() => PlacementOutcomes) placements!: PlacementOutcomes;
}
