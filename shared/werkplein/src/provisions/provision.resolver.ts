import { Guard, type RequestContext, StepRefused } from '@werkplein/kernel';
import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { answerUnion } from '../clients/answer-union.ts';
import { Client } from '../clients/client.types.ts';
import { DossierClosed } from '../dossiers/dossier.types.ts';
import { LawParameterMissing } from '../law-parameters/parameter-missing.ts';
import { correctProvision } from './correct-provision.ts';
import { endProvision, interruptProvision, resumeProvision } from './interrupt-provision.ts';
import { ProvisionRow } from './provision.entity.ts';
import * as inputs from './provision.inputs.ts';
import { readProvisions, writeProvisions } from './provision.policy.ts';
import { milestonesOf, provisionsOf, usesOf } from './provision.store.ts';
import * as types from './provision.types.ts';
import { settleMilestone } from './settle-milestone.ts';
import { startProvision } from './start-provision.ts';

const { Provision, ProvisionMilestone, ProvisionSaved, ProvisionUse } = types;
const StartResult = answerUnion('StartProvisionResult', ProvisionSaved, types.ProvisionRuleBroken, DossierClosed, LawParameterMissing);
const ChangeResult = answerUnion(
  'ChangeProvisionResult',
  ProvisionSaved,
  StepRefused,
  types.ProvisionRuleBroken,
  types.ProvisionVersionConflict,
  LawParameterMissing,
);
const SettleResult = answerUnion('SettleMilestoneResult', ProvisionSaved, types.MilestoneAlreadySettled, LawParameterMissing);

@Resolver(() => Provision)
class ProvisionFields {
  @FieldResolver(() => [ProvisionUse])
  async uses(@Root() { id }: ProvisionRow, @Ctx() ctx: RequestContext): Promise<object[]> {
    return (await usesOf(ctx, id)).map(({ startsOn, endsOn }) => ({ from: startsOn, until: endsOn }));
  }
  @FieldResolver(() => [ProvisionMilestone])
  milestones(@Root() { id }: ProvisionRow, @Ctx() ctx: RequestContext): Promise<object[]> {
    return milestonesOf(ctx, id);
  }
}

@Resolver(() => ProvisionSaved)
class ProvisionSavedFields {
  @FieldResolver(() => Provision, { nullable: true })
  provision(@Root() { id }: { id: string }, @Ctx() ctx: RequestContext): Promise<ProvisionRow | null> {
    return ctx.db.read.em.findOneBy(ProvisionRow, { id });
  }
}

@Resolver(() => Client)
class ClientProvisionFields {
  @Guard(readProvisions)
  @FieldResolver(() => [Provision], { nullable: true, description: 'What helps this client towards work, newest first.' })
  provisions(@Root() client: { id: string }, @Ctx() ctx: RequestContext): Promise<ProvisionRow[]> {
    return provisionsOf(ctx, client.id);
  }
}

/** The provisions of one municipality: its commands. */
export const provisionParts = (commandsType: Function): Function[] => {
  @Resolver(() => commandsType as never)
  class ProvisionCommands {
    @Guard(writeProvisions)
    @FieldResolver(() => StartResult as never, { nullable: true, description: 'A client begins to use a provision.' })
    startProvision(@Ctx() ctx: RequestContext, @Arg('input', () => inputs.StartProvisionInput) input: inputs.StartProvisionInput): Promise<object> {
      return startProvision(ctx, input);
    }
    @Guard(writeProvisions)
    @FieldResolver(() => ChangeResult as never, { nullable: true, description: 'For a while the client does not use it.' })
    interruptProvision(@Ctx() ctx: RequestContext, @Arg('input', () => inputs.InterruptProvisionInput) input: inputs.InterruptProvisionInput): Promise<object> {
      return interruptProvision(ctx, input);
    }
    @Guard(writeProvisions)
    @FieldResolver(() => ChangeResult as never, { nullable: true, description: 'The client uses it again.' })
    resumeProvision(@Ctx() ctx: RequestContext, @Arg('input', () => inputs.ResumeProvisionInput) input: inputs.ResumeProvisionInput): Promise<object> {
      return resumeProvision(ctx, input);
    }
    @Guard(writeProvisions)
    @FieldResolver(() => ChangeResult as never, { nullable: true, description: 'It is over, or was never used.' })
    endProvision(@Ctx() ctx: RequestContext, @Arg('input', () => inputs.EndProvisionInput) input: inputs.EndProvisionInput): Promise<object> {
      return endProvision(ctx, input);
    }
    @Guard(writeProvisions)
    @FieldResolver(() => ChangeResult as never, { nullable: true, description: 'Sets right what was recorded; what was known before stays on record.' })
    correctProvision(@Ctx() ctx: RequestContext, @Arg('input', () => inputs.CorrectProvisionInput) input: inputs.CorrectProvisionInput): Promise<object> {
      return correctProvision(ctx, input);
    }
    @Guard(writeProvisions)
    @FieldResolver(() => SettleResult as never, { nullable: true, description: 'What the law asks during a provision was done.' })
    settleMilestone(@Ctx() ctx: RequestContext, @Arg('input', () => inputs.SettleMilestoneInput) input: inputs.SettleMilestoneInput): Promise<object> {
      return settleMilestone(ctx, input);
    }
  }
  return [ProvisionCommands, ProvisionFields, ProvisionSavedFields, ClientProvisionFields];
};
