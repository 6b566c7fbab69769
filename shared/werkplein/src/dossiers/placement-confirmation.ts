import {
  addWorkingDays,
  DayScalar,
  Guard,
  localDay,
  MunicipalityCodeScalar,
  ParameterMissing,
  type Reference,
  type RequestContext,
  workingDaysBetween,
} from '@werkplein/kernel';
import { Ctx, Directive, Field, FieldResolver, ID, Int, ObjectType, Resolver, Root } from 'type-graphql';
import { holidayParameters } from '../law-parameters/law-parameter.store.ts';
import type { WerkpleinFacts } from '../werkplein/werkplein.types.ts';
import { directDossier } from './dossier.policy.ts';

@ObjectType({ description: 'By when regie confirms a placement that started at the NUO, by the term of the Werkplein.' })
@Directive('@shareable')
class PlacementConfirmation {
  @Field(() => DayScalar, { description: 'The last day.' }) confirmBy!: string;
  @Field(() => Int, { description: 'Working days that are left after today; below zero so many too late.' }) workingDaysLeft!: number;
}

const holidaysOf = async (ctx: RequestContext) =>
  (await ctx.load('publicHolidays', 'all', async () => new Map([['all', await holidayParameters(ctx.db.read)]]))) ?? [];

/** Null of a year of which no holidays are known: a day that may be another is not told. */
const confirmation = async (ctx: RequestContext, startsOn: string, today: string, workingDays: number): Promise<PlacementConfirmation | null> => {
  const holidays = await holidaysOf(ctx);
  try {
    const confirmBy = addWorkingDays(startsOn, workingDays, holidays);
    return { confirmBy, workingDaysLeft: workingDaysBetween(today, confirmBy, holidays) };
  } catch (error) {
    if (error instanceof ParameterMissing) return null;
    throw error;
  }
};

export interface PlacementPart {
  type: Function;
  resolver: Function;
  references: Record<string, Reference>;
}

/**
 * What one Werkplein adds to a placement of the NUO: how long there is to confirm it. Nothing of the placement is kept here, its first day
 * and its municipality come along with the question. Each Werkplein has a field of its own, for federation never routes by value.
 */
export const placementConfirmation = ({ municipality: { name, code }, terms }: WerkpleinFacts): PlacementPart => {
  @ObjectType('Placement')
  @Directive('@key(fields: "id")')
  class PlacementOfNuo {
    @Field(() => ID) id!: string;
    @Directive('@external')
    @Field(() => DayScalar)
    startsOn!: string;
    @Directive('@external')
    @Field(() => MunicipalityCodeScalar, { nullable: true })
    municipality!: string | null;
  }

  @Resolver(() => PlacementOfNuo)
  class PlacementConfirmationResolver {
    @Guard(directDossier)
    @Directive('@requires(fields: "startsOn municipality")')
    @FieldResolver(() => PlacementConfirmation, {
      name: `confirmationAt${name}`,
      nullable: true,
      description: `Until when Werkplein ${name} confirms this placement; null before it started, of another municipality, or when the holidays of that year are not known.`,
    })
    confirmation(@Ctx() ctx: RequestContext, @Root() { startsOn, municipality }: PlacementOfNuo): Promise<PlacementConfirmation | null> | null {
      const today = localDay(ctx.clock());
      if (municipality !== code || !startsOn || startsOn > today) return null;
      return confirmation(ctx, startsOn, today, terms.confirmPlacementWithinWorkingDays);
    }
  }
  return {
    type: PlacementOfNuo,
    resolver: PlacementConfirmationResolver,
    references: { Placement: { action: directDossier, key: 'id', load: async (_ctx, id, given) => ({ ...given, id }) } },
  };
};
