import { fault, localDay, type RequestContext, type WriteTx } from '@werkplein/kernel';
import { runClientCommand } from '../clients/client-command.ts';
import type { ClientRow } from '../clients/client.entity.ts';
import { lockClient } from '../clients/client.store.ts';
import { inputReader } from '../clients/input.ts';
import { doelgroepOf } from '../doelgroep/doelgroep.store.ts';
import { parameterSetOn } from '../law-parameters/law-parameter.rules.ts';
import { allLawParameters } from '../law-parameters/law-parameter.store.ts';
import { answeringMissing, type LawParameterMissingAnswer } from '../law-parameters/parameter-missing.ts';
import { LoonwaardeRow } from '../loonwaarde/loonwaarde.entity.ts';
import { DecisionRow } from './decision.entity.ts';
import { type GivenDecision, type PublishDecisionFields, readDecision } from './decision.input.ts';
import { chainOf, judgedOn, type RuleBroken, ruleBroken } from './decision.rules.ts';
import { allDecisions, inForce, standingFor } from './decision.store.ts';

export type PublishDecisionAnswer =
  | { __typename: 'DecisionPublished'; id: string; clientId: string }
  | ({ __typename: 'DecisionRuleBroken' } & RuleBroken)
  | { __typename: 'DecisionAlreadyRevised'; revisedById: string }
  | LawParameterMissingAnswer;

const inWswWork = async (tx: WriteTx, clientId: string) =>
  ((await doelgroepOf(tx, [clientId])).get(clientId) ?? []).filter(({ axis, value }) => axis === 'WSW_STATUS' && value !== 'GEEN');

const write = async (tx: WriteTx, ctx: RequestContext, { id: clientId, birthDate }: ClientRow, input: GivenDecision): Promise<PublishDecisionAnswer> => {
  const decisions = await allDecisions(tx, [clientId]);
  const given = { ...input, extendsId: input.extendsId && standingFor(decisions, input.extendsId) };
  const revised = decisions.find(({ id }) => id === given.revisesId);
  if (given.revisesId !== null && revised?.kind !== given.kind) throw fault('NOT_FOUND');
  const reviser = revised && decisions.find(({ revisesId }) => revisesId === revised.id);
  if (reviser) return { __typename: 'DecisionAlreadyRevised', revisedById: reviser.id };

  const loonwaarden = await tx.em.findBy(LoonwaardeRow, { clientId, state: 'ESTABLISHED' });
  const parameters = await allLawParameters(tx);
  const precedents = {
    parameters,
    inForce: inForce(decisions).filter(({ id }) => id !== revised?.id),
    wsw: await inWswWork(tx, clientId),
    establishedIds: new Set(loonwaarden.map(({ id }) => id)),
    birthDate,
  };
  const broken = ruleBroken(given, precedents);
  if (broken) return { __typename: 'DecisionRuleBroken', ...broken };

  const loonwaarde = loonwaarden.find(({ id }) => id === given.loonwaardeId);
  if (given.loonwaardeId !== null && !loonwaarde) throw fault('NOT_FOUND');
  const id = ctx.newId();
  await tx.em.insert(DecisionRow, {
    ...given,
    id,
    clientId,
    chainId: chainOf([...decisions, { id, extendsId: given.extendsId, revisesId: given.revisesId }], id),
    decideBy: given.kind === 'LKS' && loonwaarde ? loonwaarde.lksDecideBy : given.decideBy,
    parameterSet: parameterSetOn(parameters, judgedOn(given, precedents)),
    decidedBy: ctx.principal.employeeId,
    publishedAt: ctx.clock(),
  });
  return { __typename: 'DecisionPublished', id, clientId };
};

/** Publishes a decision; one that corrects another names it, and the other stays as it was. */
export const publishDecision = async (ctx: RequestContext, input: PublishDecisionFields): Promise<PublishDecisionAnswer> => {
  const reader = inputReader(['input']);
  const given = readDecision(reader, input, localDay(ctx.clock()), ctx.home);
  reader.refuse();
  return runClientCommand<PublishDecisionAnswer>(ctx, 'publishDecision', 'nemen-besluit', input, async (tx) => {
    const client = await lockClient(tx, input.clientId);
    return { answer: await answeringMissing(() => write(tx, ctx, client, given)), subjectIds: [client.id] };
  });
};
