import { ObjectType } from 'type-graphql';

@ObjectType({ description: 'What may be recorded at the NUO. Each command is one transaction, safe to repeat with the same `requestId`.' })
export class NuoCommands {}
