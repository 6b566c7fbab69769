import { type Action, Guard, type RequestContext, takingLonger } from '@werkplein/kernel';
import { Arg, Ctx, Directive, Query, Resolver } from 'type-graphql';
import { type Evaluators, figureFacts, figureParts } from './answer.ts';
import { FigureFactPartConnection, FigureFactsInput, FigurePart, FigureQuestionInput } from './figure.types.ts';

/** Who may ask a source for its part, for figures of one municipality, and for the facts behind them. */
export interface FigureActions {
  /** May ask at all; totals over all are for everyone who may. */
  contribute: Action;
  read: Action;
  facts: Action;
}

/**
 * The root fields by which the gateway asks this source for its parts: `<field>FigureParts` and `<field>FigureFacts`. They are in no schema that
 * callers see (@inaccessible): a part is not yet what its asker may be shown.
 */
export const figureFields = (field: string, evaluators: Evaluators, actions: FigureActions): Function[] => {
  @Resolver()
  class FigurePartsResolver {
    @Guard(actions.contribute)
    @Directive('@inaccessible')
    @Query(() => [FigurePart], {
      name: `${field}FigureParts`,
      nullable: true,
      description: 'What this source has of figures; for the gateway, which combines.',
    })
    parts(@Ctx() ctx: RequestContext, @Arg('asked', () => FigureQuestionInput) asked: FigureQuestionInput): Promise<FigurePart[]> {
      return takingLonger(() => figureParts(ctx, actions.read, evaluators, asked));
    }

    @Guard(actions.facts)
    @Directive('@inaccessible')
    @Query(() => FigureFactPartConnection, {
      name: `${field}FigureFacts`,
      nullable: true,
      description: 'The facts behind one side of a figure, in a fixed order.',
    })
    facts(@Ctx() ctx: RequestContext, @Arg('asked', () => FigureFactsInput) asked: FigureFactsInput): Promise<object> {
      return takingLonger(() => figureFacts(ctx, actions.facts, evaluators, asked));
    }
  }
  return [FigurePartsResolver];
};
