import {
  addDays,
  badInput,
  DayScalar,
  decodeCursor,
  Guard,
  localDay,
  type Municipality,
  type Page,
  PageInfo,
  pageSize,
  type RequestContext,
  toPage,
} from '@werkplein/kernel';
import { Arg, Ctx, Field, FieldResolver, Int, ObjectType, Resolver } from 'type-graphql';
import { loadClient } from '../clients/client.store.ts';
import { DossierRow } from '../dossiers/dossier.entity.ts';
import { PlanRow } from './plan.entity.ts';
import { readPlans } from './plan.policy.ts';

const DAYS_MAX = 366;
const PAGE_DEFAULT = 50;

interface Due {
  clientId: string;
  planId: string;
  dueOn: string;
  overdue: boolean;
}

interface DueQuestion {
  within: number;
  mine: boolean;
  first: number;
  after: string | null;
}

/** Plans that hold, of clients with an open dossier, by the day of their next evaluation; those past it first. */
const evaluationsDue = async (ctx: RequestContext, { within, mine, first, after }: DueQuestion): Promise<Page<Due>> => {
  if (!Number.isInteger(within) || within < 0 || within > DAYS_MAX) throw badInput([{ path: ['within'], message: `Vraag 0 tot en met ${DAYS_MAX} dagen.` }]);
  const size = pageSize(first);
  const cursor = decodeCursor(after);
  const today = localDay(ctx.clock());
  const query = ctx.db.read.em
    .createQueryBuilder(PlanRow, 'plan')
    .innerJoin(DossierRow, 'dossier', 'dossier.openClientId = plan.clientId')
    .where('plan.evaluateOn <= :last', { last: addDays(today, within) })
    .orderBy('plan.evaluateOn')
    .addOrderBy('plan.id')
    .limit(size + 1);
  if (mine) query.andWhere('dossier.klantregisseurId = :me', { me: ctx.principal.employeeId });
  if (cursor) query.andWhere('(plan.evaluateOn > :day OR (plan.evaluateOn = :day AND plan.id > :id))', { day: cursor[0], id: cursor[1] });
  const due = (await query.getMany()).map(({ clientId, id, evaluateOn }) => ({
    clientId,
    planId: id,
    dueOn: evaluateOn ?? '',
    overdue: (evaluateOn ?? '') < today,
  }));
  return toPage(due, size, ({ dueOn, planId }) => [dueOn, planId]);
};

/** Whose plan is to be evaluated soon, with the client by its municipal type. */
export const planEvaluationsDue = ({ name }: Municipality, clientType: Function, werkpleinType: Function): Function[] => {
  @ObjectType(`${name}PlanEvaluationDue`, { description: 'A plan van aanpak that is to be evaluated.' })
  class EvaluationDue {
    clientId!: string;
    @Field(() => clientType, { nullable: true })
    client(@Ctx() ctx: RequestContext): Promise<object | null> {
      return loadClient(ctx, this.clientId);
    }
    @Field(() => DayScalar) dueOn!: string;
    @Field(() => Boolean, { description: 'The day has been.' }) overdue!: boolean;
  }

  @ObjectType(`${name}PlanEvaluationDueConnection`, { description: 'A page of plans to evaluate, by day.' })
  class EvaluationDueConnection {
    @Field(() => [EvaluationDue]) nodes!: EvaluationDue[];
    @Field(() => PageInfo) pageInfo!: PageInfo;
  }

  @Resolver(() => werkpleinType as never)
  class EvaluationsDueField {
    @Guard(readPlans)
    @FieldResolver(() => EvaluationDueConnection, {
      nullable: true,
      description: 'Plans that hold of which the next evaluation falls within so many days (0 to 366), or should have been.',
    })
    async planEvaluationsDue(
      @Ctx() ctx: RequestContext,
      @Arg('within', () => Int) within: number,
      @Arg('mine', () => Boolean, { defaultValue: false, description: 'Only of clients whose klantregisseur is the caller.' }) mine: boolean,
      @Arg('first', () => Int, { defaultValue: PAGE_DEFAULT }) first: number,
      @Arg('after', () => String, { nullable: true }) after?: string,
    ): Promise<EvaluationDueConnection> {
      const { nodes, pageInfo } = await evaluationsDue(ctx, { within, mine, first, after: after ?? null });
      return { nodes: nodes.map((due) => Object.assign(new EvaluationDue(), due)), pageInfo };
    }
  }
  return [EvaluationsDueField];
};
