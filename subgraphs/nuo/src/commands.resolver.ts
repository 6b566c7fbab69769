import { Guard, type RequestContext } from '@werkplein/kernel';
import { Ctx, Mutation, Resolver } from 'type-graphql';
import { learnCaller } from './colleagues/colleague.store.ts';
import { NuoCommands } from './commands.types.ts';
import { sendCommands } from './employers/employer.policy.ts';

@Resolver()
export class NuoCommandsResolver {
  @Guard(sendCommands)
  @Mutation(() => NuoCommands)
  async nuo(@Ctx() ctx: RequestContext): Promise<NuoCommands> {
    await learnCaller(ctx);
    return {};
  }
}
