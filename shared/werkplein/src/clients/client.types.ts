import { BsnScalar, DayScalar, Employee, PageInfo, PostcodeScalar } from '@werkplein/kernel';
import { Directive, Field, ID, InputType, Int, InterfaceType, ObjectType, registerEnumType } from 'type-graphql';
import { Candidate } from '../candidates/candidate.types.ts';
import { Disclosure, SharedWithNuo } from '../disclosures/disclosure.types.ts';
import { CarriedExemption, Exemption, ExemptionTime } from '../exemptions/exemption.types.ts';
import { LadderMeasurement } from '../ladder/ladder.types.ts';
import { Provision } from '../provisions/provision.types.ts';
import { PlanChangeType, PlanVanAanpak } from '../plans/plan.types.ts';
import { DoelgroepAxes } from '../doelgroep/doelgroep.types.ts';
import { EmployeeInput } from '../dossiers/dossier.inputs.ts';
import { Dossier, DossierStatusEnum } from '../dossiers/dossier.types.ts';
import { Responsibility } from '../responsibility/responsibility.types.ts';
import type { DossierStatus } from '../dossiers/dossier.rules.ts';
import type { ClientMatch } from './register-client.ts';

@ObjectType({ description: 'A postal address in the Netherlands.' })
@Directive('@shareable')
export class Address {
  @Field(() => String, { nullable: true }) street!: string | null;
  @Field(() => Int, { nullable: true }) houseNumber!: number | null;
  @Field(() => String, { nullable: true }) houseNumberAddition!: string | null;
  @Field(() => PostcodeScalar, { nullable: true }) postcode!: string | null;
  @Field(() => String, { nullable: true }) city!: string | null;
}

/** Each field is filled by `ClientFields` (client.resolver.ts), which also decides who sees it. */
@InterfaceType({
  autoRegisterImplementations: false,
  description: 'A resident whom a Werkplein helps towards work. A field that you may not see is null, with the error FORBIDDEN.',
})
export abstract class Client {
  @Field(() => ID) id!: string;
  @Field(() => String, { nullable: true }) displayName!: string | null;
  @Field(() => String, { nullable: true }) givenNames!: string | null;
  @Field(() => String, { nullable: true }) prefix!: string | null;
  @Field(() => String, { nullable: true }) familyName!: string | null;
  @Field(() => DayScalar, { nullable: true }) birthDate!: string | null;
  @Field(() => BsnScalar, { nullable: true }) bsn!: string | null;
  @Field(() => String, { nullable: true, description: "Number in the municipality's own systems." }) ownReference!: string | null;
  @Field(() => Address, { nullable: true }) address!: Address | null;
  @Field(() => DayScalar, { nullable: true }) registeredOn!: string | null;
  @Field(() => Int, { nullable: true, description: 'Send it as `expectedVersion` with a correction.' }) version!: number | null;
  @Field(() => Dossier, { nullable: true, description: 'The open dossier, else the last one.' }) dossier!: Dossier | null;
  @Field(() => Employee, { nullable: true }) klantregisseur!: Employee | null;
  @Field(() => Responsibility, { nullable: true }) responsible!: Responsibility | null;
  @Field(() => [Responsibility], { nullable: true }) responsibilities!: Responsibility[] | null;
  @Field(() => Int, { nullable: true }) handOvers!: number | null;
  @Field(() => DoelgroepAxes, { nullable: true }) doelgroep!: DoelgroepAxes | null;
  @Field(() => Candidate, { nullable: true }) candidate!: Candidate | null;
  @Field(() => [Disclosure], { nullable: true }) disclosures!: Disclosure[] | null;
  @Field(() => SharedWithNuo, { nullable: true }) sharedWithNuo!: SharedWithNuo | null;
  @Field(() => PlanVanAanpak, { nullable: true }) plan!: PlanVanAanpak | null;
  @Field(() => [PlanVanAanpak], { nullable: true }) plans!: PlanVanAanpak[] | null;
  @Field(() => [PlanChangeType], { nullable: true }) planChanges!: PlanChangeType[] | null;
  @Field(() => [Provision], { nullable: true }) provisions!: Provision[] | null;
  @Field(() => [Exemption], { nullable: true }) exemptions!: Exemption[] | null;
  @Field(() => [CarriedExemption], { nullable: true }) carriedExemptions!: CarriedExemption[] | null;
  @Field(() => [ExemptionTime], { nullable: true }) exemptionTimes!: ExemptionTime[] | null;
  @Field(() => [LadderMeasurement], { nullable: true }) ladder!: LadderMeasurement[] | null;
}

