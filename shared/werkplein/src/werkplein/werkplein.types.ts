import { type Municipality, MunicipalityCodeScalar } from '@werkplein/kernel';
import type { WaitingRule } from '../beschut/waiting-list.rules.ts';
import { Directive, Field, Int, InterfaceType, ObjectType } from 'type-graphql';

@InterfaceType({ autoRegisterImplementations: false, description: 'The office of one municipality that guides its residents towards work.' })
export abstract class Werkplein {
  @Field(() => MunicipalityCodeScalar) municipality!: string;
}

@ObjectType({ description: 'Something that this Werkplein can offer a client or an employer.' })
@Directive('@shareable')
export class CatalogueProvision {
  @Field(() => String) code!: string;
  @Field(() => String) name!: string;
  @Field(() => Int, { nullable: true, description: 'Longest duration in months; null without a limit.' }) maxMonths!: number | null;
  @Field(() => String, { description: 'Legal source.' }) source!: string;
}

@ObjectType({ description: "A Werkplein's own terms." })
@Directive('@shareable')
export class WerkpleinTerms {
  @Field(() => Int, { description: 'Working days from registration to intake.' }) intakeWithinWorkingDays!: number;
  @Field(() => Int, { description: 'Weeks from intake to a plan van aanpak.' }) planWithinWeeks!: number;
  @Field(() => Int, { description: 'Working days in which regie confirms a placement that started.' }) confirmPlacementWithinWorkingDays!: number;
  @Field(() => Int, { description: 'Longest time that somebody stands in for a klantregisseur without a hand-over, in days.' }) standInMaxDays!: number;
  @Field(() => Int, { description: 'Longest disclosure to the NUO, in months.' }) disclosureMaxMonths!: number;
  @Field(() => Int, { description: 'Months within which a plan van aanpak is evaluated (Participatiewet art. 44a).' }) planEvaluationMonths!: number;
}

/** What one municipality states about its Werkplein: all that differs between the four. */
export interface WerkpleinFacts {
  municipality: Municipality;
  oin: string;
  address: { street: string; houseNumber: number; houseNumberAddition: string | null };
  postcode: string;
  city: string;
  phone: string;
  email: string;
  provisionsCatalogue: readonly CatalogueProvision[];
  terms: WerkpleinTerms;
  /** In which order clients wait for beschut werk. */
  beschutWaiting: WaitingRule;
}
