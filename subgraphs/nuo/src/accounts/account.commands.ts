import { Guard, type RequestContext } from '@werkplein/kernel';
import { Arg, Ctx, FieldResolver, Resolver } from 'type-graphql';
import { NuoCommands } from '../commands.types.ts';
import { assignAccounts, workOnOwnAccounts } from './account.policy.ts';
import * as types from './account.types.ts';
import { acceptHandOver, refuseHandOver, withdrawHandOver } from './answer-hand-over.ts';
import { assignAccountOwner } from './assign-account-owner.ts';
import { changeAccount, closeAccount } from './change-account.ts';
import { handOverEverything } from './hand-over-everything.ts';
import { offerAccount } from './offer-account.ts';

@Resolver(() => NuoCommands)
export class AccountCommandsResolver {
  @Guard(assignAccounts)
  @FieldResolver(() => types.AssignAccountOwnerResult, { description: 'Makes the account when there was none, and gives it to its next owner.' })
  assignAccountOwner(@Ctx() ctx: RequestContext, @Arg('input', () => types.AssignAccountOwnerInput) input: types.AssignAccountOwnerInput): Promise<unknown> {
    return assignAccountOwner(ctx, input);
  }

  @Guard(workOnOwnAccounts)
  @FieldResolver(() => types.ChangeAccountResult, { description: 'The plan and team, by the owner or the coordinator.' })
  changeAccount(@Ctx() ctx: RequestContext, @Arg('input', () => types.ChangeAccountInput) input: types.ChangeAccountInput): Promise<unknown> {
    return changeAccount(ctx, input);
  }

  @Guard(assignAccounts)
  @FieldResolver(() => types.ChangeAccountResult, { description: 'Lets only the owner and the team approach the employer, or everyone again.' })
  closeAccount(@Ctx() ctx: RequestContext, @Arg('input', () => types.CloseAccountInput) input: types.CloseAccountInput): Promise<unknown> {
    return closeAccount(ctx, input);
  }

  @Guard(workOnOwnAccounts)
  @FieldResolver(() => types.OfferAccountResult, { description: 'Offers an account to a next owner, by the owner or the coordinator.' })
  offerAccount(@Ctx() ctx: RequestContext, @Arg('input', () => types.OfferAccountInput) input: types.OfferAccountInput): Promise<unknown> {
    return offerAccount(ctx, input);
  }

  @Guard(workOnOwnAccounts)
  @FieldResolver(() => types.AcceptHandOverResult, { description: 'The receiver owns the account from today; open work goes along.' })
  acceptHandOver(@Ctx() ctx: RequestContext, @Arg('input', () => types.AnswerHandOverInput) input: types.AnswerHandOverInput): Promise<unknown> {
    return acceptHandOver(ctx, input);
  }

  @Guard(workOnOwnAccounts)
  @FieldResolver(() => types.EndHandOverResult, { description: 'By who got the offer.' })
  refuseHandOver(@Ctx() ctx: RequestContext, @Arg('input', () => types.AnswerHandOverInput) input: types.AnswerHandOverInput): Promise<unknown> {
    return refuseHandOver(ctx, input);
  }

  @Guard(workOnOwnAccounts)
  @FieldResolver(() => types.EndHandOverResult, { description: 'By the owner or the coordinator.' })
  withdrawHandOver(@Ctx() ctx: RequestContext, @Arg('input', () => types.AnswerHandOverInput) input: types.AnswerHandOverInput): Promise<unknown> {
    return withdrawHandOver(ctx, input);
  }

  @Guard(assignAccounts)
  @FieldResolver(() => types.HandOverEverythingResult, { description: 'All that someone who leaves holds goes to another.' })
  handOverEverything(@Ctx() ctx: RequestContext, @Arg('input', () => types.HandOverEverythingInput) input: types.HandOverEverythingInput): Promise<unknown> {
    return handOverEverything(ctx, input);
  }
}
