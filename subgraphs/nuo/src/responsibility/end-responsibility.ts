import { badInput, localDay, type Outcome, parseDay, type RequestContext, runCommand, type WriteTx } from '@werkplein/kernel';
import { keepingResponsible } from '../activities.ts';
import { publish } from '../events/publish.ts';
import { checkInput } from '../input.ts';
import { lockParticipant } from '../participants/participant.store.ts';
import { endResponsibilities } from './change-responsibility.ts';
import { stateHandOvers } from './hand-over.facts.ts';
import { Responsibility } from './responsibility.entity.ts';
import type { EndResponsibilityInput, ResponsibilityAlreadyEnded, ResponsibilityEnded } from './responsibility.types.ts';

type Answer = ResponsibilityEnded | ResponsibilityAlreadyEnded;

export const unknownResponsibility = () => badInput([{ path: ['input', 'responsibilityId'], message: 'Deze verantwoordelijke bestaat niet.' }]);

/** The period as it stands while its participant is held. */
export const holdResponsibility = async (tx: WriteTx, id: string): Promise<Responsibility> => {
  const seen = await tx.em.findOneBy(Responsibility, { id });
  if (!seen) throw unknownResponsibility();
  await lockParticipant(tx, seen.participantId);
  const now = await tx.em.findOneBy(Responsibility, { id });
  if (!now) throw unknownResponsibility();
  return now;
};

/** A stand-in ends alone; with who is responsible, whoever stands in for them ends too. */
const endTerm = async (tx: WriteTx, { id, participantId, role, standIn, startsOn }: Responsibility, lastDay: string): Promise<void> => {
  if (!standIn) return endResponsibilities(tx, participantId, lastDay, role);
  if (startsOn > lastDay) await tx.em.delete(Responsibility, { id });
  else await tx.em.update(Responsibility, { id }, { endsOn: lastDay });
};

export const endResponsibility = async (ctx: RequestContext, input: EndResponsibilityInput): Promise<Answer> => {
  const today = localDay(ctx.clock());
  const checking = checkInput();
  const endsOn = checking.optional('endsOn', input.endsOn, parseDay) ?? today;
  if (endsOn < today) checking.problem('endsOn', 'Kies vandaag of een latere dag.');
  checking.done();
  const effect = async (tx: WriteTx): Promise<Outcome<Answer>> => {
    const term = await holdResponsibility(tx, input.responsibilityId);
    const subjectIds = [term.participantId];
    const answer = (typename: Answer['__typename']) => ({ answer: { __typename: typename, responsibilityId: term.id } as Answer, subjectIds });
    if (term.endsOn !== null && term.endsOn <= endsOn) return answer('ResponsibilityAlreadyEnded');
    await endTerm(tx, term, endsOn);
    await stateHandOvers(tx, ctx, [term.participantId]);
    await publish(tx, ctx, 'ResponsibilityEnded', term.participantId, null);
    return answer('ResponsibilityEnded');
  };
  return runCommand(ctx, 'ResponsibilityEnd', input, effect, keepingResponsible);
};
