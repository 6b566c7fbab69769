import { addDays, badInput, localDay, type Outcome, parseDay, type RequestContext, runCommand, type WriteTx } from '@werkplein/kernel';
import { refusedReceiver } from '../accounts/assign-account-owner.ts';
import { keepingResponsible } from '../activities.ts';
import { checkColleague } from '../colleagues/check-colleague.ts';
import type { ColleagueNotActive } from '../colleagues/colleague.types.ts';
import { publish } from '../events/publish.ts';
import { checkInput } from '../input.ts';
import { lockParticipant } from '../participants/participant.store.ts';
import { stateHandOvers } from './hand-over.facts.ts';
import { newTerm, replaceResponsible } from './change-responsibility.ts';
import type { Responsibility } from './responsibility.entity.ts';
import { responsibilitiesOf } from './responsibility.store.ts';
import type { AssignResponsibleInput, ParticipantHasLeft, ResponsibleAssigned, ResponsibleIsAnother } from './responsibility.types.ts';

type Answer = ResponsibleAssigned | ResponsibleIsAnother | ParticipantHasLeft | ColleagueNotActive;
/** How long ahead somebody may be appointed. */
export const DAYS_AHEAD = 366;

const check = (input: AssignResponsibleInput, today: string) => {
  const checking = checkInput();
  const colleague = checkColleague(checking, ['colleague'], input.colleague);
  const instead = input.instead ? checkColleague(checking, ['instead'], input.instead) : null;
  if (instead === colleague) checking.problem('instead', 'Kies een ander dan wie het al is.');
  const startsOn = checking.optional('startsOn', input.startsOn, parseDay) ?? today;
  if (startsOn > addDays(today, DAYS_AHEAD)) checking.problem('startsOn', 'Kies een dag binnen een jaar.');
  checking.done();
  return { colleague, instead, startsOn };
};

/** Days that had somebody do not change: only who is the first may have begun before today. */
const demandDay = (startsOn: string, today: string, registeredOn: string, terms: readonly Responsibility[]): void => {
  const message = terms.length > 0 ? 'Kies vandaag of een latere dag: wie er tot nu toe was blijft staan.' : 'Deze dag ligt voor de inschrijving.';
  if (startsOn < (terms.length > 0 ? today : registeredOn)) throw badInput([{ path: ['input', 'startsOn'], message }]);
};

/** Makes somebody responsible for a participant in a role, in the place of who is now; the days until then keep who they had. */
export const assignResponsible = async (ctx: RequestContext, input: AssignResponsibleInput): Promise<Answer> => {
  const today = localDay(ctx.clock());
  const { colleague, instead, startsOn } = check(input, today);
  const { participantId, role } = input;
  const effect = async (tx: WriteTx): Promise<Outcome<Answer>> => {
    const person = await lockParticipant(tx, participantId);
    if (!person) throw badInput([{ path: ['input', 'participantId'], message: 'Deze deelnemer bestaat niet.' }]);
    const subjectIds = [participantId];
    if (person.exitedOn !== null) return { answer: { __typename: 'ParticipantHasLeft', exitedOn: person.exitedOn }, subjectIds };
    const terms = (await responsibilitiesOf(tx, participantId)).filter((term) => term.role === role && !term.standIn);
    const now = terms.find(({ endsOn }) => endsOn === null) ?? terms.find((term) => (term.endsOn as string) >= startsOn);
    if ((now?.colleagueId ?? null) !== instead) return { answer: { __typename: 'ResponsibleIsAnother', responsibilityId: now?.id ?? null }, subjectIds };
    demandDay(startsOn, today, person.registeredOn, terms);
    const refused = await refusedReceiver(tx, colleague, startsOn, 'colleague');
    if (refused) return { answer: refused, subjectIds };
    const next = newTerm(ctx.newId(), participantId, role, colleague, startsOn);
    await replaceResponsible(tx, next);
    await stateHandOvers(tx, ctx, [participantId]);
    await publish(tx, ctx, 'ResponsibleAssigned', participantId, null);
    return { answer: { __typename: 'ResponsibleAssigned', responsibilityId: next.id }, subjectIds };
  };
  return runCommand(ctx, 'ResponsibleAssign', input, effect, keepingResponsible);
};
