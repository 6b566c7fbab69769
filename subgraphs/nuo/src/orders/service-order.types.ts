import { DayScalar, EuroCentsScalar, InstantScalar, MunicipalityCodeScalar, PageInfo, stateEnum } from '@werkplein/kernel';
import { ArgsType, Directive, Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { PageArgs } from '../page-args.ts';
import type { CommissionerKind } from '../participants/commissioner.rules.ts';
import { CommissionerKindEnum } from '../participants/participant.types.ts';
import type { OrderArgs, OrderFilter } from './service-order.lists.ts';
import { type Service, serviceOrderMachine, type ServiceOrderStatus, services } from './service-order.rules.ts';

export const StatusEnum = stateEnum(serviceOrderMachine);
registerEnumType(StatusEnum, { name: 'ServiceOrderStatus', description: 'Where a service order is; docs/states/service-order.md.' });
export const ServiceEnum = Object.fromEntries(services.map((service) => [service, service])) as Record<Service, Service>;
registerEnumType(ServiceEnum, { name: 'Service', description: 'What can be ordered from the NUO.' });

@ObjectType('ServiceOrder', {
  description:
    'What a commissioner asks the NUO to do for one person (opdracht). It grants nothing of the client itself: what the NUO sees there is the disclosure.',
})
@Directive('@key(fields: "id")')
export class ServiceOrderType {
  @Field(() => ID) id!: string;
  @Field(() => StatusEnum) status!: ServiceOrderStatus;
  @Field(() => ServiceEnum) service!: Service;
  @Field(() => String) goal!: string;
  @Field(() => EuroCentsScalar, { nullable: true }) budgetCents!: number | null;
  @Field(() => DayScalar) startsOn!: string;
  @Field(() => DayScalar, { description: 'Last day for an answer.' }) respondBy!: string;
  @Field(() => DayScalar, { nullable: true }) offeredOn!: string | null;
  @Field(() => DayScalar, { nullable: true, description: 'On which the commissioner gave notice.' }) noticeOn!: string | null;
  @Field(() => DayScalar, { nullable: true, description: 'Last day of the order, however it closed.' }) endsOn!: string | null;
  @Field(() => ID, { nullable: true, description: 'Number of the disclosure at the Werkplein.' }) disclosureId!: string | null;
  @Field(() => String, { nullable: true }) result!: string | null;
  @Field(() => String, { nullable: true, description: 'Why it was refused, withdrawn, handed back or ended.' }) reason!: string | null;
  @Field(() => String, { nullable: true, description: 'What uitvoering advises when it hands back.' }) advice!: string | null;
  @Field(() => String, { nullable: true }) evaluation!: string | null;
  @Field(() => Int, { description: 'Send it as `expectedVersion`.' }) version!: number;
}

@ObjectType({ description: 'A page of service orders.' })
export class ServiceOrderConnection {
  @Field(() => [ServiceOrderType]) nodes!: ServiceOrderType[];
  @Field(() => PageInfo) pageInfo!: PageInfo;
}

@ObjectType('ServiceOrderStep', { description: 'A step that was taken; it is never changed.' })
export class ServiceOrderStepType {
  @Field(() => String, { description: 'Name of the step in docs/states/service-order.md.' }) step!: string;
  @Field(() => StatusEnum, { nullable: true }) fromStatus!: ServiceOrderStatus | null;
  @Field(() => StatusEnum) toStatus!: ServiceOrderStatus;
  @Field(() => InstantScalar) at!: Date;
  @Field(() => String, { nullable: true, description: "The commissioner's letter." }) reference!: string | null;
  @Field(() => String, { nullable: true, description: 'The reason, result or evaluation that was given.' }) text!: string | null;
}

@InputType({ description: 'All that is named must hold.' })
export class ServiceOrderFilter implements OrderFilter {
  @Field(() => [StatusEnum], { nullable: true }) states?: ServiceOrderStatus[] | null;
  @Field(() => [ServiceEnum], { nullable: true }) services?: Service[] | null;
  @Field(() => Boolean, { nullable: true, description: 'Only offered, accepted or in progress.' }) active?: boolean | null;
  @Field(() => Boolean, { nullable: true, description: 'Only offered, without an answer after its last day.' }) overdue?: boolean | null;
  @Field(() => MunicipalityCodeScalar, { nullable: true, description: 'Only of this municipality.' }) municipality?: string | null;
  @Field(() => CommissionerKindEnum, { nullable: true, description: 'Only of this kind of commissioner.' }) commissioner?: CommissionerKind | null;
}

@ArgsType()
export class ServiceOrdersArgs extends PageArgs implements OrderArgs {
  @Field(() => ServiceOrderFilter, { nullable: true }) filter?: ServiceOrderFilter | null;
}
