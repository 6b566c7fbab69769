import { Guard, localDay, parseDay, type RequestContext } from '@werkplein/kernel';
import { Arg, Ctx, FieldResolver, Float, Resolver } from 'type-graphql';
import { inputReader } from '../clients/input.ts';
import { calculateLks } from '../lks/calculate-lks.ts';
import { LksIndicationType } from '../lks/lks.types.ts';
import { readWerkplein } from '../werkplein/werkplein.policy.ts';
import { type LawParameter, parametersOn } from './law-parameter.rules.ts';
import { lawParameters } from './law-parameter.store.ts';
import { LawParameterType } from './law-parameter.types.ts';

/** What one municipality's graph says of the law, and of an amount by it: no data of anybody. */
export const lawFields = (werkpleinType: Function): Function => {
  @Resolver(() => werkpleinType as never)
  class LawFields {
    @Guard(readWerkplein)
    @FieldResolver(() => [LawParameterType], { nullable: true, description: 'Rates, terms and limits of the law that hold on a day, one of each code.' })
    async lawParameters(
      @Ctx() ctx: RequestContext,
      @Arg('on', () => String, { nullable: true, description: 'Calendar day; today unless given.' }) on?: string | null,
    ): Promise<LawParameter[]> {
      const reader = inputReader([]);
      const day = reader.read(['on'], () => (on ? parseDay(on) : localDay(ctx.clock())));
      reader.refuse();
      return parametersOn(await lawParameters(ctx), day);
    }
    @Guard(readWerkplein)
    @FieldResolver(() => LksIndicationType, { nullable: true, description: 'Indicative loonkostensubsidie a month; stores nothing and decides nothing.' })
    async lksIndication(
      @Ctx() ctx: RequestContext,
      @Arg('hoursPerWeek', () => Float, { description: 'In quarters, at most 40; above a full week counts as a full week.' }) hoursPerWeek: number,
      @Arg('forfait', () => Boolean, { defaultValue: false, description: 'The share while the loonwaarde is postponed; then no `wageValuePct`.' })
      forfait: boolean,
      @Arg('wageValuePct', () => Float, { nullable: true, description: '0 to 100, at most 2 decimals.' }) wageValuePct?: number | null,
      @Arg('on', () => String, { nullable: true, description: 'Calendar day; today unless given.' }) on?: string | null,
    ): Promise<LksIndicationType> {
      const found = await calculateLks(ctx, { wageValuePct, hoursPerWeek, on, forfait });
      return Object.assign(new LksIndicationType(), found);
    }
  }
  return LawFields;
};
