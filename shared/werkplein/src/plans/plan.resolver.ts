import { Employee, employee, Guard, type RequestContext, StepRefused } from '@werkplein/kernel';
import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { answerUnion } from '../clients/answer-union.ts';
import { Client } from '../clients/client.types.ts';
import { DossierClosed } from '../dossiers/dossier.types.ts';
import type { WerkpleinFacts } from '../werkplein/werkplein.types.ts';
import { endPlan } from './end-plan.ts';
import { establishPlan } from './establish-plan.ts';
import { evaluatePlan } from './evaluate-plan.ts';
import type { PlanEvaluationRow, PlanRow } from './plan.entity.ts';
import { readPlans, writePlans } from './plan.policy.ts';
import { changesBetween } from './plan.rules.ts';
import { evaluationsOf, plansOf } from './plan.store.ts';
import * as types from './plan.types.ts';
import { savePlanConcept } from './save-plan-concept.ts';

const { NoPlan, PlanNotReady, PlanSaved, PlanVersionConflict, PlanVanAanpak, PlanChangeType } = types;
const SaveResult = answerUnion('SavePlanConceptResult', PlanSaved, PlanVersionConflict, DossierClosed);
const EstablishResult = answerUnion('EstablishPlanResult', PlanSaved, PlanNotReady, NoPlan, StepRefused, PlanVersionConflict, DossierClosed);
const EvaluateResult = answerUnion('EvaluatePlanResult', PlanSaved, NoPlan, StepRefused, PlanVersionConflict, DossierClosed);
const EndResult = answerUnion('EndPlanResult', PlanSaved, NoPlan, StepRefused, PlanVersionConflict);

/** A row as the schema shows it: the content beside the rest. */
const shown = (row: PlanRow): object => ({ ...row.content, ...row });

@Resolver(() => PlanVanAanpak)
class PlanFields {
  @FieldResolver(() => Employee)
  writtenBy(@Root() { writtenById, writtenByName }: PlanRow, @Ctx() ctx: RequestContext): Employee {
    return employee(writtenById, writtenByName, ctx.home);
  }
  @FieldResolver(() => [types.PlanEvaluation])
  evaluations(@Root() { id }: PlanRow, @Ctx() ctx: RequestContext): Promise<object[]> {
    return evaluationsOf(ctx, id);
  }
}

@Resolver(() => types.PlanEvaluation)
class PlanEvaluationFields {
  @FieldResolver(() => Employee)
  recordedBy(@Root() { recordedById, recordedByName }: PlanEvaluationRow, @Ctx() ctx: RequestContext): Employee {
    return employee(recordedById, recordedByName, ctx.home);
  }
}

@Resolver(() => PlanSaved)
class PlanSavedFields {
  @FieldResolver(() => PlanVanAanpak, { nullable: true })
  async plan(@Root() { clientId, planId }: { clientId: string; planId: string }, @Ctx() ctx: RequestContext): Promise<object | undefined> {
    return (await plansOf(ctx, clientId)).filter(({ id }) => id === planId).map(shown)[0];
  }
}

@Resolver(() => Client)
class ClientPlanFields {
  @Guard(readPlans)
  @FieldResolver(() => PlanVanAanpak, { nullable: true, description: 'The plan van aanpak that holds; null without one.' })
  async plan(@Root() client: { id: string }, @Ctx() ctx: RequestContext): Promise<object | null> {
    const established = (await plansOf(ctx, client.id)).find(({ status }) => status === 'ESTABLISHED');
    return established ? shown(established) : null;
  }
  @Guard(readPlans)
  @FieldResolver(() => [PlanVanAanpak], { nullable: true, description: 'All versions of the plan van aanpak, newest first.' })
  async plans(@Root() client: { id: string }, @Ctx() ctx: RequestContext): Promise<object[]> {
    return (await plansOf(ctx, client.id)).map(shown);
  }
  @Guard(readPlans)
  @FieldResolver(() => [PlanChangeType], {
    nullable: true,
    description: 'What is otherwise in version `to` than in version `from`; without them the newest and the one before. Null for a version that is not there.',
  })
  async planChanges(
    @Root() client: { id: string },
    @Ctx() ctx: RequestContext,
    @Arg('from', () => Int, { nullable: true }) from?: number,
    @Arg('to', () => Int, { nullable: true }) to?: number,
  ): Promise<object[] | null> {
    const plans = await plansOf(ctx, client.id);
    const last = to ?? plans[0]?.number ?? 0;
    const version = (wanted: number) => plans.find(({ number }) => number === wanted)?.content;
    const [before, after] = [version(from ?? last - 1), version(last)];
    if (!before || !after) return null;
    const text = (value: unknown) => (value === null ? null : JSON.stringify(value));
    return changesBetween(before, after).map((change) => ({ ...change, from: text(change.from), to: text(change.to) }));
  }
}

/** The plannen van aanpak of one municipality: its commands, with its own term for evaluations. */
export const planParts = ({ terms }: WerkpleinFacts, commandsType: Function): Function[] => {
  const { planEvaluationMonths } = terms;
  @Resolver(() => commandsType as never)
  class PlanCommands {
    @Guard(writePlans)
    @FieldResolver(() => SaveResult as never, { nullable: true, description: "Makes or replaces the concept of a client's next plan van aanpak." })
    savePlanConcept(@Ctx() ctx: RequestContext, @Arg('input', () => types.SavePlanConceptInput) input: types.SavePlanConceptInput): Promise<object> {
      return savePlanConcept(ctx, input, planEvaluationMonths);
    }
    @Guard(writePlans)
    @FieldResolver(() => EstablishResult as never, {
      nullable: true,
      description: 'Makes the concept the plan that holds, in the place of the one before; a dossier in INTAKE goes IN_PROGRAMME.',
    })
    establishPlan(@Ctx() ctx: RequestContext, @Arg('input', () => types.EstablishPlanInput) input: types.EstablishPlanInput): Promise<object> {
      return establishPlan(ctx, input, terms);
    }
    @Guard(writePlans)
    @FieldResolver(() => EvaluateResult as never, { nullable: true })
    evaluatePlan(@Ctx() ctx: RequestContext, @Arg('input', () => types.EvaluatePlanInput) input: types.EvaluatePlanInput): Promise<object> {
      return evaluatePlan(ctx, input, planEvaluationMonths);
    }
    @Guard(writePlans)
    @FieldResolver(() => EndResult as never, { nullable: true })
    endPlan(@Ctx() ctx: RequestContext, @Arg('input', () => types.EndPlanInput) input: types.EndPlanInput): Promise<object> {
      return endPlan(ctx, input);
    }
  }
  return [PlanCommands, PlanFields, PlanEvaluationFields, PlanSavedFields, ClientPlanFields];
};
