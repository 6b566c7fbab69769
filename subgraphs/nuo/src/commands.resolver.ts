import { Guard } from '@werkplein/kernel';
import { Mutation, Resolver } from 'type-graphql';
import { NuoCommands } from './commands.types.ts';
import { sendCommands } from './employers/employer.policy.ts';

@Resolver()
export class NuoCommandsResolver {
  @Guard(sendCommands)
  @Mutation(() => NuoCommands)
  nuo(): NuoCommands {
    return {};
  }
}
