import {
  Guard,
  LetterInput,
  OutgoingLetterConnection,
  type RequestContext,
  sendLetterAgain,
  SendLetterAgainResult,
  setLetterAside,
  SetLetterAsideResult,
  undeliveredLetters,
} from '@werkplein/kernel';
import { Arg, Ctx, FieldResolver, Int, Resolver } from 'type-graphql';
import { administerLetters } from './letter.policy.ts';

const PAGE_DEFAULT = 50;

/** Letters of one municipality that do not arrive. */
export const letterFields = (werkpleinType: Function, commandsType: Function): Function[] => {
  @Resolver(() => werkpleinType as never)
  class LetterFields {
    @Guard(administerLetters)
    @FieldResolver(() => OutgoingLetterConnection, { nullable: true, description: 'Letters to other organisations that do not arrive, oldest first.' })
    undeliveredLetters(
      @Ctx() ctx: RequestContext,
      @Arg('first', () => Int, { defaultValue: PAGE_DEFAULT }) first: number,
      @Arg('after', () => String, { nullable: true }) after?: string,
    ): Promise<object> {
      return undeliveredLetters(ctx, first, after ?? null);
    }
  }

  @Resolver(() => commandsType as never)
  class LetterCommands {
    @Guard(administerLetters)
    @FieldResolver(() => SendLetterAgainResult, { nullable: true, description: 'Tries a letter again at once, after its cause is gone.' })
    sendLetterAgain(@Ctx() ctx: RequestContext, @Arg('input', () => LetterInput) input: LetterInput): Promise<object> {
      return sendLetterAgain(ctx, input);
    }
    @Guard(administerLetters)
    @FieldResolver(() => SetLetterAsideResult, { nullable: true, description: 'Gives a letter up, so that later ones about the same can go.' })
    setLetterAside(@Ctx() ctx: RequestContext, @Arg('input', () => LetterInput) input: LetterInput): Promise<object> {
      return setLetterAside(ctx, input);
    }
  }
  return [LetterFields, LetterCommands];
};
