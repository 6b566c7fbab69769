import { fault, localDay, type ReadTx, type RequestContext } from '@werkplein/kernel';
import type { ClientRow } from '../clients/client.entity.ts';
import { allDecisions, inForce } from '../decisions/decision.store.ts';
import { allLawParameters } from '../law-parameters/law-parameter.store.ts';
import { type BrokenProvisionRule, brokenProvisionRule, type ProvisionFacts } from './provision.rules.ts';
import { provisionFacts } from './provision.store.ts';

export type ProvisionRuleAnswer = { __typename: 'ProvisionRuleBroken' } & BrokenProvisionRule;

/** The refusal of days of use that break a rule, or null. A decision of another client is not there. */
export const judgeUse = async (
  tx: ReadTx,
  ctx: RequestContext,
  client: ClientRow,
  id: string | null,
  facts: ProvisionFacts,
  decisionId: string | null,
): Promise<ProvisionRuleAnswer | null> => {
  const decisions = decisionId === null ? [] : await allDecisions(tx, [client.id]);
  const named = decisions.find((decision) => decision.id === decisionId);
  if (decisionId !== null && !named) throw fault('NOT_FOUND');
  const broken = brokenProvisionRule(facts, {
    today: localDay(ctx.clock()),
    birthDate: client.birthDate,
    parameters: await allLawParameters(tx),
    granted: inForce(decisions).filter(({ chainId, outcome }) => chainId === named?.chainId && outcome === 'GRANTED'),
    others: (await provisionFacts(tx, client.id)).filter((other) => other.id !== id),
  });
  return broken && { __typename: 'ProvisionRuleBroken', ...broken };
};
