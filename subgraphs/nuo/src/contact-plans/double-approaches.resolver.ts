import { DayScalar, Guard, Organisation, organisation, type RequestContext } from '@werkplein/kernel';
import { Arg, Ctx, Field, FieldResolver, Int, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { coordinateContacts } from './contact-plan.policy.ts';
import type { DoubleApproaches } from './double-approaches.rules.ts';
import { doubleApproaches } from './double-approaches.store.ts';

@ObjectType('DoubleApproaches', { description: 'What coordination prevented in a month, beside what it did not.' })
export class DoubleApproachesType {
  @Field(() => String, { description: '`2026-08`.' }) month!: string;
  @Field(() => Int, {
    description:
      'Attempts stopped by a colleague’s plan (K1) after which the caller joined, planned otherwise or waited, and warnings of a cool-down (K2) that were heeded. Tries of one person at one employer within 15 minutes are one attempt.',
  })
  prevented!: number;
  @Field(() => Int, { description: 'Attempts that went on in the cool-down of another.' }) overruled!: number;
  @Field(() => Int, {
    description:
      'Pairs of outgoing contacts of two organisations with one employer inside its cool-down, in which neither took part with the other; counted at the later.',
  })
  doubles!: number;
}

@Resolver(() => DoubleApproachesType)
export class DoubleApproachesResolver {
  @Guard(coordinateContacts)
  @Query(() => [DoubleApproachesType], { nullable: true, description: 'VOORKOMEN_DUBBELINGEN by month and organisation, over at most 366 days.' })
  doubleApproaches(
    @Ctx() ctx: RequestContext,
    @Arg('from', () => DayScalar) from: string,
    @Arg('until', () => DayScalar, { description: 'Included.' }) until: string,
  ): Promise<unknown> {
    return doubleApproaches(ctx, from, until);
  }

  @FieldResolver(() => Organisation, { description: 'Whose attempts and contacts they were.' })
  organisation(@Root() row: DoubleApproaches): Organisation {
    return organisation(row.organisation);
  }
}

export const doubleApproachesResolvers = [DoubleApproachesResolver];
