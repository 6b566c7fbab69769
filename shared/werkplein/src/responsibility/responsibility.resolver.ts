import { employee, Guard, localDay, parseDay, type RequestContext } from '@werkplein/kernel';
import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { readWholeClient } from '../clients/client.policy.ts';
import { Client } from '../clients/client.types.ts';
import { inputReader } from '../clients/input.ts';
import { lawParameters } from '../law-parameters/law-parameter.store.ts';
import type { ResponsibilityRow } from './responsibility.entity.ts';
import { standInDaysOn } from './responsibility.facts.ts';
import { handOverPeriods, responsibleOn } from './responsibility.rules.ts';
import { responsibilitiesOf } from './responsibility.store.ts';
import { Responsibility } from './responsibility.types.ts';

const shown = ({ home }: RequestContext, { employeeId, employeeName, standIn, startsOn, endsOn }: ResponsibilityRow): Responsibility => ({
  employee: employee(employeeId, employeeName, home),
  standIn,
  from: startsOn,
  until: endsOn,
});

@Resolver(() => Client)
/** Who was responsible for a client and when. */
export class ClientResponsibilityFields {
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
    description:
      'How often the client got another klantregisseur; a stand-in is none, nor who had the dossier between two times of the same for at most STAND_IN_DAYS_MAX days.',
  })
  async handOvers(@Root() client: { id: string }, @Ctx() ctx: RequestContext): Promise<number> {
    return handOverPeriods(await responsibilitiesOf(ctx, client.id), standInDaysOn(await lawParameters(ctx))).length;
  }
}
