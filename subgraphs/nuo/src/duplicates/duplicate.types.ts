import { PageInfo } from '@werkplein/kernel';
import { createUnionType, Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';

export enum DuplicateClass {
  EXACT = 'EXACT',
  STRONG = 'STRONG',
  MEDIUM = 'MEDIUM',
  WEAK = 'WEAK',
}
registerEnumType(DuplicateClass, {
  name: 'DuplicateClass',
  description: 'How sure it is that two employers are one.',
  valuesConfig: {
    EXACT: { description: 'The same KvK number, RSIN or own internet domain.' },
    STRONG: { description: 'The same name at the same postcode.' },
    MEDIUM: { description: 'A similar name in the same area, or with the same phone number.' },
    WEAK: { description: 'The same name elsewhere, or a domain that two KvK numbers share: shops of a chain have these by right.' },
  },
});

export enum DuplicateReason {
  SAME_KVK_NUMBER = 'SAME_KVK_NUMBER',
  SAME_RSIN = 'SAME_RSIN',
  SAME_DOMAIN = 'SAME_DOMAIN',
  SAME_NAME = 'SAME_NAME',
  SIMILAR_NAME = 'SIMILAR_NAME',
  SAME_POSTCODE = 'SAME_POSTCODE',
  SAME_AREA = 'SAME_AREA',
  SAME_PHONE = 'SAME_PHONE',
  OTHER_KVK_NUMBER = 'OTHER_KVK_NUMBER',
}
registerEnumType(DuplicateReason, {
  name: 'DuplicateReason',
  description: 'What two employers have in common. `SAME_AREA`: the four digits of a postcode. `OTHER_KVK_NUMBER` speaks against it.',
});

export enum DuplicateStatus {
  OPEN = 'OPEN',
  CONFIRMED = 'CONFIRMED',
  NOT_DUPLICATE = 'NOT_DUPLICATE',
}
registerEnumType(DuplicateStatus, { name: 'DuplicateStatus' });

export enum DuplicateDecision {
  CONFIRMED = 'CONFIRMED',
  NOT_DUPLICATE = 'NOT_DUPLICATE',
}
registerEnumType(DuplicateDecision, { name: 'DuplicateDecision' });

@ObjectType({ description: 'A known employer that may be the one that is meant.' })
export class PossibleDuplicate {
  employerId!: string;
  @Field(() => DuplicateClass) class!: DuplicateClass;
  @Field(() => Int, { description: '1 to 100, highest first.' }) score!: number;
  @Field(() => [DuplicateReason]) reasons!: DuplicateReason[];
}

@ObjectType('DuplicateSignal', {
  description: 'Two employers that may be one (dubbelingsignaal). A decision holds until a name, number or address of either changes.',
})
export class DuplicateSignalType {
  @Field(() => ID) id!: string;
  @Field(() => DuplicateClass) class!: DuplicateClass;
  @Field(() => Int) score!: number;
  @Field(() => [DuplicateReason]) reasons!: DuplicateReason[];
  @Field(() => DuplicateStatus) status!: DuplicateStatus;
  @Field(() => String, { nullable: true, description: 'Why it was decided so.' }) note!: string | null;
  @Field(() => Int) version!: number;
}

@ObjectType('DuplicateSignalConnection')
export class DuplicateSignalConnection {
  @Field(() => [DuplicateSignalType]) nodes!: DuplicateSignalType[];
  @Field(() => PageInfo) pageInfo!: PageInfo;
}

@InputType()
export class DecideDuplicateInput {
  @Field(() => String) requestId!: string;
  @Field(() => ID) signalId!: string;
  @Field(() => Int) expectedVersion!: number;
  @Field(() => DuplicateDecision) decision!: DuplicateDecision;
  @Field(() => String, { nullable: true, description: 'At most 500 characters.' }) note?: string | null;
}

@InputType()
export class ScanDuplicatesInput {
  @Field(() => String) requestId!: string;
  @Field(() => ID, { nullable: true, description: '`next` of the scan before; without it the scan begins.' }) after?: string | null;
}

@ObjectType({ description: 'It is decided. When the two are one, merge them.' })
export class DuplicateDecided {
  readonly __typename!: 'DuplicateDecided';
  signalId!: string;
}

@ObjectType({ description: 'Someone decided or renewed it since; look at `signal` and try again with its version.' })
export class DuplicateSignalVersionConflict {
  readonly __typename!: 'DuplicateSignalVersionConflict';
  signalId!: string;
  @Field(() => Int) currentVersion!: number;
}

@ObjectType({ description: 'One batch of employers is compared with all others, and its search keys are rebuilt.' })
export class DuplicatesScanned {
  readonly __typename!: 'DuplicatesScanned';
  @Field(() => Int) employers!: number;
  @Field(() => Int, { description: 'Signals that are new or open again.' }) raised!: number;
  @Field(() => Int, { description: 'Employers that are still to be compared.' }) remaining!: number;
  @Field(() => ID, { nullable: true, description: 'Where the next batch starts; null when all are done.' }) next!: string | null;
}

const byTypename = (value: { __typename: string }): string => value.__typename;

export const DecideDuplicateResult = createUnionType({
  name: 'DecideDuplicateResult',
  types: () => [DuplicateDecided, DuplicateSignalVersionConflict] as const,
  resolveType: byTypename,
});
export const ScanDuplicatesResult = createUnionType({ name: 'ScanDuplicatesResult', types: () => [DuplicatesScanned] as const, resolveType: byTypename });
