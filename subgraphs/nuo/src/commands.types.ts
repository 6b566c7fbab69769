import { Guard, type RequestContext } from '@werkplein/kernel';
import { Ctx, Mutation, ObjectType, Resolver } from 'type-graphql';
import { learnCaller } from './colleagues/colleague.store.ts';
import { sendCommands } from './employers/employer.policy.ts';

@ObjectType({ description: 'What may be recorded at the NUO. Each command is one transaction, safe to repeat with the same `requestId`.' })
export class NuoCommands {}

@Resolver()
export class NuoCommandsResolver {
  @Guard(sendCommands)
  @Mutation(() => NuoCommands)
  async nuo(@Ctx() ctx: RequestContext): Promise<NuoCommands> {
    await learnCaller(ctx);
    return {};
  }
}
