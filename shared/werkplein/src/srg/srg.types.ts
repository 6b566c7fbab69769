import { InstantScalar } from '@werkplein/kernel';
import { Directive, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { enumOf } from '../dossiers/dossier.types.ts';
import { type SrgRejection, srgRejections } from './srg.rules.ts';

const RejectionEnum = enumOf('SrgRejection', Object.keys(srgRejections) as SrgRejection[], 'Why something is left out of a delivery.');

@ObjectType({ description: 'Something that is left out of a delivery. Set it right and deliver the month again.' })
@Directive('@shareable')
export class SrgRejected {
  @Field(() => ID) clientId!: string;
  @Field(() => ID, { nullable: true, description: 'Null when it is the person that is left out.' }) provisionId!: string | null;
  @Field(() => RejectionEnum) reason!: SrgRejection;
  @Field(() => String, { description: 'In Dutch, for the user.' })
  text(): string {
    return srgRejections[this.reason];
  }
}

@ObjectType({ description: 'What a monthly delivery to CBS holds, in numbers; never a BSN.' })
@Directive('@shareable')
export class SrgReport {
  @Field(() => String) month!: string;
  @Field(() => Int) persons!: number;
  @Field(() => Int) provisions!: number;
  @Field(() => Int) subsidies!: number;
  @Field(() => Int, { description: 'Clients who used something and whom the statistic does not count.' }) outside!: number;
  @Field(() => Int) rejectedCount!: number;
  @Field(() => [SrgRejected], { description: 'The first 100.' }) rejected!: SrgRejected[];
  @Field(() => String, { nullable: true, description: 'Name of the file in the folder of the Werkplein; null of a dry run.' }) file!: string | null;
  @Field(() => String, { nullable: true, description: 'SHA-256 of the file.' }) digest!: string | null;
}

@ObjectType({ description: 'This Werkplein has no folder for deliveries; have one set, or use the command line. Nothing was written.' })
@Directive('@shareable')
export class SrgFolderMissing {
  @Field(() => String) month!: string;
}

@ObjectType({ description: 'A delivery that was written.' })
@Directive('@shareable')
export class SrgDelivery {
  @Field(() => ID) id!: string;
  @Field(() => String) month!: string;
  @Field(() => String) file!: string;
  @Field(() => String) digest!: string;
  @Field(() => Int) persons!: number;
  @Field(() => Int) provisions!: number;
  @Field(() => Int) subsidies!: number;
  @Field(() => Int) rejected!: number;
  @Field(() => Int) outside!: number;
  @Field(() => InstantScalar) writtenAt!: Date;
}

@InputType()
export class DeliverSrgInput {
  @Field(() => String) requestId!: string;
  @Field(() => String, { description: '`2026-10`; a month that is over.' }) month!: string;
  @Field(() => Boolean, { defaultValue: true, description: 'Only counts and says what would be left out; nothing is written.' }) dryRun!: boolean;
}
