import { Field, ID, InputType, Int } from 'type-graphql';
import { type AftercareGround, aftercareGrounds, type ClosingQuestion, closingQuestionCodes } from './dossier.rules.ts';
import { enumOf, OutflowEnum } from './dossier.types.ts';
import type { OutflowReason } from './outflow.rules.ts';

export const ClosingQuestionEnum = enumOf('ClosingQuestion', closingQuestionCodes, 'What to look at in the graph before a dossier is closed.');
const GroundEnum = enumOf('AftercareGround', aftercareGrounds, 'What lets the aftercare start.');

@InputType({ description: 'An employee of this Werkplein.' })
export class EmployeeInput {
  @Field(() => String) id!: string;
  @Field(() => String) name!: string;
}

@InputType()
export class AssignKlantregisseurInput {
  @Field(() => String) requestId!: string;
  @Field(() => ID) clientId!: string;
  @Field(() => EmployeeInput) klantregisseur!: EmployeeInput;
  @Field(() => String, {
    nullable: true,
    description: "Stands in until this day, from today, at most the Werkplein's `standInMaxDays`; without it the dossier is handed over.",
  })
  until?: string | null;
}

@InputType()
export class ReopenClientInput {
  @Field(() => String) requestId!: string;
  @Field(() => ID) clientId!: string;
  @Field(() => EmployeeInput, { description: 'Who directs the new dossier.' }) klantregisseur!: EmployeeInput;
}

@InputType({ description: 'A step that needs nothing more.' })
export class DossierStepInput {
  @Field(() => String) requestId!: string;
  @Field(() => ID) clientId!: string;
  @Field(() => Int, { description: 'Version of the dossier that was read.' }) expectedVersion!: number;
}

@InputType()
export class DossierReasonInput {
  @Field(() => String) requestId!: string;
  @Field(() => ID) clientId!: string;
  @Field(() => Int) expectedVersion!: number;
  @Field(() => String, { description: 'At most 300 characters.' }) reason!: string;
}

@InputType({ description: 'A placement that started, as the graph shows it.' })
export class ConfirmPlacementInput {
  @Field(() => String) requestId!: string;
  @Field(() => ID) clientId!: string;
  @Field(() => Int) expectedVersion!: number;
  @Field(() => ID, { description: 'Of the NUO.' }) placementId!: string;
  @Field(() => String, { description: 'Its first day, not in the future.' }) placedOn!: string;
  @Field(() => String, { nullable: true, description: 'Last day of the term that was agreed, if one was.' }) agreedUntil?: string | null;
}

@InputType()
export class StartAftercareInput {
  @Field(() => String) requestId!: string;
  @Field(() => ID) clientId!: string;
  @Field(() => Int) expectedVersion!: number;
  @Field(() => GroundEnum) ground!: AftercareGround;
}

@InputType()
export class CloseDossierInput {
  @Field(() => String) requestId!: string;
  @Field(() => ID) clientId!: string;
  @Field(() => Int) expectedVersion!: number;
  @Field(() => OutflowEnum) outflow!: OutflowReason;
  @Field(() => String, { nullable: true, description: 'At most 300 characters; needed for OTHER.' }) explanation?: string | null;
  @Field(() => [ClosingQuestionEnum], { nullable: true, description: 'What was looked at and found not to run any more; without all of them the answer asks.' })
  confirmed?: ClosingQuestion[] | null;
}
