import { fault, homeOf, InvalidValue, localDay, parseDay, type RequestContext, type WriteTx } from '@werkplein/kernel';
import { runClientCommand } from '../clients/client-command.ts';
import { lockClient } from '../clients/client.store.ts';
import { inputReader } from '../clients/input.ts';
import { allDecisions, inForce } from '../decisions/decision.store.ts';
import { closedDossier, type DossierClosedAnswer } from '../dossiers/dossier.store.ts';
import { allLawParameters } from '../law-parameters/law-parameter.store.ts';
import { answeringMissing, type LawParameterMissingAnswer } from '../law-parameters/parameter-missing.ts';
import { CarriedExemptionRow, ExemptionRow } from './exemption.entity.ts';
import { type BrokenExemptionRule, brokenExemptionRule, type ExemptionGround, type ExemptionPeriod, nextReview } from './exemption.rules.ts';
import { carriedMonths } from './exemption.store.ts';

export interface StartExemptionFields {
  requestId: string;
  clientId: string;
  ground: ExemptionGround;
  startsOn: string;
  endsOn?: string | null;
  decisionId: string;
  youngestChildBornOn?: string | null;
}

export type StartExemptionAnswer =
  | { __typename: 'ExemptionSaved'; id: string }
  | ({ __typename: 'ExemptionRuleBroken' } & BrokenExemptionRule)
  | DossierClosedAnswer
  | LawParameterMissingAnswer;

interface Given extends ExemptionPeriod {
  decisionId: string;
  /** Kept for the reckoning alone. */
  youngestChildBornOn: string | null;
}

const write = async (
  tx: WriteTx,
  ctx: RequestContext,
  clientId: string,
  { decisionId, youngestChildBornOn, ...period }: Given,
): Promise<StartExemptionAnswer> => {
  const decisions = await allDecisions(tx, [clientId]);
  if (!decisions.some(({ id }) => id === decisionId)) throw fault('NOT_FOUND');
  const granted = inForce(decisions).find(({ id, kind, outcome }) => id === decisionId && kind === 'ONTHEFFING' && outcome === 'GRANTED');
  const parameters = await allLawParameters(tx);
  const broken = brokenExemptionRule(period, {
    parameters,
    decision: granted ?? null,
    others: await tx.em.findBy(ExemptionRow, { clientId }),
    carriedMonths: carriedMonths(await tx.em.findBy(CarriedExemptionRow, { clientId }), period.ground),
    youngestChildBornOn,
  });
  if (broken) return { __typename: 'ExemptionRuleBroken', ...broken };
  const reviewOn = nextReview(period, period.startsOn, parameters);
  const id = ctx.newId();
  const recorded = { recordedById: ctx.principal.employeeId, recordedAt: ctx.clock() };
  const row = { ...period, id, clientId, decisionId, reviewOn, reviewedOn: null, endReason: null };
  await tx.em.insert(ExemptionRow, { ...row, status: 'RUNNING', version: 1, ...recorded });
  return { __typename: 'ExemptionSaved', id };
};

/** Records an exemption by a decision. Of the child only the day that follows from its age is used, nothing is kept. */
export const startExemption = async (ctx: RequestContext, input: StartExemptionFields): Promise<StartExemptionAnswer> => {
  const { ground, endsOn: end, youngestChildBornOn: born } = input;
  const reader = inputReader(['input']);
  const startsOn = reader.read(['startsOn'], () => parseDay(input.startsOn));
  const endsOn = end ? reader.read(['endsOn'], () => parseDay(end)) : null;
  if (!end && ground !== 'INCAPACITATED') reader.add(['endsOn'], 'Een ontheffing om deze reden is tijdelijk: zeg tot en met welke dag.');
  if (startsOn && endsOn && endsOn < startsOn) reader.add(['endsOn'], 'De laatste dag ligt voor de eerste.');
  const decisionId = reader.read(['decisionId'], () => {
    if (homeOf(input.decisionId) !== ctx.home) throw new InvalidValue('het nummer van een besluit van dit Werkplein');
    return input.decisionId;
  });
  const youngestChildBornOn = born ? reader.read(['youngestChildBornOn'], () => parseDay(born)) : null;
  if (youngestChildBornOn && youngestChildBornOn > localDay(ctx.clock())) reader.add(['youngestChildBornOn'], 'Deze dag is nog niet geweest.');
  if ((ground === 'SINGLE_PARENT') !== Boolean(born))
    reader.add(['youngestChildBornOn'], ground === 'SINGLE_PARENT' ? 'Zeg wanneer het jongste kind is geboren.' : 'Alleen bij een alleenstaande ouder.');
  reader.refuse();

  return runClientCommand<StartExemptionAnswer>(ctx, 'startExemption', 'voeren-dossier', input, async (tx) => {
    const { id: clientId } = await lockClient(tx, input.clientId);
    const subjectIds = [clientId];
    const closed = await closedDossier(tx, clientId);
    if (closed) return { answer: closed, subjectIds };
    const given = { ground, startsOn, endsOn, decisionId, youngestChildBornOn };
    return { answer: await answeringMissing<StartExemptionAnswer>(() => write(tx, ctx, clientId, given)), subjectIds };
  });
};
