import { employee, Guard, localDay, parseDay, type RequestContext } from '@werkplein/kernel';
import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { readWholeClient } from '../clients/client.policy.ts';
import { Client } from '../clients/client.types.ts';
import { inputReader } from '../clients/input.ts';
import type { WerkpleinTerms } from '../werkplein/werkplein.types.ts';
import type { ResponsibilityRow } from './responsibility.entity.ts';
import { handOversOf, responsibleOn } from './responsibility.rules.ts';
import { responsibilitiesOf } from './responsibility.store.ts';
import { Responsibility } from './responsibility.types.ts';

const shown = ({ home }: RequestContext, { employeeId, employeeName, standIn, startsOn, endsOn }: ResponsibilityRow): Responsibility => ({
  employee: employee(employeeId, employeeName, home),
  standIn,
  from: startsOn,
  until: endsOn,
});

/** Who was responsible for a client and when, by the term of this Werkplein for who stands in. */
export const responsibilityFields = ({ standInMaxDays }: WerkpleinTerms): Function => {
  @Resolver(() => Client)
  class ClientResponsibilityFields {
    @Guard(readWholeClient)
    @FieldResolver(() => Responsibility, { nullable: true, description: 'Who was responsible on a day, today unless given; null when nobody was.' })
    async responsible(
      @Root() client: { id: string },
      @Ctx() ctx: RequestContext,
      @Arg('on', () => String, { nullable: true, description: 'Calendar day.' }) on?: string | null,
    ): Promise<Responsibility | null> {
      const reader = inputReader([]);
      const day = reader.read(['on'], () => (on ? parseDay(on) : localDay(ctx.clock())));
      reader.refuse();
      const found = responsibleOn(await responsibilitiesOf(ctx, client.id), day);
      return found && shown(ctx, found);
    }
    @Guard(readWholeClient)
    @FieldResolver(() => [Responsibility], {
      nullable: true,
      description: 'Who was responsible since registration, oldest first; a stand-in beside the klantregisseur.',
    })
    async responsibilities(@Root() client: { id: string }, @Ctx() ctx: RequestContext): Promise<Responsibility[]> {
      return (await responsibilitiesOf(ctx, client.id)).map((row) => shown(ctx, row));
    }
    @Guard(readWholeClient)
    @FieldResolver(() => Int, {
      nullable: true,
      description: "How often the client got another klantregisseur; a stand-in is none, by the Werkplein's `standInMaxDays`.",
    })
    async handOvers(@Root() client: { id: string }, @Ctx() ctx: RequestContext): Promise<number> {
      return handOversOf(await responsibilitiesOf(ctx, client.id), standInMaxDays);
    }
  }
  return ClientResponsibilityFields;
};
