import { Guard } from '@werkplein/kernel';
import { Mutation, ObjectType, Resolver } from 'type-graphql';
import { sendCommands } from './employers/employer.policy.ts';

@ObjectType({ description: 'What may be recorded at the NUO. Each command is one transaction, safe to repeat with the same `requestId`.' })
export class NuoCommands {}

@Resolver()
export class NuoCommandsResolver {
  @Guard(sendCommands)
  @Mutation(() => NuoCommands)
  nuo(): NuoCommands {
    return {};
  }
}
