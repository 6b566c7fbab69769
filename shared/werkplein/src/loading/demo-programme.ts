import { type DemoClient, derivedId } from '@werkplein/demo';
import type { LadderRow } from '../ladder/ladder.entity.ts';
import type { PlanRow } from '../plans/plan.entity.ts';

const noon = (day: string): Date => new Date(`${day}T12:00:00Z`);

export const planRows = ({ id, plan, klantregisseur }: DemoClient): PlanRow[] => {
  if (plan === null) return [];
  const { goal, support, fromStep, toStep, term, establishedOn, nextEvaluationOn } = plan;
  return [
    {
      id: derivedId(id, 'plan'),
      clientId: id,
      number: 1,
      status: 'ESTABLISHED',
      conceptOf: null,
      establishedOf: id,
      content: {
        goals: [{ text: goal, fromStep, toStep, term }],
        support: [support],
        obligations: [],
        consequences: null,
        nextEvaluationOn,
        discussedOn: establishedOn,
      },
      evaluateOn: nextEvaluationOn,
      version: 2,
      writtenById: klantregisseur.id,
      writtenByName: klantregisseur.name,
      writtenAt: noon(establishedOn),
      establishedOn,
      endedOn: null,
      endReason: null,
    },
  ];
};

export const ladderRows = ({ id, ladder, klantregisseur }: DemoClient): LadderRow[] =>
  ladder.map(({ measuredOn, step }) => ({
    id: derivedId(id, `ladder ${measuredOn}`),
    clientId: id,
    measuredOn,
    currentDay: measuredOn,
    step,
    recordedById: klantregisseur.id,
    recordedByName: klantregisseur.name,
    recordedAt: noon(measuredOn),
    supersededAt: null,
  }));
