import { DayScalar, organisation, Organisation } from '@werkplein/kernel';
import { Directive, Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { AxisEnum, AxisValueEnum } from '../doelgroep/doelgroep.types.ts';
import type { Axis, AxisValue } from '../doelgroep/doelgroep.rules.ts';
import { EmployeeInput } from '../dossiers/dossier.inputs.ts';
import { PlanGoalType, PlanObligationType } from '../plans/plan.types.ts';
import { incomingTransferMachine, outgoingTransferMachine, type TransferDirection, type TransferState } from './transfer.machines.ts';
import { type TransferTask, transferTasks } from './transfer.rules.ts';

const states = Object.keys({ ...outgoingTransferMachine.states, ...incomingTransferMachine.states }) as TransferState[];
export const TransferStateEnum = Object.fromEntries(states.map((state) => [state, state])) as Record<TransferState, TransferState>;
registerEnumType(TransferStateEnum, {
  name: 'TransferState',
  description:
    'OFFERED: the new Werkplein decides. ACCEPTED: until the day of transition the regie stays where it is. CLOSED: the old dossier is closed, and the new one opens when the letter arrives. COMPLETED: it is open.',
});
export const TransferDirectionEnum: Record<TransferDirection, TransferDirection> = { OUT: 'OUT', IN: 'IN' };
registerEnumType(TransferDirectionEnum, { name: 'TransferDirection', description: 'OUT: the client leaves this Werkplein. IN: the client comes.' });
const TransferTaskEnum = Object.fromEntries(Object.keys(transferTasks).map((task) => [task, task])) as Record<TransferTask, TransferTask>;
registerEnumType(TransferTaskEnum, { name: 'TransferTask', description: 'What is still to be done, and by whom.' });

@ObjectType({ description: 'Something that is still to be done.' })
@Directive('@shareable')
export class TransferToDo {
  @Field(() => TransferTaskEnum) task!: TransferTask;
  @Field(() => String, { description: 'In Dutch, for the user.' }) text!: string;
}

@ObjectType({ description: 'Who moves, as the old Werkplein knew them on the day of the package.' })
@Directive('@shareable')
export class TransferredPerson {
  @Field(() => String) givenNames!: string;
  @Field(() => String, { nullable: true }) prefix!: string | null;
  @Field(() => String) familyName!: string;
  @Field(() => DayScalar) birthDate!: string;
  @Field(() => String, { nullable: true }) street!: string | null;
  @Field(() => Int, { nullable: true }) houseNumber!: number | null;
  @Field(() => String, { nullable: true }) houseNumberAddition!: string | null;
  @Field(() => String, { nullable: true }) postcode!: string | null;
  @Field(() => String, { nullable: true }) city!: string | null;
}

@ObjectType({ description: 'What an axis of the doelgroep is in a period, by the old Werkplein.' })
@Directive('@shareable')
export class TransferredAxis {
  @Field(() => AxisEnum) axis!: Axis;
  @Field(() => AxisValueEnum) value!: AxisValue;
  @Field(() => DayScalar) validFrom!: string;
  @Field(() => DayScalar, { nullable: true }) validUntil!: string | null;
}

@ObjectType({ description: 'Months of ontheffing that were used in one municipality (Participatiewet art. 9a counts them together).' })
@Directive('@shareable')
export class TransferredExemption {
  @Field(() => String) ground!: string;
  @Field(() => String, { description: 'CBS code of where they were used.' }) municipality!: string;
  @Field(() => Int) months!: number;
}

@ObjectType({ description: 'The plan van aanpak in short: what was agreed, not how it was evaluated.' })
@Directive('@shareable')
export class TransferredPlan {
  @Field(() => [PlanGoalType]) goals!: PlanGoalType[];
  @Field(() => [String]) support!: string[];
  @Field(() => [PlanObligationType]) obligations!: PlanObligationType[];
  @Field(() => DayScalar) nextEvaluationOn!: string;
}

@ObjectType({ description: 'An award of the old municipality that ran on the day of transition or began later.' })
@Directive('@shareable')
export class TransferredDecision {
  @Field(() => String) kind!: string;
  @Field(() => DayScalar) decidedOn!: string;
  @Field(() => DayScalar) startsOn!: string;
  @Field(() => DayScalar, { nullable: true }) endsOn!: string | null;
  @Field(() => String) legalBasis!: string;
}

@ObjectType({ description: 'A provision that was in use; it ends with the old regie.' })
@Directive('@shareable')
export class TransferredProvision {
  @Field(() => String) kind!: string;
  @Field(() => String) executor!: string;
  @Field(() => DayScalar, { nullable: true }) since!: string | null;
  @Field(() => DayScalar, { nullable: true }) expectedEndOn!: string | null;
}

@ObjectType({ description: 'A step on the participatieladder on a day.' })
@Directive('@shareable')
export class TransferredLadderStep {
  @Field(() => DayScalar) measuredOn!: string;
  @Field(() => Int) step!: number;
}

@ObjectType({ description: 'What comes along with a client who moves; of the old file the new Werkplein sees nothing else.' })
@Directive('@shareable')
export class TransferPackageType {
  @Field(() => TransferredPerson) identity!: TransferredPerson;
  @Field(() => String, { nullable: true, description: 'Name of the klantregisseur at the old Werkplein.' }) klantregisseur!: string | null;
  @Field(() => DayScalar, { description: 'Since when the old Werkplein served the client.' }) openedOn!: string;
  @Field(() => [TransferredAxis]) doelgroep!: TransferredAxis[];
  @Field(() => [TransferredExemption]) exemptions!: TransferredExemption[];
  @Field(() => TransferredPlan, { nullable: true }) plan!: TransferredPlan | null;
  @Field(() => [TransferredDecision]) decisions!: TransferredDecision[];
  @Field(() => [TransferredProvision]) provisions!: TransferredProvision[];
  @Field(() => [TransferredLadderStep]) ladder!: TransferredLadderStep[];
}

@InputType()
export class OfferTransferInput {
  @Field(() => String) requestId!: string;
  @Field(() => ID) clientId!: string;
  @Field(() => String, { description: 'CBS code of the municipality to which the client moves.' }) to!: string;
  @Field(() => String, { description: 'First day of the new regie, `YYYY-MM-DD`; a day that has been needs a kwaliteitsmedewerker.' }) cutoverOn!: string;
  @Field(() => String, { nullable: true }) note?: string | null;
}

@InputType()
export class AcceptTransferInput {
  @Field(() => String) requestId!: string;
  @Field(() => ID) transferId!: string;
  @Field(() => Int) expectedVersion!: number;
  @Field(() => EmployeeInput, { description: 'Who becomes klantregisseur here.' }) klantregisseur!: EmployeeInput;
}

@InputType()
export class EndTransferInput {
  @Field(() => String) requestId!: string;
  @Field(() => ID) transferId!: string;
  @Field(() => Int) expectedVersion!: number;
  @Field(() => String, { description: 'The other Werkplein reads it.' }) reason!: string;
}

@ObjectType({ description: 'Another Werkplein offers this person, who moves here: accept that (`acceptTransfer`) instead. Nothing was written.' })
@Directive('@shareable')
export class ClientOffered {
  @Field(() => ID) transferId!: string;
  municipality!: string;
  @Field(() => Organisation, { description: 'The Werkplein that offers.' })
  from(): Organisation {
    return organisation(this.municipality);
  }
  @Field(() => DayScalar) cutoverOn!: string;
}

@ObjectType({ description: 'Somebody else took a step since you read it; try again with `currentVersion`.' })
@Directive('@shareable')
export class TransferVersionConflict {
  @Field(() => ID) transferId!: string;
  @Field(() => Int) currentVersion!: number;
}

@ObjectType({ description: 'The day of transition has been: a kwaliteitsmedewerker can do this, or another day can be chosen.' })
@Directive('@shareable')
export class CutoverPast {
  @Field(() => DayScalar) cutoverOn!: string;
  @Field(() => DayScalar) today!: string;
  @Field(() => String, { description: 'In Dutch, for the user.' })
  text(): string {
    return 'De dag van overgang is al geweest. Een kwaliteitsmedewerker kan dit wel, of kies een latere dag.';
  }
}
