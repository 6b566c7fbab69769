import { localDay, type Outcome, parseDay, type RequestContext, runCommand, type WriteTx } from '@werkplein/kernel';
import { keepingPersonnelFile } from '../activities.ts';
import { publish } from '../events/publish.ts';
import { checkInput } from '../input.ts';
import { answeringMissing, type NuoParameterMissing, parameterRowOn } from '../parameters/index.ts';
import { holdPersonOf } from '../participants/hold-person.ts';
import { WswWorker } from '../wsw-workers/wsw-worker.entity.ts';
import { Indication } from './indication.entity.ts';
import { stateHandicaps } from './indication.facts.ts';
import { type IndicationPeriod, isWithinYears } from './indication.rules.ts';
import type { IndicationRecorded, IndicationTermOutOfBounds, NotAWswWorker, RecordIndicationInput } from './indication.types.ts';

type Answer = IndicationRecorded | IndicationTermOutOfBounds | NotAWswWorker | NuoParameterMissing;

type GivenFacts = Omit<RecordIndicationInput, 'requestId' | 'participantId'>;

/** The facts of a decision, of a new one and of one that was recorded wrongly. */
export const checkIndication = (input: GivenFacts, today: string) => {
  const checking = checkInput();
  const requestedOn = checking.optional('requestedOn', input.requestedOn, parseDay);
  const decidedOn = checking.required('decidedOn', input.decidedOn, parseDay);
  const validUntil = checking.required('validUntil', input.validUntil, parseDay);
  if (decidedOn && decidedOn > today) checking.problem('decidedOn', 'Deze dag is nog niet geweest.');
  if (requestedOn && decidedOn && requestedOn > decidedOn) checking.problem('requestedOn', 'De aanvraag is van na het besluit.');
  if (decidedOn && validUntil && validUntil <= decidedOn) checking.problem('validUntil', 'De laatste dag ligt niet na het besluit.');
  for (const field of ['category', 'advisedForm'] as const)
    if ((input[field] ?? null) === null && input.targetGroup === 'BELONGS')
      checking.problem(field, 'Wie tot de doelgroep behoort heeft een arbeidshandicap en een advies over de werkvorm.');
    else if (input[field] && input.targetGroup !== 'BELONGS') checking.problem(field, 'Alleen van wie tot de doelgroep behoort.');
  checking.done();
  return { requestedOn, decidedOn, validUntil, targetGroup: input.targetGroup, category: input.category ?? null, advisedForm: input.advisedForm ?? null };
};

/** Whether an indication is for fewer or more years than one can be, by the parameters of its day. Throws `ParameterMissing`. */
export const termOutOfBounds = async (tx: WriteTx, facts: IndicationPeriod): Promise<IndicationTermOutOfBounds | null> => {
  const min = await parameterRowOn(tx, 'INDICATION_TERM_MIN', facts.decidedOn);
  const max = await parameterRowOn(tx, 'INDICATION_TERM_MAX', facts.decidedOn);
  if (isWithinYears(facts, min.value, max.value)) return null;
  return { __typename: 'IndicationTermOutOfBounds', minYears: min.value, maxYears: max.value, source: max.source };
};

/** A decision of UWV as the NUO was told it. A later decision does not change an earlier one. */
export const recordIndication = async (ctx: RequestContext, input: RecordIndicationInput): Promise<Answer> => {
  const facts = checkIndication(input, localDay(ctx.clock()));
  const effect = async (tx: WriteTx): Promise<Outcome<Answer>> => {
    const { id: participantId } = (await holdPersonOf(tx, input.participantId)).participant;
    const subjectIds = [participantId];
    if (!(await tx.em.existsBy(WswWorker, { id: participantId }))) return { answer: { __typename: 'NotAWswWorker', participantId }, subjectIds };
    const answer = await answeringMissing<Answer>(async () => {
      const outOfBounds = await termOutOfBounds(tx, facts);
      if (outOfBounds) return outOfBounds;
      const id = ctx.newId();
      await tx.em.insert(Indication, { ...facts, id, participantId, reindicationRequestedOn: null, version: 1 });
      await stateHandicaps(tx, ctx, [participantId]);
      await publish(tx, ctx, 'IndicationRecorded', participantId, null);
      return { __typename: 'IndicationRecorded', indicationId: id };
    });
    return { answer, subjectIds };
  };
  return runCommand(ctx, 'IndicationRecord', input, effect, keepingPersonnelFile);
};
