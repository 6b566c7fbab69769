import { DayScalar, Employee } from '@werkplein/kernel';
import { Directive, Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { type DossierStatus, dossierStatuses } from './dossier.rules.ts';

export const DossierStatusEnum = Object.fromEntries(dossierStatuses.map((status) => [status, status])) as Record<DossierStatus, DossierStatus>;
registerEnumType(DossierStatusEnum, { name: 'DossierStatus' });

@ObjectType({ description: 'The case of one client, from registration to closing.' })
@Directive('@shareable')
export class Dossier {
  @Field(() => ID) id!: string;
  @Field(() => DossierStatusEnum) status!: DossierStatus;
  @Field(() => DayScalar) statusSince!: string;
  @Field(() => String, { nullable: true }) statusReason!: string | null;
  @Field(() => Employee) klantregisseur!: Employee;
  @Field(() => DayScalar) openedOn!: string;
  @Field(() => DayScalar, { nullable: true }) closedOn!: string | null;
}

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
}

@InputType()
export class ChangeDossierStatusInput {
  @Field(() => String) requestId!: string;
  @Field(() => ID) clientId!: string;
  @Field(() => DossierStatusEnum, { description: 'A programme starts with an established plan: see `establishPlan`.' }) to!: DossierStatus;
  @Field(() => String, { nullable: true, description: 'Required to suspend, close or transfer.' }) reason?: string | null;
}

@ObjectType({ description: 'The dossier cannot go there from where it is; `allowed` says where it can go.' })
@Directive('@shareable')
export class DossierTransitionRefused {
  @Field(() => DossierStatusEnum) from!: DossierStatus;
  @Field(() => DossierStatusEnum) to!: DossierStatus;
  @Field(() => [DossierStatusEnum]) allowed!: DossierStatus[];
}

@ObjectType({ description: 'The client has no open dossier.' })
@Directive('@shareable')
export class DossierClosed {
  @Field(() => DayScalar, { nullable: true }) closedOn!: string | null;
}