@InterfaceType({ autoRegisterImplementations: false, description: 'A page of clients, by family name.' })
export abstract class ClientConnection {
  @Field(() => [Client]) nodes!: Client[];
  @Field(() => PageInfo) pageInfo!: PageInfo;
  @Field(() => Int, { description: 'How many there are on all pages; counted only when asked for.' }) totalCount!: number;
}

@InputType({ description: 'What to look for; each criterion that is given must hold.' })
export class ClientFilter {
  @Field(() => String, { nullable: true, description: 'Beginning of the family name, at least 2 characters; accents and capitals do not matter.' })
  search?: string | null;
  @Field(() => String, { nullable: true, description: 'Calendar day, `YYYY-MM-DD`.' }) birthDate?: string | null;
  @Field(() => String, { nullable: true }) ownReference?: string | null;
  @Field(() => String, { nullable: true, description: 'The whole BSN of 9 digits.' }) bsn?: string | null;
  @Field(() => Boolean, { nullable: true, description: 'Only clients whose klantregisseur is the caller.' }) mine?: boolean | null;
  @Field(() => DossierStatusEnum, { nullable: true }) status?: DossierStatus | null;
}

// Input fields are text where a scalar could refuse them: so all problems come in one answer, and graphql never repeats a BSN in a message.

@InputType()
export class AddressInput {
  @Field(() => String) street!: string;
  @Field(() => Int) houseNumber!: number;
  @Field(() => String, { nullable: true }) houseNumberAddition?: string | null;
  @Field(() => String, { description: '`7607 AB`' }) postcode!: string;
  @Field(() => String) city!: string;
}

@InputType()
export class RegisterClientInput {
  @Field(() => String, { description: 'Made by the caller, new for each command: the same one gives the same answer.' }) requestId!: string;
  @Field(() => String) givenNames!: string;
  @Field(() => String, { nullable: true, description: 'Tussenvoegsel, e.g. `van der`.' }) prefix?: string | null;
  @Field(() => String) familyName!: string;
  @Field(() => String, { description: 'Calendar day, `YYYY-MM-DD`.' }) birthDate!: string;
  @Field(() => String, { nullable: true, description: '9 digits, 11-proof.' }) bsn?: string | null;
  @Field(() => AddressInput) address!: AddressInput;
  @Field(() => String, { nullable: true }) ownReference?: string | null;
  @Field(() => EmployeeInput, { nullable: true, description: 'Unless given, the caller who is klantregisseur; else nobody yet.' })
  klantregisseur?: EmployeeInput | null;
}

@InputType({ description: 'What is absent stays as it is; null empties a field that may be empty.' })
export class CorrectClientInput {
  @Field(() => String) requestId!: string;
  @Field(() => ID) clientId!: string;
  @Field(() => Int) expectedVersion!: number;
  @Field(() => String, { nullable: true }) givenNames?: string | null;
  @Field(() => String, { nullable: true }) prefix?: string | null;
  @Field(() => String, { nullable: true }) familyName?: string | null;
  @Field(() => String, { nullable: true }) birthDate?: string | null;
  @Field(() => String, { nullable: true }) bsn?: string | null;
  @Field(() => AddressInput, { nullable: true }) address?: AddressInput | null;
  @Field(() => String, { nullable: true }) ownReference?: string | null;
}

@ObjectType({ description: 'Somebody else corrected this client since you read it. Read it again, then correct with `currentVersion`.' })
@Directive('@shareable')
export class ClientVersionConflict {
  @Field(() => Int) currentVersion!: number;
}

export const ClientMatchEnum: Record<ClientMatch, ClientMatch> = { BSN: 'BSN', OWN_REFERENCE: 'OWN_REFERENCE' };
registerEnumType(ClientMatchEnum, { name: 'ClientMatch', description: 'By what a client was found to be registered already.' });
