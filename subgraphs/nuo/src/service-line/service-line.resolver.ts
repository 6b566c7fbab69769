import { DayScalar, Guard, type RequestContext } from '@werkplein/kernel';
import { ArgsType, Args, Ctx, Field, FieldResolver, Resolver, Root } from 'type-graphql';
import { checkArguments } from '../input.ts';
import type { Participant } from '../participants/participant.entity.ts';
import { viewParticipants } from '../participants/participant.policy.ts';
import { loadParticipantOfClient } from '../participants/participant.store.ts';
import { ClientType, ParticipantType } from '../participants/participant.types.ts';
import { type Acting, actingIn } from '../responsibility/responsibility.rules.ts';
import { loadResponsibilities } from '../responsibility/responsibility.store.ts';
import { ActingType } from '../responsibility/responsibility.types.ts';
import { serviceLineOf } from './service-line.ts';
import { ServiceLineEntry } from './service-line.types.ts';

@ArgsType()
class Days {
  @Field(() => DayScalar, { nullable: true, description: 'First day; left out, from the beginning.' }) from?: string | null;
  @Field(() => DayScalar, { nullable: true, description: 'Last day; left out, without end.' }) until?: string | null;
}

const lineOf = async (ctx: RequestContext, participantId: string, { from, until }: Days): Promise<ServiceLineEntry[]> => {
  const checking = checkArguments('until');
  if (from && until && until < from) checking.problem([], 'De laatste dag ligt voor de eerste.');
  checking.done();
  const entries = await serviceLineOf(ctx, participantId, from ?? null, until ?? null);
  return entries.map((entry) => ({ ...entry, participantId }));
};

const DESCRIPTION = 'Every service of the NUO that touches these days, in the order in which it begins.';

@Resolver(() => ClientType)
export class ClientServiceLineResolver {
  @Guard(viewParticipants)
  @FieldResolver(() => [ServiceLineEntry], { nullable: true, description: DESCRIPTION })
  async serviceLine(@Ctx() ctx: RequestContext, @Root() client: ClientType, @Args(() => Days) days: Days): Promise<ServiceLineEntry[]> {
    const participant = await loadParticipantOfClient(ctx, client.id);
    return participant ? lineOf(ctx, participant.id, days) : [];
  }
}

@Resolver(() => ParticipantType)
export class ParticipantServiceLineResolver {
  @Guard(viewParticipants)
  @FieldResolver(() => [ServiceLineEntry], { nullable: true, description: DESCRIPTION })
  serviceLine(@Ctx() ctx: RequestContext, @Root() row: Participant, @Args(() => Days) days: Days): Promise<ServiceLineEntry[]> {
    return lineOf(ctx, row.id, days);
  }
}

@Resolver(() => ServiceLineEntry)
export class ServiceLineEntryResolver {
  @FieldResolver(() => [ActingType], { description: 'Who answered for the participant on the days of this service, by role.' })
  async responsible(@Ctx() ctx: RequestContext, @Root() { participantId, startsOn, endsOn }: ServiceLineEntry): Promise<Acting[]> {
    return actingIn(await loadResponsibilities(ctx, participantId), startsOn, endsOn);
  }
}

export const serviceLineResolvers = [ClientServiceLineResolver, ParticipantServiceLineResolver, ServiceLineEntryResolver];
