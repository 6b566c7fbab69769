import type { QueryPlan } from '@apollo/query-planner';
import type { Logger } from '@werkplein/kernel';
import type { Registry } from '../documents/registry.ts';
import { type Planner, planningLimits, type PlanningLimits, threadPlanner } from './planner.ts';
import type { Question } from './thread.ts';

export { planningLimits, type PlanningLimits } from './planner.ts';

/** Who plans for the supergraph that is served, and what was planned for it before it was. */
export interface Planning {
  /** Plans the trusted documents for a supergraph that is to be served; those without a plan are left out. Throws when it is no supergraph. */
  prepare(supergraphSdl: string): Promise<void>;
  /** From now on documents are of this supergraph. */
  serve(supergraphSdl: string): void;
  /** The plan of a valid document of the supergraph that is served; throws as `Planner.plan`. */
  plan(question: Question): Promise<QueryPlan>;
  /** The plan that was made of it beforehand. */
  prepared(document: string): QueryPlan | undefined;
  stop(): Promise<void>;
}

interface Prepared {
  sdl: string;
  planner: Planner;
  plans: ReadonlyMap<string, QueryPlan>;
}

export const planning = (registry: Registry, log: Logger, limits: PlanningLimits = planningLimits): Planning => {
  let served: Prepared | null = null;
  let next: Prepared | null = null;
  const newPlanner = (sdl: string): Planner => threadPlanner(sdl, log, limits);
  return {
    prepare: async (sdl) => {
      await next?.planner.rest();
      const [planner, plans] = [newPlanner(sdl), new Map<string, QueryPlan>()];
      next = { sdl, planner, plans };
      // Without one to plan it must still be a supergraph that can be planned on.
      await planner.plan({ document: '{ __typename }', operationName: undefined }, true);
      for (const { name, document } of registry.values()) {
        const plan = await planner.plan({ document, operationName: name }, true).catch(() => null);
        if (plan) plans.set(document, plan);
      }
    },
    serve: (sdl) => {
      void served?.planner.rest();
      served = next?.sdl === sdl ? next : { sdl, planner: newPlanner(sdl), plans: new Map() };
      next = null;
    },
    plan: (question) => {
      if (!served) throw new Error('No supergraph is served yet.');
      return served.planner.plan(question);
    },
    prepared: (document) => served?.plans.get(document),
    stop: async () => {
      await Promise.all([served?.planner.rest(), next?.planner.rest()]);
    },
  };
};
