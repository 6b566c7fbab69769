import { Guard, localDay, parametersOn, parseDay, type RequestContext } from '@werkplein/kernel';
import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import { checkArguments } from '../input.ts';
import { viewNuoParameters } from './nuo-parameter.policy.ts';
import { type NuoParameter, nuoParameterCodes } from './nuo-parameter.rules.ts';
import { nuoParameters } from './nuo-parameter.store.ts';
import { NuoParameterType } from './nuo-parameter.types.ts';

@Resolver()
export class NuoParameterResolver {
  @Guard(viewNuoParameters)
  @Query(() => [NuoParameterType], {
    description: 'Limits and terms by which the NUO works on a day, one of each code; on a public holiday that too. No data of anybody.',
  })
  async nuoParameters(
    @Ctx() ctx: RequestContext,
    @Arg('on', () => String, { nullable: true, description: 'Calendar day; today unless given.' }) on?: string | null,
  ): Promise<NuoParameter[]> {
    const checking = checkArguments('on');
    const day = checking.optional([], on, parseDay) ?? localDay(ctx.clock());
    checking.done();
    return parametersOn(await nuoParameters(ctx), day, nuoParameterCodes);
  }
}
