import type { RequestContext } from '@werkplein/kernel';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';

type Shown = Function | [Function];

interface FieldOptions {
  nullable?: boolean;
  description?: string;
}

/**
 * Resolver classes that give answers of a command their field `name`. An answer is kept as ids; what it shows is read when it is asked,
 * also by a repeat.
 */
export const showing = <C extends new () => object>(
  name: string,
  type: () => Shown,
  load: (ctx: RequestContext, answer: InstanceType<C>) => unknown,
  answers: readonly C[],
  options: FieldOptions = {},
): Function[] =>
  answers.map((answer) => {
    @Resolver(() => answer)
    class AnswerResolver {
      @FieldResolver(type, options)
      [name](@Ctx() ctx: RequestContext, @Root() given: InstanceType<C>): unknown {
        return load(ctx, given);
      }
    }
    return AnswerResolver;
  });
