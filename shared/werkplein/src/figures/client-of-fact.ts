import { Fact, Guard, homeOf, type RequestContext } from '@werkplein/kernel';
import { Arg, Ctx, FieldResolver, ID, Resolver } from 'type-graphql';
import { listClients } from '../clients/client.policy.ts';
import { loadClient } from '../clients/client.store.ts';

/** From a fact behind a figure to the client whom it is about, for who may look for clients. */
export const clientOfFactField = (werkpleinType: Function, clientType: Function): Function => {
  @Resolver(() => werkpleinType as never)
  class ClientOfFactField {
    @Guard(listClients)
    @FieldResolver(() => clientType as never, {
      nullable: true,
      description: 'The client of a fact behind a figure; null for one that is of nobody, or not of this Werkplein.',
    })
    async clientOfFact(@Ctx() ctx: RequestContext, @Arg('factId', () => ID) factId: string): Promise<object | null> {
      if (homeOf(factId) !== ctx.home) return null;
      const fact = await ctx.db.read.em.findOneBy(Fact, { id: factId });
      return fact?.subject ? loadClient(ctx, fact.subject) : null;
    }
  }
  return ClientOfFactField;
};
