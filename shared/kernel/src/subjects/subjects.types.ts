import { createUnionType, Directive, Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DayScalar } from '../scalars/graphql.ts';
import { type ErasureGround, erasureGrounds } from './erasure-grounds.ts';
import { accessPage } from './access-page.ts';
import type { SubjectExport } from './subject-access.ts';

export const ErasureGroundEnum = Object.fromEntries(erasureGrounds.map((ground) => [ground, ground])) as Record<ErasureGround, ErasureGround>;
registerEnumType(ErasureGroundEnum, { name: 'ErasureGround', description: 'AVG art. 17 lid 1.' });

@ObjectType({ description: 'Everything that one organisation holds on a person (AVG art. 15).' })
@Directive('@shareable')
export class SubjectAccess {
  found!: SubjectExport;
  @Field(() => String, { description: 'JSON document, `format: werkplein-subject-access/1`.' })
  json(): string {
    return JSON.stringify(this.found);
  }
  @Field(() => String, { description: 'The same as a Dutch page to read and print; it asks for nothing from elsewhere.' })
  html(): string {
    return accessPage(this.found);
  }
}

@ObjectType({ description: 'An organisation to which data of a person went: it must hear of a correction or an erasure (AVG art. 19).' })
@Directive('@shareable')
export class SubjectRecipient {
  @Field(() => String) organisation!: string;
  @Field(() => String, { description: 'Dutch.' }) what!: string;
  @Field(() => String) purpose!: string;
  @Field(() => DayScalar) from!: string;
  @Field(() => DayScalar, { nullable: true }) until!: string | null;
}

@ObjectType({ description: 'Rows of one kind that go, or stay without the person.' })
@Directive('@shareable')
export class ErasurePart {
  @Field(() => String) title!: string;
  @Field(() => Int) rows!: number;
  @Field(() => Boolean, { description: "True: the rows stay, because they are somebody else's too, and no longer name the person." }) detached!: boolean;
}

@ObjectType({ description: 'Rows of one kind that must stay.' })
@Directive('@shareable')
export class KeptPart {
  @Field(() => String) title!: string;
  @Field(() => Int) rows!: number;
  @Field(() => String, { description: 'Dutch.' }) reason!: string;
  @Field(() => String, { nullable: true, description: 'ISO 8601 duration; null when none is known.' }) term!: string | null;
  @Field(() => String, { nullable: true, description: 'Where the term comes from.' }) source!: string | null;
  @Field(() => DayScalar, { nullable: true, description: 'The last day; null while the term has not begun.' }) keepUntil!: string | null;
}

@ObjectType({ description: 'The person is erased.' })
@Directive('@shareable')
export class Erased {
  @Field(() => [ErasurePart]) parts!: ErasurePart[];
}

@ObjectType({ description: 'Of a dry run: the person can be erased; nothing was written.' })
@Directive('@shareable')
export class ErasurePossible {
  @Field(() => [ErasurePart]) parts!: ErasurePart[];
}

@ObjectType({ description: 'The law obliges to keep these parts (AVG art. 17 lid 3 onder b); nothing was erased.' })
@Directive('@shareable')
export class RetentionNotOver {
  @Field(() => [KeptPart]) items!: KeptPart[];
}

@ObjectType({ description: 'Nobody with this id is held here.' })
@Directive('@shareable')
export class NothingToErase {
  @Field(() => DayScalar, { nullable: true, description: 'When the person was erased; null for an unknown id.' }) erasedOn!: string | null;
}

export const EraseSubjectResult = createUnionType({
  name: 'EraseSubjectResult',
  types: () => [Erased, ErasurePossible, RetentionNotOver, NothingToErase] as const,
  resolveType: (answer) => (answer as { __typename?: string }).__typename,
});

@InputType()
export class EraseSubjectInput {
  @Field(() => String) requestId!: string;
  @Field(() => ID) subjectId!: string;
  @Field(() => ErasureGroundEnum) ground!: ErasureGround;
  @Field(() => Boolean, { description: 'Say what would go or must stay, and write nothing.' }) dryRun!: boolean;
}

@ObjectType({ description: 'Rows of one kind in a retention run.' })
@Directive('@shareable')
export class RetentionPart {
  @Field(() => String) kind!: string;
  @Field(() => String) title!: string;
  @Field(() => String, { nullable: true, description: 'ISO 8601 duration; null: none is known, and nothing is removed.' }) term!: string | null;
  @Field(() => String, { nullable: true }) startEvent!: string | null;
  @Field(() => String, { nullable: true }) source!: string | null;
  @Field(() => Int, { description: 'Of a dry run how many may go, else how many went.' }) rows!: number;
}

@ObjectType({ description: 'What a retention run removed, or would remove.' })
@Directive('@shareable')
export class RetentionReport {
  @Field(() => DayScalar) day!: string;
  @Field(() => Boolean) dryRun!: boolean;
  @Field(() => [RetentionPart]) parts!: RetentionPart[];
  @Field(() => Boolean, { description: 'One command removes at most 500 rows: true when more may go. Send another.' }) more!: boolean;
}

@InputType()
export class RunRetentionInput {
  @Field(() => String) requestId!: string;
  @Field(() => Boolean) dryRun!: boolean;
}
