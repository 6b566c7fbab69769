import { DayScalar, Employee, InstantScalar, type PurposeCode, purposes, stateEnum } from '@werkplein/kernel';
import { Directive, Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { readClient } from '../clients/client.policy.ts';
import { disclosureMachine, type DisclosurePart, disclosureParts, type DisclosureState } from './disclosure.rules.ts';

const PartEnum = Object.fromEntries(disclosureParts.map((part) => [part, part])) as Record<DisclosurePart, DisclosurePart>;
registerEnumType(PartEnum, { name: 'DisclosurePart', description: 'A part of a client that can be shared with the NUO.' });

export const DisclosureStateEnum = stateEnum(disclosureMachine);
registerEnumType(DisclosureStateEnum, { name: 'DisclosureState', description: 'Where a disclosure is: it runs out by itself.' });

// To share for a purpose that nobody at the receiving end may have would be of no use.
const receivable = purposes.filter(({ grantees }) =>
  (grantees as readonly string[]).some((grantee) => readClient.grants[grantee as 'nuo.jobcoach'] === 'disclosed'),
);
const PurposeEnum = Object.fromEntries(receivable.map(({ code }) => [code, code])) as Partial<Record<PurposeCode, PurposeCode>>;
registerEnumType(PurposeEnum, {
  name: 'DisclosurePurpose',
  description: 'For what the NUO is shown a client: one of the purposes that its own roles may state.',
});

@ObjectType({ description: 'What a Werkplein shares of one client with the NUO (allow-list); both days belong to it.' })
@Directive('@shareable')
export class Disclosure {
  @Field(() => ID) id!: string;
  @Field(() => DisclosureStateEnum) state!: DisclosureState;
  @Field(() => [PartEnum]) parts!: DisclosurePart[];
  @Field(() => String, { description: 'Code of a purpose; see `purposes`.' }) purpose!: string;
  @Field(() => String, { nullable: true }) note!: string | null;
  @Field(() => DayScalar) validFrom!: string;
  @Field(() => DayScalar) validUntil!: string;
  @Field(() => InstantScalar, { nullable: true, description: 'From this moment it shows nothing: it was withdrawn or changed.' }) withdrawnAt!: Date | null;
  @Field(() => ID, { nullable: true, description: 'The disclosure of which this is an earlier wording.' }) changedInto!: string | null;
  @Field(() => Employee, { nullable: true }) recordedBy!: Employee | null;
  @Field(() => InstantScalar, { nullable: true }) recordedAt!: Date | null;
  @Field(() => Int, { description: 'Send it as `expectedVersion` with a change.' }) version!: number;
}

@ObjectType({ description: 'One field of a client, as the NUO gets it today.' })
@Directive('@shareable')
export class SharedField {
  @Field(() => String) field!: string;
  @Field(() => Boolean, { description: 'Whether the NUO is shown it.' }) shared!: boolean;
  @Field(() => String, { nullable: true, description: 'JSON text of the answer that the NUO gets; null when it is refused.' }) value!: string | null;
  @Field(() => PartEnum, { nullable: true, description: 'The part that shows this field; null for a field that no disclosure shows by itself.' })
  part!: DisclosurePart | null;
}

@ObjectType({ description: 'What the NUO can see of a client today and what it cannot: all roles of the NUO together.' })
@Directive('@shareable')
export class SharedWithNuo {
  @Field(() => DayScalar) day!: string;
  @Field(() => [PartEnum], { description: 'The parts that are shared today.' }) parts!: DisclosurePart[];
  @Field(() => [SharedField], { description: 'Every field of a client, by name.' }) fields!: SharedField[];
  @Field(() => Boolean, { description: "Whether the NUO finds the client's profile as a candidate, without knowing who it is." }) foundAsCandidate!: boolean;
}

@InputType()
export class ShareWithNuoInput {
  @Field(() => String) requestId!: string;
  @Field(() => ID) clientId!: string;
  @Field(() => [PartEnum], { description: 'At least one.' }) parts!: DisclosurePart[];
  @Field(() => PurposeEnum) purpose!: PurposeCode;
  @Field(() => String, { description: "Last day, `YYYY-MM-DD`: today or later, within the Werkplein's `disclosureMaxMonths`." }) until!: string;
  @Field(() => String, { nullable: true, description: 'Why, at most 300 characters.' }) note?: string | null;
}

@InputType({ description: 'What is absent stays as it is.' })
export class ChangeDisclosureInput {
  @Field(() => String) requestId!: string;
  @Field(() => ID) clientId!: string;
  @Field(() => Int) expectedVersion!: number;
  @Field(() => [PartEnum], { nullable: true, description: 'All parts that are shared from now on.' }) parts?: DisclosurePart[] | null;
  @Field(() => String, { nullable: true, description: 'Last day, as in `ShareWithNuoInput`.' }) until?: string | null;
  @Field(() => String, { nullable: true }) note?: string | null;
}

@InputType()
export class WithdrawDisclosureInput {
  @Field(() => String) requestId!: string;
  @Field(() => ID) clientId!: string;
}

@ObjectType({ description: 'This is shared from now on.' })
@Directive('@shareable')
export class DisclosureSaved {
  @Field(() => Disclosure, { nullable: true }) disclosure!: Disclosure | null;
}

@ObjectType({ description: 'Of this client something is shared already; change that. Nothing was written.' })
@Directive('@shareable')
export class AlreadyShared {
  @Field(() => Disclosure, { nullable: true }) disclosure!: Disclosure | null;
}

@ObjectType({ description: 'From now on the NUO sees nothing of this client by a disclosure.' })
@Directive('@shareable')
export class DisclosureWithdrawn {
  @Field(() => ID) clientId!: string;
}

@ObjectType({ description: 'Nothing is shared of this client; nothing was written.' })
@Directive('@shareable')
export class NotShared {
  @Field(() => ID) clientId!: string;
}

@ObjectType({ description: 'Somebody else changed the disclosure since you read it. Read it again, then change with `currentVersion`.' })
@Directive('@shareable')
export class DisclosureVersionConflict {
  @Field(() => Int) currentVersion!: number;
}
