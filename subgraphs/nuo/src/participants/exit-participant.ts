import { badInput, localDay, type Outcome, parseDay, parseText, type RequestContext, runCommand, type WriteTx } from '@werkplein/kernel';
import { registeringParticipant } from '../activities.ts';
import { publish } from '../events/publish.ts';
import { checkInput } from '../input.ts';
import { stateHandOvers } from '../responsibility/hand-over.facts.ts';
import { endResponsibilities } from '../responsibility/change-responsibility.ts';
import { Participant } from './participant.entity.ts';
import { reaches, registerParticipants } from './participant.policy.ts';
import { lockParticipant } from './participant.store.ts';
import type { ExitParticipantInput, ParticipantExited, ParticipantStillActive, ParticipantVersionConflict } from './participant.types.ts';
import { runningFor } from './running-work.ts';

type Answer = ParticipantExited | ParticipantStillActive | ParticipantVersionConflict;

/** A participant for whom an order is offered again is one again. Held by the caller. */
export const returnParticipant = ({ em }: WriteTx, id: string): Promise<unknown> => em.update(Participant, { id }, { exitedOn: null, exitReason: null });

/** The NUO does nothing for this person any more. Refused while something runs; who was responsible is so no longer. */
export const exitParticipant = async (ctx: RequestContext, input: ExitParticipantInput): Promise<Answer> => {
  const today = localDay(ctx.clock());
  const checking = checkInput();
  const exitedOn = checking.optional('exitedOn', input.exitedOn, parseDay) ?? today;
  if (exitedOn > today) checking.problem('exitedOn', 'Deze dag is nog niet geweest.');
  const exitReason = checking.required('reason', input.reason, (text) => parseText(text, { max: 300 }));
  checking.done();
  const { participantId } = input;
  const effect = async (tx: WriteTx): Promise<Outcome<Answer>> => {
    const person = await lockParticipant(tx, participantId);
    if (!person || !reaches(ctx, registerParticipants, person.municipality))
      throw badInput([{ path: ['input', 'participantId'], message: 'Deze deelnemer bestaat niet.' }]);
    const subjectIds = [participantId];
    if (exitedOn < person.registeredOn) throw badInput([{ path: ['input', 'exitedOn'], message: 'Deze dag ligt voor de inschrijving.' }]);
    if (person.version !== input.expectedVersion)
      return { answer: { __typename: 'ParticipantVersionConflict', participantId, currentVersion: person.version }, subjectIds };
    const runningIds = ((await runningFor(tx, [participantId], exitedOn)).get(participantId) ?? []).map(({ id }) => id);
    if (runningIds.length > 0) return { answer: { __typename: 'ParticipantStillActive', participantId, runningIds }, subjectIds };
    await tx.em.update(Participant, { id: participantId }, { exitedOn, exitReason, version: person.version + 1 });
    await endResponsibilities(tx, participantId, exitedOn);
    await stateHandOvers(tx, ctx, [participantId]);
    await publish(tx, ctx, 'ParticipantExited', participantId, null);
    return { answer: { __typename: 'ParticipantExited', participantId }, subjectIds };
  };
  return runCommand(ctx, 'ParticipantExit', input, effect, registeringParticipant);
};
