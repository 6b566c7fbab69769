import { DayScalar, Employee, InstantScalar } from '@werkplein/kernel';
import { Directive, Field, ID, InputType, ObjectType } from 'type-graphql';
import { enumOf } from '../dossiers/dossier.types.ts';
import { type FollowUpAnswer, followUpAnswers, type OutflowResult, outflowResults } from './follow-up.rules.ts';

const AnswerEnum = enumOf('FollowUpAnswer', followUpAnswers, 'UNKNOWN is not NO.');
const ResultEnum = enumOf('OutflowResult', Object.keys(outflowResults) as OutflowResult[], 'Whether outflow to work lasts: who works and has no benefit.');

@ObjectType({ description: 'How it was with a client after outflow to work, once the term of SUSTAINED_WORK_TERM was over.' })
@Directive('@shareable')
export class OutflowFollowUp {
  @Field(() => ID, { description: 'Send it as `corrects`.' }) id!: string;
  @Field(() => ID, { description: 'The dossier that was closed.' }) dossierId!: string;
  @Field(() => DayScalar) observedOn!: string;
  @Field(() => AnswerEnum) works!: FollowUpAnswer;
  @Field(() => AnswerEnum) benefit!: FollowUpAnswer;
  @Field(() => ResultEnum) result!: OutflowResult;
  @Field(() => Employee) recordedBy!: Employee;
  @Field(() => InstantScalar) recordedAt!: Date;
  @Field(() => InstantScalar, { nullable: true, description: 'From then on another holds.' }) supersededAt!: Date | null;
}

@InputType()
export class RecordOutflowFollowUpInput {
  @Field(() => String) requestId!: string;
  @Field(() => ID, { description: 'Whose last outflow to work it is about.' }) clientId!: string;
  @Field(() => String, { description: 'The day of which it tells: not in the future, nor before the last day of the term.' }) observedOn!: string;
  @Field(() => AnswerEnum, { description: 'Whether the client works.' }) works!: FollowUpAnswer;
  @Field(() => AnswerEnum, { description: 'Whether the client has a benefit.' }) benefit!: FollowUpAnswer;
  @Field(() => ID, { nullable: true, description: 'The follow-up that was wrong.' }) corrects?: string | null;
}

@ObjectType({ description: 'This holds from now on.' })
@Directive('@shareable')
export class OutflowFollowUpRecorded {
  @Field(() => OutflowFollowUp, { nullable: true }) followUp!: OutflowFollowUp | null;
}

@ObjectType({ description: 'It was recorded already; name it in `corrects` to correct it. Nothing was written.' })
@Directive('@shareable')
export class OutflowAlreadyFollowedUp {
  @Field(() => OutflowFollowUp, { nullable: true }) followUp!: OutflowFollowUp | null;
}

@ObjectType({ description: 'Whether outflow lasts can be told from this day on; nothing was written.' })
@Directive('@shareable')
export class OutflowTermRuns {
  @Field(() => DayScalar, { description: 'Last day of the term.' }) endsOn!: string;
}

@ObjectType({ description: 'No dossier of this client was closed because of work; nothing was written.' })
@Directive('@shareable')
export class NoOutflowToWork {
  @Field(() => ID) clientId!: string;
}
