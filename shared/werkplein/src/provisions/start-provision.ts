import { insertRows, localDay, type RequestContext, type WriteTx } from '@werkplein/kernel';
import { runClientCommand } from '../clients/client-command.ts';
import type { ClientRow } from '../clients/client.entity.ts';
import { lockClient } from '../clients/client.store.ts';
import { inputReader } from '../clients/input.ts';
import { closedDossier, type DossierClosedAnswer } from '../dossiers/dossier.store.ts';
import { parameterOn } from '../law-parameters/law-parameter.rules.ts';
import { allLawParameters } from '../law-parameters/law-parameter.store.ts';
import { answeringMissing, type LawParameterMissingAnswer } from '../law-parameters/parameter-missing.ts';
import { judgeUse, type ProvisionRuleAnswer } from './judge-use.ts';
import { ProvisionMilestoneRow, ProvisionRow } from './provision.entity.ts';
import { statePlaces } from './provision.facts.ts';
import { type GivenProvision, orderWithoutNuo, parseUsedDay, type ProvisionFields, readProvision } from './provision.input.ts';
import { factsOf, type ProvisionKind } from './provision.kinds.ts';
import { milestonesFrom, type ProvisionExecutor } from './provision.rules.ts';
import { writeUses } from './provision.store.ts';

export interface StartProvisionFields extends ProvisionFields {
  requestId: string;
  clientId: string;
  kind: ProvisionKind;
  startsOn: string;
  executor: ProvisionExecutor;
}

export type StartProvisionAnswer = { __typename: 'ProvisionSaved'; id: string } | ProvisionRuleAnswer | DossierClosedAnswer | LawParameterMissingAnswer;

type Given = Pick<ProvisionRow, 'kind' | 'executor'> & GivenProvision;

const write = async (tx: WriteTx, ctx: RequestContext, client: ClientRow, given: Given, startsOn: string) => {
  const clientId = client.id;
  const decisionId = given.decisionId ?? null;
  const uses = [{ startsOn, endsOn: null }];
  const broken = await judgeUse(tx, ctx, client, null, { kind: given.kind, uses, stopBy: null }, decisionId);
  if (broken) return broken;
  const parameters = await allLawParameters(tx);
  const milestones = milestonesFrom(given.kind, startsOn, parameters);
  const id = ctx.newId();
  const empty = { serviceOrderId: null, expectedEndOn: null, srgTypeCode: null, note: null, stopBy: null, endReason: null };
  await tx.em.insert(ProvisionRow, { ...empty, ...given, id, clientId, decisionId, status: 'RUNNING', version: 1 });
  await writeUses(tx, ctx, { id, clientId }, [], uses);
  const open = { provisionId: id, clientId, settledOn: null, progress: null, note: null, settledById: null };
  await insertRows(
    tx,
    ProvisionMilestoneRow,
    milestones.map(({ kind, dueOn }) => {
      const { after } = factsOf(given.kind).milestones.find((each) => each.kind === kind) ?? {};
      const source = (after && parameterOn(parameters, after, startsOn)?.source) ?? factsOf(given.kind).source;
      return { ...open, id: ctx.newId(), kind, dueOn, source };
    }),
  );
  await statePlaces(tx, ctx, [clientId]);
  return { __typename: 'ProvisionSaved', id } as const;
};

/** A client begins to use a provision; what the law asks meanwhile is on the calendar from then on. */
export const startProvision = async (ctx: RequestContext, input: StartProvisionFields): Promise<StartProvisionAnswer> => {
  const { kind, executor } = input;
  const reader = inputReader(['input']);
  const startsOn = reader.read(['startsOn'], () => parseUsedDay(input.startsOn, localDay(ctx.clock())));
  const given: Given = { ...readProvision(reader, input, ctx.home), kind, executor };
  if (given.expectedEndOn && startsOn && given.expectedEndOn < startsOn) reader.add(['expectedEndOn'], 'Het verwachte einde ligt voor het begin.');
  if (given.serviceOrderId && executor !== 'NUO') reader.add(['serviceOrderId'], orderWithoutNuo);
  reader.refuse();

  return runClientCommand<StartProvisionAnswer>(ctx, 'startProvision', 'voeren-dossier', input, async (tx) => {
    const client = await lockClient(tx, input.clientId);
    const subjectIds = [client.id];
    const closed = await closedDossier(tx, client.id);
    if (closed) return { answer: closed, subjectIds };
    return { answer: await answeringMissing<StartProvisionAnswer>(() => write(tx, ctx, client, given, startsOn)), subjectIds };
  });
};
