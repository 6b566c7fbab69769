import {
  action,
  grant,
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
import { Arg, Ctx, FieldResolver, Int, Query, Resolver } from 'type-graphql';
import { NuoCommands } from '../commands.types.ts';

const administerLetters = action(
  'letters.administer',
  'Zien welke brieven van de NUO niet aankomen, zonder wat erin staat, en ze opnieuw versturen of opzijleggen',
  grant('all', 'nuo.functioneelbeheerder'),
);
const PAGE_DEFAULT = 50;

@Resolver()
class LettersResolver {
  @Guard(administerLetters)
  @Query(() => OutgoingLetterConnection, { nullable: true, description: 'Letters of the NUO that do not arrive, oldest first.' })
  undeliveredLetters(
    @Ctx() ctx: RequestContext,
    @Arg('first', () => Int, { defaultValue: PAGE_DEFAULT }) first: number,
    @Arg('after', () => String, { nullable: true }) after?: string,
  ): Promise<object> {
    return undeliveredLetters(ctx, first, after ?? null);
  }
}

@Resolver(() => NuoCommands)
class LetterCommandsResolver {
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

export const letterResolvers = [LettersResolver, LetterCommandsResolver];
